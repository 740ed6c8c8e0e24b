"""A second wall: a process that gives up the network, where the system lets it."""

import ctypes
import os

_NEWUSER, _NEWNET = 0x10000000, 0x40000000  # of linux/sched.h


def cut_off() -> bool:
    """Leave the network, loopback too, for good; whether that worked.

    Linux lets root do so, and others where user namespaces are allowed (not in every
    container). It must be called before the process has a second thread.
    """
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (OSError, AttributeError):  # not Linux
        return False
    flags = (_NEWNET,) if os.geteuid() == 0 else ()
    return any(unshare(flag) == 0 for flag in (*flags, _NEWUSER | _NEWNET))

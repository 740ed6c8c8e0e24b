"""Breaks a client's connection, which granian leaves whole when an answer fails half-way."""

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

_DESCRIPTORS = Path("/dev/fd")


def break_off(client: str) -> None:
    """Close the connection of the client at `HOST:PORT`: it sees that the answer isn't whole.

    Found among the process's sockets by its address, as the server doesn't hand it out.
    """
    for entry in _DESCRIPTORS.iterdir():
        with suppress(OSError):  # another thread has closed it meanwhile
            number = int(entry.name)
            if stat.S_ISSOCK(os.fstat(number).st_mode) and _close(os.dup(number), client):
                return


def _close(number: int, client: str) -> bool:
    """Whether the socket, a copy that is ours, is the client's; then it is shut for both."""
    with socket.socket(fileno=number) as found:
        if found.family not in {socket.AF_INET, socket.AF_INET6}:
            return False
        host, port = found.getpeername()[:2]
        if client not in {f"{host}:{port}", f"[{host}]:{port}"}:
            return False
        found.shutdown(socket.SHUT_RDWR)
        return True

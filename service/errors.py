"""What can go wrong, as people need to hear it: one tree, translated once at each edge.

CommuniqueError
├── UsageError        the request can't be understood (exit 2, HTTP 400)
├── StoreError        the store can't be used (exit 2, HTTP 503)
│   ├── NoStore       there is none
│   ├── WrongFormat   it is of another version
│   └── StoreBusy     somebody else is writing
└── KeyTaken          another text already bears this article's key
"""


class CommuniqueError(Exception):
    """Something to tell the user: what was wrong, where, what to do."""


class UsageError(CommuniqueError):
    """The request can't be understood."""


class StoreError(CommuniqueError):
    """The store can't be used."""


class NoStore(StoreError):
    """There is no store at this path."""


class WrongFormat(StoreError):
    """The store was written by another version."""


class StoreBusy(StoreError):
    """Another process holds the write lock for too long."""


class KeyTaken(CommuniqueError):
    """Another text, from elsewhere, already bears this article's key."""

"""What keeps a write from being carried out; each says its HTTP status.

QueryFailed (service.store.workers.errors)
├── Malformed, QueryTimeout, TooMuchMemory, Busy, Lost   as with queries; nothing was changed
└── Conflict   409  what the store holds forbids it: CREATE of a graph that is there
"""

from service.store.workers.errors import QueryFailed


class Conflict(QueryFailed):
    """What the store holds forbids it."""

    status = 409

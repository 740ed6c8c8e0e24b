"""What keeps a query from its answer, each with the HTTP status that says it.

QueryFailed
├── Malformed       400  the query can't be read
├── NoForm          406  the client takes no form that such an answer has
├── NoGraph         404  no graph has this name
├── QueryTimeout    504  it took longer than it may
├── TooMuchMemory   413  it needs more memory than it may have
├── TooLarge        413  the answer is longer than it may be
├── Busy            503  too many wait already: try again
├── Lost            503  its worker ended
└── Gone            499  nobody waits for the answer any more
"""

from service.errors import CommuniqueError


class QueryFailed(CommuniqueError):
    """A query without an answer, or without all of it."""

    status = 500
    retry_after: int | None = None


class Malformed(QueryFailed):
    """The query can't be read."""

    status = 400


class NoForm(QueryFailed):
    """The client takes no form that such an answer has."""

    status = 406


class NoGraph(QueryFailed):
    """No graph has this name."""

    status = 404


class QueryTimeout(QueryFailed):
    """It took longer than it may."""

    status = 504


class TooMuchMemory(QueryFailed):
    """It needs more memory than it may have."""

    status = 413


class TooLarge(QueryFailed):
    """The answer is longer than it may be."""

    status = 413


class Busy(QueryFailed):
    """Too many wait already."""

    status = 503
    retry_after = 1


class Lost(QueryFailed):
    """The worker ended, not by our hand."""

    status = 503
    retry_after = 1


class Gone(QueryFailed):
    """The client has gone: nobody waits for the answer."""

    status = 499

"""What can go wrong with what a user gives to load.

LoadersError
├── UnreadableError   a file or stream that holds no article that can be read
└── MetadataError     a sidecar, a manifest or an option that can't be understood
"""


class LoadersError(Exception):
    """Says in one sentence what is wrong and what to do."""


class UnreadableError(LoadersError):
    """A file or stream that holds no article that can be read."""


class MetadataError(LoadersError):
    """A sidecar, a manifest or an option that can't be understood."""

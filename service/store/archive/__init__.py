"""A whole store in one file, and back."""

from service.store.archive.backup import back_up
from service.store.archive.restore import restore

__all__ = ["back_up", "restore"]

"""The folders of a store's snapshots: where each lies, and when it may go."""

import shutil
from contextlib import suppress
from pathlib import Path

import portalocker


def folder_of(path: Path, number: int) -> Path:
    """Where the snapshot of this number lies in the store at `path`."""
    return path / "snapshots" / f"{number:08d}"


def vacant(path: Path, number: int) -> Path:
    """The same, with nothing there."""
    folder = folder_of(path, number)
    if folder.exists():  # left by a writer that was killed between the copy and its naming
        shutil.rmtree(folder)
    return folder


def discard(folder: Path) -> None:
    """Remove a snapshot unless a reader holds it; the next writer tries again."""
    lock = folder.with_suffix(".lock")
    with lock.open("a") as handle, suppress(portalocker.LockException):
        portalocker.lock(
            handle, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
        )
        shutil.rmtree(folder, ignore_errors=True)  # another process may clear away too
        lock.unlink(missing_ok=True)

"""Puts a restored graph in the place of the present one; killed anywhere, it is gone on with.

`restoring/` holds the new parts. Until `ready` stands there, nothing of the store has changed;
from then on whoever next holds the write lock finishes.
"""

import shutil
from pathlib import Path

RESTORING, READY = "restoring", "ready"
PARTS = ("data", "journal.sqlite")


def finish(path: Path) -> None:
    """Do what is still to do of a swap that has begun; the write lock must be held."""
    folder = path / RESTORING
    ready = folder / READY
    if not ready.exists():
        return
    number = ready.read_text(encoding="ascii")
    for part in PARTS:
        if (folder / part).exists():
            if (path / part).exists():
                (path / part).rename(folder / f"{part}.before")
            (folder / part).rename(path / part)
    (folder / "current").write_text(number, encoding="ascii")
    (folder / "current").replace(path / "current")
    ready.unlink()
    shutil.rmtree(folder)

"""What a store's folder says of itself, and what to tell who finds it missing or in use."""

import json
from pathlib import Path


def format_of(marker: Path) -> object:
    """The format that the marker names."""
    try:
        return json.loads(marker.read_text(encoding="utf-8")).get("communique-store")
    except (ValueError, AttributeError):
        return "unreadable"


def missing(path: Path) -> str:
    """That there is no store."""
    if path.is_dir():
        return f"{path}: this folder is no Communiqué store: give --store or COMMUNIQUE_STORE"
    return f"{path}: there is no store: `communique load PATH… --store {path}` makes one"


def busy(path: Path, holder: Path) -> str:
    """That somebody else is writing, and who."""
    try:
        who = json.loads(holder.read_text(encoding="utf-8"))
        name = f"process {who['pid']} ({who['purpose']})"
    except (OSError, ValueError):
        name = "another process"
    return f"{path}: {name} is writing; wait for it, or raise COMMUNIQUE_LOCK_TIMEOUT"

"""`NAME.meta.json` beside `NAME.txt`: what is known of one article."""

import json
from pathlib import Path

from loaders.article import Metadata
from loaders.errors import MetadataError
from loaders.sources.metadata import checked
from loaders.sources.readers import SIDECAR, stem_of


def sidecar_of(article: Path) -> Path:
    """Where the sidecar of an article stands, if it has one."""
    return article.with_name(stem_of(article.name) + SIDECAR)


def read_sidecar(path: Path) -> Metadata:
    """The sidecar's metadata; raises `MetadataError` that names the key or place, or `OSError`."""
    try:
        values = json.loads(path.read_bytes(), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise MetadataError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise MetadataError(f"not JSON: {error.msg} in line {error.lineno}") from error
    except RecursionError as error:
        raise MetadataError("not JSON for metadata: nested too deeply") from error
    if not isinstance(values, dict):
        raise MetadataError("not a JSON object of keys and texts")
    return checked(values)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise MetadataError(f"key {key!r} stands twice")
        values[key] = value
    return values

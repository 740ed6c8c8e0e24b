"""Which reader takes which kind of file: the place to add one."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from loaders.sources.found import Found
from loaders.sources.text import read_text

SIDECAR = ".meta.json"
MANIFEST = "manifest.csv"
Reader = Callable[[Path], Iterator[Found]]
READERS: Mapping[str, Reader] = MappingProxyType({".txt": read_text, ".md": read_text})


def reader_of(name: str) -> Reader | None:
    """The reader for a file of that name, None where none takes it."""
    if name == MANIFEST or name.endswith(SIDECAR):
        return None
    endings = [ending for ending in READERS if name.lower().endswith(ending)]
    return READERS[max(endings, key=len)] if endings else None


def stem_of(name: str) -> str:
    """The name without the ending that chose its reader."""
    endings = [ending for ending in READERS if name.lower().endswith(ending)]
    return name[: -len(max(endings, key=len))] if endings else name

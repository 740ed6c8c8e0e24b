"""Which kinds of question have been slow lately, so that they don't start in the fast lane."""

import re
import threading

from cachetools import LRUCache

from service.store.workers.work import Dump, Work

_CONSTANT = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>|'''.*?'''|\"\"\".*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\d+""",
    re.DOTALL,
)
_LONGEST = 4000  # characters of a shape: what follows hardly tells queries apart
_REMEMBERED = 1000


def shape_of(work: Work) -> str:
    """A question without its constants: those of one shape take about as long."""
    if isinstance(work, Dump):
        return "dump"
    return _CONSTANT.sub("_", work.sparql[:_LONGEST])


class SlowShapes:
    """Remembers the last thousand."""

    def __init__(self) -> None:
        self._known: LRUCache[str, bool] = LRUCache(_REMEMBERED)
        self._lock = threading.Lock()

    def __contains__(self, shape: str) -> bool:
        with self._lock:
            return shape in self._known

    def note(self, shape: str, *, is_slow: bool) -> None:
        """Remember that it was slow, or forget it."""
        with self._lock:
            if is_slow:
                self._known[shape] = True
            else:
                self._known.pop(shape, None)

"""An answer as it comes from a worker: whole in one part, or in chunks until it is complete."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from service.store.workers.messages import Part
from service.store.workers.work import Kind, Snapshot


@dataclass
class Answer:
    """Bytes of one media type; to be read to its end or closed.

    What goes wrong while `chunks` are read is raised there: the answer is then not whole.
    """

    kind: Kind
    media: str
    snapshot: Snapshot
    _parts: list[Part]
    _more: Callable[[], Part]
    _leave: Callable[[], None]
    _iterator: Iterator[bytes] | None = field(default=None, repr=False)

    @property
    def is_complete(self) -> bool:
        """Whether all of it is here: nothing can go wrong any more."""
        return bool(self._parts) and self._parts[-1].is_last

    @property
    def body(self) -> bytes:
        """All of it, waited for."""
        return b"".join(self.chunks)

    def gather(self, most: int) -> bool:
        """Wait until it is complete, or so many bytes are here; whether it is complete.

        Where that fails nobody reads the rest, so it is closed.
        """
        held = sum(len(part.body) for part in self._parts)
        try:
            while not self.is_complete and held < most:
                part = self._more()
                held += len(part.body)
                self._parts.append(part)
        except BaseException:
            self.close()
            raise
        return self.is_complete

    @property
    def chunks(self) -> Iterator[bytes]:
        """Its bytes, once."""
        if self._iterator is None:
            self._iterator = self._read()
        return self._iterator

    def _read(self) -> Iterator[bytes]:
        try:
            for number in range(len(self._parts)):
                if self._parts[number].body:
                    yield self._parts[number].body
            part = self._parts[-1]
            while not part.is_last:
                part = self._more()
                if part.body:
                    yield part.body
        finally:
            self.close()

    def close(self) -> None:
        """Let the worker go; one that is still at work is ended."""
        self._leave()

"""The file that Oxigraph's serializers write to in a worker: sends what was written in chunks."""

from multiprocessing.connection import Connection

from service.store.workers.answering import Refusal
from service.store.workers.messages import part
from service.store.workers.work import Fault, Kind

# Nothing is sent before so much is there, or all of it: a query that fails until then has
# answered nothing, and its client gets the right status.
CHUNK = 128 * 1024


class Output:
    """Gathers up to a chunk; `kind` must be set before anything is written."""

    def __init__(self, connection: Connection, largest: int) -> None:
        self.kind = Kind.SOLUTIONS
        self._connection = connection
        self._largest = largest
        self._gathered: list[bytes] = []
        self._held = self._written = 0

    def write(self, data: bytes) -> int:
        """Take what the serializer wrote. Raises Refusal beyond the largest answer."""
        self._gathered.append(data)
        self._held += len(data)
        self._written += len(data)
        if self._largest and self._written > self._largest:
            raise Refusal(Fault.TOO_LARGE, f"the answer is longer than {self._largest} bytes")
        if self._held >= CHUNK:
            self._send(is_last=False)
        return len(data)

    def flush(self) -> None:
        """Serializers flush at the end; the last part is sent by `finish`."""

    def finish(self) -> None:
        """Send what is left: the answer is complete."""
        self._send(is_last=True)

    def _send(self, *, is_last: bool) -> None:
        self._connection.send_bytes(part(self.kind, b"".join(self._gathered), is_last=is_last))
        self._gathered.clear()
        self._held = 0

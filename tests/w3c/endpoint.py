"""The service over one kept connection."""

import http.client
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pyoxigraph as ox

TOKEN = "the-token-of-the-suites"
JSON, NQUADS = "application/sparql-results+json", "application/n-quads"
Dataset = frozenset[ox.Quad]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass
class Endpoint:
    """Remembers what the store holds, so that tests over the same data load it once."""

    port: int
    _connection: http.client.HTTPConnection | None = None
    _held: Dataset | None = field(default=None, repr=False)

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """One request with the token; nothing is sent that isn't given."""
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        given = {"Authorization": f"Bearer {TOKEN}", **(headers or {})}
        try:
            self._connection.request(method, path, body, given)
            response = self._connection.getresponse()
            lower = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, lower, response.read())
        except (http.client.HTTPException, OSError):
            self._connection.close()
            self._connection = None
            raise

    def close(self) -> None:
        """Let the connection go."""
        if self._connection:
            self._connection.close()

    def query(self, text: str, accept: str) -> Answer:
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        return self.send("POST", "/sparql", text.encode(), headers)

    def update(self, text: str) -> Answer:
        self.forget()
        form = urlencode({"update": text}).encode()
        media = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", "/update", form, media)

    def hold(self, wanted: Dataset) -> None:
        """Make the store hold just these quads."""
        if wanted == self._held:
            return
        if self._held is not None and _is_default(self._held | wanted):
            self._send_quads("PUT", "/graphs?default", wanted)
        else:
            assert self.update("DROP ALL").status == 204
            self._send_quads("POST", "/graphs", wanted)
        self._held = wanted

    def _send_quads(self, method: str, path: str, quads: Dataset) -> None:
        body = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
        answer = self.send(method, path, body, {"Content-Type": NQUADS})
        assert answer.status == 204, answer.body

    def forget(self) -> None:
        """Something else may have been written."""
        self._held = None

    def held(self) -> Dataset:
        """What the store holds."""
        answer = self.send("GET", "/graphs", headers={"Accept": NQUADS})
        assert answer.status == 200
        return frozenset(ox.parse(answer.body, format=ox.RdfFormat.N_QUADS))


def _is_default(quads: Dataset) -> bool:
    return all(quad.graph_name == ox.DefaultGraph() for quad in quads)

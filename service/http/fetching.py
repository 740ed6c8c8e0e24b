"""Asks other servers, of the hosts that are set only: no redirects, no private addresses."""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, urlencode, urlsplit

import urllib3

from service.federation import FetchFailed

_PORTS = {"https": 443, "http": 80}
_CHUNK = 64 * 1024
Resolve = Callable[[str, int], list[str]]


class Fetched(NamedTuple):
    """A document and its media type."""

    media: str
    body: bytes


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet."""
    known = ipaddress.ip_address(address.partition("%")[0])
    mapped = known.ipv4_mapped if isinstance(known, ipaddress.IPv6Address) else None
    return (mapped or known).is_global and not (mapped or known).is_multicast


@dataclass(frozen=True)
class Fetcher:
    """Resolves a name once, looks at the addresses, and connects to the one it looked at."""

    hosts: frozenset[str]
    seconds: float
    largest: int
    resolve: Resolve = resolve
    is_public: Callable[[str], bool] = is_public

    def fetch(self, url: str, accept: str, form: dict[str, str] | None = None) -> Fetched:
        """GET the address, or POST a form to it. Raises FetchFailed."""
        parts = self._allowed(url)
        until = time.monotonic() + self.seconds
        headers = {"Accept": accept, "Host": parts.netloc, "User-Agent": "communique"}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            with self._pool(parts) as pool:
                response = pool.request(
                    "POST" if form else "GET",
                    parts._replace(scheme="", netloc="", fragment="").geturl() or "/",
                    body=urlencode(form) if form else None,
                    headers=headers,
                    redirect=False,
                    retries=False,
                    timeout=urllib3.Timeout(total=self.seconds),
                    preload_content=False,
                )
                return self._read(url, response, until)
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise FetchFailed(f"{url}: {type(error).__name__}: {error}") from error

    def _allowed(self, url: str) -> SplitResult:
        try:
            parts = urlsplit(url)
            place = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
        except ValueError as error:
            raise FetchFailed(f"{url}: {error}", 400) from error
        if parts.scheme not in _PORTS or "@" in parts.netloc or place not in self.hosts:
            allowed = ", ".join(sorted(self.hosts)) or "none"
            raise FetchFailed(f"{url}: not one of the hosts that may be asked: {allowed}", 403)
        return parts

    def _pool(self, parts: SplitResult) -> urllib3.HTTPConnectionPool:
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        addresses = self.resolve(host, port)
        if not addresses or not all(self.is_public(a) for a in addresses):
            raise FetchFailed(f"{host}: its address is private, which is never asked", 403)
        if parts.scheme == "http":
            return urllib3.HTTPConnectionPool(addresses[0], port)
        return urllib3.HTTPSConnectionPool(
            addresses[0],
            port,
            server_hostname=host,
            assert_hostname=host,
            cert_reqs="CERT_REQUIRED",
        )

    def _read(self, url: str, response: urllib3.BaseHTTPResponse, until: float) -> Fetched:
        if response.status != 200:
            why = "it redirects" if 300 <= response.status < 400 else f"status {response.status}"
            raise FetchFailed(f"{url}: {why}")
        body = bytearray()
        while piece := response.read(_CHUNK):
            body += piece
            if len(body) > self.largest:
                raise FetchFailed(f"{url}: longer than {self.largest} bytes")
            if time.monotonic() > until:
                raise FetchFailed(f"{url}: slower than {self.seconds:g} seconds")
        media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Fetched(media, bytes(body))

"""Which sites' pages may read the answers, and by which names the server may be asked.

Beyond loopback every site may read. On loopback only pages of this machine may: whatever site its
user visits could read the graph otherwise, by CORS or by a name that it makes lead here.
"""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from service.http.publishing import is_loopback
from service.settings import Settings

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SHARED = "Access-Control-Allow-Origin"
_ANY = "any"


def shared_with(settings: Settings, origin: str) -> Mapping[str, str]:
    """The header that lets a page of this origin read, if it may.

    Source: the Fetch standard, "CORS protocol".
    """
    if settings.cors == _ANY or not is_loopback(settings.host):
        return {_SHARED: "*"}
    return {_SHARED: origin} if _is_own(origin) else {}


def allowed_hosts(settings: Settings) -> list[str]:
    """Loopback where we listen there, the base's own host, and those that are set."""
    known = [*settings.hosts.split(), urlsplit(settings.base).netloc]
    if is_loopback(settings.host):
        known += [*_LOOPBACK, *(f"{host}:*" for host in _LOOPBACK)]
    return [host for host in dict.fromkeys(known) if host]


def is_meant(settings: Settings, host: str) -> bool:
    """Whether a request that names this host is for us; beyond loopback any name may be ours."""
    if not host or not is_loopback(settings.host):
        return True
    name = host.rpartition(":")[0] if host.rpartition("]")[2].count(":") else host
    known = allowed_hosts(settings)
    return host in known or name in known or f"{name}:*" in known


@lru_cache(maxsize=64)
def _is_own(origin: str) -> bool:
    try:
        return is_loopback(urlsplit(origin).hostname or "")
    except ValueError:
        return False

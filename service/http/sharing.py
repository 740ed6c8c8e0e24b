"""Which sites' pages may read the answers, and by which names the server may be asked.

Beyond loopback every site may read. On loopback only pages of this machine may: whatever site its
user visits could read the graph otherwise, by CORS or by a name that it makes lead here.
"""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from service.http.publishing import is_loopback
from service.settings import Settings

_SHARED = "Access-Control-Allow-Origin"
_ANY = "any"


def shared_with(settings: Settings, origin: str) -> Mapping[str, str]:
    """The header that lets a page of this origin read, if it may.

    Source: the Fetch standard, "CORS protocol".
    """
    if settings.cors == _ANY or not is_loopback(settings.host):
        return {_SHARED: "*"}
    return {_SHARED: origin} if _is_own(origin) else {}


@lru_cache(maxsize=64)
def _is_own(origin: str) -> bool:
    try:
        return is_loopback(urlsplit(origin).hostname or "")
    except ValueError:
        return False

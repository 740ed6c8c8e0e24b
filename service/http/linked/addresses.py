"""Where this service is: as it was asked, never as a proxy's header says."""

from urllib.parse import quote, urlsplit

from flask import request, url_for

from service.http.state import state

_END = "id/"


def root() -> str:
    """The service's address with a slash at its end, for documents that need whole addresses.

    It is the one that was asked; where that is the host of the data's base IRI, it is the base's
    own, which knows of https and of a path in front.
    """
    own = home()
    return own if urlsplit(own).netloc == request.host else request.url_root


def home() -> str:
    """The address that the data's base IRI stands for, whoever asks: good for names."""
    base = state().settings.base
    if base.endswith(f"/{_END}"):
        return base.removesuffix(_END)
    scheme, host, *_ = urlsplit(base)
    return f"{scheme}://{host}/"


def absolute(address: str) -> str:
    """The whole of one of our own addresses, as `url_for` gives it."""
    return root() + address.removeprefix(request.script_root).removeprefix("/")


def asking(sparql: str) -> str:
    """The whole address that answers a query."""
    return f"{absolute(url_for('sparql.sparql'))}?query={quote(sparql, safe='')}"

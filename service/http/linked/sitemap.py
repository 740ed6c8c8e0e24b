"""The pages for crawlers (https://www.sitemaps.org/protocol.html), in parts where they are many."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

import pyoxigraph as ox
from flask import url_for
from werkzeug.exceptions import NotFound

from service.http.linked.addresses import absolute
from service.http.links import local
from service.http.pages.selecting import count
from service.http.state import snapshot, state

SIZE = 10_000  # pages in one part; the protocol allows 50,000
_PATTERNS = {
    "actors": "?thing a cmq:Actor",
    "meetings": "?thing a cmq:Meeting",
    "statements": "?thing a cmq:Statement",
    "articles": "?thing a cmq:Article",
}
_LISTS = (*(f"pages.{kind}" for kind in ("overview", *_PATTERNS)), "vocabulary.ontology")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def whole() -> str:
    """All pages, or an index of the parts where these are too many for one."""
    counts = {kind: count(pattern) for kind, pattern in _PATTERNS.items()}
    lists = [absolute(url_for(endpoint)) for endpoint in _LISTS]
    if sum(counts.values()) + len(lists) <= SIZE:
        return _urls([*lists, *(page for kind in _PATTERNS for page in _pages(kind, 1))])
    parts = [f"{kind}-{n}" for kind, found in counts.items() for n in range(1, _parts(found) + 1)]
    names = (url_for("linked.sitemap_part", name=f"{part}.xml") for part in ("lists-1", *parts))
    found = "".join(f"<sitemap><loc>{escape(absolute(name))}</loc></sitemap>\n" for name in names)
    return f"{_HEAD}<sitemapindex {_XMLNS}>\n{found}</sitemapindex>\n"


def part(name: str) -> str:
    """One part, by its name in the index. Raises NotFound where there is none."""
    kind, _, number = name.removesuffix(".xml").partition("-")
    if name == "lists-1.xml":
        return _urls(absolute(url_for(endpoint)) for endpoint in _LISTS)
    is_number = number.isascii() and number.isdigit() and len(number) < 10
    if not name.endswith(".xml") or kind not in _PATTERNS or not is_number:
        raise NotFound(f"there is no part {name!r} of the sitemap")
    if not 1 <= int(number) <= _parts(count(_PATTERNS[kind])):
        raise NotFound(f"there is no part {number} of {kind}")
    return _urls(_pages(kind, int(number)))


def _parts(pages: int) -> int:
    return -(-pages // SIZE)


def _pages(kind: str, number: int) -> Iterator[str]:
    """Not ordered: a snapshot gives its things in the same order each time."""
    limits = f"LIMIT {SIZE} OFFSET {(number - 1) * SIZE}"
    asked = f"SELECT ?thing WHERE {{ {_PATTERNS[kind]} }} {limits}"
    for row in state().pool.select(asked, snapshot().source):
        thing = row["thing"]
        name = local(thing.value) if isinstance(thing, ox.NamedNode) else None
        if name:
            yield absolute(url_for("pages.page", name=name))


def _urls(addresses: Iterable[str]) -> str:
    found = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return f"{_HEAD}<urlset {_XMLNS}>\n{found}</urlset>\n"

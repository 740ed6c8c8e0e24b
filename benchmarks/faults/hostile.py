"""Thousands of queries, random and changed ones: the server stays up, and every answer is whole."""

import http.client
import json
import random
import xml.sax
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.faults.site import Reply, Site
from queries.catalogue import catalogue

_WORDS = (
    "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "{", "}", "(", ")", "*", "?s", "?p", "?o",
    ".", ";", ",", "OPTIONAL", "UNION", "MINUS", "GRAPH", "FILTER", "BIND", "AS", "VALUES", "UNDEF",
    "EXISTS", "NOT", "IN", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "COUNT", "SUM",
    "SERVICE", "SILENT", "LOAD", "FROM", "NAMED", "PREFIX", "BASE", "a", "cmq:Article", "<a:b>",
    "'x'", '"""', "1e999", "-0", "^^xsd:date", "@en", "<<", ">>", "|", "/", "^", "+", "\\u0000",
    "REGEX", "REPLACE", "STRLEN", "CONCAT", "IRI", "BNODE", "RAND()", "NOW()", "#", "\\", "\x00",
    "\ud7ff", "𐀀", "é", "%s", "${x}", "99999999999999999999", "DISTINCT", "REDUCED", "||", "&&",
)  # fmt: skip
_FORMS = ("application/sparql-results+json", "text/csv", "application/sparql-results+xml",
          "text/turtle", "*/*", "text/html", "image/png", "")  # fmt: skip
_ALLOWED = {503, 504}
BROKEN = 0  # a long answer that time ended: it breaks off so that the client sees it


def seeds(folder: Path | None) -> list[str]:
    """The catalogue's queries, and the W3C's where they are at hand."""
    known = [query.sparql for query in catalogue().values()]
    files = sorted(folder.rglob("*.rq")) if folder and folder.is_dir() else []
    return known + [file.read_text(encoding="utf-8", errors="replace") for file in files]


def changed(known: Sequence[str], count: int, seed: int = 5) -> Iterator[str]:
    """Queries cut, joined, doubled, with words put in; some are random words alone."""
    chance = random.Random(seed)
    for _ in range(count):
        text = chance.choice(known)
        for _ in range(chance.randint(0, 4)):
            text = _change(text, chance, known)
        yield text[:20_000]


def _change(text: str, chance: random.Random, known: Sequence[str]) -> str:
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.randint(0, 30))
    match chance.randrange(7):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:start] + chance.choice(_WORDS) + text[start:]
        case 2:
            return text[:end] + text[start:]
        case 3:
            return text[:start] + chance.choice(known)[start:]
        case 4:
            return text[:start] + text[start:end] * chance.randint(2, 400) + text[end:]
        case 5:
            return " ".join(chance.choices(_WORDS, k=chance.randint(1, 25)))
        case _:
            return text[:start] + chr(chance.randrange(1, 0xD7FF)) + text[end:]


def run(site: Site, texts: Sequence[str], clients: int = 8) -> Counter[int]:
    """Ask them all; how many answers had each status. Raises AssertionError on a bad one."""
    chance = random.Random(1)
    given = [(text, chance.choice(_FORMS), chance.random() < 0.5) for text in texts]
    with ThreadPoolExecutor(clients) as pool:
        statuses = Counter(pool.map(lambda each: _ask(site, *each), given))
    assert site.process.poll() is None
    assert site.articles() > 0
    return statuses


def _ask(site: Site, text: str, accept: str, is_direct: bool) -> int:
    try:
        reply = _sent(site, text, accept, is_direct)
    except http.client.IncompleteRead:
        return BROKEN
    assert reply.status < 500 or reply.status in _ALLOWED, (reply.status, text, reply.body)
    _check(reply.headers.get_content_type(), reply.status, reply.body, text)
    return reply.status


def _sent(site: Site, text: str, accept: str, is_direct: bool) -> Reply:
    body = text.encode("utf-8", "surrogatepass")
    if is_direct:
        kind = {"Content_Type": "application/sparql-query"}
        return site.send("/sparql", "POST", body, Accept=accept, **kind)
    return site.ask(text, Accept=accept)


def _check(media: str, status: int, body: bytes, text: str) -> None:
    if media in {"application/problem+json", "application/sparql-results+json"}:
        found = json.loads(body)
        assert media != "application/problem+json" or found["status"] == status, text
    elif media == "application/sparql-results+xml":
        xml.sax.parseString(body, xml.sax.ContentHandler())
    elif media == "text/html":
        assert body.rstrip().endswith(b"</html>"), text

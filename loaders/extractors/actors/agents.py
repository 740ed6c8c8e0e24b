"""Bodies that no table knows, by what they do: nouns and names that say or decide something."""

from spacy.tokens import Token

from loaders.extractors.actors.administrations import short_for_thing
from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.led import is_body, name_end
from loaders.extractors.actors.page import Page
from loaders.facts import ActorType
from loaders.naming import fold
from loaders.tables import rows, terms

_FORCES = frozenset(["army", "military", "navy"])
_MOST = 8  # words of a body's name
_THINGS = {"PERSON", "GPE", "LOC", "NORP"}


def find_standing(
    page: Page, hits: list[Hit], entities: dict[str, Entity], covered: set[int]
) -> tuple[list[Hit], dict[str, Entity]]:
    """ "Police", "the army" alone that say something: the body that the article names, else one so
    called.

    Where several of the kind are named, or it says nothing, it stays a common noun.
    """
    found: list[Hit] = []
    new: dict[str, Entity] = {}
    for noun in sorted(terms("organization_nouns", "standing")):
        words = [
            i
            for i, word in enumerate(page.words)
            if word.lower == noun and i not in covered and not _owned(page, i)
        ]
        kinds = {noun} | ({"military"} if noun in _FORCES else set())
        named = {h.key for h in hits if h.key in entities and entities[h.key].kind in kinds}
        if len(named) > 1 or not any(says(page.tokens[i]) for i in words):
            continue
        name = noun.capitalize()
        key = min(named, default=f"named:{name}")
        if not named:
            new[key] = Entity(key, name, ActorType.ORGANIZATION, noun)
        found += [Hit(i, i + 1, "name", key) for i in words if _does(page.tokens[i])]
    return found, new


def _owned(page: Page, i: int) -> bool:
    """Whether other words tell which of them it is: "a rebel army", "his ministry"."""
    before = page.lower(i - 1)
    same = i > 0 and not page.apart(i - 1, i)
    return same and before not in {"the", "that", "but", "and", "to"} and before.isalpha()


def find_agents(
    page: Page, hits: list[Hit], covered: set[int], people: set[str]
) -> tuple[list[Hit], dict[str, Entity]]:
    """Names that the recognizer calls organizations and that say or decide something.

    A noun alone is no name where another body's begins or ends with it: "the Court".
    """
    nouns = {page.lower(i) for h in hits if h.how == "name" for i in (h.start, h.end - 1)}
    names = {
        page.text(start, end)
        for start, end in _runs(page, covered)
        if _told(page, start, end, people) and _decides(page.tokens[end - 1])
        if end - start > 1 or page.lower(start) not in nouns
    }
    found = [
        Hit(start, end, "name", f"named:{page.text(start, end)}")
        for start, end in _runs(page, covered)
        if page.text(start, end) in names
    ]
    return found, {
        hit.key: Entity(hit.key, hit.key.partition(":")[2], ActorType.ORGANIZATION, "agent")
        for hit in found
    }


def _runs(page: Page, covered: set[int]) -> list[tuple[int, int]]:
    """Where capitalized words begin and end of which the recognizer calls one an organization."""
    found = []
    i = 0
    while i < len(page.words):
        end = name_end(page, i) if page.words[i].capital and i not in covered else i
        if end > i and covered.isdisjoint(range(i, end)) and "ORG" in page.labels[i:end]:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _told(page: Page, start: int, end: int, people: set[str]) -> bool:
    """Whether the words are a body's name, not a person's, a place's or a thing's."""
    words = page.words[start:end]
    if end - start > _MOST or not is_body(page, start, end):
        return False
    if any(fold(w.text) in people for w in words) or set(page.labels[start:end]) & _THINGS:
        return False
    last = words[-1].lower
    thing = last in terms("instrument_nouns", "noun") or last in terms(
        "organization_nouns", "thing"
    )
    cut = (
        page.lower(start - 1) == "."
        and page.words[start - 1].glued
        and not page.apart(start - 1, start)
    )
    return not (thing or cut) and (end - start > 1 or _is_sure(page, start))


def _is_sure(page: Page, i: int) -> bool:
    """Whether one word is a body's name: wherever it stands, the recognizer says so."""
    same = [k for k, word in enumerate(page.words) if word.text == page.words[i].text]
    things = any(k > 1 and short_for_thing(page, k) for k in same)
    sure = len(same) > 1 or page.words[i].text.isupper()
    return sure and not things and all(page.labels[k] == "ORG" for k in same)


def says(token: Token) -> bool:
    """Whether the word is the subject of a verb of speech, or a source."""
    speech = token.head.lemma_ in {row[0] for row in rows("speech_verbs")}
    return _does(token) and (speech or token.dep_ == "pobj")


def _decides(token: Token) -> bool:
    """Whether the name is the subject of a verb of speech or of what bodies do, or a source."""
    acts = token.head.lemma_ in terms("organization_nouns", "deed")
    return says(token) or (acts and _does(token))


def _does(token: Token) -> bool:
    """Whether the word is who does something, or the source of "according to"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" or token.head.head.lower_ == "according"
    return token.dep_ == "nsubj" and token.head.pos_ in {"VERB", "AUX"}

"""Governments named for their head, and abbreviations that no table knows."""

from spacy.tokens import Token

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.organizations import OPENERS
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import name_like
from loaders.extractors.actors.titles import is_head
from loaders.facts import ActorType
from loaders.reading.names import Word

_NAMED_FOR = {"administration", "campaign"}
_PLACES = {"GPE", "LOC", "FAC"}


def find_administrations(page: Page) -> tuple[list[Hit], dict[str, Entity]]:
    """Governments and campaigns named for their head: "the Biden-Harris Administration"."""
    found: list[Hit] = []
    entities: dict[str, Entity] = {}
    for i, word in enumerate(page.words):
        start = i
        while start and page.words[start - 1].capital:
            start -= 1
            if start > 1 and page.words[start - 1].text == "-" and page.words[start - 2].capital:
                start -= 1
        if word.lower not in _NAMED_FOR or start == i or page.apart(start, i):
            continue
        if word.lower == "campaign" and not _candidates(page, i):
            continue
        while start < i and (page.words[start].lower in OPENERS or is_head(page.words[start])):
            start += 1
        name = page.text(start, i + 1)
        if start < i and name_like(page.words[start]):
            key = f"named:{name}"
            found.append(Hit(start, i + 1, "name", key))
            entities[key] = Entity(key, name, ActorType.ORGANIZATION, word.lower)
    return found, entities


def _candidates(page: Page, i: int) -> bool:
    """Whether the campaign at word `i` is somebody's who runs: the article calls the name so."""
    name = page.words[i - 1].text
    same = {page.labels[k] for k, word in enumerate(page.words) if word.text == name}
    return page.words[i].text.islower() and "PERSON" in same and not same & _PLACES


def find_acronyms(
    page: Page, hits: list[Hit], covered: set[int]
) -> tuple[list[Hit], dict[str, Entity]]:
    """Unlisted abbreviations that the recognizer calls an organization and that act somewhere.

    One that is made of a named body's initials means that body.
    """
    acting = {
        word.text
        for i, word in enumerate(page.words)
        if i not in covered and page.labels[i] == "ORG" and _acronym(word) and _does(page.tokens[i])
    }
    acting -= {page.words[i].text for i in range(2, len(page.words)) if short_for_thing(page, i)}
    named = {_initials(page, hit): hit.key for hit in hits if hit.how == "name"}
    keys = {
        text: next((k for full, k in sorted(named.items()) if full.endswith(text)), f"named:{text}")
        for text in sorted(acting)
    }
    found = [
        Hit(i, i + 1, "name", keys[word.text])
        for i, word in enumerate(page.words)
        if word.text in acting and i not in covered
    ]
    return found, {
        key: Entity(key, text, ActorType.ORGANIZATION, "abbreviation")
        for text, key in keys.items()
        if key == f"named:{text}"
    }


def short_for_thing(page: Page, i: int) -> bool:
    """Whether word `i` stands in brackets behind the common nouns that it abbreviates."""
    return page.lower(i - 1) == "(" and page.words[i - 2].text.islower()


def _initials(page: Page, hit: Hit) -> str:
    return "".join(w.text[0] for w in page.words[hit.start : hit.end] if w.capital)


def _acronym(word: Word) -> bool:
    shortest, longest = 3, 7
    return word.text.isupper() and word.text.isalpha() and shortest <= len(word.text) <= longest


def _does(token: Token) -> bool:
    """Whether the abbreviation is who does something, or the source of "according to"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" or token.head.head.lower_ == "according"
    return token.dep_ == "nsubj" and token.head.pos_ in {"VERB", "AUX"}

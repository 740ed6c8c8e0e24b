"""Whether two records name the same actor: by folded names, aliases and surnames."""

import re
import unicodedata
from collections.abc import Sequence

from service.evaluation.records import ActorRecord, Document

PERSON = "Person"
_LETTERS = str.maketrans({"ı": "i", "đ": "dj", "ø": "o", "ł": "l"})  # whole in NFKD
_TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "sir", "lord", "madam", "his", "her", "excellency", "president", "pm",
    "prime", "minister", "secretary", "general", "deputy", "ambassador", "foreign", "chancellor",
    "king", "queen", "chairman", "chairwoman", "major", "brigadier",
})  # fmt: skip
_CUT = 4  # letters that a cut or transliterated surname must share


def fold(name: str | None) -> str:
    """The name in lower case, without diacritics, marks and a leading article."""
    spelt = unicodedata.normalize("NFKD", (name or "").translate(_LETTERS))
    plain = "".join(c for c in spelt if not unicodedata.combining(c)).casefold()
    return re.sub(r"^(the|a|an) ", "", re.sub(r"[^\w]+", " ", plain).strip())


def namings(actor: ActorRecord) -> frozenset[str]:
    """All that the record calls the actor, folded."""
    return frozenset(map(fold, (actor.name, *actor.aliases, *actor.mentions))) - {""}


def same(one: ActorRecord, other: ActorRecord) -> bool:
    """Whether the two are one actor; a person's surname alone is enough."""
    if one.wikidata and one.wikidata == other.wikidata:
        return True
    if fold(one.name) == fold(other.name):
        return True
    types = {one.type, other.type}
    if PERSON in types:
        return types <= {PERSON, None} and _same_person(one, other)
    return bool(namings(one) & namings(other))


def _same_person(one: ActorRecord, other: ActorRecord) -> bool:
    return any(_fit(a, b) for a in _proper_names(one) for b in _proper_names(other))


def _proper_names(actor: ActorRecord) -> list[list[str]]:
    """Name and aliases as words without titles."""
    spelt = (fold(name) for name in (actor.name, *actor.aliases) if name)
    return [[word for word in name.split() if word not in _TITLES] for name in spelt]


def _fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Surnames agree, or one is cut; of the words before them one name holds all the other's."""
    if not one or not other or not _close(one[-1], other[-1]):
        return False
    return set(one[:-1]) <= set(other) or set(other[:-1]) <= set(one)


def _close(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _CUT and (one.startswith(other) or other.startswith(one))


class Resolver:
    """Looks up ids and names among one document's actors and missions."""

    def __init__(self, document: Document) -> None:
        self._by_id = {actor.id: actor for actor in document.actors if actor.id is not None}
        missions = (mission.as_actor() for mission in document.missions)
        self._by_name: dict[str, ActorRecord] = {}
        for actor in (*self._by_id.values(), *missions):
            for name in namings(actor):
                self._by_name.setdefault(name, actor)

    def __call__(self, reference: str | None) -> ActorRecord | None:
        """Whom the id or name means; an unknown name stands for itself."""
        return None if reference is None else self._meant(reference)

    def all(self, references: Sequence[str]) -> list[ActorRecord]:
        """Whom these ids or names mean."""
        return list(map(self._meant, references))

    def _meant(self, reference: str) -> ActorRecord:
        known = self._by_id.get(reference) or self._by_name.get(fold(reference))
        return known or ActorRecord(reference)

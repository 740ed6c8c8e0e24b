"""An article's facts with what readers have put right, and which correction is in which claim."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pyoxigraph as ox
from rdflib.namespace import PROV

from loaders.corrections import Correction, Kind, Mending
from loaders.corrections.editing import edited
from loaders.facts import Facts
from loaders.mapping.claims import Claim, Claimant
from loaders.mapping.every import every_claim
from loaders.mapping.names import Names
from loaders.mapping.nodes import node
from loaders.mapping.recognition import recognised
from ontology.terms import CMQ

_PARTS = {Kind.DATE: "-date", Kind.PLACE: "-place"}  # of a meeting: claims of their own


@dataclass(frozen=True)
class Mended:
    """The facts as corrected; `found` has each correction's claim, by its name in the article.

    A correction that isn't in `found` has nothing to correct here any more.
    """

    facts: Facts
    found: tuple[tuple[str, Correction], ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    def settled(self, names: Names, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims that stay, each with the corrections that made it what it is."""
        rejected = {local for local, one in self.found if one.kind is Kind.REJECT}
        for claim in claims:
            if claim.local not in rejected:
                paths = [*self._corrections_of(claim.local), *_merges_of(names, claim)]
                influences = tuple(names.iri(path) for path in dict.fromkeys(paths))
                yield replace(claim, influences=influences) if influences else claim

    def marks(self, names: Names) -> Iterator[ox.Triple]:
        """That a correction has found its claim here."""
        for _, one in self.found:
            yield ox.Triple(names.article, node(PROV.wasInfluencedBy), names.iri(one.path))

    def _corrections_of(self, local: str) -> Iterator[str]:
        for target, one in self.found:
            if one.kind is not Kind.REJECT and _touched(target, one.kind) == local:
                yield one.path


def _touched(local: str, kind: Kind) -> str:
    """The claim in which a correction shows: a meeting's date and place have their own."""
    part = _PARTS.get(kind)
    if part is None or not local.startswith("meeting-"):
        return local
    return local if local.endswith(part) else f"{local}{part}"


def mend(facts: Facts, mending: Mending, base: str) -> Mended:
    """Apply the article's corrections in their order, each to the claim that it meant."""
    corrections = mending.for_article(facts.key)
    if not corrections:
        return Mended(facts)
    plain = plain_claims(facts, base)
    now, found, given = facts, [], {}
    for one in corrections:
        claim = recognised(plain, one.target, facts.text) if one.target else None
        if claim:
            now = edited(now, claim.local, one, base)
            found.append((claim.local, one))
            if one.kind is Kind.SPEAKER:
                given[base + one.value] = one.label
    return Mended(now, tuple(found), given)


def plain_claims(facts: Facts, base: str) -> list[Claim]:
    """What the article claims by its own words alone, whoever its persons are elsewhere."""
    return list(every_claim(Claimant(Names(base, facts, {})), facts))


def _merges_of(names: Names, claim: Claim) -> Iterator[str]:
    """The merges by which an actor that the claim names is another."""
    if not names.merges:
        return
    own = claim.local.removeprefix("actor-")
    for actor in (*names.facts.actors, *names.facts.others):
        merge = names.merge_of(actor) if actor.id == own != claim.local else None
        yield from merge.by if merge else ()
    for triple in claim.triples:
        if triple.predicate == node(CMQ.name) and isinstance(triple.object, ox.Literal):
            merge = names.passing(triple.object.value)
            if merge and triple.subject == ox.NamedNode(names.base + merge.into):
                yield from merge.by

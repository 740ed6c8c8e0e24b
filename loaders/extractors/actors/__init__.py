"""Who is in the article: persons, organizations, states, their offices and how they are meant."""

from loaders.extractors.actors.anaphora import Known, Reader, kind_of
from loaders.extractors.actors.assembly import assemble
from loaders.extractors.actors.findings import Findings, findings
from loaders.extractors.actors.genders import gender_of
from loaders.extractors.actors.holders import definite
from loaders.extractors.actors.identifiers import Identifiers
from loaders.extractors.actors.promotion import acting
from loaders.extractors.actors.references import outermost
from loaders.reading.cast import Cast, Reference
from loaders.reading.reading import Reading

__all__ = ["acting", "find_cast"]


def find_cast(reading: Reading) -> Cast:
    """All actors of the article and all references to them."""
    found = findings(reading)
    ids = Identifiers()
    missions = found.missions
    for mission in missions:
        ids.reserve(f"mission:{mission.id}", mission.id)
    cast = assemble(found, ids)
    by_name = [Reference(m, (mission.id,)) for mission in missions for m in mission.mentions]
    references = outermost([*by_name, *cast.references])
    named = Cast(cast.actors, references, missions, cast.others)
    more = Reader(reading.doc, found.page, named, _known(found, ids)).references()
    return Cast(cast.actors, outermost([*references, *more]), missions, cast.others)


def _known(found: Findings, ids: Identifiers) -> Known:
    """Kinds, genders, and the titles that stand without a name."""
    kinds = {
        ids.keys[k]: kind_of(e.type, e.kind) for k, e in found.entities.items() if k in ids.keys
    }
    genders = {}
    for person in {id(p): p for _, p in found.mentions}.values():
        runs = [run for run, other in found.mentions if other is person]
        gender = gender_of(found.page, person, runs)
        if gender:
            genders[ids.keys[id(person)]] = gender
    borne = {id(h.office) for h in found.held}
    titles = [
        (o, ids.keys.get(o.of, _place(o.of)) if o.of else None, definite(found.page, o))
        for o in found.offices
        if id(o) not in borne
    ]
    return Known(kinds, genders, titles)


def _place(key: str) -> str | None:
    """The name of a region or town, which is no actor but whose office may be one's."""
    kind, _, name = key.partition(":")
    return name if kind == "place" else None

"""The actor that a reader means by a name or an IRI."""

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS

from loaders.mapping.nodes import node
from loaders.naming import fold, slug
from ontology.terms import CMQ
from service.correcting.words import named
from service.errors import UsageError
from service.store.patterns import objects, subjects

_TYPE, _ACTOR = node(RDF.type), node(CMQ.Actor)
_KINDS = tuple(node(kind) for kind in (CMQ.Mission, CMQ.Person, CMQ.Polity, CMQ.Organization))
_SHOWN = 4  # candidates that are named


def class_of(store: ox.Store, actor: ox.NamedNode) -> ox.NamedNode | None:
    """What sort of actor it is; None where it is none, or nothing tells."""
    found = set(objects(store, actor, _TYPE))
    return next((kind for kind in _KINDS if kind in found), None)


def actor_of(store: ox.Store, base: str, given: str, *, new: bool = True) -> tuple[str, str]:
    """The actor's path below the base, and its label; one that nobody tells of yet if `new`.

    Raises UsageError where several bear the name, or none does.
    """
    if given.startswith(base):
        return _by_iri(store, base, given)
    for predicate in (node(RDFS.label), node(CMQ.name)):
        found = {s for s in subjects(store, predicate, ox.Literal(given)) if _is_actor(store, s)}
        if len(found) > 1:
            several = sorted(one.value for one in found)[:_SHOWN]
            raise UsageError(f"several are called {given!r}: give one of {', '.join(several)}")
        if found:
            [actor] = found
            return actor.value.removeprefix(base), named(store, actor)
    if not new or not fold(given):
        raise UsageError(f"nobody here is called {given!r}: give the name as pages show it")
    return f"actor/{slug(given)}", given


def _by_iri(store: ox.Store, base: str, given: str) -> tuple[str, str]:
    try:
        actor = ox.NamedNode(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is no name of anything here") from error
    if not _is_actor(store, actor):
        raise UsageError(f"{given} is no actor that articles tell of")
    return given.removeprefix(base), named(store, actor)


def _is_actor(store: ox.Store, thing: ox.NamedNode) -> bool:
    return _ACTOR in set(objects(store, thing, _TYPE))

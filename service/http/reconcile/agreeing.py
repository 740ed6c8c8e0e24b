"""Whether what else is known of a name, its office or country, fits a candidate."""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rapidfuzz import fuzz

from ontology.terms import CMQ
from queries.folding import fold
from service.http.links import label
from service.http.pages.told import pointing, texts_of, things
from service.http.reconcile.known import others
from service.http.reconcile.messages import Condition, Entity, Single
from service.http.reconcile.properties import PROPERTIES, Value
from service.http.reconcile.scores import Context
from service.http.state import state
from service.store.patterns import subjects
from service.store.search.entries import TYPE

_ALIKE = 0.85  # how alike two values are at least
_MOST = 5000  # offices that are gone through where no name is given


def context(store: ox.Store, thing: ox.NamedNode, conditions: Iterable[Condition]) -> Context:
    """Each property that is asked for, and how well it fits; unknown properties tell nothing."""
    return Context(tuple((one.pid, _agreed(store, thing, one)) for one in conditions))


def _agreed(store: ox.Store, thing: ox.NamedNode, condition: Condition) -> float | None:
    asked = PROPERTIES.get(condition.pid)
    own = list(asked.values(store, thing)) if asked else []
    if not own:
        return None
    return max(_alike(store, value, given) for value in own for given in condition.values)


def _alike(store: ox.Store, value: Value, given: Single) -> float:
    if isinstance(given, Entity):
        base = state().settings.base
        same = isinstance(value, ox.NamedNode) and value.value in {given.id, base + given.id}
        return 1.0 if same else 0.0
    if isinstance(value, int):
        return 1.0 if str(given) in {str(value), str(float(value))} else 0.0
    names = [value] if isinstance(value, str) else [label(store, value)]
    names += texts_of(store, value, CMQ.name) if isinstance(value, ox.NamedNode) else []
    return max(worded(str(given), name) for name in names)


def worded(given: str, name: str) -> float:
    """How alike two wordings are: all words of one in the other is the same; 0 where unlike."""
    asked, own = fold(given), fold(name)
    if own in others(given)[0] or fuzz.token_set_ratio(asked, own) == 100:
        return 1.0
    found = fuzz.token_sort_ratio(asked, own) / 100
    return found if found >= _ALIKE else 0.0


def having(store: ox.Store, conditions: Sequence[Condition]) -> list[str]:
    """IRIs of who holds an office, or one of a state or body, that a condition names."""
    found: dict[str, None] = {}
    offices = sorted(subjects(store, TYPE, ox.NamedNode(str(CMQ.Office))), key=str)[:_MOST]
    for condition in conditions:
        for office in offices:
            values = _values(store, office, condition.pid)
            if any(_alike(store, v, given) for v in values for given in condition.values):
                found |= dict.fromkeys(_holders(store, office))
    return sorted(found)


def _values(store: ox.Store, office: ox.NamedNode, pid: str) -> Sequence[Value]:
    if pid == "officeOf":
        return things(store, office, CMQ.officeOf)
    return [office] if pid == "office" else []


def _holders(store: ox.Store, office: ox.NamedNode) -> list[str]:
    tenures = pointing(store, CMQ.office, office)
    return [holder.value for tenure in tenures for holder in things(store, tenure, CMQ.holder)]

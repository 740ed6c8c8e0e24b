"""What sort of actor somebody is, in a word."""

import pyoxigraph as ox

from service.http.pages.told import classes

_KINDS = ("Mission", "Person", "Organization", "Polity")
_KIND_WORDS = {"Polity": "state or territory", "Mission": "mission"}


def kind(store: ox.Store, actor: ox.NamedNode) -> str:
    """What sort of actor it is, in a word."""
    found = classes(store, actor)
    name = next((k for k in _KINDS if k in found), "Actor")
    return _KIND_WORDS.get(name, name.lower())

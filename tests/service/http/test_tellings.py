"""Where an article's words denote a thing, however many words elsewhere do."""

import pyoxigraph as ox
import pytest
from rdflib import URIRef

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.http.tellings import spans_of

_WHO = ox.NamedNode("http://x/actor/mila-dorn")
_HERE, _THERE = ox.NamedNode("http://x/article/here"), ox.NamedNode("http://x/article/there")


def _mention(store: ox.Store, article: ox.NamedNode, start: int, *, of: ox.NamedNode) -> None:
    own = ox.NamedNode(f"http://x/mention/{article.value.rsplit('/', 1)[-1]}/{start:04}")

    def say(predicate: URIRef, value: ox.NamedNode | ox.Literal) -> None:
        store.add(ox.Quad(own, node(predicate), value))

    store.add(ox.Quad(of, node(CMQ.denotedBy), own))
    say(CMQ.inArticle, article)
    say(NIF.beginIndex, ox.Literal(start))
    say(NIF.endIndex, ox.Literal(start + 4))


@pytest.mark.parametrize("elsewhere", [0, 1, 300])
def test_only_the_places_in_the_article_are_given(elsewhere: int) -> None:
    store = ox.Store()
    for start in (120, 7):
        _mention(store, _HERE, start, of=_WHO)
    _mention(store, _HERE, 50, of=ox.NamedNode("http://x/actor/otto-raske"))
    for number in range(elsewhere):
        _mention(store, _THERE, 10 * number, of=_WHO)
    assert list(spans_of(store, _WHO, _HERE)) == [(7, 11), (120, 124)]
    assert len(list(spans_of(store, _WHO, _THERE))) == elsewhere

"""New facts about an actor or a mission: every claim that names it, of the last articles."""

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox
from markupsafe import Markup

from ontology.terms import CMQ
from service.http.feeds.atom import Entry
from service.http.feeds.times import loaded_at
from service.http.linked.addresses import absolute
from service.http.links import label
from service.http.state import snapshot, state
from service.http.tellings import Telling, claims_about, nodes, one, telling

SIZE = 50  # entries of a feed


def entries(thing: ox.NamedNode) -> tuple[Entry, ...]:
    """The claims of the articles that were loaded last, each article's in the order of its text."""
    store, by_article = snapshot().store, _claims(thing)
    keys = {one(store, article, CMQ.key): article for article in by_article}
    times = loaded_at(keys.keys())
    found: list[Entry] = []
    for key in sorted(sorted(times), key=lambda key: times[key], reverse=True):
        told = (telling(store, claim) for claim in by_article[keys[key]])
        found += [_entry(claim, times[key]) for claim in sorted(told, key=_place)]
        if len(found) >= SIZE:
            break
    return tuple(found[:SIZE])


def _claims(thing: ox.NamedNode) -> dict[ox.NamedNode, list[ox.NamedNode]]:
    """The claims that name a thing, by article; what others wrote without an article is none."""
    store, found = snapshot().store, dict.fromkeys(claims_about(snapshot().store, thing))
    own = f"{state().settings.base}claim/"
    for quad in store.quads_for_pattern(None, None, thing, None):
        graph = quad.graph_name
        if isinstance(graph, ox.NamedNode) and graph.value.startswith(own):
            found[graph] = None
    by_article = defaultdict(list)
    for claim in sorted(found, key=lambda claim: claim.value):
        for article in nodes(store, claim, CMQ.reportedIn)[:1]:
            if nodes(store, claim, CMQ.subject):
                by_article[article].append(claim)
    return by_article


def _place(told: Telling) -> tuple[int, str]:
    return min((quote.start for quote in told.quotes), default=0), told.name


def _entry(told: Telling, updated: str) -> Entry:
    segment = told.article.iri.rpartition("/")[2]
    subject = label(snapshot().store, ox.NamedNode(told.subject))
    says = "; ".join(f"{what} {value.text}" for what, value in told.says if what != "cue")
    return Entry(
        f"{state().settings.base}claim/{segment}/{told.name}",
        f"{subject}: {says}" if says else subject,
        updated,
        absolute(told.claim.href or ""),
        "".join(_html(told)),
        told.factuality,
    )


def _html(told: Telling) -> Iterator[Markup]:
    """The exact words in their sentence, and where they stand."""
    for quote in told.quotes:
        shown = quote.shown
        if shown:
            words = Markup("{}<strong>{}</strong>{}").format(shown.before, shown.words, shown.after)
        else:
            words = Markup("characters {} to {}").format(quote.start, quote.end)
        href = absolute(quote.href)
        yield Markup('<blockquote><a href="{}">{}</a></blockquote>').format(href, words)
    article = told.article
    source = (article.title, article.publisher, article.published or "undated", told.factuality)
    yield Markup("<p>{}</p>").format(" · ".join(part for part in source if part))

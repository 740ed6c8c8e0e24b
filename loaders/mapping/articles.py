"""The article itself: what it says of itself, what is known beside it, and what to beware of."""

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SDO

from loaders.facts import Date, Derivation, Evidence, Facts, Stated
from loaders.mapping.claims import Claim, Claimant, Triple
from loaders.mapping.literals import edtf, node, string
from loaders.mapping.names import Names
from loaders.run import model_name, tables_digest
from ontology import __version__
from ontology.terms import CMQ, NIF


def article_triples(names: Names, facts: Facts) -> Iterator[Triple]:
    """What needs no evidence: the article's text and what the user knows beside it."""
    iri, known = names.article, facts.metadata
    yield Triple(iri, node(RDF.type), node(CMQ.Article))
    yield Triple(iri, node(CMQ.key), string(facts.key))
    yield Triple(iri, node(NIF.isString), string(facts.text))
    yield Triple(iri, node(DCTERMS.language), string(facts.anatomy.language))
    yield Triple(iri, node(RDFS.label), string(_label(facts)))
    for predicate, value in (
        (DCTERMS.title, known.title),
        (DCTERMS.publisher, known.publisher),
        (DCTERMS.creator, known.author),
        (DCTERMS.license, known.license),
        (SDO.url, known.url),
    ):
        if value:
            yield Triple(iri, node(predicate), string(value))
    published = facts.anatomy.published
    if published and published.derivation is Derivation.METADATA:
        yield from _published(names, published)
    yield from _warnings(names, facts)
    yield from _run(names)


def _label(facts: Facts) -> str:
    headline = facts.anatomy.headline
    words = facts.text[headline.start : headline.end] if headline else ""
    return facts.metadata.title or words or facts.name


def _published(names: Names, date: Date) -> Iterator[Triple]:
    if date.edtf:
        derivation = names.concept(date.derivation.value)
        yield Triple(names.article, node(CMQ.published), edtf(date.edtf))
        yield Triple(names.article, node(CMQ.publishedDerivation), derivation)


def _warnings(names: Names, facts: Facts) -> Iterator[Triple]:
    for number, warned in enumerate(facts.warnings, 1):
        iri = names.iri("warning", names.token, str(number))
        yield Triple(iri, node(RDF.type), node(CMQ.Warning))
        yield Triple(iri, node(CMQ.inArticle), names.article)
        yield Triple(iri, node(CMQ.code), string(warned.code))
        yield Triple(iri, node(CMQ.message), string(warned.message))
        if warned.span:
            yield Triple(iri, node(CMQ.denotedBy), names.mention(warned.span))


def _run(names: Names) -> Iterator[Triple]:
    """The run as a PROV activity, without a clock: the same run makes the same graph."""
    yield Triple(names.run, node(RDF.type), node(CMQ.Run))
    yield Triple(names.run, node(CMQ.software), string(__version__))
    yield Triple(names.run, node(CMQ.languageModel), string(model_name()))
    yield Triple(names.run, node(CMQ.tables), string(tables_digest()))


def article_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """What the text says of itself: headline, date, dateline, author, publisher."""
    names, anatomy = make.names, facts.anatomy
    if anatomy.headline and not facts.metadata.title:
        words = facts.text[anatomy.headline.start : anatomy.headline.end]
        title = Triple(names.article, node(DCTERMS.title), string(words))
        evidence = Evidence((anatomy.headline,), "anatomy.headline")
        yield make.claim("headline", names.article, evidence, title)
    date = anatomy.published
    if date and date.span and date.derivation is not Derivation.METADATA:
        evidence = Evidence((date.span,), f"anatomy.published.{date.derivation.value}")
        yield make.claim("published", names.article, evidence, *_published(names, date))
    yield from _bylines(make, facts)


def _bylines(make: Claimant, facts: Facts) -> Iterator[Claim]:
    anatomy, known = facts.anatomy, facts.metadata
    stated: list[tuple[str, URIRef, Stated | None]] = [
        ("dateline", CMQ.datelinePlace, anatomy.dateline_place),
        ("author", DCTERMS.creator, None if known.author else anatomy.author),
        ("publisher", DCTERMS.publisher, None if known.publisher else anatomy.publisher),
    ]
    for local, predicate, value in stated:
        if value:
            triple = Triple(make.names.article, node(predicate), string(value.value))
            yield make.claim(local, make.names.article, value.evidence, triple)

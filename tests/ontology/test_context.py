"""The JSON-LD context is what the vocabulary makes it."""

from rdflib.namespace import OWL, RDF

from ontology.context import BORROWED, context, generate, serialize
from ontology.files import CONTEXT, VOCABULARY, load, read
from ontology.terms import CMQ, PREFIXES


def test_the_committed_context_is_the_generated_one() -> None:
    """If this fails, write `serialize(generate())` to ontology/context.jsonld again."""
    assert read(CONTEXT).decode() == serialize(generate())


def test_every_term_has_its_local_name_as_key() -> None:
    entries = context()
    for name in CMQ.__annotations__:
        if not name.startswith("_"):
            entry = entries[name]
            iri = entry if isinstance(entry, str) else entry["@id"]
            assert iri == f"cmq:{name}"


def test_object_properties_hold_nodes_and_others_do_not() -> None:
    vocabulary, entries = load(VOCABULARY), context()
    nodes = {
        str(p).removeprefix(str(CMQ)) for p in vocabulary.subjects(RDF.type, OWL.ObjectProperty)
    }
    coerced = {k for k, v in entries.items() if isinstance(v, dict) and v["@type"] == "@id"}
    borrowed = {key for key, (_, is_node) in BORROWED.items() if is_node}
    own = {name for name in nodes if name in CMQ.__annotations__}
    assert coerced == own | borrowed


def test_decimals_and_days_keep_their_datatype() -> None:
    entries = context()
    assert entries["value"] == {"@id": "cmq:value", "@type": "xsd:decimal"}
    assert entries["earliest"] == {"@id": "cmq:earliest", "@type": "xsd:date"}


def test_integers_booleans_and_dates_of_any_precision_are_not_coerced() -> None:
    entries = context()
    for name in ("side", "accepted", "date", "published", "attestedOn"):
        assert entries[name] == f"cmq:{name}"


def test_borrowed_keys_never_hide_our_own() -> None:
    assert set(BORROWED).isdisjoint(CMQ.__annotations__)
    assert set(PREFIXES).isdisjoint(CMQ.__annotations__)
    assert set(PREFIXES).isdisjoint(BORROWED)

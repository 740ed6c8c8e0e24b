"""Facts as quads: what each becomes, what is accepted, what its IRI is."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from loaders.article import Metadata
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Facts,
    Factuality,
    Figure,
    FigureKind,
    Form,
    Group,
    Instrument,
    Meeting,
    Mention,
    Mission,
    Participation,
    Role,
    Span,
    Stated,
    Statement,
    Status,
    Warned,
)
from loaders.identity import Link
from loaders.mapping import ArticleGraph, map_facts
from ontology.terms import PREFIXES

BASE = "http://example.org/id/"
TEXT = "President Ana Kovač of Zubrowka met the envoys of Ruritania in Oslo. Peace holds, she said."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def by(words: str, **more: object) -> Evidence:
    return Evidence((at(words),), "test.rule", **more)  # type: ignore[arg-type]


KOVAC = Actor(
    "kovac",
    "Ana Kovač",
    ActorType.PERSON,
    (Mention(at("Ana Kovač")),),
    by("Ana Kovač"),
    roles=(Role("President", "zubrowka", by("President Ana Kovač of Zubrowka")),),
)
ZUBROWKA = Actor(
    "zubrowka",
    "Zubrowka",
    ActorType.STATE,
    (Mention(at("Zubrowka")),),
    by("Zubrowka"),
    wikidata="Q1",
)


def facts(**more: object) -> Facts:
    plain = Facts(
        key="a.txt",
        name="a.txt",
        digest="0",
        text=TEXT,
        metadata=Metadata(),
        anatomy=Anatomy(),
        actors=(KOVAC, ZUBROWKA),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def mapped(told: Facts, links: dict[str, Link] | None = None) -> ArticleGraph:
    return map_facts(told, {"kovac": Link("ana-kovac")} if links is None else links, BASE)


def short(term: object) -> str:
    """A term as it would stand in Turtle with our prefixes; our own IRIs without the base."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        return term.value if datatype == "string" else f"{term.value}^^{datatype}"
    assert isinstance(term, ox.NamedNode)
    if term.value.startswith(BASE):
        return term.value.removeprefix(BASE)
    name = next(p for p, iri in PREFIXES.items() if term.value.startswith(iri))
    return f"{name}:{term.value.removeprefix(PREFIXES[name])}"


def claim(graph: ArticleGraph, local: str) -> set[str]:
    found = next(c for c in graph.claims if c.iri.value == f"{BASE}claim/a.txt/{local}")
    return {" ".join(map(short, t)) for t in found.triples}


def accepted(graph: ArticleGraph) -> dict[str, bool]:
    return {c.iri.value.removeprefix(f"{BASE}claim/a.txt/"): c.accepted for c in graph.claims}


def own(graph: ArticleGraph, subject: str) -> set[str]:
    triples = (t for t in graph.own if t.subject == ox.NamedNode(BASE + subject))
    return {f"{short(t.predicate)} {short(t.object)}" for t in triples}


def test_an_actor_has_names_and_the_places_that_use_them() -> None:
    span = at("Ana Kovač")
    assert claim(mapped(facts()), "actor-kovac") == {
        "actor/ana-kovac rdf:type cmq:Actor",
        "actor/ana-kovac rdf:type cmq:Person",
        "actor/ana-kovac rdfs:label Ana Kovač",
        "actor/ana-kovac cmq:name Ana Kovač",
        f"actor/ana-kovac cmq:denotedBy mention/a.txt/{span.start}-{span.end}",
    }


def test_a_person_joined_to_a_full_name_brings_no_label_but_the_reason() -> None:
    graph = mapped(facts(), {"kovac": Link("ana-maria-kovac", "because")})
    assert "actor/ana-maria-kovac rdfs:label Ana Kovač" not in claim(graph, "actor-kovac")
    assert "cmq:linkReason because" in own(graph, "claim/a.txt/actor-kovac")


def test_a_role_is_a_tenure_attested_on_the_articles_day() -> None:
    published = Date("2031-05-04", None, Derivation.STATED, "4 May 2031", Span(0, 4))
    graph = mapped(facts(anatomy=Anatomy(published=published)))
    assert claim(graph, "role-kovac-1") == {
        "tenure/ana-kovac/president-of-zubrowka rdf:type cmq:Tenure",
        "tenure/ana-kovac/president-of-zubrowka cmq:holder actor/ana-kovac",
        "tenure/ana-kovac/president-of-zubrowka cmq:office office/president-of-zubrowka",
        "tenure/ana-kovac/president-of-zubrowka cmq:reportedIn article/a.txt",
        "tenure/ana-kovac/president-of-zubrowka cmq:attestedOn 2031-05-04^^date",
        "office/president-of-zubrowka rdf:type cmq:Office",
        "office/president-of-zubrowka rdfs:label President of Zubrowka",
        "office/president-of-zubrowka cmq:name President",
        "office/president-of-zubrowka cmq:officeOf actor/zubrowka",
    }
    assert claim(graph, "published") == {
        "article/a.txt cmq:published 2031-05-04^^date",
        "article/a.txt cmq:publishedDerivation concept:stated",
    }


def test_an_undated_article_attests_no_day() -> None:
    assert not [t for t in claim(mapped(facts()), "role-kovac-1") if "attestedOn" in t]


def gathering(status: Status = Status.HELD, date: Date | None = None, **more: object) -> Meeting:
    factuality = Factuality.ASSERTED if status is Status.HELD else Factuality.DENIED
    return Meeting(
        "m1",
        (Participation("kovac", side=0, capacity="President"),),
        status,
        "meeting",
        by(TEXT[:68], factuality=factuality),
        by("met", factuality=factuality),
        groups=(Group("envoys of Ruritania", at("envoys of Ruritania"), "Ruritania"),),
        date=date,
        place=Stated("Oslo", by("Oslo")),
        **more,  # type: ignore[arg-type]
    )


def test_a_meeting_without_a_day_belongs_to_its_article() -> None:
    graph = mapped(facts(meetings=(gathering(),)))
    here = "meeting/a.txt/m1"
    assert claim(graph, "meeting-m1") == {
        f"{here} rdf:type cmq:Meeting",
        f"{here} rdfs:label Ana Kovač, envoys of Ruritania",
        f"{here} cmq:form concept:meeting",
        f"{here} cmq:reportedIn article/a.txt",
        f"{here} cmq:denotedBy mention/a.txt/0-68",
        f"{here} cmq:participant actor/ana-kovac",
        f"{here} cmq:participation participation/a.txt/m1/ana-kovac",
        "participation/a.txt/m1/ana-kovac rdf:type cmq:Participation",
        "participation/a.txt/m1/ana-kovac cmq:participantActor actor/ana-kovac",
        "participation/a.txt/m1/ana-kovac cmq:part concept:participantPart",
        "participation/a.txt/m1/ana-kovac cmq:side 0^^integer",
        "participation/a.txt/m1/ana-kovac cmq:capacity President",
        f"{here} cmq:group group/a.txt/m1/1",
        "group/a.txt/m1/1 rdf:type cmq:Group",
        "group/a.txt/m1/1 rdfs:label envoys of Ruritania",
        "group/a.txt/m1/1 cmq:groupOf actor/ruritania",
        "actor/ruritania rdf:type cmq:Actor",
        "actor/ruritania rdfs:label Ruritania",
        "actor/ruritania cmq:name Ruritania",
    }
    assert claim(graph, "meeting-m1-place") == {
        f"{here} cmq:atPlace place/oslo",
        "place/oslo rdf:type cmq:Place",
        "place/oslo rdfs:label Oslo",
    }


def test_articles_that_agree_on_day_and_people_share_the_meeting() -> None:
    day = Date("2031-05-04", None, Derivation.STATED, "4 May 2031", None)
    iris = {
        next(c.subject.value for c in mapped(told).claims if c.iri.value.endswith("meeting-m1"))
        for told in (
            facts(meetings=(gathering(date=day),)),
            facts(key="b.txt", meetings=(gathering(date=day),)),
        )
    }
    assert len(iris) == 1
    assert iris.pop().startswith(f"{BASE}meeting/2031-05-04-ana-kovac-")


def test_articles_number_the_sides_of_a_meeting_alike() -> None:
    day = Date("2031-05-04", None, Derivation.STATED, "4 May 2031", None)

    def told(*sides: tuple[str, int]) -> set[str]:
        parts = tuple(Participation(who, side=side) for who, side in sides)
        meeting = replace(gathering(date=day), participations=parts, groups=())
        triples = claim(mapped(facts(meetings=(meeting,))), "meeting-m1")
        return {t for t in triples if "cmq:side" in t}

    assert len(told(("kovac", 0), ("zubrowka", 1))) == 2
    assert told(("kovac", 0), ("zubrowka", 1)) == told(("zubrowka", 0), ("kovac", 1))


def test_an_interval_is_no_known_day() -> None:
    days = Date("2031-05-04/2031-05-06", None, Derivation.STATED, "4 to 6 May 2031", None)
    graph = mapped(facts(meetings=(gathering(date=days),)))
    assert claim(graph, "meeting-m1-date") == {
        "meeting/a.txt/m1 cmq:date 2031-05-04/2031-05-06^^EDTF",
        "meeting/a.txt/m1 cmq:earliest 2031-05-04^^date",
        "meeting/a.txt/m1 cmq:latest 2031-05-06^^date",
        "meeting/a.txt/m1 cmq:dateDerivation concept:stated",
        "meeting/a.txt/m1 cmq:dateWords 4 to 6 May 2031",
    }


def test_tomorrow_of_an_unknown_day_stays_an_offset() -> None:
    tomorrow = Date(None, "P1D", Derivation.RELATIVE, "tomorrow", None)
    graph = mapped(facts(meetings=(gathering(date=tomorrow),)))
    assert claim(graph, "meeting-m1-date") == {
        "meeting/a.txt/m1 cmq:dateOffset P1D",
        "meeting/a.txt/m1 cmq:dateDerivation concept:relative",
        "meeting/a.txt/m1 cmq:dateWords tomorrow",
    }


def test_two_meetings_alike_in_one_article_stay_two() -> None:
    day = Date("2031-05-04", None, Derivation.STATED, "4 May 2031", None)
    first = gathering(date=day)
    graph = mapped(facts(meetings=(first, replace(first, id="m2"))))
    subjects = {c.subject.value for c in graph.claims if "/meeting-m" in c.iri.value}
    assert subjects == {f"{BASE}meeting/a.txt/m1", f"{BASE}meeting/a.txt/m2"}


def test_all_of_a_denied_meeting_is_denied() -> None:
    graph = mapped(facts(meetings=(gathering(Status.DENIED),)))
    told = {name: ok for name, ok in accepted(graph).items() if name.startswith("meeting")}
    assert told == {"meeting-m1": False, "meeting-m1-status": False, "meeting-m1-place": False}
    assert "cmq:factuality concept:denied" in own(graph, "claim/a.txt/meeting-m1-place")


def test_topics_are_concepts_where_the_scheme_has_them() -> None:
    topics = (Stated("ceasefire", by("Peace")), Stated("visit", by("met")))
    graph = mapped(facts(meetings=(gathering(topics=topics),)))
    assert claim(graph, "meeting-m1-topic-1") == {"meeting/a.txt/m1 cmq:topic concept:ceasefire"}
    assert claim(graph, "meeting-m1-topic-2") == {"meeting/a.txt/m1 cmq:topicWords visit"}


def test_a_statement_is_its_words_and_its_speaker() -> None:
    span, cue = at("Peace holds"), at("she said")
    statement = Statement("s1", "kovac", Form.INDIRECT, span, by("Peace holds"), cue=cue)
    here = f"statement/a.txt/{span.start}-{span.end}"
    assert claim(mapped(facts(statements=(statement,))), "statement-s1") == {
        f"{here} rdf:type cmq:Statement",
        f"{here} cmq:text Peace holds",
        f"{here} cmq:statementForm concept:indirect",
        f"{here} cmq:speechAct concept:inform",
        f"{here} cmq:reportedIn article/a.txt",
        f"{here} cmq:denotedBy mention/a.txt/{span.start}-{span.end}",
        f"{here} cmq:cue mention/a.txt/{cue.start}-{cue.end}",
        f"{here} cmq:speaker actor/ana-kovac",
    }


def strength(**more: object) -> Mission:
    figure = Figure(3700.0, "troops", FigureKind.LEVEL, by("met", **more), "moreThan", "soldiers")
    mention = (Mention(at("Peace")),)
    return Mission("peace", "Peace Force", mention, by("Peace"), figures=(figure,))


def test_a_figure_is_a_decimal_with_its_bound() -> None:
    graph = mapped(facts(missions=(strength(),)))
    own_iri, span = "figure/a.txt/peace-1", at("met")
    assert claim(graph, "mission-peace-figure-1") == {
        f"{own_iri} rdf:type cmq:Figure",
        f"{own_iri} cmq:figureFor mission/peace-force",
        f"{own_iri} cmq:measure concept:troops",
        f"{own_iri} cmq:figureKind concept:level",
        f"{own_iri} cmq:bound concept:moreThan",
        f"{own_iri} cmq:value 3700^^decimal",
        f"{own_iri} cmq:unit soldiers",
        f"{own_iri} cmq:reportedIn article/a.txt",
        f"{own_iri} cmq:denotedBy mention/a.txt/{span.start}-{span.end}",
    }


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ({}, True),
        ({"factuality": Factuality.ATTRIBUTED, "said_by": "kovac"}, True),
        ({"factuality": Factuality.ATTRIBUTED}, False),
        ({"factuality": Factuality.HYPOTHETICAL}, False),
        ({"confidence": 0.4}, False),
    ],
)
def test_a_figure_counts_when_asserted_or_said_by_somebody_named(
    more: dict[str, object], taken: bool
) -> None:
    graph = mapped(facts(missions=(strength(**more),)))
    assert accepted(graph)["mission-peace-figure-1"] is taken


def test_every_claim_has_its_words_rule_and_run() -> None:
    instrument = Instrument("pact", "Oslo Pact", "treaty", (Mention(at("Oslo")),), by("Oslo"))
    graph = mapped(facts(meetings=(gathering(),), instruments=(instrument,)))
    for one in graph.claims:
        about = own(graph, one.iri.value.removeprefix(BASE))
        assert {"rdf:type cmq:Claim", "cmq:rule test.rule"} <= about
        assert any(t.startswith("prov:wasGeneratedBy run/communique-") for t in about)
        assert any(t.startswith("cmq:denotedBy mention/a.txt/") for t in about)


def test_mentions_are_the_articles_own_words() -> None:
    span = at("Ana Kovač")
    assert own(mapped(facts()), f"mention/a.txt/{span.start}-{span.end}") == {
        "rdf:type cmq:Mention",
        "cmq:inArticle article/a.txt",
        f"nif:beginIndex {span.start}^^integer",
        f"nif:endIndex {span.end}^^integer",
        "nif:anchorOf Ana Kovač",
        "cmq:mentionKind concept:name",
    }


def test_what_the_user_knows_needs_no_evidence() -> None:
    known = Metadata(published="2031", publisher="The Gazette", url="https://e.org/a")
    date = Date("2031", None, Derivation.METADATA, "2031")
    graph = mapped(facts(metadata=known, anatomy=Anatomy(published=date)))
    assert {
        "dcterms:publisher The Gazette",
        "schema:url https://e.org/a",
        "cmq:published 2031^^gYear",
        "cmq:publishedDerivation concept:metadata",
    } <= own(graph, "article/a.txt")


def test_warnings_stand_in_the_graph() -> None:
    graph = mapped(facts(warnings=(Warned("silent", "nothing was found"),)))
    assert own(graph, "warning/a.txt/1") == {
        "rdf:type cmq:Warning",
        "cmq:inArticle article/a.txt",
        "cmq:code silent",
        "cmq:message nothing was found",
    }


def test_a_warning_about_words_points_at_them() -> None:
    span = at("met")
    graph = mapped(facts(warnings=(Warned("silent", "nothing was found", span),)))
    mention = f"mention/a.txt/{span.start}-{span.end}"
    assert f"cmq:denotedBy {mention}" in own(graph, "warning/a.txt/1")
    assert "nif:anchorOf met" in own(graph, mention)


@pytest.mark.parametrize(
    ("roles", "title"),
    [
        ((), "Commander"),
        ((Role("Director", "peace", by("met")),), "Director"),
        ((Role("Director", "zubrowka", by("met")),), "Commander"),
    ],
)
def test_a_mission_is_headed_by_the_office_that_the_article_names(
    roles: tuple[Role, ...], title: str
) -> None:
    mission = replace(strength(), figures=(), commander=Stated("kovac", by("met")))
    head = replace(KOVAC, roles=roles)
    graph = mapped(facts(actors=(head, ZUBROWKA), missions=(mission,)))
    tenure = f"tenure/ana-kovac/{title.lower()}-of-peace-force"
    told = claim(graph, "mission-peace-commander")
    assert f"mission/peace-force cmq:commander {tenure}" in told
    assert f"office/{title.lower()}-of-peace-force rdfs:label {title} of Peace Force" in told

"""The example articles and their gold annotation fit each other and the published format."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = EXAMPLES / "articles"
GOLD = sorted((EXAMPLES / "gold").glob("*.json"))
METADATA = {"published", "publisher", "url", "title", "language", "author", "license"}
STATEMENT_LISTS = ("statements", "optional_statements", "unnamed_statements")
MEETING_LISTS = ("meetings", "optional_meetings", "unscored_meetings")
HEAD_KEYS = ["article", "headline", "published", "dateline_place", "publisher", "author"]
FACT_KEYS = ["actors", "meetings", "statements", "missions", "agreements"]
EDTF_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"

Json = dict[str, Any]


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Json:
    """One gold file."""
    document: Json = json.loads(request.param.read_text(encoding="utf-8"))
    assert Path(document["article"]).stem == request.param.stem
    return document


@pytest.fixture
def text(gold: Json) -> str:
    """The article's text as the loader sees it, without newline translation."""
    name: str = gold["article"]
    return (ARTICLES / name).read_bytes().decode("utf-8")


def _of(gold: Json, lists: tuple[str, ...]) -> Iterator[Json]:
    for key in lists:
        yield from gold.get(key, [])


def _articles() -> list[Path]:
    return sorted(p for p in ARTICLES.iterdir() if p.suffix in {".txt", ".md"})


def _manifest() -> list[dict[str, str]]:
    with (ARTICLES / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_article_has_gold_and_every_gold_file_its_article() -> None:
    names = [json.loads(p.read_text(encoding="utf-8"))["article"] for p in GOLD]
    assert names == [p.name for p in _articles()]
    assert 18 <= len(names) <= 20


def test_articles_are_short_and_end_with_one_line_break() -> None:
    for path in _articles():
        text = path.read_bytes().decode("utf-8")
        assert 120 <= len(text.split()) <= 350, path.name
        assert "\r" not in text, path.name
        assert text.endswith("\n"), path.name
        assert text == text.strip() + "\n", path.name


def test_shared_keys_are_present(gold: Json) -> None:
    keys = HEAD_KEYS + FACT_KEYS
    assert list(gold)[: len(keys)] == keys
    assert all(isinstance(gold[key], list) for key in FACT_KEYS)


def test_headline_and_author_stand_in_the_text(gold: Json, text: str) -> None:
    assert gold["headline"] in text
    assert gold["author"] is None or gold["author"] in text


def test_statements_are_the_articles_words(gold: Json, text: str) -> None:
    for statement in _of(gold, STATEMENT_LISTS):
        assert statement["text"] == text[statement["start"] : statement["end"]]
        assert statement["text"] == statement["text"].strip() != ""
        assert statement["form"] in {"direct", "indirect", "mixed"}


def test_statements_stand_in_order_and_apart(gold: Json) -> None:
    spans = [(s["start"], s["end"]) for s in gold["statements"]]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_direct_statements_hold_no_outer_quotation_marks(gold: Json) -> None:
    for statement in gold["statements"]:
        if statement["form"] == "direct":
            assert statement["text"][0] not in "“”„«»›‹\"'‘", statement["text"]
            assert statement["text"][-1] not in '“”„«»›‹"', statement["text"]


def test_mixed_statements_quote_and_indirect_ones_do_not(gold: Json) -> None:
    for statement in gold["statements"]:
        quoted = bool(re.search(r"[“„«\"‘]|\B'", statement["text"]))
        assert statement["form"] == "direct" or quoted == (statement["form"] == "mixed"), statement


def test_evidence_of_meetings_is_verbatim(gold: Json, text: str) -> None:
    for meeting in _of(gold, MEETING_LISTS):
        assert meeting["evidence"] in text
        assert all(g in text for g in meeting["groups"]), meeting["groups"]


def test_meetings_use_closed_values_and_edtf(gold: Json) -> None:
    for meeting in _of(gold, MEETING_LISTS):
        assert meeting["status"] in {"held", "planned", "cancelled", "hypothetical", "denied"}
        assert meeting["kind"] in {"meeting", "visit", "call", "multilateral"}
        day = meeting["date"]
        assert day is None or re.fullmatch(rf"{EDTF_DAY}(/{EDTF_DAY})?", day), day


def test_references_resolve(gold: Json) -> None:
    actors = {a["id"] for a in gold["actors"]}
    known = actors | {m["name"] for m in gold["missions"]}
    for statement in gold["statements"]:
        assert {statement["speaker"], *statement.get("co_speakers", [])} <= actors
    for meeting in gold["meetings"]:
        sides = [a for side in meeting.get("sides", []) for a in side]
        parts = [*meeting["participants"], *meeting.get("host", []), *meeting.get("mediator", [])]
        others = [a for reading in meeting.get("alternatives", []) for a in reading]
        assert parts
        assert {*parts, *sides, *others} <= known
        assert len(meeting["participants"]) == len(set(meeting["participants"]))


def test_actors_have_unique_ids_and_names_and_verbatim_mentions(gold: Json, text: str) -> None:
    actors = [*gold["actors"], *gold.get("optional_actors", [])]
    assert max(Counter(a["id"] for a in gold["actors"]).values()) == 1
    assert max(Counter(a["name"] for a in actors).values()) == 1
    for actor in actors:
        assert actor["type"] in {"Person", "Organization", "State"}
        assert all(m in text for m in actor.get("mentions", [])), actor
    assert all(a["mentions"] for a in gold["actors"])


def test_roles_are_of_actors_missions_or_nobody_named(gold: Json, text: str) -> None:
    named = {a["name"] for a in gold["actors"]} | {m["name"] for m in gold["missions"]}
    named |= {x for m in gold["missions"] for x in m.get("aliases", [])}
    for actor in gold["actors"]:
        for title, of in actor.get("roles", []):
            assert title
            assert actor["type"] == "Person"
            assert of is None or of in named or of in text, (actor["name"], of)


def test_missions_hold_figures_and_known_people(gold: Json) -> None:
    names = {a["id"] for a in gold["actors"]}
    names |= {a["name"] for a in [*gold["actors"], *gold.get("optional_actors", [])]}
    for mission in gold["missions"]:
        assert mission.get("commander") is None or mission["commander"] in names
        assert mission.get("lead") is None or mission["lead"] in names, mission["lead"]
        for key in ("strength", "changes", "casualties"):
            assert all(figure["value"] > 0 for figure in mission.get(key, []))
        kinds = {c["kind"] for c in mission.get("changes", [])}
        assert kinds <= {"increase", "decrease", "factor"}


def test_manifest_rows_name_existing_articles() -> None:
    rows = _manifest()
    assert list(rows[0]) == ["path", "published", "publisher", "url", "title", "language"]
    paths = [row["path"] for row in rows]
    assert paths == sorted(set(paths))
    assert all((ARTICLES / path).is_file() for path in paths)


def test_sidecars_belong_to_articles_and_use_known_keys() -> None:
    sidecars = sorted(ARTICLES.glob("*.meta.json"))
    stems = {p.stem for p in _articles()}
    assert sidecars
    for path in sidecars:
        assert path.name.removesuffix(".meta.json") in stems
        assert set(json.loads(path.read_text(encoding="utf-8"))) <= METADATA


def test_what_the_user_knows_is_in_the_gold() -> None:
    known = {row["path"]: {k: v for k, v in row.items() if v} for row in _manifest()}
    for path in ARTICLES.glob("*.meta.json"):
        known[path.name.replace(".meta.json", ".txt")] = json.loads(path.read_bytes())
    for name, facts in known.items():
        gold = json.loads((EXAMPLES / "gold" / f"{Path(name).stem}.json").read_bytes())
        for key in {"published", "publisher"} & set(facts):
            assert gold[key] == facts[key], name


def test_some_articles_have_no_date_of_their_own() -> None:
    published = [json.loads(p.read_bytes())["published"] for p in GOLD]
    assert published.count(None) == 1
    assert all(p is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", p) for p in published)


def test_readme_tells_of_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in _articles():
        assert f"`{path.name}`" in readme


def test_the_set_shows_every_status_kind_form_and_change() -> None:
    documents = [json.loads(p.read_bytes()) for p in GOLD]
    meetings = [m for d in documents for m in d["meetings"]]
    statuses = {"held", "planned", "cancelled", "hypothetical", "denied"}
    assert {m["status"] for m in meetings} == statuses
    assert {m["kind"] for m in meetings} == {"meeting", "visit", "call", "multilateral"}
    forms = {s["form"] for d in documents for s in d["statements"]}
    assert forms == {"direct", "indirect", "mixed"}
    changes = [c for d in documents for m in d["missions"] for c in m.get("changes", [])]
    assert {c["kind"] for c in changes} == {"increase", "decrease"}


def test_the_set_holds_a_change_over_time_and_a_contradiction() -> None:
    levels: dict[str, set[tuple[str, int]]] = {}
    for document in (json.loads(p.read_bytes()) for p in GOLD):
        for mission in document["missions"]:
            for figure in mission.get("strength", []):
                seen = levels.setdefault(mission["name"], set())
                seen.add((document["published"], figure["value"]))
    assert levels["KFOR"] == {("2026-03-03", 4600), ("2026-04-21", 5100)}
    assert levels["MINUSCA"] == {("2026-04-14", 17400), ("2026-04-14", 14000)}

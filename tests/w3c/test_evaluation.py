"""The query and update suites through /sparql and /update, with data sent to /graphs."""

import pyoxigraph as ox
import pytest

from tests.w3c.comparison import as_quads, expected, read, same, table
from tests.w3c.endpoint import JSON, Endpoint
from tests.w3c.exceptions import DIFFERENT, LEFT_OUT, REFUSED
from tests.w3c.manifests import MF, QT, SUITES, UT, Test, dataset, entries, path_of, suite, text

ALL = [t for name in ("query", "update", "results", "fed") for t in entries(*suite(name))]
TURTLE = "text/turtle"


def query_evaluation(test: Test, server: Endpoint) -> None:
    action, result = (test.graph.value(test.node, p) for p in (MF.action, MF.result))
    server.hold(dataset(test, action))
    wanted = expected(path_of(result), str(result))
    form = ox.QueryResultsFormat.from_extension(path_of(result).suffix.removeprefix("."))
    accept = (
        TURTLE
        if isinstance(wanted, frozenset)
        else form.media_type.partition(";")[0]
        if form
        else JSON
    )
    answer = server.query(text(test.graph.value(action, QT.query)), accept)
    assert (answer.status, answer.media) == (200, accept), answer.body
    if isinstance(wanted, frozenset):
        assert same(ox.parse(answer.body, format=ox.RdfFormat.TURTLE), wanted), answer.body
        return
    found = read(answer.body, form or ox.QueryResultsFormat.JSON)
    if isinstance(wanted, bool) or isinstance(found, bool):
        assert found is wanted
    else:
        assert same(as_quads(found), as_quads(wanted)), answer.body


def csv_result(test: Test, server: Endpoint) -> None:
    action, result = (test.graph.value(test.node, p) for p in (MF.action, MF.result))
    server.hold(dataset(test, action))
    answer = server.query(text(test.graph.value(action, QT.query)), "text/csv")
    assert (answer.status, answer.media) == (200, "text/csv"), answer.body
    assert table(answer.body) == table(path_of(result).read_bytes())


def update_evaluation(test: Test, server: Endpoint) -> None:
    action, result = (test.graph.value(test.node, p) for p in (MF.action, MF.result))
    server.hold(dataset(test, action))
    answer = server.update(text(test.graph.value(action, UT.request)))
    assert answer.status == 204, answer.body
    assert same(server.held(), dataset(test, result))


def query_is_read(test: Test, server: Endpoint) -> None:
    answer = server.query(text(test.graph.value(test.node, MF.action)), f"{JSON}, {TURTLE}")
    assert answer.status == 200, answer.body


def query_is_not_read(test: Test, server: Endpoint) -> None:
    answer = server.query(text(test.graph.value(test.node, MF.action)), f"{JSON}, {TURTLE}")
    assert (answer.status, answer.media) == (400, "application/problem+json"), answer.body


def update_is_read(test: Test, server: Endpoint) -> None:
    """409: it was read, and the data forbid it."""
    answer = server.update(text(test.graph.value(test.node, MF.action)))
    assert answer.status in {204, 409}, answer.body


def update_is_not_read(test: Test, server: Endpoint) -> None:
    answer = server.update(text(test.graph.value(test.node, MF.action)))
    assert (answer.status, answer.media) == (400, "application/problem+json"), answer.body


_KINDS = {
    "QueryEvaluationTest": query_evaluation,
    "CSVResultFormatTest": csv_result,
    "UpdateEvaluationTest": update_evaluation,
    "PositiveSyntaxTest11": query_is_read,
    "NegativeSyntaxTest11": query_is_not_read,
    "PositiveUpdateSyntaxTest11": update_is_read,
    "NegativeUpdateSyntaxTest11": update_is_not_read,
}


_USUAL = [t for t in ALL if t.name not in DIFFERENT and t.name not in REFUSED]


@pytest.mark.parametrize("test", _USUAL, ids=lambda t: t.name)
def test_the_service_does_as_the_specification_says(test: Test, server: Endpoint) -> None:
    _KINDS[test.kind](test, server)


@pytest.mark.parametrize("test", [t for t in ALL if t.name in DIFFERENT], ids=lambda t: t.name)
def test_an_exception_is_one_still(test: Test, server: Endpoint) -> None:
    with pytest.raises(AssertionError):
        _KINDS[test.kind](test, server)


@pytest.mark.parametrize("test", [t for t in ALL if t.name in REFUSED], ids=lambda t: t.name)
def test_what_would_fetch_something_is_refused(test: Test, server: Endpoint) -> None:
    action = test.graph.value(test.node, MF.action)
    query, request = (test.graph.value(action, p) for p in (QT.query, UT.request))
    if "update" in test.name:
        answer = server.update(text(request or action))
    else:
        answer = server.query(text(query or action), JSON)
    assert (answer.status, answer.media) == (403, "application/problem+json")


def test_every_test_is_run_and_every_exception_is_one_of_them() -> None:
    names = {t.name for t in ALL}
    assert len(ALL) == len(names) == 505
    assert names.issuperset([*DIFFERENT, *REFUSED])
    listed = {f.name for f in SUITES.iterdir() if f.is_dir()}
    run = {t.name.partition("/")[0] for t in ALL}
    others = {"protocol", "graph-store-protocol", "service-description"}
    assert listed == run | others | set(LEFT_OUT)

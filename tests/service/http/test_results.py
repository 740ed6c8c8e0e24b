"""Answers are remembered by state, query and form, within their room."""

from service.http.results import Remembered, Results
from service.store.workers.work import Kind, Query, Snapshot

NOW, LATER = Snapshot("/s/1", 1, "1-a"), Snapshot("/s/2", 2, "2-b")


def answer(body: bytes) -> Remembered:
    return Remembered(Kind.SOLUTIONS, "text/csv", body)


def test_an_answer_is_found_for_its_state_query_and_form_alone() -> None:
    results = Results(1 << 20)
    results.keep(NOW, Query("ASK {}"), answer(b"yes"))
    assert results.get(NOW, Query("ASK {}")) == answer(b"yes")
    others = (
        Query("ASK { }"),
        Query("ASK {}", "text/csv"),
        Query("ASK {}", default=("http://e.org/g",)),
        Query("ASK {}", base="http://e.org/"),
    )
    assert not any(results.get(NOW, other) for other in others)
    assert results.get(LATER, Query("ASK {}")) is None


def test_the_oldest_goes_where_there_is_no_room() -> None:
    results = Results(10_000)
    for number in range(10):
        results.keep(NOW, Query(f"ASK {{ {number} }}"), answer(b"x" * 1000))
    held = [n for n in range(10) if results.get(NOW, Query(f"ASK {{ {n} }}"))]
    assert held == [6, 7, 8, 9]
    assert results.size <= 10_000


def test_what_would_take_most_of_the_room_is_not_kept() -> None:
    results = Results(10_000)
    results.keep(NOW, Query("ASK {}"), answer(b"x" * 2000))
    assert results.get(NOW, Query("ASK {}")) is None
    none = Results(0)
    none.keep(NOW, Query("ASK {}"), answer(b""))
    assert none.get(NOW, Query("ASK {}")) is None

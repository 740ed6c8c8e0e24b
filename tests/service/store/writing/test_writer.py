"""Others' writes: published before they are answered, all or nothing, killed when too long."""

import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest

from service.errors import StoreBusy, StoreError, UsageError
from service.store.directory import StoreDirectory
from service.store.workers.errors import Lost, Malformed, QueryTimeout
from service.store.writing.errors import Conflict
from service.store.writing.work import Plan, Planned, Update
from service.store.writing.writer import Writer

BASE = "http://e.org/"
# joins that no planner shortens: it ends long after any test
NUMBERS = " ".join(f"?s{v} <n> ?{v} ." for v in "abcd")
COUNTED = f"SELECT (COUNT(*) AS ?n) {{ {NUMBERS} FILTER(?a + ?b + ?c + ?d > 0) }}"
ENDLESS = f"INSERT {{ <a> <b> ?n }} WHERE {{ {COUNTED} }}"


def update(text: str) -> Update:
    return Update(text, BASE, (("e", BASE),))


def holds(directory: StoreDirectory, pattern: str) -> bool:
    with directory.reading() as store:
        return bool(store.query(f"ASK {{ {pattern} }}", base_iri=BASE))


def numbers(writer: Writer, count: int = 600) -> None:
    writer.write(
        update("INSERT DATA {" + " ".join(f"<s{i}> <n> {i} ." for i in range(count)) + "}")
    )


def test_a_write_is_published_when_it_is_answered(
    directory: StoreDirectory, writer: Writer
) -> None:
    written = writer.write(update("INSERT DATA { e:a e:b 1 }"))
    assert written.version == directory.version == 2
    assert holds(directory, "<a> <b> 1")


def test_concepts_that_were_dropped_stay_away(directory: StoreDirectory, writer: Writer) -> None:
    writer.write(update("DROP ALL"))
    writer.write(update("INSERT DATA { <a> <b> 1 }"))
    with directory.reading() as store:
        assert len(store) == 1


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("INSERT DATA { <a> <b> 1 } ; CLEAR XYZ", Malformed),
        ("INSERT DATA { <a> <b> 1 } ; CREATE GRAPH <g>", Conflict),
        ("INSERT DATA { <a> <b> 1 } ; DROP GRAPH <nowhere>", Conflict),
    ],
)
def test_one_failing_operation_undoes_the_whole_request(
    directory: StoreDirectory, writer: Writer, text: str, error: type[Exception]
) -> None:
    writer.write(update("CREATE GRAPH <g>"))
    with pytest.raises(error):
        writer.write(update(text))
    assert not holds(directory, "<a> <b> 1")


def test_a_runaway_is_killed_and_changes_nothing(directory: StoreDirectory) -> None:
    writer = Writer(directory, seconds=1.5)
    numbers(writer)
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"1.5 seconds; nothing was changed"):
        writer.write(update("INSERT DATA { <x> <y> 1 } ; " + ENDLESS))
    assert time.monotonic() - started < 5
    assert not holds(directory, "<x> <y> 1")
    writer.write(update("INSERT DATA { <x> <y> 2 }"))
    assert holds(directory, "<x> <y> 2")
    assert holds(directory, "<s1> <n> 1")
    writer.close()


def test_brackets_too_deep_to_read_end_the_process_at_most(writer: Writer) -> None:
    deep = "INSERT { <a> <b> 1 } WHERE " + "{" * 2_000_000 + "}" * 2_000_000
    with pytest.raises((Lost, Malformed)):
        writer.write(update(deep))
    assert writer.write(update("INSERT DATA { <a> <b> 1 }")).version == 2


def test_writes_that_wait_share_a_snapshot(directory: StoreDirectory, writer: Writer) -> None:
    writer.write(update("INSERT DATA { <start> <b> 1 }"))
    with ThreadPoolExecutor(24) as pool:
        texts = (f"INSERT DATA {{ <s> <p> {n} }}" for n in range(24))
        found = list(pool.map(lambda text: writer.write(update(text)), texts))
    assert len({written.version for written in found}) <= 4
    assert max(written.version for written in found) == directory.version
    with directory.reading() as store:
        assert len(list(store.quads_for_pattern(ox.NamedNode(BASE + "s"), None, None))) == 24


def test_the_lock_is_free_between_writes(directory: StoreDirectory, writer: Writer) -> None:
    for n in range(2):
        writer.write(update(f"INSERT DATA {{ <a> <b> {n} }}"))
        with directory.writing("beside it"):
            pass


def test_somebody_elses_lock_is_waited_for_no_longer_than_set(
    directory: StoreDirectory, writer: Writer
) -> None:
    with directory.writing("a long load"), pytest.raises(StoreBusy, match="a long load"):
        writer.write(update("INSERT DATA { <a> <b> 1 }"))
    assert writer.write(update("INSERT DATA { <a> <b> 1 }")).done.existed


def test_a_store_that_has_gone_is_told(directory: StoreDirectory, writer: Writer) -> None:
    shutil.rmtree(directory.path)
    with pytest.raises(StoreError, match="No such file"):
        writer.write(update("INSERT DATA { <a> <b> 1 }"))


def test_the_process_that_writes_ends_with_its_server(directory: StoreDirectory) -> None:
    script = (
        "import sys, time; from pathlib import Path\n"
        "from tests.service.store.writing.test_writer import *\n"
        f"w = Writer(StoreDirectory(Path({str(directory.path)!r})), 60.0); numbers(w)\n"
        "print(w._child._process.pid, flush=True); w.write(update(ENDLESS))"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as server:
        assert server.stdout
        pid = int(server.stdout.readline())
        time.sleep(0.5)
        server.kill()
    until = time.monotonic() + 5
    while _runs(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(pid)
    with directory.writing():
        pass


def _runs(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def planned(reached: frozenset[str] = frozenset()) -> Plan:
    """Writes how many triples the store holds when its turn has come."""

    def make(store: ox.Store) -> Planned:
        return Planned(update(f"INSERT DATA {{ e:count e:is {len(store)} }}"), reached)

    return Plan(make)


def test_a_plan_sees_what_was_written_before_it(directory: StoreDirectory, writer: Writer) -> None:
    writer.write(update("DROP ALL"))
    with ThreadPoolExecutor(6) as pool:
        inserts = [
            pool.submit(writer.write, update(f"INSERT DATA {{ e:a e:b {i} }}")) for i in "123"
        ]
        found = [pool.submit(writer.write, planned()) for _ in "ab"]
        for one in (*inserts, *found):
            one.result()
    last = writer.write(planned())
    assert holds(directory, "<count> <is> ?n FILTER(?n > 3)")
    assert last.version == directory.version


def test_a_plan_that_raises_changes_nothing_and_says_why(
    directory: StoreDirectory, writer: Writer
) -> None:
    def refuse(_: ox.Store) -> Planned:
        raise UsageError("not so")

    before = directory.version
    with pytest.raises(UsageError, match="not so"):
        writer.write(Plan(refuse))
    assert directory.version == before
    writer.write(update("INSERT DATA { e:a e:b 1 }"))
    assert holds(directory, "<a> <b> 1")


def test_what_a_plan_reaches_is_all_that_the_search_index_looks_at(
    directory: StoreDirectory, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[set[str]] = []
    monkeypatch.setattr(
        "service.store.directory.ended", lambda _, __, reached: ended.append(set(reached))
    )
    writer.write(planned(frozenset({"http://e.org/x"})))
    writer.write(update("INSERT DATA { e:a e:b 1 }"))
    assert ended == [{"http://e.org/x"}]


def test_a_plan_comes_after_what_a_load_has_left_unpublished(
    directory: StoreDirectory, writer: Writer
) -> None:
    with directory.writing("load", every=3600) as loading:
        loading.graph.add(ox.Quad(ox.NamedNode("a:x"), ox.NamedNode("a:y"), ox.Literal("z")))
    seen: list[bool] = []

    def make(store: ox.Store) -> Planned:
        seen.append(bool(store.query("ASK { <a:x> <a:y> 'z' }")))
        return Planned(update("INSERT DATA { e:a e:b 1 }"), frozenset())

    writer.write(Plan(make))
    assert seen == [True]

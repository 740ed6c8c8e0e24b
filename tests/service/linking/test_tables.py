"""Tables of links as people save them, and what is told where one is broken."""

from pathlib import Path

import pytest

from service.errors import UsageError
from service.linking import BadTable, read_table
from service.linking.tables import Row, outside


def table(folder: Path, content: str | bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "thing,link,relation,kind\nMila Dorn,Q42,close,actor\n\n"),
        ("t.tsv", "thing\tlink\trelation\tkind\nMila Dorn\tQ42\tclose\tactor\n"),
        ("t.csv", b'\xef\xbb\xbflink,kind,relation,thing\r\n"Q42",actor,close,"Mila Dorn"\r\n'),
    ],
)
def test_rows_of_csv_and_tsv(tmp_path: Path, name: str, content: str | bytes) -> None:
    read = read_table(table(tmp_path, content, name))
    item = "http://www.wikidata.org/entity/Q42"
    assert read.rows == (Row(2, "Mila Dorn", item, "close", "actor"),)
    assert read.file == name
    assert len(read.sha256) == 64


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    path = table(tmp_path, "who;x,same\nMila Dorn,https://e.org/1\n")
    (row,) = read_table(path, "who;x", "same").rows
    assert (row.thing, row.link, row.relation, row.kind) == (
        "Mila Dorn",
        "https://e.org/1",
        "exact",
        "",
    )


@pytest.mark.parametrize("link", ["Q42", "wd:Q42", "https://www.wikidata.org/wiki/Q42"])
def test_wikidatas_items_in_all_their_forms(link: str) -> None:
    assert outside(link) == "http://www.wikidata.org/entity/Q42"


@pytest.mark.parametrize("link", ["", "Q0", "dorn", "javascript:alert(1)", "http://", "http:// b"])
def test_what_is_no_iri(link: str) -> None:
    with pytest.raises(ValueError, match="is no IRI"):
        outside(link)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("thing,link\nA,Q1\nB\n", "row 3: has 1 cells, the head has 2"),
        ("thing,link\n,Q1\n", "row 2: thing is empty"),
        ("thing,link\nA,nonsense\n", "row 2: 'nonsense' is no IRI"),
        ("thing,link,relation\nA,Q1,exat\n", "row 2: no relation 'exat'; did you mean 'exact'?"),
        ("thing,link,kind\nA,Q1,boat\n", "row 2: no kind 'boat'"),
        ("thing,links\nA,Q1\n", "row 1: no column 'link'; did you mean 'links'?"),
        ("thing,link,link\nA,Q1,Q1\n", "row 1: more than one column 'link'"),
        ("", "row 1: no column 'thing'; there are none"),
        (b"thing,link\n\xff,Q1\n", "row 2: is not UTF-8"),
        ('thing,link\n"A,Q1\n', "row 2: is broken"),
    ],
)
def test_a_broken_table_names_its_row(tmp_path: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(BadTable) as refused:
        read_table(table(tmp_path, content))
    assert f"t.csv, {told}" in str(refused.value)
    assert str(refused.value).endswith("nothing was linked")


def test_all_broken_rows_are_told_up_to_twenty(tmp_path: Path) -> None:
    with pytest.raises(BadTable) as refused:
        read_table(table(tmp_path, "thing,link\n" + "A,x\n" * 25))
    lines = str(refused.value).splitlines()
    assert len(lines) == 22
    assert lines[20] == "… and 5 more rows"


def test_no_rows_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no rows"):
        read_table(table(tmp_path, "thing,link\n"))
    with pytest.raises(UsageError, match="can't be read: No such file"):
        read_table(tmp_path / "none.csv")

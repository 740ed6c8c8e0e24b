"""docs/queries.md says what the catalogue says."""

from pathlib import Path

from queries.catalogue import catalogue
from queries.page import page


def test_the_page_is_up_to_date() -> None:
    written = Path(__file__).parents[2] / "docs" / "queries.md"
    assert written.read_text(encoding="utf-8") == page()


def test_every_question_parameter_and_column_is_documented() -> None:
    sections = page().split("\n## ")[1:]
    for section, (name, query) in zip(sections, catalogue().items(), strict=True):
        assert section.startswith(f"`{name}`")
        for told in (*query.params, *query.columns):
            assert f"| `{told.name}`" in section
            assert told.help in section

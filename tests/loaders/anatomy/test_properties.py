"""What holds for any text: no exception, spans inside it, nothing overlapping."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.anatomy import dissect
from loaders.article import Article

_LINES = st.sampled_from(
    [
        "Ministers agree",
        "MINISTERS AGREE",
        "“WE AGREE” Said the ministers of the north and of the south there.",
        "OSLO, May 3, 2022 (AP) — The ministers of the north met in Oslo again.",
        "By Ann Ode in Oslo May 3, 2022",
        "3 May 2022",
        "3 May 2022 They met in Oslo.",
        "today (3 May 2022)",
        "Oslo, Norway",
        "Photo: Ann Ode",
        "Read also",
        "Tags: rail",
        "They met in Oslo, said the ministers of the north and of the south.",
        "- Ann Ode",
        "said:",
        "",
        "\ufeff",
        "\t.\r",
    ]
)
_ARTICLES = st.lists(_LINES, max_size=9).map("\n".join)


@settings(deadline=None)
@given(st.text() | _ARTICLES)
def test_parts_stand_in_the_text_and_apart(text: str) -> None:
    anatomy = dissect(Article("a", "a", text))
    end = 0
    for skipped in anatomy.skipped:
        assert end <= skipped.span.start < skipped.span.end <= len(text)
        end = skipped.span.end
    if anatomy.headline:
        assert any(s.span == anatomy.headline for s in anatomy.skipped)
    if anatomy.published and anatomy.published.span:
        span = anatomy.published.span
        assert text[span.start : span.end] == anatomy.published.words
    for part in (anatomy.dateline_place, anatomy.author, anatomy.publisher):
        for span in part.evidence.spans if part else ():
            assert text[span.start : span.end].casefold() == part.value.casefold()

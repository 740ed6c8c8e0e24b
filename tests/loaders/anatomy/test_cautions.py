"""Warnings about the frame of an article."""

import pytest

from loaders.anatomy import cautions, dissect
from loaders.article import Article, Metadata
from loaders.facts import Span, Warned

BODY = "The two ministers met in the capital and spoke about the new railway."
UNDATED = Warned("undated", "no publication date: relative days stay open")
GERMAN = "Die beiden Minister trafen sich und sprachen über die neue Eisenbahn im Norden."


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f"3 May 2022\n\n{BODY}", ()),
        (BODY, (UNDATED,)),
        (
            f"Railway agreed\n\n03/05/2022\n\n{BODY}",
            (
                Warned(
                    "ambiguous-date",
                    "03/05/2022 may mean two days: give --published",
                    Span(16, 26),
                ),
            ),
        ),
        (f"Railway agreed\n\n13/05/2022\n\n{BODY}", ()),
        (
            "3 May 2022\nTags: rail",
            (Warned("no-body", "nothing but a headline and lines around a body"),),
        ),
        (GERMAN, (Warned("language", "in de, for which there are no rules: stored unread"),)),
    ],
)
def test_cautions(text: str, warnings: tuple[Warned, ...]) -> None:
    assert cautions(text, dissect(Article("a", "a", text))) == warnings


def test_what_the_user_gives_answers_the_caution() -> None:
    text = f"Railway agreed\n\n03/05/2022\n\n{BODY}"
    known = Metadata(published="2022-05-03")
    assert cautions(text, dissect(Article("a", "a", text, known))) == ()

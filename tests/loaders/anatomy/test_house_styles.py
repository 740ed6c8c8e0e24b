"""Whole articles in the styles of agencies, ministries and papers: what is read, what is left."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

Look = Callable[..., Any]
ONE = "The two ministers met in the capital and spoke about the new railway."
TWO = "They agreed to speak again before the winter begins in the mountains."


@dataclass(frozen=True)
class Style:
    """An article, and what its anatomy should tell of it."""

    name: str
    text: str
    headline: str | None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    left: str = f"{ONE} {TWO}"


STYLES = [
    Style(
        "news agency",
        f"""Ministers agree on railway
By Ann Ode and Bo Ulm
May 3, 2022 10:15 AM GMT+2 Updated 2 hours ago

OSLO, May 3 (Rail Press) - {ONE}

{TWO}

Reporting by Ann Ode; Editing by Bo Ulm
""",
        headline="Ministers agree on railway",
        published="2022-05-03",
        place="Oslo",
        author="Ann Ode",
    ),
    Style(
        "agency with slashes",
        f"""Ministers agree on railway

MOSCOW, May 3. /RAIL/. {ONE}

{TWO}
""",
        headline="Ministers agree on railway",
        place="Moscow",
    ),
    Style(
        "ministry",
        f"""MINISTRY OF RAILWAYS
PRESS RELEASE No. 12
Oslo, 3 May 2022

MINISTERS AGREE ON RAILWAY

{ONE}

{TWO}

Media contact: Ann Ode, +47 22 33 44 55
###
""",
        headline="MINISTERS AGREE ON RAILWAY",
        published="2022-05-03",
        place="Oslo",
    ),
    Style(
        "alliance",
        f"""Secretary General meets the two ministers

03 May. 2022 -
Last updated: 04 May. 2022 15:10

{ONE}

{TWO}
""",
        headline="Secretary General meets the two ministers",
        published="2022-05-03",
    ),
    Style(
        "union",
        f"""Oslo, 03.05.2022 - 18:21, UNIQUE ID: 220503_12

Railway: Statement by the High Representative

{ONE}

{TWO}
""",
        headline="Railway: Statement by the High Representative",
        published="2022-05-03",
        place="Oslo",
    ),
    Style(
        "presidency",
        f"""Remarks by the President on the railway

May 3, 2022

Grand Hall

Oslo, Norway

10:15 A.M. CET

THE PRESIDENT: {ONE}

Q    Is it agreed?

THE PRESIDENT: Yes.

END 10:20 A.M. CET
""",
        headline="Remarks by the President on the railway",
        published="2022-05-03",
        place="Oslo",
        left=f"THE PRESIDENT: {ONE} Q Is it agreed? THE PRESIDENT: Yes.",
    ),
    Style(
        "daily paper",
        f"""Ministers agree on railway
Ann Ode in Oslo
Tue 3 May 2022 10.15 BST
Last modified on Wed 4 May 2022 11.00 BST
Share
The ministers shake hands. (Photo by Bo Ulm)

{ONE}

WHAT HAPPENED?

{TWO}

Topics: Railways / Norway
""",
        headline="Ministers agree on railway",
        published="2022-05-03",
        place="Oslo",
        author="Ann Ode",
    ),
    Style(
        "web page scraped with its frame",
        f"""Home > News > Rail
3 May 2022 Rails and Bridges
Ministers agree on railway
Ministers agree on railway
English | Deutsch
{ONE}
Read also
Why trains are late
{TWO}
PREV The old bridge falls
NEXT We will walk
© 2022 Daily Rail
""",
        headline="Ministers agree on railway",
        published="2022-05-03",
    ),
    Style(
        "mail wrapped at a column",
        """Ministers agree on railway

OSLO (AP) - The two ministers met in the capital and spoke about
the new railway, officials said on Tuesday. They agreed to speak
again before the winter begins, said Ode, the minister of the
northern land. It was cold.
""",
        headline="Ministers agree on railway",
        place="Oslo",
        left=(
            "The two ministers met in the capital and spoke about the new railway, officials said "
            "on Tuesday. They agreed to speak again before the winter begins, said Ode, the "
            "minister of the northern land. It was cold."
        ),
    ),
    Style("text without a frame", f"{ONE}\n{TWO}\n", headline=None),
    Style(
        "date at the end",
        f"Ministers agree on railway\n\n{ONE}\n\n{TWO}\n\n-30-\n\nOslo, 3 May 2022\n",
        headline="Ministers agree on railway",
        published="2022-05-03",
        place="Oslo",
    ),
]


@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
def test_house_styles(look: Look, style: Style) -> None:
    seen = look(style.text)
    assert seen.headline == style.headline
    assert (seen.published, seen.place, seen.author) == (style.published, style.place, style.author)
    left = list(style.text)
    for part in seen.anatomy.skipped:
        left[part.span.start : part.span.end] = " " * (part.span.end - part.span.start)
    assert "".join(left).split() == style.left.split()

"""What web pages and military releases put around a text: not read, and nothing lost by it."""

import pytest

from tests.loaders.anatomy.conftest import Look, Seen

HEAD = "Ministers agree on railway"
ONE = "The two ministers met in the capital and spoke about the new railway."
TWO = "They agreed to speak again before the winter begins in the mountains."
BODY = f"{ONE}\n\n{TWO}"


def left(seen: Seen) -> str:
    """The words that are read."""
    kept = list(seen.text)
    for part in seen.anatomy.skipped:
        kept[part.span.start : part.span.end] = " " * (part.span.end - part.span.start)
    return " ".join("".join(kept).split())


@pytest.mark.parametrize(
    "below",
    [
        "PREV Ten trains that you must see NEXT Winter timetable begins",
        "← Previous post\nTen trains that you must see\nNext post →\nWinter timetable begins",
        "← Ten trains that you must see\n\nWinter timetable begins →",
        "Previous article\nTen trains that you must see",
        "Read in Albanian",
        "Read this in Serbian.",
        "This post is also available in: Albanian Serbian",
        "Shqip  Srpski",
        "Topics\nRailway\nMinisters",
        "-end-",
        "Tags: railway, ministers\n#railway #ministers",
        "ALSO READ | Ten trains that you must see",
        "(Photo by Spc. Ann Ode)",
        "Photo credit: Ministry of Railways",
    ],
)
def test_furniture_below_the_text(look: Look, below: str) -> None:
    seen = look(f"{HEAD}\n\n3 May 2022\n\n{BODY}\n\n{below}\n")
    assert left(seen) == f"{ONE} {TWO}"
    assert (seen.headline, seen.published) == (HEAD, "2022-05-03")


@pytest.mark.parametrize(
    "above",
    [
        "EN | DE | FR",
        "Photo: Ann Ode/Rail Press",
        "The ministers on the platform. © Ann Ode",
        "A NEW BRIDGE OVER THE RIVER",
        HEAD,
        HEAD.upper(),
    ],
)
def test_furniture_above_the_text(look: Look, above: str) -> None:
    seen = look(f"{HEAD}\n\n3 May 2022\n\n{above}\n\n{BODY}\n")
    assert left(seen) == f"{ONE} {TWO}"
    assert (seen.headline, seen.published) == (HEAD, "2022-05-03")


def test_speech_in_guillemets_is_no_navigation(look: Look) -> None:
    speech = "« The railway will be built », said the minister on the platform."
    assert left(look(f"{HEAD}\n\n3 May 2022\n\n{ONE}\n\n{speech}\n")) == f"{ONE} {speech}"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("September 21st, 2021", "2021-09-21"),
        ("Posted on the 3rd of May, 2022", "2022-05-03"),
        ("Published on: 03/May/2022", "2022-05-03"),
        ("3-May-2022", "2022-05-03"),
        ("2022-05-03T10:15:00+02:00", "2022-05-03"),
        ("Tuesday, 3rd May 2022, 10:15", "2022-05-03"),
        ("05.13.2022", "2022-05-13"),
        ("Date Posted: 05.13.2022 04:11", "2022-05-13"),
    ],
)
def test_lines_that_date_the_article(look: Look, line: str, published: str) -> None:
    seen = look(f"{HEAD}\n{line}\n\n{BODY}\n")
    assert (seen.published, seen.headline) == (published, HEAD)
    assert left(seen) == f"{ONE} {TWO}"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("[Oslo, 3 May 2022] ", "Oslo"),
        ("(Oslo, 3 May 2022) ", "Oslo"),
        ("PRISTINA (Rail Press) – 3 May 2022 – ", "Pristina"),
        ("Pristina, 3 May 2022 – ", "Pristina"),
        ("WASHINGTON, D.C., May 3, 2022 — ", "Washington"),
        ("Oslo, May 3, 2022. ", "Oslo"),
        ("Oslo (3 May 2022): ", "Oslo"),
    ],
)
def test_datelines(look: Look, line: str, place: str) -> None:
    seen = look(f"{HEAD}\n\n{line}{BODY}\n")
    assert (seen.published, seen.place) == ("2022-05-03", place)
    assert left(seen) == f"{ONE} {TWO}"


@pytest.mark.parametrize("opening", ["[Smiling, 3 May 2022] ", "(Oslo in the rain) ", "[Oslo] "])
def test_other_words_in_brackets_are_no_dateline(look: Look, opening: str) -> None:
    assert look(f"{HEAD}\n\n{opening}{BODY}\n").place is None


def test_a_sentence_that_ends_with_a_day_is_no_dateline(look: Look) -> None:
    first = "They met in Oslo, May 3, 2022."
    seen = look(f"{HEAD}\n\n{first} {BODY}\n")
    assert seen.place is None
    assert left(seen) == f"{first} {ONE} {TWO}"


@pytest.mark.parametrize(
    "above", ["Македонски\nShqip\nEnglish", "English (EN) ▼", "EN | SQ | SR", "RELEASE: 2022-05-01"]
)
def test_lines_above_the_headline(look: Look, above: str) -> None:
    seen = look(f"{above}\n\n{HEAD}\n\n3 May 2022\n\n{BODY}\n")
    assert (seen.headline, seen.published) == (HEAD, "2022-05-03")
    assert left(seen) == f"{ONE} {TWO}"


def test_a_by_line_in_small_letters_does_not_continue_the_headline(look: Look) -> None:
    seen = look(f"{HEAD}\nby Ann Ode\n3 May 2022\n\n{BODY}\n")
    assert (seen.headline, seen.author) == (HEAD, "Ann Ode")


def test_a_release_of_the_forces_with_its_record(look: Look) -> None:
    seen = look(
        f"Date Taken: 05.13.2022\nDate Posted: 05.14.2022 04:11\nStory ID: 420001\n"
        f"Location: CAMP BIRCH, ZZ\n\n{HEAD}\n\n{BODY}\n"
    )
    assert (seen.headline, seen.published) == (HEAD, "2022-05-14")
    assert left(seen) == f"{ONE} {TWO}"


def test_a_story_of_the_forces(look: Look) -> None:
    seen = look(
        f"{HEAD}\n\nCAMP BIRCH, KOSOVO\n\n05.13.2022\n\nStory by Ann Ode\n\n"
        f"Railway Command Public Affairs\n\n{BODY}\n"
    )
    assert (seen.headline, seen.published, seen.author) == (HEAD, "2022-05-13", "Ann Ode")
    assert left(seen) == f"{ONE} {TWO}"


def test_a_date_in_words_tells_which_number_is_the_month(look: Look) -> None:
    seen = look(
        "05.03.2022\nRailway Command Public Affairs\nFOR IMMEDIATE RELEASE\n\n"
        f"{HEAD}\n\nKABUL, Afghanistan (May 3, 2022) – {BODY}\n"
    )
    assert (seen.headline, seen.published, seen.place) == (HEAD, "2022-05-03", "Kabul")
    assert left(seen) == f"{ONE} {TWO}"


def test_dots_put_the_day_first_where_nothing_says_otherwise(look: Look) -> None:
    assert look(f"05.03.2022\n\n{HEAD}\n\n{BODY}\n").published == "2022-03-05"


@pytest.mark.parametrize(
    "form", ["today (07 July 2022)", "today, 7 July 2022,", "today – 7.7.2022"]
)
def test_today_with_its_day(look: Look, form: str) -> None:
    seen = look(f"{HEAD}\n\nThe minister received {form} her colleague from Oslo. {TWO}\n")
    assert seen.published == "2022-07-07"


def test_by_line_with_place_and_date(look: Look) -> None:
    seen = look(f"{HEAD}\nBy Ann Ode in Pristina November 20, 2023\n\n{BODY}\n")
    assert (seen.author, seen.place, seen.published) == ("Ann Ode", "Pristina", "2023-11-20")
    assert left(seen) == f"{ONE} {TWO}"

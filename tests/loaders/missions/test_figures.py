"""Strength, changes, casualties, contributors: what each wording says, and what says nothing."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType, Mission

Read = Callable[..., tuple[Mission, ...]]
Figures = Callable[..., list[tuple[object, ...]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KFOR has over 900 soldiers.", ("level", 900.0, "moreThan", "troops")),
        ("UNIFIL numbers some 950 peacekeepers.", ("level", 950.0, "about", "personnel")),
        ("They praised KFOR's 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        ("KFOR, with 900 soldiers, patrols.", ("level", 900.0, "exactly", "troops")),
        ("About 900 soldiers serve in KFOR.", ("level", 900.0, "about", "troops")),
        ("There are 900 soldiers in KFOR.", ("level", 900.0, "exactly", "troops")),
        ("KFOR is there. The force has 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        ("KFOR is there. It has 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        ("KFOR is there. Its 900 soldiers stay.", ("level", 900.0, "exactly", "troops")),
        ("The 900-strong KFOR patrols.", ("level", 900.0, "exactly", "personnel")),
        ("KFOR has a strength of 900.", ("level", 900.0, "exactly", "personnel")),
        ("KFOR is there. The 900-strong force patrols.", ("level", 900.0, "exactly", "personnel")),
        ("KFOR was reduced to 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        ("Another 200 soldiers joined KFOR.", ("increase", 200.0, "exactly", "troops")),
        ("KFOR got an additional 200 soldiers.", ("increase", 200.0, "exactly", "troops")),
        ("KFOR was reinforced by 200 soldiers.", ("increase", 200.0, "exactly", "troops")),
        ("KFOR withdrew 200 soldiers.", ("decrease", 200.0, "exactly", "troops")),
        ("They may send 200 more soldiers to KFOR.", ("proposed", 200.0, "exactly", "troops")),
        ("KFOR doubled its presence.", ("factor", 2.0, "exactly", "personnel")),
        ("KFOR increased its forces by three times.", ("factor", 3.0, "exactly", "personnel")),
        ("30 KFOR soldiers were injured.", ("level", 30.0, "exactly", "wounded")),
        ("The crowd wounded 30 KFOR soldiers.", ("level", 30.0, "exactly", "wounded")),
        ("Two UNIFIL peacekeepers were killed.", ("level", 2.0, "exactly", "killed")),
        ("KFOR counted 30 wounded soldiers.", ("level", 30.0, "exactly", "wounded")),
        ("KFOR has soldiers from 19 countries.", ("level", 19.0, "exactly", "contributors")),
        ("Eleven soldiers of KFOR were injured.", ("level", 11.0, "exactly", "wounded")),
        ("KFOR now stands at 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        ("KFOR keeps 90 unarmed observers there.", ("level", 90.0, "exactly", "personnel")),
        ("The talks helped KFOR, which has 900 soldiers.", ("level", 900.0, "exactly", "troops")),
        (
            "The change brought KFOR, raising its strength to 900.",
            ("level", 900.0, "exactly", "personnel"),
        ),
        ("A battalion of 200 soldiers has joined KFOR.", ("increase", 200.0, "exactly", "troops")),
        (
            "KFOR counts on contributions from 19 nations.",
            ("level", 19.0, "exactly", "contributors"),
        ),
        ("21 Allies contribute to KFOR.", ("level", 21.0, "exactly", "contributingAllies")),
    ],
)
def test_one_figure(figures: Figures, text: str, expected: tuple[object, ...]) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "KFOR met the ambassadors of the 30 Allies.",
        "52 Serb protesters were wounded, said KFOR.",
        "KFOR does not have 900 soldiers.",
        "KFOR talked for 30 minutes.",
        "About 50 U.S. soldiers are among the staff of KFOR.",
        "KFOR moved 400 soldiers to the border.",
        "The army has 900 soldiers.",
        "KFOR increased patrols by three times.",
        "KFOR would have doubled its forces.",
        "KFOR will train 600 more soldiers by May.",
        "KFOR teaches its 600 soldiers how to count.",
        "Two hundred soldiers joined the protest.",
    ],
)
def test_no_figure(figures: Figures, text: str) -> None:
    assert figures(text) == []


def test_its_means_the_clauses_subject_where_that_sends_them(missions: Read) -> None:
    norway = {"Norway": ActorType.STATE}
    text = "KFOR is there. Norway will keep its 140 soldiers in the mission."
    (mission,) = missions(text, norway)
    assert mission.figures == ()
    (contributor,) = mission.contributors
    span = contributor.evidence.spans[0]
    assert (contributor.value, text[span.start : span.end]) == ("Norway", "Norway will keep")


def test_a_number_alone_stands_for_the_noun_before_it(missions: Read) -> None:
    (mission,) = missions("One soldier of KFOR was killed and two were wounded.")
    told = [(f.measure, f.value, f.unit) for f in mission.figures]
    assert told == [("killed", 1.0, "soldier"), ("wounded", 2.0, "soldier")]
    (other,) = missions("One soldier of KFOR was killed. Two were wounded.")
    assert [f.measure for f in other.figures] == ["killed"]


def test_soldiers_and_those_who_send_them(figures: Figures) -> None:
    assert figures("KFOR has at least 800 soldiers, provided by 18 Allies and 4 partners.") == [
        ("level", 800.0, "atLeast", "troops"),
        ("level", 18.0, "exactly", "contributingAllies"),
        ("level", 4.0, "exactly", "contributingPartners"),
    ]


def test_this_mission_may_come_before_its_name(figures: Figures) -> None:
    text = "Twelve soldiers were wounded in this mission. We call it Operation Prosperity Guardian."
    assert figures(text) == [("level", 12.0, "exactly", "wounded")]


def test_a_range_gives_two_bounds(figures: Figures) -> None:
    assert figures("KFOR has between 800 and 900 soldiers.") == [
        ("level", 800.0, "atLeast", "troops"),
        ("level", 900.0, "atMost", "troops"),
    ]


def test_we_and_the_leader_mean_the_only_mission(figures: Figures) -> None:
    nato = {"NATO": ActorType.ORGANIZATION}
    text = "NATO leads KFOR. NATO increased its presence four times. We added 50 soldiers."
    assert figures(text, nato) == [
        ("factor", 4.0, "exactly", "personnel"),
        ("increase", 50.0, "exactly", "troops"),
    ]


def test_a_figure_told_twice_has_the_words_of_both(missions: Read) -> None:
    text = "KFOR has 900 soldiers. Indeed, KFOR has 900 soldiers."
    (figure,) = missions(text)[0].figures
    words = [text[s.start : s.end] for s in figure.evidence.spans]
    assert words == ["900 soldiers", "900 soldiers"]
    assert figure.evidence.rule == "mission.strength.has"
    assert figure.unit == "soldiers"


def test_the_day_of_a_figure(missions: Read) -> None:
    (figure,) = missions("As of 5 May 2023, KFOR had 900 soldiers.")[0].figures
    assert figure.as_of is not None
    assert figure.as_of.edtf == "2023-05-05"


def test_what_soldiers_do_since_a_day_dates_not_their_number(missions: Read) -> None:
    (figure,) = missions("The 900 soldiers of KFOR have been on alert since 5 May 2023.")[0].figures
    assert figure.as_of is None


def test_two_dates_date_nothing(missions: Read) -> None:
    text = "On 5 May 2023 KFOR had 900 soldiers, fewer than on 12 June 1999."
    (figure,) = missions(text)[0].figures
    assert figure.as_of is None


def test_the_place_of_a_change(missions: Read) -> None:
    (figure,) = missions("KFOR doubled its presence in the north of Kosovo.")[0].figures
    assert figure.place == "north of Kosovo"


def test_figures_belong_to_the_mission_named_nearest(missions: Read) -> None:
    text = "UNIFIL has 800 peacekeepers and KFOR has 900 soldiers."
    found = {m.id: [f.value for f in m.figures] for m in missions(text)}
    assert found == {"united-nations-interim-force-in-lebanon": [800.0], "kfor": [900.0]}

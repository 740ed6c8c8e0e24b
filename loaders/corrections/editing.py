"""Facts as a correction leaves them; nothing but the facts that it speaks of changes."""

from dataclasses import replace

from loaders.corrections.correction import Correction, Kind
from loaders.corrections.leaving import without
from loaders.facts import Date, Derivation, Evidence, Facts, Meeting, Stated, Statement

RULE = "reader"  # of evidence that a reader vouches for


def edited(facts: Facts, claim: str, correction: Correction, base: str) -> Facts:
    """The facts without or with another value in the claim of this name.

    A claim that only its own quads hold (an office, a topic, a figure) is left to the mapping.
    """
    meetings = tuple(_meetings(facts, claim, correction))
    statements = tuple(_statements(facts, claim, correction, base))
    facts = replace(facts, meetings=meetings, statements=statements)
    return _without_thing(facts, claim) if correction.kind is Kind.REJECT else facts


def _without_thing(facts: Facts, claim: str) -> Facts:
    for kind, things in (
        ("actor", (*facts.actors, *facts.others)),
        ("mission", facts.missions),
        ("instrument", facts.instruments),
    ):
        for thing in things:
            if claim == f"{kind}-{thing.id}":
                return without(facts, thing)
    return facts


def _meetings(facts: Facts, claim: str, correction: Correction) -> list[Meeting]:
    found: list[Meeting] = []
    for meeting in facts.meetings:
        local = f"meeting-{meeting.id}"
        if claim == local or claim.startswith(f"{local}-"):
            mended = _meeting(meeting, claim.removeprefix(local), correction)
            found += [mended] if mended else []
        else:
            found.append(meeting)
    return found


def _meeting(meeting: Meeting, part: str, correction: Correction) -> Meeting | None:
    """The meeting as corrected; None where it goes as a whole."""
    if correction.kind is Kind.DATE:
        return replace(
            meeting, date=dated(correction, meeting.date), evidence=sure(meeting.evidence, "")
        )
    if correction.kind is Kind.PLACE:
        evidence = meeting.place.evidence if meeting.place else meeting.evidence
        return replace(meeting, place=Stated(correction.value, sure(evidence, ".place")))
    if part == "-date":
        return replace(meeting, date=None)
    if part == "-place":
        return replace(meeting, place=None)
    return meeting if part else None


def _statements(facts: Facts, claim: str, correction: Correction, base: str) -> list[Statement]:
    found: list[Statement] = []
    for statement in facts.statements:
        if claim != f"statement-{statement.id}":
            found.append(statement)
        elif correction.kind is Kind.SPEAKER:
            speaker = base + correction.value
            evidence = sure(statement.evidence, ".speaker")
            found.append(replace(statement, speaker=speaker, co_speakers=(), evidence=evidence))
        elif correction.kind is Kind.DATE:
            found.append(replace(statement, date=dated(correction, statement.date)))
    return found


def dated(correction: Correction, before: Date | None) -> Date:
    """The corrected date, with the words that were read as another."""
    words, span = (before.words, before.span) if before else ("", None)
    return Date(correction.value, None, Derivation.CORRECTED, words, span)


def sure(evidence: Evidence, part: str) -> Evidence:
    """The same words; that they say so is no longer a guess."""
    rule = f"{RULE}{part}" if part else evidence.rule
    return replace(evidence, rule=rule, confidence=1.0)

"""Speakers whom only a meeting or the words before tell: "the participants agreed"."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.statements.found import Found
from loaders.extractors.statements.speakers import Speaker
from loaders.facts import Meeting, Status
from loaders.reading.cast import Cast
from loaders.tables import terms

_PLAIN = {"the", "both", "two", "three", "all", "these", "meeting"}


def gathered(
    found: list[Found], text: str, cast: Cast, meetings: tuple[Meeting, ...]
) -> list[Found]:
    """`found`, with those who met as speakers where nothing else is known of them."""
    done: list[Found] = []
    for one in found:
        ids = () if one.speaker.ids else _ids(one, done, text, cast, meetings)
        done.append(replace(one, speaker=Speaker(ids, one.speaker.token)) if ids else one)
    return done


def _ids(
    one: Found, before: list[Found], text: str, cast: Cast, meetings: tuple[Meeting, ...]
) -> tuple[str, ...]:
    token = one.speaker.token
    if _of_meeting(token):
        return _who_met(token, cast, meetings)
    if token.lower_ != "it" or not before:
        return ()
    last = before[-1]
    bodies = not any(map(cast.is_person, last.speaker.ids))
    near = "\n" not in text[last.span.end : one.span.start]
    return last.speaker.ids if bodies and near and last.form is one.form else ()


def _of_meeting(token: Token) -> bool:
    """Whether the word is for all who met, with nothing that tells them from others."""
    plain = all(t.lower_ in _PLAIN for t in token.lefts)
    return (
        token.lower_ in terms("meeting_parties", "all")
        and plain
        and not any(c.dep_ in {"prep", "relcl", "acl", "appos"} for c in token.rights)
    )


def _who_met(token: Token, cast: Cast, meetings: tuple[Meeting, ...]) -> tuple[str, ...]:
    """The participants of the last meeting told before, persons alone if there are several."""
    held = [m for m in meetings if m.status is Status.HELD]
    before = [m for m in held if m.evidence.spans[0].start < token.idx]
    if not before:
        return ()
    ids = tuple(dict.fromkeys(p.actor for p in before[-1].participations))
    people = tuple(i for i in ids if cast.is_person(i))
    return people if len(people) > 1 else ids if len(ids) > 1 else ()

"""Who comes together with whom, when, where, about what, and whether it happened."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings.building import built, on_the_trip
from loaders.extractors.meetings.calls import BRIEFINGS, received_from
from loaders.extractors.meetings.company import with_company
from loaders.extractors.meetings.draft import drafted, going
from loaders.extractors.meetings.echoes import told_by_echo
from loaders.extractors.meetings.events import told_by_event
from loaders.extractors.meetings.firstperson import with_speakers
from loaders.extractors.meetings.headed import headed
from loaders.extractors.meetings.inverted import told_inverted
from loaders.extractors.meetings.joining import joined
from loaders.extractors.meetings.lists import told_by_list
from loaders.extractors.meetings.nouns import COUPLED, told_by_noun
from loaders.extractors.meetings.postponing import put_off
from loaders.extractors.meetings.presence import placed
from loaders.extractors.meetings.results import with_results
from loaders.extractors.meetings.sameday import dated
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.meetings.titled import with_titled
from loaders.extractors.meetings.trips import told_by_trip
from loaders.extractors.meetings.verbs import told_by_verb
from loaders.extractors.meetings.words import noun
from loaders.facts import Meeting
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

_VERBS = {"VERB", "AUX"}


def find_meetings(reading: Reading, cast: Cast) -> tuple[Meeting, ...]:
    """All meetings that the article tells, in order of mention."""
    tokens = _body(reading)
    cast = with_speakers(reading, cast)
    anchors = tuple(token for token in tokens if _may_tell(token))
    first = tuple(telling for token in anchors for telling in _told(token, cast))
    known = with_company(cast, first, tokens)
    tellings = [telling for token in anchors for telling in _told(token, known)]
    read = (draft for t in tellings for draft in drafted(t, reading, known))
    drafts = [told for draft in read for told in put_off(draft, reading)]
    there = [placed(draft, reading, known) for draft in going(drafts)]
    told = joined(headed(tuple(dated(there, reading)), reading, cast))
    meetings = with_results(told, tokens, known)
    found = tuple(
        built(i, meeting, reading.anatomy, cast) for i, meeting in enumerate(meetings, start=1)
    )
    return with_titled(on_the_trip(found), reading, cast)


def _body(reading: Reading) -> tuple[Token, ...]:
    headline = reading.anatomy.headline
    start = headline.end if headline is not None else 0
    return tuple(token for token in reading.doc if token.idx >= start)


def _may_tell(token: Token) -> bool:
    """Whether any rule of `_told` reads a word of the kind: most words are none."""
    if token.pos_ in _VERBS or token.text == ":" or token.lemma_ == "be":
        return True
    return noun(token) is not None or token.lemma_.lower() in BRIEFINGS


def _told(token: Token, cast: Cast) -> Iterator[Telling]:
    nouns = [*told_by_noun(token, cast), *told_by_trip(token, cast)]
    if not nouns and (taken := received_from(token, cast)):
        nouns.append(taken)
    told = [*told_by_verb(token, cast), *nouns]
    if not told or told[0].rule == COUPLED:  # who goes says more than the name of the summit
        told = [*told_by_event(token, cast)] or told
    yield from told or told_by_echo(token, cast)
    if not told and (beside := told_inverted(token, cast)):
        yield beside
    if token.text == ":":
        yield from told_by_list(token.sent, cast)

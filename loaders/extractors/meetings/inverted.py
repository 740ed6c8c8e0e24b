"""Who else was there, told the other way round: "also present were A and B"."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import phrase
from loaders.extractors.meetings.party import Party, facing
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_PRESENT = {"present", "attending", "attendance", "participating", "attend"}
_AMONG = {"among", "also"}


def told_inverted(token: Token, cast: Cast) -> Telling | None:
    """What "Among those attending the summit were A and B" tells; others add to what was told."""
    if token.lemma_ != "be" or token.dep_ != "ROOT":
        return None
    front = token.doc[token.sent.start : token.i]
    told = {t.lower_ for t in front}
    if not (told & _PRESENT and told & _AMONG):
        return None
    named = [c for c in token.children if c.dep_ in {"attr", "nsubj"} and c.i > token.i]
    found = phrase(named[0], cast) if named else Party()
    if not any(cast.is_person(a) for a in found.actors):
        return None
    entries = [entry for t in front if (entry := words.noun(t)) is not None]
    event = next((e for e in entries if e.reach != "trip"), None)
    kind = event.kind if event is not None else "meeting"
    alone = event is None or not facing(found) or "also" in told
    return Telling(token, kind, (found,), "meeting.echo.present", definite=alone)

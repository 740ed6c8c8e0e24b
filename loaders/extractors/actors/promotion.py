"""Which states are actors: those that act, speak or are addressed, or that facts use."""

from collections.abc import Iterable

from spacy.tokens import Token

from loaders.facts import Actor, Meeting, Mission, Statement
from loaders.reading.cast import Cast
from loaders.tables import terms

_ACTING = {"nsubj", "nsubjpass", "agent", "dobj", "iobj", "dative", "attr", "poss", "ROOT"}
_TOWARDS = {"with", "by", "against", "between", "on", "among"}


def acts(token: Token) -> bool:
    """Whether the phrase headed by `token` does, undergoes or is addressed in something."""
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep_ == "dobj" and token.head.lemma_ in terms("visiting_verbs", "verb"):
        return False
    if token.dep_ in _ACTING:
        return True
    if token.dep_ != "pobj":
        return _governs(token)
    preposition = token.head.lower_
    return preposition in _TOWARDS or (preposition == "of" and token.head.head.pos_ == "NOUN")


def _governs(token: Token) -> bool:
    """Whether a name or demonym stands before a noun that means the state: "Serbian side"."""
    head = token.head
    return head.i > token.i and head.lower_ in terms("state_nouns", "state")


def acting(
    cast: Cast,
    meetings: Iterable[Meeting] = (),
    statements: Iterable[Statement] = (),
    missions: Iterable[Mission] = (),
) -> tuple[Actor, ...]:
    """The cast's actors and those of its others whom some fact of the article uses."""
    used = {role.of for actor in cast.actors for role in actor.roles}
    for meeting in meetings:
        used.update(part.actor for part in meeting.participations)
    for statement in statements:
        used.update((statement.speaker, statement.addressee, *statement.co_speakers))
    used.update(mission.lead.value for mission in missions if mission.lead)
    promoted = [actor for actor in cast.others if actor.id in used]
    return tuple(sorted([*cast.actors, *promoted], key=_first_mention))


def _first_mention(actor: Actor) -> tuple[int, str]:
    first = min(actor.evidence.spans)
    return (first.start, actor.id)

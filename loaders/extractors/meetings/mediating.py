"""Who brought a meeting about: "mediated by X", "at the initiative of X"."""

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import after, clause, prepositions
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_VERBS = {"mediate", "broker", "facilitate"}
_NOUNS = {"mediation", "initiative", "auspex", "auspices", "facilitation", "sponsorship"}


def mediators(telling: Telling, cast: Cast) -> tuple[str, ...]:
    """The mediators told in the clause of the telling, without those who take part."""
    anchor = telling.anchor
    top = clause(anchor)
    told = [a for token in top.subtree if clause(token.head) == top for a in _by(token, cast)]
    told += [a for token in anchor.subtree for a in _by(token, cast)]
    found = dict.fromkeys((*telling.mediators, *told))
    return tuple(a for a in found if a not in telling.actors)


def _by(token: Token, cast: Cast) -> tuple[str, ...]:
    found = Party()
    if token.lemma_ in _VERBS and token.tag_ == "VBN" and (by := prepositions(token, "by")):
        found = after(by[0], cast)
    elif token.lemma_.lower() in _NOUNS and (of := prepositions(token, "of")):
        found = after(of[0], cast) if token.dep_ == "pobj" else found
    return found.actors

"""Third person singular pronouns bound to persons of fitting gender, nearest subjects first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_REACH = 6  # sentences back that a pronoun still looks


@dataclass(frozen=True)
class Named:
    """A person named at token `at`, in sentence `sentence`; subjects are better antecedents."""

    actor: str
    at: int
    sentence: int
    subject: bool


def resolve(
    token: Token, sentence: int, named: Iterable[Named], genders: Mapping[str, str]
) -> str | None:
    """The person that the pronoun means, None where nobody fits."""
    wanted = GENDERS[token.lower_]
    best: tuple[int, Named] | None = None
    for one in named:
        if one.at >= token.i or sentence - one.sentence > _REACH:
            continue
        if genders.get(one.actor, wanted) != wanted:
            continue
        score = 10 * (one.sentence - sentence) + (6 if one.subject else 0)
        if best is None or score >= best[0]:
            best = (score, one)
    return best[1].actor if best else None


def pronouns(doc: Doc) -> list[Token]:
    """All third person singular pronouns of the text."""
    return [t for t in doc if t.lower_ in GENDERS]

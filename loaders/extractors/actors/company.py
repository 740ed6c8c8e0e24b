"""What a name's form and the words that it depends on say for its being a person's."""

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.places import told_as_place
from loaders.extractors.actors.runs import Run
from loaders.extractors.actors.titles import singular, title_words

_PARTIES = {"with", "by"}
_TOLD = frozenset(
    ["response", "letter", "message", "call", "answer", "hear", "statement", "word"]
) | {
    "invitation",
    "reply",
    "talk",
    "speak",
    "write",
    "say",
}


def two_part(run: Run) -> bool:
    """Whether the given name has two parts with a hyphen, as Chinese and Korean ones: "Ka-ki"."""
    first, hyphen, second = run.words[-1].partition("-")
    return bool(hyphen and first and second.islower()) and not second.endswith("s")


def beside_people(page: Page, run: Run) -> bool:
    """Whether the name goes on a list of persons, or says who people are: "two Maltese, NAME"."""
    token = page.tokens[run.end - 1]
    above = token.head
    if token.dep_ == "conj":
        return above.ent_type_ == "PERSON"
    people = above.ent_type_ == "NORP" or singular(above.lower_) in title_words("head")
    return token.dep_ == "appos" and people


def is_party(page: Page, run: Run) -> bool:
    """Whether somebody is met, heard from or answered: "a letter from NAME"."""
    token = page.tokens[run.end - 1]
    if token.dep_ != "pobj" or told_as_place(page, page.words[run.start].text):
        return False
    above = token.head.head.lemma_.lower()
    return token.head.lower_ in _PARTIES or (token.head.lower_ in {"from", "to"} and above in _TOLD)

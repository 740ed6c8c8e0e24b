"""What a name's form and the words that it depends on say for its being a person's."""

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.places import told_as_place
from loaders.extractors.actors.runs import Run
from loaders.extractors.actors.titles import singular, title_words
from loaders.tables import terms

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
_OLDEST = 3  # digits of an age at most
_FAR = 6  # words in which an apposition names what somebody is


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
    people = above.ent_type_ == "NORP" or _is_people(above.lower_)
    return token.dep_ == "appos" and people


def _is_people(noun: str) -> bool:
    """Whether the noun is what somebody is: an office, a trade, a "witness"."""
    return singular(noun) in title_words("head") or noun in terms("people_nouns", "people")


def is_done_to(page: Page, run: Run) -> bool:
    """Whether the name is of whom something befalls that only people suffer: "arrested NAME"."""
    token = page.tokens[run.end - 1]
    done = token.dep_ in {"dobj", "oprd"} and token.head.lemma_ in terms("personal_verbs", "object")
    told_as = token.dep_ == "pobj" and token.head.lower_ == "as"
    return done or (told_as and token.head.head.lemma_ in {"identify", "name", "know"})


def is_told_as_person(page: Page, run: Run) -> bool:
    """Whether an age or what somebody is follows the name: "NAME, 34, ", "NAME, a farmer"."""
    i = run.end
    if page.lower(i) != "," or i + 2 >= len(page.words) or page.apart(i - 1, i + 1):
        return False
    age = page.words[i + 1].text
    if age.isdigit() and len(age) < _OLDEST and page.words[i + 2].text in {",", ".", ";"}:
        return True
    if page.lower(i + 1) not in {"a", "an"}:
        return False
    for k in range(i + 2, min(i + _FAR, len(page.words))):
        if page.tokens[k].pos_ == "NOUN" and not _goes_on(page, k):
            return _is_people(page.lower(k))
        if not page.words[k].text.islower() and page.words[k].text != "-":
            return False
    return False


def _goes_on(page: Page, i: int) -> bool:
    """Whether a further noun follows that the noun belongs to: "peace" in "peace activist"."""
    return i + 1 < len(page.words) and page.tokens[i + 1].pos_ == "NOUN"


def is_party(page: Page, run: Run) -> bool:
    """Whether somebody is met, heard from or answered: "a letter from NAME"."""
    token = page.tokens[run.end - 1]
    if token.dep_ != "pobj" or told_as_place(page, page.words[run.start].text):
        return False
    above = token.head.head.lemma_.lower()
    return token.head.lower_ in _PARTIES or (token.head.lower_ in {"from", "to"} and above in _TOLD)

"""Cuts a list of people into its members, word by word: parsers lose themselves in long titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from loaders.extractors.meetings.words import noun, people
from loaders.facts import MentionKind
from loaders.reading.cast import Cast

_JOINING = {("and",), ("&",), ("as", "well", "as"), ("along", "with"), ("together", "with")}
_JOINING |= {("including",), ("alongside",), ("plus",)}
_JOINERS = {words[0]: words for words in _JOINING}  # no two begin alike
_PASSED = {"also", "both", "then", "jointly", "separately", "respectively", "virtually", "here"}
_INSIDE = {"of", "from"}
_ENDING = {":", ";", ".", "—", "–", "--", "“", "”", '"', "?", "!", "…"}
_FINITE = {"VBD", "VBZ", "VBP", "VB", "MD"}
_SAYING = {"say", "add", "tell", "announce", "report", "state", "confirm", "claim", "write"}
_CUE = 8  # words of a title and a name before "said"
_RELATIVE = {"WDT", "WP", "WP$", "WRB"}
_BOUNDS = ("as many as", "more than", "fewer than", "less than", "at least", "up to")
_QUANTITIES = tuple(tuple(bound.split()) for bound in _BOUNDS)
_QUANTIFIERS = {words[0] for words in _QUANTITIES}


@dataclass(frozen=True)
class Item:
    """One member of a list; `link` is what joins it to the one before: "", "," or "and"."""

    tokens: tuple[Token, ...]
    link: str


def items(doc: Doc, start: int, end: int, cast: Cast, several: bool = False) -> tuple[Item, ...]:
    """The members of the list that begins at token `start`, until something else begins.

    `several` says that more than one must come ("between"): what is put in between is passed over.
    """
    found = _run(doc, start, end, cast)
    if several and len(found) == 1:
        resumed = _resumption(doc, start, end)
        found += tuple(_run(doc, resumed, end, cast)) if resumed else ()
    return found


def _resumption(doc: Doc, start: int, end: int) -> int | None:
    """Where a list goes on after an insertion between commas: ", and B"."""
    for i in range(start, end - 2):
        if doc[i].text == "," and doc[i + 1].lower_ == "and" and not _verbal(doc[i + 2]):
            return i + 1
    return None


def _run(doc: Doc, start: int, end: int, cast: Cast) -> tuple[Item, ...]:
    found: list[Item] = []
    current: list[Token] = []
    link = between = ""
    i = start
    while i < end:
        token = doc[i]
        joining, width = _joins(doc, i, end)
        if joining == "," and _saying(doc, i + 1, start):
            break
        if joining:
            link = joining if current else _stronger(link, joining)
            found.extend(_closed(current, between))
            between, current = link, []
            i += width
            if i < end and _verbal(doc[i]) and not cast.reference(doc[i]):
                break
        elif token.text == "(":
            i = _closing(doc, i, end)
        elif width := _quantity(doc, i, end):
            i += width
        elif width := _mention(token, cast, end):
            current.extend(doc[i : i + width])
            i += width
        elif (
            token.lower_ in _PASSED
            or token.is_space
            or (token.lower_ == "with" and not current and found)
        ):
            i += 1
        elif _stops(token, current) and not _qualifies(token, cast, end):
            break
        else:
            current.append(token)
            i += 1
    found.extend(_closed(current, between))
    return tuple(found)


def _saying(doc: Doc, start: int, first: int) -> bool:
    """Whether a clause of saying begins there: ", the ministry said" names no further member."""
    for token in doc[start : min(start + _CUE, doc[first].sent.end)]:
        if token.dep_ == "nsubj" and token.head.i == token.i + 1:
            opening = token.left_edge.i == start and not token.is_ancestor(doc[first])
            return opening and token.head.lemma_ in _SAYING
        if token.text == "," or token.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _closed(current: list[Token], link: str) -> list[Item]:
    while current and current[-1].pos_ in {"ADP", "DET", "ADV"}:
        current = current[:-1]
    return [Item(tuple(current), link)] if current else []


def _stronger(one: str, other: str) -> str:
    return "and" if "and" in (one, other) else other


def _joins(doc: Doc, i: int, end: int) -> tuple[str, int]:
    if doc[i].text == ",":
        return ",", 1
    words = _JOINERS.get(doc[i].lower_, ())
    if words and i + len(words) <= end and _reads(doc, i, words):
        return "and", len(words)
    return "", 0


def _reads(doc: Doc, i: int, words: tuple[str, ...]) -> bool:
    return tuple(t.lower_ for t in doc[i : i + len(words)]) == words


def _quantity(doc: Doc, i: int, end: int) -> int:
    """How many tokens stand there that only bound a number: "more than" 20 legislators."""
    if doc[i].lower_ not in _QUANTIFIERS:
        return 0
    for words in _QUANTITIES:
        after = i + len(words)
        if after < end and _reads(doc, i, words) and doc[after].like_num:
            return len(words)
    return 0


def _closing(doc: Doc, i: int, end: int) -> int:
    for j in range(i + 1, end):
        if doc[j].text == ")":
            return j + 1
    return end


def _mention(token: Token, cast: Cast, end: int) -> int:
    """How many tokens the name at `token` takes: no name is cut, whatever words it is made of."""
    found = cast.reference(token)
    if found is None or found.mention.kind is MentionKind.PRONOUN:
        return 0
    last = token.i
    while last + 1 < min(end, len(token.doc)) and token.doc[last + 1].idx < found.mention.span.end:
        last += 1
    return last + 1 - token.i


def _verbal(token: Token) -> bool:
    if token.tag_ in {"VBG", "VBN"}:
        return token.dep_ not in {"amod", "compound", "nmod"} and token.pos_ == "VERB"
    return token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"}


def _qualifies(token: Token, cast: Cast, end: int) -> bool:
    """Whether a participle only stands before a name ("the newly elected President X")."""
    before = token.nbor(-1) if token.i else None
    adverbial = before is not None and before.pos_ in {"ADV", "DET", "ADJ"}
    named = token.i + 1 < end and cast.reference(token.nbor(1)) is not None
    return token.tag_ in {"VBN", "VBG"} and adverbial and named


def _stops(token: Token, current: list[Token]) -> bool:
    if token.text in _ENDING or token.tag_ in _RELATIVE or _verbal(token):
        return True
    if token.ent_type_ in {"DATE", "TIME"} and token.pos_ != "ADJ":
        return not _within_name(token)
    if token.pos_ == "SCONJ":
        return True
    if token.pos_ in {"ADP", "PART"} and token.tag_ != "POS":
        return not _inside(token, current)
    return False


def _within_name(token: Token) -> bool:
    """Whether a date only belongs to a title ("2022 ASEAN Chair") or is an article."""
    titled = token.dep_ in {"nummod", "compound", "nmod"} and token.head.ent_type_ != "DATE"
    return token.lower_ == "the" or (titled and token.head.i > token.i)


def _inside(token: Token, current: list[Token]) -> bool:
    """Whether a preposition belongs to a title ("Ambassador to Israel")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is None or not current:
        return False
    if token.ent_type_ == "ORG" and token.ent_iob_ == "I" and following.ent_iob_ == "I":
        return True  # "the Partnership for Progress"
    if token.lower_ in _INSIDE:
        return not _tells_meeting(token)
    titled = any(people(t) for t in current)
    if token.lower_ in {"for", "to"} and titled and token.tag_ != "TO":
        return following.pos_ in {"PROPN", "ADJ", "NOUN", "DET"} and not _tells_meeting(token)
    if token.lower_ == "to" and titled:
        return following.pos_ in {"PROPN", "DET"}
    return token.lower_ == "-" or (token.text == "in" and token.nbor(-1).text == "-")


def _tells_meeting(token: Token) -> bool:
    return any(noun(t) for t in _phrase(token))


def _phrase(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield child

"""The subject of a verb of speech: its own, or lent by joined verbs, participles and relatives."""

from spacy.tokens import Token

from loaders.extractors.statements.cues import verb_at

_RELATIVE = {"who", "which", "that"}
_NOMINAL = {"NOUN", "PROPN", "PRON"}
_PAST = {"VBD", "VBN"}
_PRESENT = {"VBZ", "VBP"}
_TOLD = {"VBD", "VBZ", "VBP"}
_FINITE = _TOLD | {"MD"}
_OPENING = {"“", '"', "«", "„", "``"}
REACH = 60  # words in which the broken-off half of a sentence has its subject


def subject_of(verb: Token, passive: bool = False) -> Token | None:
    """The word for who does what `verb` tells, borrowed from its governor if need be."""
    wanted = {"nsubj", "nsubjpass"} if passive else {"nsubj"}
    for child in verb.children:
        if child.dep_ in wanted:
            return _antecedent(child)
    if (main := misread_main(verb)) is not None:
        return main
    head = (
        misread_subject(verb)
        or listed_with(verb)
        or governor(verb)
        or _listed_before(verb)
        or _across_break(verb)
    )
    if head is None:
        return None
    if head.pos_ in _NOMINAL:
        return head
    if head.lemma_ in {"quote", "cite"} and not any(c.dep_ == "auxpass" for c in head.children):
        return next((c for c in head.children if c.dep_ == "dobj"), None)
    if head.pos_ == "ADJ" and head.dep_ == "acomp":
        head = head.head
    return subject_of(head, passive=True)


def misread_main(verb: Token) -> Token | None:
    """For "One of them called Lind a liar", read as "them (who were) called": the subject.

    A sentence needs a finite verb: where there is no other, the participle is it.
    """
    if verb.tag_ != "VBN" or verb.dep_ not in {"acl", "relcl"} or verb.sent.root.tag_[:2] == "VB":
        return None
    helped = any(c.dep_ in {"agent", "aux", "auxpass", "nsubj"} for c in verb.children)
    others = (t for t in verb.sent if t.tag_ in _FINITE and t.i < verb.i)
    if helped or any(t.dep_ != "relcl" for t in others):
        return None
    root: Token = verb.sent.root
    return root if root.i < verb.i and root.pos_ in _NOMINAL | {"NUM"} else None


def misread_subject(verb: Token) -> Token | None:
    """For "… and the leaders called on", read as "leaders (who were) called": the noun."""
    if verb.i > 2 and verb.nbor(-2).lower_ == "re" and verb.nbor(-1).text == "-":
        return verb.nbor(-3)
    marked = any(c.dep_ == "mark" for c in verb.children)  # "in a statement that A and B called"
    if verb.tag_ != "VBD" or verb.dep_ not in {"acl", "relcl"} or verb.i == 0 or marked:
        return None
    before = verb.nbor(-1)
    return before if before.dep_ == "conj" and before.pos_ in _NOMINAL else None


def listed_with(verb: Token) -> Token | None:
    """For "condemned A, called for B and noted C", read as "A (that was) called": the first."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    joined = any(c.dep_ == "conj" and verb_at(c) is not None for c in verb.children)
    above = next((a for a in verb.ancestors if verb_at(a) is not None and a.i < verb.i), None)
    return above if joined and above is not None and above.tag_ in {"VBD", "VBZ", "VBP"} else None


def _listed_before(verb: Token) -> Token | None:
    """For "X raised A, noted B", read as "noted" over "raised": the first verb of the list."""
    if verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    return next((c for c in verb.lefts if c.dep_ == "ccomp" and alike(c, verb)), None)


def _across_break(verb: Token) -> Token | None:
    """Where the parse starts a sentence behind a comma: the verb before it that has a subject."""
    first = verb.sent.start
    if (
        verb.dep_ != "ROOT"
        or first == 0
        or (verb.doc[first].text not in {",", "and"} and verb.nbor(-1).text != ",")
    ):
        return None
    for other in reversed(verb.doc[max(0, first - REACH) : first]):
        if other.is_space or other.text in {".", "?", "!"}:
            return None
        if (
            other.pos_ == "VERB"
            and any(c.dep_ == "nsubj" for c in other.children)
            and other.dep_ not in {"relcl", "ccomp"}
        ):
            return other
    return None


def _antecedent(subject: Token) -> Token:
    """For "who" and "which": the noun that they stand for."""
    clause = subject.head
    if subject.lower_ in _RELATIVE and clause.dep_ == "relcl":
        return clause.head
    if subject.lower_ in {"who", "which"} and subject.i > 0 and subject.nbor(-1).pos_ in _NOMINAL:
        return subject.nbor(-1)
    return subject


def governor(verb: Token) -> Token | None:
    """The word that lends `verb` its subject; the parse hangs some joined verbs too low."""
    if verb.dep_ == "conj":
        return matrix(verb)
    if verb.dep_ in {"advcl", "xcomp", "acl", "relcl", "ccomp"} and verb.tag_ in {
        "VBG",
        "VB",
        "VBN",
    }:
        return (_before_quotation(verb) or _outermost(verb)) if verb.tag_ == "VBG" else verb.head
    if verb.dep_ in {"pcomp", "pobj"} and verb.head.dep_ in {"prep", "mark", "advcl"}:
        above = verb.head.head
        return above.head if above.lower_ in {"aside", "apart"} else above
    if verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ",":
        return _reporting_before(verb)
    if verb.head.lower_ == "re" and verb.head.i < verb.i:
        return verb.head
    if verb.dep_ == "dep" and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        return verb.head
    return None


def _before_quotation(verb: Token) -> Token | None:
    """For "Noting A, X said, “B”", hung on the words quoted: the report that opens them."""
    for token in verb.doc[verb.i : verb.head.i]:
        if token.text in _OPENING:
            before = verb.doc[verb.i + 1 : token.i]
            reports = [t for t in before if t.tag_ in _TOLD and verb_at(t) is not None]
            return next((t for t in reversed(reports) if subject_of(t) is not None), None)
    return None


def _reporting_before(verb: Token) -> Token | None:
    """For a participle behind a comma, hung elsewhere by the parse: the report before it."""
    for other in reversed(verb.doc[verb.sent.start : verb.i]):
        if verb_at(other) is not None and other.tag_ in {"VBD", "VBZ", "VBP"}:
            return other
    return None


def matrix(verb: Token) -> Token:
    """The verb that `verb` is joined to: the nearest above it in the same form."""
    head = verb.head
    if verb_at(verb) is not None and _says_of_himself(head) and alike(verb, head.head):
        return head.head
    while head.dep_ != "ROOT" and not alike(verb, head):
        head = head.head
    return head if alike(verb, head) else verb.head


def _says_of_himself(clause: Token) -> bool:
    """ "X said he was sad and warned Y": the one who warns is X, whatever the parse joins."""
    pronoun = any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "PRON" for c in clause.children)
    return clause.dep_ == "ccomp" and pronoun and verb_at(clause.head) is not None


def alike(a: Token, b: Token) -> bool:
    """Whether two verbs stand in one form, as joined verbs do."""
    if any(c.dep_ == "aux" and c.lower_ == "did" for c in a.children):
        return b.tag_ == "VBD"
    if _emphatic(a) and _has_auxiliary(b) and not _has_auxiliary(a):
        return b.tag_ == "VBD"
    if a.tag_ == b.tag_:
        return a.tag_ != "VBN" or _has_auxiliary(a) or not _has_auxiliary(b) or b.head is a.head
    if {a.tag_, b.tag_} <= _PRESENT:
        return True
    active = b.tag_ == "VBD" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in b.children)
    return {a.tag_, b.tag_} <= _PAST and not _has_auxiliary(a) and active


def _emphatic(verb: Token) -> bool:
    """Verbs like "condemn" and "thank" belong to who is reported, seldom to what is."""
    found = verb_at(verb)
    return found is not None and found.takes("kept") and verb.tag_ in _PAST


def _has_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _outermost(verb: Token) -> Token:
    """ "…, noting that …" goes with the reporting verb, not with what that reports."""
    best = verb.head
    for above in verb.ancestors:
        if above.i < verb.i and above.pos_ == "VERB" and verb_at(above) and above.sent == verb.sent:
            best = above
    return best if verb.dep_ == "advcl" else verb.head

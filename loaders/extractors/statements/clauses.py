"""Where a reported clause begins: with or without "that", as the parse sees it or not."""

from spacy.tokens import Token

from loaders.extractors.statements.cues import Verb, particle_of, verb_at

_TIMES = {"DATE", "TIME"}
_TOPIC = {"on", "about", "of"}  # "commenting on reports that": what is commented on
_OCCASION = {"after", "before", "at", "in", "during", "following", "via", "on"}
_ON = {"on", "at", "in", "during", "after", "before", "late", "early"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_NOMINAL = {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
_SUBORDINATORS = {"IN", "WDT", "WP", "TO", "WRB"}
_NO_CLAUSE = {
    "that",
    "which",
    "who",
    "to",
    "whether",
    "if",
    "as",
    "so",
    "because",
    "after",
    "before",
    "while",
    "since",
    "when",
    "where",
}
_CLAUSES = {"ccomp", "xcomp", "acl", "advcl", "parataxis", "dep"}
_NOT_REPORTED = {
    "so",
    "because",
    "as",
    "while",
    "after",
    "before",
    "since",
    "when",
    "unless",
    "until",
}


def reported_start(cue: Token, verb: Verb) -> int | None:
    """The first token of the clause after the cue that it reports."""
    clause = reported_clause(cue)
    if clause is None:
        return _after_that(cue, verb) or _bare_clause(cue, verb) or _split_clause(cue, verb)
    first = _past_frame(cue, clause_start(cue, clause), clause)
    if cue.doc[first].lower_ in {"which", "who"}:
        return None
    if not verb.takes("clause", "rule") and cue.doc[first - 1].lower_ != "that":
        return None
    between = cue.doc[cue.i + 1 : first]
    if any(t.dep_ == "dobj" and t.head == cue for t in between) and not verb.takes("told"):
        return None
    return None if any(t.tag_ == "VBG" and verb_at(t) is not None for t in between) else first


def _after_that(cue: Token, verb: Verb) -> int | None:
    """A clause with "that" that the parse hangs on a noun: "said in a statement that"."""
    if not verb.takes("clause", "that"):
        return None
    for token in cue.doc[cue.i + 1 : cue.sent.end]:
        if token.tag_ in _FINITE or token.is_punct or token.is_space:
            return None
        if token.dep_ == "dobj" and token.head == cue and not verb.takes("told"):
            return None
        if token.lower_ in _TOPIC and token.head == cue and not _names_day(token):
            return None
        if token.lower_ == "that" and _finite_follows(token):
            return int(token.i + 1)
    return None


def _split_clause(cue: Token, verb: Verb) -> int | None:
    """A clause whose subject is read as an object: "said people, young and old, would come"."""
    thing = next((c for c in cue.rights if c.dep_ == "dobj"), None)
    if thing is None or verb.lemma != "say":
        return None
    if not all(t.ent_type_ in _TIMES for t in cue.doc[cue.i + 1 : thing.left_edge.i]):
        return None
    clause = next((c for c in cue.rights if c.dep_ == "ccomp" and c.i > thing.i), None)
    if clause is None:
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children):
        return None
    finite = clause.tag_ in _FINITE or any(
        c.tag_ in _FINITE and c.dep_ in {"aux", "auxpass"} for c in clause.children
    )
    return int(thing.left_edge.i) if finite else None


def _past_frame(cue: Token, first: int, head: Token) -> int:
    """The clause without the day before it: "said on Monday the road was open"."""
    token = cue.doc[first]
    day = token if token.dep_ == "npadvmod" else next(iter(token.children), token)
    dated = day.ent_type_ in _TIMES and (token.dep_ == "npadvmod" or token.lower_ in _ON)
    after: int = token.right_edge.i + 1
    if first != cue.i + 1 or not dated or after >= head.i or cue.doc[after].is_punct:
        return first
    return after


def _names_day(preposition: Token) -> bool:
    return any(c.ent_type_ in _TIMES for c in preposition.children)


def _finite_follows(that: Token) -> bool:
    after = that.doc[that.i + 1 : that.sent.end]
    if len(after) == 0 or after[0].tag_ in _FINITE:  # "actions that would harm": a relative
        return False
    stop = next((k for k, t in enumerate(after) if t.text in {".", ";"} or t.is_space), len(after))
    return any(t.tag_ in _FINITE for t in after[:stop]) and that.tag_ != "DT"


def _bare_clause(cue: Token, verb: Verb) -> int | None:
    """A clause without "that" which the parse didn't see: a noun phrase and a finite verb."""
    particle = particle_of(cue)
    start = _behind_occasion(cue, (particle or cue).i + 1)
    for child in cue.rights:
        to = child.dep_ in {"dative", "prep"} and child.lower_ == "to"
        whom = child.dep_ == "dobj" and verb.takes("told")
        if (to or whom) and child.left_edge.i == start:
            start = child.right_edge.i + 1
    stop = next((t.i for t in cue.doc[start:] if _ends_clause(t)), start)
    words = cue.doc[start:stop]
    if len(words) < 3 or words[0].pos_ not in _NOMINAL or not verb.takes("clause"):
        return None
    finite = next((t for t in words if t.tag_ in _FINITE or t.tag_ == "VBN"), None)
    if (
        finite is None
        or finite.i == start
        or any(t.dep_ == "cc" for t in words[: finite.i - start])
    ):
        return None
    if finite.tag_ == "VBN" and (
        verb.takes("object") or verb.lemma not in {"say", "claim", "add", "allege"}
    ):
        return None
    return int(start)


def _behind_occasion(cue: Token, start: int) -> int:
    """Past "after the convention", if a pronoun follows: "said after the convention he would"."""
    if start >= cue.sent.end - 1 or cue.doc[start].lower_ not in _OCCASION:
        return start
    inner = next((c for c in cue.doc[start].children if c.dep_ in {"pobj", "nsubj"}), None)
    if inner is None:
        return start
    after: int = inner.right_edge.i + 1
    pronoun = after < cue.sent.end and cue.doc[after].tag_ == "PRP"
    return after if pronoun and cue.doc[after].dep_ in {"nsubj", "nsubjpass"} else start


def _ends_clause(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return token.text not in {"'", "’", '"', "“", "-"}
    return token.lower_ in _NO_CLAUSE and token.tag_ in _SUBORDINATORS


def reported_clause(cue: Token) -> Token | None:
    """The head of the clause after the cue that it reports."""
    particle = particle_of(cue)
    after = particle.i if particle is not None else cue.i
    for child in cue.rights:
        if child.i > after and child.dep_ == "ccomp" and child != particle and _is_clause(child):
            return child
    if particle is not None:
        for child in particle.rights:
            if child.dep_ in _CLAUSES and _is_clause(child):
                return child
    for child in cue.rights:
        if child.i > after and child.dep_ in _CLAUSES and _that(child):
            return child
        for inner in child.rights if child.dep_ in {"dobj", "prep", "npadvmod"} else ():
            if inner.dep_ in {"acl", "ccomp", "relcl"} and _that(inner) and takes_told(cue):
                return inner
    return None


def takes_told(cue: Token) -> bool:
    """Whether the cue's object is the addressee: "told X that", "informed X that"."""
    verb = verb_at(cue)
    return verb is not None and verb.takes("told")


def _is_clause(head: Token) -> bool:
    marks = {c.lower_ for c in head.children if c.dep_ == "mark"}
    return not marks & _NOT_REPORTED and any(
        c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in head.children
    )


def _that(head: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in head.children)


def clause_start(cue: Token, head: Token) -> int:
    """The first token of the clause around `head` that `cue` reports, after "that"."""
    particle = particle_of(cue)
    first: int = max((particle or cue).i + 1, head.left_edge.i)
    for token in cue.doc[cue.i + 1 : head.i]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.i >= first - 1:
            return int(token.i + 1)
    return first + 1 if cue.doc[first].lower_ == "that" and first + 1 < head.i else first

"""What is said as a noun phrase or an infinitive: "expressed concern over …", "urged X to …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.assertion import is_infinitive, is_passive, told
from loaders.extractors.statements.clauses import reported_start
from loaders.extractors.statements.cues import Verb, object_nouns, verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
from loaders.facts import Form, Span

_PREPOSITIONS = frozenset({"for", "on", "upon", "of", "to", "against"})
_COMPLEMENTS = {"prep", "acl", "relcl", "poss", "appos", "conj", "amod", "compound", "ccomp"}
_AMOUNTS = {"MONEY", "PERCENT", "QUANTITY", "CARDINAL"}
_OPENING = {"“", '"', "«", "„", "``", "'", "‘", '""'}
_NOMINAL = {"NOUN", "PROPN", "PRON"}
_KINDS = ("invitation", "condolence", "commitment", "plan", "denial", "credit")


def find_objects(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose content is an object or an infinitive of a verb of speech."""
    for token, verb in spans.verbs:
        if spans.in_quotation(token) or is_passive(token) or not told(token):
            continue
        bounds = _content(token, verb)
        if bounds is None or _fronted(token):
            continue
        first, frame = bounds
        span = spans.following(token, first)
        speaker = speakers.of(token)
        if verb.lemma == "raise" and speaker is not None and not speakers.means(speaker):
            continue  # "the decision raises questions"
        cut = frame == "request" and span is not None and not _asks(spans, span)
        if span is not None and speaker is not None and not cut:
            rule = f"statement.indirect.{frame}"
            yield Found(span, speaker, Form.INDIRECT, rule, token, verb)


def _asks(spans: Spans, span: Span) -> bool:
    """Whether the infinitive stands in what is asked: not so in "told the press, “to show …”"."""
    words = spans.doc.char_span(span.start, span.end, alignment_mode="expand")
    return any(t.pos_ in {"VERB", "AUX"} for t in words or ())


def _fronted(cue: Token) -> bool:
    """ "Acknowledging the loss, X said …": the circumstance of what is said, no statement."""
    return cue.tag_ == "VBG" and cue.dep_ == "advcl" and cue.head.i > cue.i


def _content(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """The first token of what is said and the frame that says so."""
    if verb.takes("clause", "that") and reported_start(cue, verb) is not None:
        return None
    for frame in (_asked, _named, _infinitive, _kept, _object, _of_a_kind, _prepositional):
        found = frame(cue, verb)
        if found is not None:
            return found
    return None


def _direct_object(cue: Token) -> Token | None:
    return next((c for c in cue.rights if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"), None)


def _to_do(cue: Token) -> Token | None:
    """The infinitive that the cue governs."""
    for child in cue.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(child):
            return child
    return None


def _asked(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "urged X to do Y", "called on X to do Y"."""
    if not verb.takes("request", "on"):
        return None
    for child in cue.rights:
        if child.dep_ == "ccomp" and is_infinitive(child) and verb.takes("request"):
            return int(child.left_edge.i), "request"
        target = child if child.dep_ == "dobj" and verb.takes("request") else None
        if child.dep_ in {"prep", "prt"} and child.lower_ in {"on", "upon", "for"}:
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
        if target is not None and _infinitive_after(cue, target):
            return int(target.left_edge.i), "request"
    return None


def _infinitive_after(cue: Token, target: Token) -> bool:
    heads = [*cue.rights, *target.rights]
    return any(
        c.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"}
        and is_infinitive(c)
        and c.i > target.i
        for c in heads
    )


def _named(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "called X a Y", "described X as Y"."""
    if not verb.takes("as"):
        return None
    if fronted := _fronted_thing(cue):
        return fronted, "as"
    thing = next((c for c in cue.rights if c.dep_ in {"dobj", "ccomp", "oprd"}), None)
    if verb.lemma == "refer":
        to = next((c for c in cue.rights if c.lower_ == "to"), None)
        thing = next((c for c in to.children if c.dep_ == "pobj"), None) if to else None
    if thing is None:
        return None
    if verb.lemma in {"call", "label", "brand", "dub", "term", "deem"}:
        return (int(thing.left_edge.i), "as") if _two(cue, thing) else None
    marked = any(c.lower_ == "as" for c in [*cue.subtree] if c.i > thing.left_edge.i)
    return (int(thing.left_edge.i), "as") if marked else None


def _two(cue: Token, thing: Token) -> bool:
    """Whether something is said of the thing: "called the plan a trick", "… “far too late”"."""
    predicates = {"oprd", "ccomp", "xcomp", "attr", "dobj"}
    if any(c.dep_ in predicates for c in cue.rights if c != thing and c.i > thing.i):
        return True
    if thing.dep_ == "ccomp" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in thing.children):
        return True
    behind = next((t for t in cue.doc[thing.i + 1 : cue.sent.end] if not t.is_space), None)
    clause = next((c for c in thing.rights if c.dep_ in {"acl", "relcl"}), None)
    later = clause is not None and any(
        t.text in _OPENING - {"'"} for t in cue.doc[clause.i : cue.sent.end]
    )
    if behind is not None and thing.pos_ in _NOMINAL and (behind.text in _OPENING or later):
        return True
    named = thing.dep_ == "oprd" or thing.pos_ in {"PROPN", "PRON"}
    return named and behind is not None and behind.lower_ in {"a", "an"} and not _time(behind.head)


def _time(noun: Token) -> bool:
    """ "an hour later": no thing to call anybody."""
    return noun.ent_type_ in {"DATE", "TIME"} or noun.dep_ == "npadvmod"


def _fronted_thing(cue: Token) -> int | None:
    """Where it says what something is called: "what X called Y", "which X has referred to as Y"."""
    subject = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    front = cue.doc[cue.left_edge.i]
    if subject is None or front.lower_ not in {"what", "which"} or front.i >= subject.left_edge.i:
        return None
    if front.lower_ == "what":
        start = cue.i + 1 if front.head == cue else None
        return start if start and start < len(cue.doc) and not cue.nbor().is_punct else None
    if any(c.dep_ == "dobj" and c.lower_ == "which" for c in cue.lefts) or cue.lemma_ == "refer":
        marked = next((t for t in cue.doc[cue.i + 1 : cue.i + 4] if t.lower_ == "as"), None)
        start = (marked.i if marked is not None else cue.i) + 1
        bare = verb_at(cue) is not None and cue.lemma_ in {"call", "label", "brand", "dub", "term"}
        return start if (marked is not None or bare) and start < cue.sent.end else None
    return None


def _infinitive(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "agreed to do Y"."""
    if not verb.takes("infinitive"):
        return None
    target = _to_do(cue)
    if target is None or any(c.dep_ == "nsubj" for c in target.children) or _direct_object(cue):
        return None
    return int(target.left_edge.i), "infinitive"


def _kept(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "thanked X for Y": the verb carries what is said."""
    target = _direct_object(cue)
    if verb.takes("kept-for"):
        return (cue.i, "kept") if _prep(cue, {"for"}) else None
    if target is None or target.lower_ in {"which", "that", "whom", "who"}:
        return None
    if verb.takes("wish"):
        two = sum(c.dep_ in {"dobj", "dative"} for c in cue.rights) > 1
        return (cue.i, "kept") if two else None
    if verb.takes("invitation-kept"):
        return (cue.i, "kept") if target.lemma_.lower() in object_nouns("invitation") else None
    if verb.takes("kept"):
        return cue.i, "kept"
    further = _prep(cue, {"for", "as", "over"}) or _prep(target, {"for", "as", "over"})
    purpose = [c for c in (*target.rights, *cue.rights) if c.dep_ in {"acl", "advcl", "relcl"}]
    if verb.takes("kept+") and (further or any(is_infinitive(c) for c in purpose)):
        return cue.i, "kept"
    return None


def _prep(head: Token, words: set[str]) -> Token | None:
    return next((c for c in head.rights if c.lower_ in words and c.dep_ in {"prep", "mark"}), None)


def _object(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "emphasized the need for Y"."""
    if not verb.takes("object"):
        return None
    target = next(
        (c for c in cue.rights if c.dep_ in {"dobj", "xcomp", "ccomp"} and _nominal(c)), None
    )
    if target is None or target.i + 1 >= len(cue.doc):
        return None
    amount = target.ent_type_ in _AMOUNTS or any(c.is_currency for c in target.lefts)
    if amount and verb.act != "commit":
        return None
    if target.left_edge.lower_ in {"this", "that", "it", "these", "those"}:
        return None
    bare = target.nbor().is_punct or target.nbor().is_space or target.nbor().dep_ == "cc"
    if bare and not any(c.dep_ in _COMPLEMENTS for c in target.children):
        return None
    return int(target.left_edge.i), "object"


def _nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "NUM"} or (token.tag_ == "VBG" and token.dep_ == "xcomp")


def _of_a_kind(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "extended an invitation", "provided X with details of Y"."""
    target = next((c for c in cue.rights if c.dep_ == "dobj"), None)
    any_at_all = target is not None and any(c.lower_ == "any" for c in target.lefts)
    if verb.takes("denial") and target is not None and any_at_all:
        return int(target.left_edge.i), "object"
    for kind in _KINDS:
        if verb.takes(kind) and target is not None and target.lemma_.lower() in object_nouns(kind):
            return int(target.left_edge.i), "object"
    if verb.takes("details"):
        for child in cue.rights:
            inner = (
                [c for c in child.children if c.dep_ == "pobj"] if child.lower_ == "with" else []
            )
            for noun in [*inner, *([target] if target is not None else [])]:
                if noun.lemma_.lower() in object_nouns("details"):
                    return int(noun.left_edge.i), "object"
    return None


def _prepositional(cue: Token, verb: Verb) -> tuple[int, str] | None:
    """ "called for Y", "warned of Y"."""
    for child in cue.rights:
        if (
            child.dep_ in {"prep", "dative"}
            and child.lower_ in _PREPOSITIONS
            and verb.takes(child.lower_)
        ):
            inner = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if verb.lemma in {"commit", "recommit"} and _direct_object(cue):
                continue
            if inner and not (child.lower_ == "on" and verb.lemma == "call"):
                return int(child.i + 1), "preposition"
    return None

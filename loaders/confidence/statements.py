"""Signs by which statements are judged: rule, cue, speaker, and the words said."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.confidence.scene import Scene
from loaders.confidence.sizes import size
from loaders.facts import MentionKind, Statement

NAME = MentionKind.NAME
_SUBJECTS = {"nsubj", "nsubjpass", "agent", "pobj", "poss"}
_PLACES = {"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "dep"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_SUBORDINATING = {"while", "when", "as", "after", "before", "if", "because", "although", "since"}
_MODALS = {"would", "could", "might", "may", "should", "can", "will", "must"}


def signs(statement: Statement, scene: Scene) -> Iterator[str]:
    """What speaks for or against the statement."""
    rule = statement.evidence.rule
    yield f"rule={rule}"
    yield f"family={rule.rpartition('.')[0]}"
    yield f"form={statement.form}"
    yield f"act={statement.act}"
    if statement.co_speakers:
        yield "speakers=several"
    if scene.transcript:
        yield "article=transcript"
    cue = scene.token(statement.cue) if statement.cue else None
    yield from _cue(cue) if cue is not None else ["cue=none"]
    yield from _speaker(statement, scene)
    yield from _words(statement, scene)


def _cue(cue: Token) -> Iterator[str]:
    yield f"cue.tag={cue.tag_[:3] if cue.tag_.startswith('VB') else cue.pos_}"
    yield f"cue.place={cue.dep_ if cue.dep_ in _PLACES else 'other'}"
    children = list(cue.children)
    if any(c.dep_ == "neg" for c in children):
        yield "cue.negated"
    if any(c.lower_ in _MODALS for c in children if c.dep_ == "aux"):
        yield "cue.modal"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in children):
        yield "cue.conditional"
    if not any(c.dep_ in _SUBJECTS for c in children):
        yield "cue.subjectless"


def _speaker(statement: Statement, scene: Scene) -> Iterator[str]:
    actor = scene.actors.get(statement.speaker)
    yield f"speaker={actor.type if actor else 'unknown'}"
    told = scene.mentions(statement.speaker)
    yield f"speaker.mentions={size(len(told), 1, 3)}"
    if actor and len(actor.name.split()) == 1:
        yield "speaker.single"
    where = statement.cue or statement.span
    sentence = scene.sentence(where)
    near = [
        (abs(span.start - where.start), span.start, kind)
        for span, kind in told
        if sentence.covers(span) and not statement.span.covers(span)
    ]
    kind = min(near)[2] if near else "away"
    yield f"speaker.kind={kind}"
    yield f"speaker={actor.type if actor else 'unknown'}.{kind}"
    if near:
        yield f"speaker.distance={size(min(near)[0], 30, 80)}"
    if any(statement.span.covers(span) and kind == NAME for span, kind in told):
        yield f"speaker.inside={statement.form}"


def _words(statement: Statement, scene: Scene) -> Iterator[str]:
    words = scene.words(statement.span)
    yield f"words={size(len(words), 3, 8, 40)}"
    if not any(w.tag_ in _FINITE for w in words):
        yield "words.verbless"
    if scene.quoted(statement.span):
        yield "words.quoted"
    others = (s.span for s in scene.facts.statements if s.id != statement.id)
    if any(statement.span.overlaps(other) for other in others):
        yield "words.shared"
    if words:
        yield f"words.first={_opening(words[0])}"
    after = scene.facts.text[statement.span.end : statement.span.end + 1]
    before = scene.facts.text[statement.span.end - 1]
    if before.isalnum() and after.isspace():
        yield "words.broken"
    last = scene.facts.text[statement.span.end : statement.span.end + 1]
    if "?" in {last, scene.facts.text[statement.span.end - 1]}:
        yield "words.question"


def _opening(word: Token) -> str:
    """What the words open with: "while" and "when" clauses are seldom the whole."""
    if word.dep_ in {"mark", "advmod"} and word.lower_ in _SUBORDINATING:
        return "subordinate"
    return str(word.pos_)

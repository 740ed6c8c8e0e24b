"""References by third person pronouns, from the persons named so far."""

from spacy.tokens import Doc

from loaders.facts import Mention, MentionKind, Span
from loaders.reading.cast import Cast, Reference
from loaders.reading.coreference.pronouns import Named, pronouns, resolve


def pronoun_references(doc: Doc, cast: Cast) -> list[Reference]:
    """What he, she, him, her and his mean."""
    numbers = {t.i: n for n, sentence in enumerate(doc.sents) for t in sentence}
    named: list[Named] = []
    for reference in cast.references:
        ids = [i for i in reference.actors if cast.is_person(i)]
        words = doc.char_span(
            reference.mention.span.start, reference.mention.span.end, alignment_mode="expand"
        )
        if len(ids) == 1 and words is not None:
            subject = words.root.dep_ in {"nsubj", "nsubjpass"}
            named.append(Named(ids[0], words.start, numbers[words.start], subject))
    found = []
    for token in pronouns(doc):
        actor = resolve(token, numbers[token.i], named, {})
        if actor:
            subject = token.dep_ in {"nsubj", "nsubjpass"}
            named.append(Named(actor, token.i, numbers[token.i], subject))
            span = Span(token.idx, token.idx + len(token))
            found.append(Reference(Mention(span, MentionKind.PRONOUN), (actor,)))
    return found

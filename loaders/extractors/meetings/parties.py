"""Who a list of people is: actors by their ids, the unnamed as groups."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from loaders.extractors.meetings.holding import held
from loaders.extractors.meetings.items import Item, items
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.representing import led_by, state_of
from loaders.extractors.meetings.words import people
from loaders.facts import ActorType, Group, MentionKind, Span
from loaders.reading.cast import Cast, Reference

_PLURAL = {"NNS", "NNPS"}
_TITLES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prime", "vice", "deputy", "elect"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB"}
_INSIDE = {"of", "from"}
_PREPOSITIONS = {"of", "from", "for", "to", "on", "in"}
_LONG_NAME = 40  # a title of several parts runs into the name ("the President for ... Affairs")
_DEPLOYED = {"deployment", "mission", "operation", "contingent"}
COUNTING = {"couple", "dozen", "score", "number", "handful", "hundred", "thousand", "trio", "pair"}
COUNTING |= {"variety", "majority", "range", "mix", "host", "array", "few", "lot"}
_COUNTERPARTS = {"counterparts", "colleagues", "leaders", "ministers", "presidents"}
_STYLES = {"HE", "HH"}  # "HE the Minister of State": His Excellency, His Highness
_FIRST_SECOND = {"i", "we", "me", "us", "you"}


def party(doc: Doc, start: int, end: int, cast: Cast, several: bool = False) -> Party:
    """Everyone in the list that begins at token `start` and ends at `end` at the latest."""
    parts = items(doc, start, end, cast, several)
    total = _listed(parts, cast)
    if parts and (post := _post(parts[0], cast)) is not None:
        total = held(_whole(total, parts, cast), post, cast)
    if (listed := _spelled_out(doc, total, end)) is not None:
        return party(doc, listed, end, cast)
    leader = led_by(doc, total.last + 1, end) if total.groups else None
    return total + party(doc, leader, end, cast) if leader is not None else total


def _spelled_out(doc: Doc, found: Party, end: int) -> int | None:
    """Where the names follow an unnamed group: "with her counterparts: A and B"."""
    colon = found.last + 1
    named = colon + 1 < end and doc[colon].text == ":" and not found.actors
    if not named or not any(_COUNTERPARTS & set(g.label.split()) for g in found.groups):
        return None
    return colon + 1


def _listed(parts: tuple[Item, ...], cast: Cast) -> Party:
    joined = any(item.link == "and" for item in parts)
    total = Party()
    opening: Item | None = None
    for i, item in enumerate(parts):
        following = parts[i + 1] if i + 1 < len(parts) else None
        if not joined and not total.empty and total.actors:
            break
        if item.link == "," and i > 0 and _apposed(item, parts[i - 1], cast):
            continue
        if following is not None and (shared := _adjective(item, following, cast)):
            total += Party(behind=(shared,))
            opening = item
            continue
        found = replace(_member(item, following, cast), last=item.tokens[-1].i)
        total += _widened(found, opening, item) if opening is not None else found
        opening = None
    return total


def _post(item: Item, cast: Cast) -> Token | None:
    """The head of "the presidents" in "the presidents of A and B"."""
    head = _head(item, cast)
    plural = people(head) == "office" and head.tag_ in _PLURAL
    return head if plural and _represented(item, head, cast) else None


def _whole(found: Party, parts: tuple[Item, ...], cast: Cast) -> Party:
    """The group with all states named: "the presidents of A and B", not "the presidents of A"."""
    last = parts[0]
    for item in parts[1:]:
        if _persons(item, cast) or not cast.at(item.tokens[-1]):
            break
        last = item
    if not found.groups or last is parts[0]:
        return found
    whole = Item((*parts[0].tokens, *last.tokens), "")
    group = Group(_label(whole), _span(whole))
    return replace(found, groups=(group, *found.groups[1:]))


def _widened(found: Party, opening: Item, item: Item) -> Party:
    """The group with the adjective before it: "the Russian and Ukrainian negotiators"."""
    whole = Item((*opening.tokens, *item.tokens), "")
    groups = tuple(replace(g, label=_label(whole), span=_span(whole)) for g in found.groups)
    return replace(found, groups=groups)


def _adjective(item: Item, following: Item, cast: Cast) -> str | None:
    """The state of "Russian" in "Russian and Ukrainian negotiators"."""
    if len(item.tokens) > 2 or people(following.tokens[-1]) is None:
        return None
    return state_of(item.tokens[-1], cast)


def _apposed(item: Item, previous: Item, cast: Cast) -> bool:
    """Whether an organization or an office only explains the person or office before it."""
    if _persons(item, cast):
        return False
    head = _head(item, cast)
    before = _head(previous, cast)
    if people(head) == "office" and head.tag_ not in _PLURAL and not cast.at(head):
        return True
    return people(before) == "office" and before.tag_ not in _PLURAL and not cast.at(before)


def _member(item: Item, following: Item | None, cast: Cast) -> Party:
    if persons := _persons(item, cast):
        return Party(tuple((person,) for person in persons))
    head = _head(item, cast)
    if head.lemma_.lower() in _DEPLOYED and (named := _body_before(item, head, cast)):
        return Party((named,))
    reference = cast.reference(head)
    if head.lower_ in _FIRST_SECOND and (reference is None or not reference.actors):
        return Party()
    if reference is not None and reference.actors and not _owns(item, reference):
        return Party(_apart(reference))
    return _grouped(item, head, following, cast)


def _body_before(item: Item, head: Token, cast: Cast) -> tuple[str, ...]:
    """The mission that "the KFOR deployment" names."""
    bodies = [cast.at(t) for t in item.tokens if t.i < head.i and t.dep_ == "compound"]
    return next((known for known in reversed(bodies) if known), ())


def _apart(reference: Reference) -> tuple[tuple[str, ...], ...]:
    return tuple((actor,) for actor in reference.actors)


def _persons(item: Item, cast: Cast) -> tuple[str, ...]:
    """The person whom the item names last: those before only qualify ("the Clinton aide X")."""
    found: dict[str, None] = {}
    for i, token in enumerate(item.tokens):
        reference = cast.reference(token)
        if reference is None or not reference.actors:
            continue
        if not all(cast.is_person(actor) for actor in reference.actors):
            continue
        pronoun = reference.mention.kind is MentionKind.PRONOUN
        if pronoun and len(item.tokens) > 1 and token.text not in _STYLES:
            continue
        if not _owns(item, reference) and not _owned(item.tokens[:i], reference):
            found = dict.fromkeys(reference.actors)
    return tuple(found)


def _owns(item: Item, reference: Reference) -> bool:
    """Whether a possessive mark follows the mention: "Biden's envoy" is not Biden."""
    end = reference.mention.span.end
    return any(t.tag_ in {"POS", "PRP$"} and t.idx <= end <= t.idx + len(t) for t in item.tokens)


def _owned(before: tuple[Token, ...], reference: Reference) -> bool:
    """Whether the mention hangs on "of" with only titles between ("aides of President X")."""
    outside = [t for t in before if t.idx < reference.mention.span.start]
    for i in range(len(outside) - 1, -1, -1):
        if outside[i].lower_ in _PREPOSITIONS:
            between = outside[i + 1 :]
            if not between and _composite(reference) and people(outside[0]) == "office":
                return False
            return all(t.pos_ == "DET" or t.is_punct or _title(t) for t in between)
    return False


def _composite(reference: Reference) -> bool:
    span = reference.mention.span
    return span.end - span.start > _LONG_NAME


def _title(token: Token) -> bool:
    return token.lower_ in _TITLES or people(token) == "office"


def _core(item: Item, cast: Cast) -> tuple[Token, ...]:
    """The item up to its first preposition outside a name."""
    for i, token in enumerate(item.tokens):
        if i and token.lower_ in _PREPOSITIONS and not cast.at(token):
            return item.tokens[:i]
    return item.tokens


def _head(item: Item, cast: Cast) -> Token:
    core = [t for t in _core(item, cast) if t.pos_ in _NOMINAL or cast.reference(t)]
    head = core[-1] if core else item.tokens[-1]
    return _counted(item, head, cast) if head.lemma_.lower() in COUNTING else head


def _counted(item: Item, counting: Token, cast: Cast) -> Token:
    """The people in "a couple of survivors", "dozens of lawmakers"."""
    after = tuple(t for t in item.tokens if t.i > counting.i)
    if len(after) < 2 or after[0].lower_ != "of":
        return counting
    return _head(Item(after[1:], ""), cast)


def _grouped(item: Item, head: Token, following: Item | None, cast: Cast) -> Party:
    sort = people(head)
    if sort is None:
        return Party()
    plural = head.tag_ in _PLURAL or sort in {"body", "press"}
    named_next = following is not None and following.link == "," and _persons(following, cast)
    if not plural and (sort != "office" or named_next):
        return Party()
    of = _of(item, cast)
    group = Group(_label(item), _span(item), of)
    states = _represented(item, head, cast) if sort == "office" and plural else ()
    behind = (of,) if of is not None and plural and sort in {"office", "body"} else ()
    return Party(tuple((state,) for state in states), (group,), sort == "press", behind=behind)


def _label(item: Item) -> str:
    first, last = item.tokens[0], item.tokens[-1]
    return " ".join(first.doc[first.i : last.i + 1].text.split())


def _span(item: Item) -> Span:
    last = item.tokens[-1]
    return Span(item.tokens[0].idx, last.idx + len(last))


def _of(item: Item, cast: Cast) -> str | None:
    for token in item.tokens:
        for actor in cast.at(token):
            if not cast.is_person(actor):
                return actor
    states = (state_of(token, cast) for token in item.tokens)
    return next((state for state in states if state is not None), None)


def _represented(item: Item, head: Token, cast: Cast) -> tuple[str, ...]:
    """States and bodies whose unnamed office-holders come: "the foreign ministers of A"."""
    after = [t for t in item.tokens if t.i > head.i]
    if len(after) < 2 or after[0].lower_ not in _INSIDE:
        return ()
    reference = cast.reference(after[-1])
    known = reference.actors if reference else ()
    return tuple(a for a in known if _is_body(a, cast))


def _is_body(actor: str, cast: Cast) -> bool:
    found = cast.by_id.get(actor)
    return found is None or found.type is not ActorType.PERSON

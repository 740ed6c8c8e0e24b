"""Who may be meant by a name: looked up in the search index, the likely ones first."""

from collections.abc import Iterator, Sequence

from queries.folding import fold
from service.http.reconcile.known import others
from service.http.reconcile.similarity import bare
from service.http.reconcile.vocabulary import Vocabulary, is_beginning, vocabulary
from service.http.search.index_in_step import Opened
from service.store.search.asking import phrases
from service.store.search.index import Index
from service.store.search.words import asked

ENOUGH = 60  # candidates that are compared
_WORDS = 8  # words of a question that are looked up
_TOGETHER, _ALONE = 200, 25  # candidates that have several of the words, or one
_PARTS = 3  # words that may be one
_NAMES = 12  # other names of a state or body that are looked up
_SOUGHT = """
    SELECT iri, (SELECT COALESCE(MAX(held.things), 0) FROM held
                 WHERE held.value = things.iri) AS told
    FROM (SELECT rowid FROM called WHERE called MATCH ? LIMIT 500) AS named
    JOIN things ON things.id = named.rowid ORDER BY told DESC, title, iri LIMIT ?
"""


def candidates(opened: Opened, question: str) -> list[str]:
    """IRIs of actors and missions, each once, at most so many as are compared."""
    known = vocabulary(opened.index, is_in_step=opened.is_in_step)
    found: dict[str, None] = {}
    for iri in _found(opened.index, known, question):
        found[iri] = None
        if len(found) >= ENOUGH:
            break
    return list(found)


def _found(index: Index, known: Vocabulary, question: str) -> Iterator[str]:
    """By the name as it stands, by other names that are known, by letters, by words alike."""
    yield from _named(index, question)
    for name in sorted(others(question)[0], key=lambda name: (-len(name), name))[:_NAMES]:
        yield from _named(index, name)
    words = asked(bare(question)).words[:_WORDS] or asked(question).words[:_WORDS]
    yield from known.acronyms.get("".join(words), ())
    yield from _matching(index, f'"{"".join(word[0] for word in words)}"', _ALONE) if words else ()
    groups = [group for word in _sought(question, words) if (group := _group(known, word))]
    for expression, most in _expressions(groups):
        yield from _matching(index, expression, most)


def _sought(question: str, words: Sequence[str]) -> list[str]:
    """Words, and a few that may be one."""
    parts = fold(question).split()
    return [*words, "".join(parts)] if 1 < len(parts) <= _PARTS else list(words)


def _named(index: Index, name: str) -> Iterator[str]:
    reading = asked(name)
    return _matching(index, phrases(reading), _ALONE) if reading.phrases else iter(())


def _group(known: Vocabulary, word: str) -> str:
    """Any of the words that one may be meant for; an initial is any word that begins so."""
    if len(word) == 1:
        return f'"{word}" *'
    near = [f'"{one}"' for one in known.near(word)]
    return " OR ".join([*near, f'"{word}" *'] if is_beginning(word) else near)


def _expressions(groups: Sequence[str]) -> Iterator[tuple[str, int]]:
    """All groups together, all but one, then each alone; initials alone tell nothing."""
    if len(groups) > 1:
        yield _together(groups), _TOGETHER
    for left_out in range(len(groups)) if len(groups) > 2 else ():
        yield _together([*groups[:left_out], *groups[left_out + 1 :]]), _ALONE
    for group in groups:
        if len(group) > len('"x" *'):
            yield group, _ALONE


def _together(groups: Sequence[str]) -> str:
    return " AND ".join(f"({group})" for group in groups)


def _matching(index: Index, expression: str, most: int) -> Iterator[str]:
    for iri, _ in index.connection.execute(_SOUGHT, (expression, most)):
        yield iri

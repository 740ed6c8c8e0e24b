"""Which states have an office of a title: kings, chancellors, secretaries of state."""

from functools import cache

from loaders.extractors.actors.titles import title_words
from loaders.tables import several, wide

_NATIONAL = {"minister", "president", "premier", "chancellor", "king", "queen", "taoiseach"}


def folded(title: str) -> str:
    """The title for comparison."""
    return title.lower().replace("-", " ")


@cache
def _states_of_titles() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for title, cell in wide("office_states", 2):
        codes = several(cell)
        having = frozenset(f"state:{c.lstrip('?')}" for c in codes if c[0] != "!")
        lacking = frozenset(f"state:{c[1:]}" for c in codes if c[0] == "!")
        found[title] = (having, lacking)
    return found


def rule_of(title: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Which states have such a title, and which have not; None where it isn't national."""
    words = title.lower().removeprefix("former ").removeprefix("ex-").split()
    if folded(title).startswith("secretary general"):
        return None
    for end in range(len(words), 0, -1):
        if (exact := _states_of_titles().get(" ".join(words[:end]))) is not None:
            return exact
    if words[-1] == "secretary" and len(words) > 1 and words[0] in title_words("portfolio"):
        return (frozenset(), frozenset())
    if words[-1] == "minister" or (words and words[0] == "minister"):
        return _states_of_titles()["minister"]
    if words[:2] in (["assistant", "secretary"], ["under", "secretary"], ["deputy", "assistant"]):
        return _states_of_titles()["secretary of state"]
    return (frozenset(), frozenset()) if words[-1] in _NATIONAL else None


def unsure(title: str) -> bool:
    """Whether the title counts only where the article names its state."""
    return any(t == title.lower() and "?" in cell for t, cell in wide("office_states", 2))

"""What can be wrong with a question or with its file.

QueryError
├── UnknownQuery       no such question
├── UnknownParameter   the question has no such parameter
├── BadParameter       a parameter's value is missing or of the wrong type
└── BadQueryFile       a .rq file contradicts itself
"""

from collections.abc import Iterable

from rapidfuzz import process


class QueryError(ValueError):
    """A question that can't be asked, with what to do about it."""


class UnknownQuery(QueryError):
    """No question of this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no query {name!r}{nearest(name, known)}")
        self.name = name


class UnknownParameter(QueryError):
    """The question has no parameter of this name."""

    def __init__(self, query: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{query} has no parameter {name!r}{nearest(name, known)}")
        self.query, self.name = query, name


class BadParameter(QueryError):
    """A value that its parameter can't take."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"parameter {name}: {value!r} is not {expected}")
        self.name, self.value, self.expected = name, value, expected


class MissingParameter(BadParameter):
    """A parameter without which the question can't be asked."""

    def __init__(self, name: str, query: str) -> None:
        super().__init__(name, "", f"a value, and {query} needs one")


class BadQueryFile(QueryError):
    """A .rq file whose header and query contradict each other or can't be read."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file, self.line, self.problem = file, line, problem


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence that lists what is known, the most alike first named."""
    names = sorted(known)
    if not names:
        return "; there are none"
    best = process.extractOne(name, names, score_cutoff=60)
    guess = f"; did you mean {best[0]!r}?" if best else ";"
    return f"{guess} known: {', '.join(names)}"

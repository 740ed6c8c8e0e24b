"""The ready-made questions: every .rq file of this package, read once and checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import pyoxigraph as ox

from queries.errors import BadQueryFile, UnknownQuery
from queries.header import Column, Header, Parameter, read_header, split

__all__ = ["Column", "Parameter", "Query", "catalogue", "get", "read"]

_USED = re.compile(r"\$_(\w+)")
_BINDS = re.compile(r"^\s*#=(.*)$")
_ERROR_AT = re.compile(r"error at (\d+):")
_ONLY_IF = re.compile(r"(?<!\S)#\?(.*)$")


@dataclass(frozen=True)
class Query:
    """A question: what it asks for, what it answers with, and its SPARQL.

    In the SPARQL a parameter is a variable `$_name`. A line `#= name other` stands where
    values are bound (a VALUES clause each). A line that ends in `#? name` is only there
    when the parameter is given, with `#? name other` when one of them is; a line `#? name`
    says so of all lines down to a bare `#?`.
    """

    name: str
    header: Header
    sparql: str

    @property
    def params(self) -> tuple[Parameter, ...]:
        """What may be given."""
        return self.header.params

    @property
    def columns(self) -> tuple[Column, ...]:
        """What comes back."""
        return self.header.columns


@cache
def catalogue() -> Mapping[str, Query]:
    """All questions by name, sorted."""
    files = sorted(resources.files("queries").iterdir(), key=lambda f: f.name)
    public = [f for f in files if f.name.endswith(".rq") and not f.name.startswith("_")]
    read_all = [read(f.name, f.read_text(encoding="utf-8")) for f in public]
    return MappingProxyType({query.name: query for query in read_all})


def get(name: str) -> Query:
    """The question of this name."""
    known = catalogue()
    if name not in known:
        raise UnknownQuery(name, known)
    return known[name]


@cache
def internal(name: str) -> Query:
    """A query that the package asks for itself; its file's name begins with "_"."""
    file = resources.files("queries") / f"{name}.rq"
    return read(file.name, file.read_text(encoding="utf-8"))


def read(file: str, text: str) -> Query:
    """The question in a file's text; errors name the file and the line."""
    head, sparql = split(text)
    header, offset = read_header(file, head), head.count("\n")
    declared = {p.name: _line_of(text, rf'name: "?{p.name}\b') for p in header.params}
    used, named = dict(_used(sparql, offset)), dict(_named(sparql, offset))
    bound = {name for line in sparql.splitlines() for name in _names(_BINDS.match(line))}
    for name, line in used.items():
        if name not in declared:
            raise BadQueryFile(file, line, f"$_{name} is used but not declared under params")
        if name not in bound:
            raise BadQueryFile(file, line, f"$_{name} is used but no line #= binds it")
    for name, line in declared.items():
        if name not in used:
            raise BadQueryFile(file, line, f"{name} is declared under params but $_{name} unused")
    for name, line in named.items():
        if name not in declared:
            raise BadQueryFile(file, line, f"{name} is bound or asked for but not declared")
    _check_columns(file, header, sparql, offset)
    return Query(file.removesuffix(".rq"), header, sparql)


def _used(sparql: str, offset: int) -> Iterator[tuple[str, int]]:
    """Every parameter in the query and the line where it comes first."""
    seen: set[str] = set()
    for number, line in enumerate(sparql.splitlines(), offset + 1):
        for name in _USED.findall(_ONLY_IF.sub("", line)):
            if name not in seen:
                seen.add(name)
                yield name, number


def _named(sparql: str, offset: int) -> Iterator[tuple[str, int]]:
    """Every parameter that a marked line names and that line."""
    for number, line in enumerate(sparql.splitlines(), offset + 1):
        for name in _names(_BINDS.match(line) or _ONLY_IF.search(line)):
            yield name, number


def _names(marked: re.Match[str] | None) -> list[str]:
    return marked.group(1).split() if marked else []


def _check_columns(file: str, header: Header, sparql: str, offset: int) -> None:
    """The query parses, and its projection is the declared columns in their order."""
    try:
        answer = ox.Store().query(sparql)
    except SyntaxError as error:
        place = _ERROR_AT.search(str(error))
        line = offset + int(place.group(1)) if place else offset + 1
        raise BadQueryFile(file, line, str(error)) from error
    if not isinstance(answer, ox.QuerySolutions):
        raise BadQueryFile(file, offset + 1, "is no SELECT query")
    projected = [variable.value for variable in answer.variables]
    declared = [column.name for column in header.columns]
    if projected != declared:
        problem = f"columns are {', '.join(declared)}, but SELECT gives {', '.join(projected)}"
        raise BadQueryFile(file, offset + _line_of(sparql, r"\bSELECT\b"), problem)


def _line_of(text: str, pattern: str) -> int:
    match = re.search(pattern, text)
    return text.count("\n", 0, match.start()) + 1 if match else 1

"""Looks at tokens before they are parsed: is there SERVICE or LOAD, is it too deep to parse?

Comments, strings, IRIs and names don't fool it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL = r"(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
# No part looks further ahead than it takes, or than a hundred characters: with a million of them a
# token that scans to the end in vain at each place keeps the service, as its time grows squared.
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
             | \"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*\"\"\"
             | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<number>[0-9]+(?:\.[0-9]+)?)
  | (?P<typed>\^\^)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<prefixed>(?:\w[\w.-]{0,100}+(?<!\.))?:"""
    + _LOCAL
    + r""")
  | (?P<word>[A-Za-z_]\w*)
  | (?P<run>[^\W_A-Za-z]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
LONGEST = 1_000_000  # characters of a query
# The parser calls itself for each level and each link of a chain, and its stack (2 MB in a thread
# of the server) ends the process at 200 levels of the dearest kind, or at 400 links.
DEEPEST, LINKS = 60, 250
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_LINKING = frozenset("!|&+-*/^<.;")
_LINKING_WORDS = frozenset(
    {"bind", "exists", "filter", "graph", "minus", "optional", "select", "union", "values"}
)


def excess(query: str) -> str | None:
    """Why a query is too long or too deep for the parser, None where it isn't."""
    if len(query) > LONGEST:
        return f"it has {len(query)} characters, {LONGEST} are allowed"
    found = (_excess(text) for text in sorted({query, _unescape(query)}))
    return next((reason for reason in found if reason), None)


def _excess(query: str) -> str | None:
    depth = links = 0
    for token in _TOKEN.finditer(query):
        text = token.group().lower()
        if token.lastgroup == "other":
            depth += (text in _OPENING) - (text in _CLOSING)
        links += text in (_LINKING if token.lastgroup == "other" else _LINKING_WORDS)
        if depth > DEEPEST:
            return f"its brackets are nested more than {DEEPEST} deep"
        if links > LINKS:
            return f"it joins more than {LINKS} patterns or operators: VALUES holds long lists"
    return None


def is_plain(query: str) -> bool:
    """Whether a query is surely bearable and asks nobody else; told without reading its tokens."""
    written = query.lower()
    links = sum(map(written.count, (*_LINKING, *_LINKING_WORDS)))
    depth = sum(map(written.count, _OPENING))
    is_written_out = "\\" not in query and "service" not in written
    return is_written_out and depth <= DEEPEST and links <= LINKS


class Token(NamedTuple):
    """A piece of a query or an update; `other` is a single character."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Everything, from the first character to the last."""
    for found in _TOKEN.finditer(text):
        yield Token(found.lastgroup or "other", found.group(), *found.span())


def words(query: str) -> Iterator[str]:
    """The bare words of a query, keywords and function names, in lower case."""
    return (token.text.lower() for token in tokens(query) if token.kind == "word")


def calls_service(query: str) -> bool:
    """Whether a query asks other endpoints, written plainly or with code point escapes."""
    return _has(query, "service")


def loads(update: str) -> bool:
    """Whether an update fetches documents, written plainly or with code point escapes."""
    return _has(update, "load")


def _has(text: str, keyword: str) -> bool:
    return any(keyword in words(written) for written in {text, _unescape(text)})


def _unescape(query: str) -> str:
    return _ESCAPE.sub(_character, query)


def _character(escape: re.Match[str]) -> str:
    number = int(escape.group(1) or escape.group(2), 16)
    return chr(number) if number < 0x110000 else escape.group()

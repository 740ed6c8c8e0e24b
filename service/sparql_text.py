"""Finds SERVICE in a query by its tokens: comments, strings, IRIs and names don't fool it."""

import re
from collections.abc import Iterator

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL = r"(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
             | \"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*\"\"\"
             | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<prefixed>(?:\w(?:[\w.-]*[\w-])?)?:"""
    + _LOCAL
    + r""")
  | (?P<word>[A-Za-z_]\w*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def words(query: str) -> Iterator[str]:
    """The bare words of a query, keywords and function names, in lower case."""
    for token in _TOKEN.finditer(query):
        if token.lastgroup == "word":
            yield token.group().lower()


def calls_service(query: str) -> bool:
    """Whether a query asks other endpoints, written plainly or with code point escapes."""
    return any("service" in words(text) for text in {query, _unescape(query)})


def _unescape(query: str) -> str:
    return _ESCAPE.sub(_character, query)


def _character(escape: re.Match[str]) -> str:
    number = int(escape.group(1) or escape.group(2), 16)
    return chr(number) if number < 0x110000 else escape.group()

"""An article as published, and what its reader knows beside the text."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Metadata:
    """What the user or the source states about an article, never mixed up with its text.

    `published` is an EDTF day, month or year; None where nobody said.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    author: str | None = None
    license: str | None = None


@dataclass(frozen=True)
class Article:
    """A text, byte for byte, under the key that names it in the store.

    `text` is the decoded file, without newline translation: every offset in the
    product counts its Unicode code points. `name` is the file's own name, `origin` the
    folder or address that the key is relative to: it tells two articles of one key
    apart and never enters the graph.
    """

    key: str
    name: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    origin: str = field(default="", compare=False)

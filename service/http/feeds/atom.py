"""Atom (RFC 4287) from entries; the same entries give the same bytes.

The standard library writes it: feedgen, the one library for it, had its last release in 2023 and
puts in the present time where none is given.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

MEDIA = "application/atom+xml"
_XMLNS = "http://www.w3.org/2005/Atom"
_ODD = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML 1.0
_TITLE = 160  # characters of a title


@dataclass(frozen=True)
class Entry:
    """Something new: `id` stays, `updated` is when its article was loaded, `html` shows it."""

    id: str
    title: str
    updated: str
    href: str
    html: str
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """Entries, the newest first; without any, `updated` is when the store was published."""

    id: str
    title: str
    own: str
    about: str
    updated: str
    entries: tuple[Entry, ...]


def written(feed: Feed) -> bytes:
    """The document."""
    root = Element("feed", {"xmlns": _XMLNS})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", max((e.updated for e in feed.entries), default=feed.updated))
    SubElement(root, "link", {"rel": "self", "type": MEDIA, "href": feed.own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.about})
    _text(SubElement(root, "author"), "name", "Communiqué")
    for entry in feed.entries:
        _add(SubElement(root, "entry"), entry)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _add(element: Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", _cut(entry.title))
    _text(element, "updated", entry.updated)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.href})
    if entry.category:
        SubElement(element, "category", {"term": _sane(entry.category)})
    _text(element, "content", entry.html, type="html")


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _sane(text)


def _sane(text: str) -> str:
    return _ODD.sub("\ufffd", text)


def _cut(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE].rpartition(" ")[0] + " …"

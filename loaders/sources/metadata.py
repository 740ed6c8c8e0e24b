"""What users know beside a text, checked: options, and where they meet sidecars and manifests."""

import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from urllib.parse import urlsplit

from loaders.article import Metadata
from loaders.dates import parse_day
from loaders.errors import MetadataError

KEYS = tuple(field.name for field in fields(Metadata))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_NOT_IN_URL = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f]")


def checked(values: Mapping[str, object]) -> Metadata:
    """Metadata of named values; raises `MetadataError` that names the key."""
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        raise MetadataError(f"unknown key {unknown[0]!r}; known are {', '.join(KEYS)}")
    return Metadata(**{key: _value(key, value) for key, value in values.items()})


def _value(key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise MetadataError(f"{key}: {value!r} is not a text")
    if not value.strip():
        return None
    try:
        return _CHECKS[key](value.strip()) if key in _CHECKS else value.strip()
    except ValueError as error:
        raise MetadataError(f"{key}: {error}") from error


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or _NOT_IN_URL.search(value):
        raise ValueError(f"{value!r} is not an address such as https://example.org/news/1")
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is not a language code such as en or sr")
    return value


_CHECKS = {"published": parse_day, "url": _url, "language": _language}


def merged(*known: Metadata | None) -> Metadata:
    """One metadata of several: for each key the first that says something."""
    values: dict[str, str | None] = {}
    for metadata in known:
        for key, value in (asdict(metadata) if metadata else {}).items():
            values[key] = values.get(key) or value
    return Metadata(**values)

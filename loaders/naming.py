"""Names folded for comparison, and names as they stand in IRIs."""

import hashlib
import re
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 120  # characters of a slug: longer ones make unreadable addresses


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` in lower-case ASCII words without a leading article: Vučić = Vucic."""
    words = _WORD.findall(anyascii(name).lower().replace("'", "").replace("`", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def slug(name: str) -> str:
    """`name` as one readable segment of an IRI; a digest where nothing readable is left."""
    words = fold(name).replace(" ", "-")
    if len(words) <= _LONGEST:
        return words or digest(name)
    return f"{words[:_LONGEST].rstrip('-')}-{digest(name)}"


def token(key: str) -> str:
    """An article's key as one segment of an IRI; different keys never give the same token."""
    return key if _PLAIN.fullmatch(key) else f"{slug(key)}-{digest(key)}"


def digest(*words: str) -> str:
    """Ten hexadecimal digits that stand for `words` (SHA-256)."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:10]

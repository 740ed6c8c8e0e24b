"""Names as they are compared: in any case and spelling of diacritics."""

import re

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def fold(name: str) -> str:
    """`name` in lower-case ASCII words without a leading article: Vučić = vucic."""
    words = _WORD.findall(anyascii(name).lower().replace("'", "").replace("`", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def unhump(name: str) -> str:
    """A camelCase name as separate words."""
    return _HUMP.sub(" ", name)

"""Words by their sound, so that transliterations of one name come out alike; plain ASCII only."""

import re
from functools import lru_cache

# In this order. Own selection: what romanizations of Slavic, Greek, Arabic and Persian names,
# and English, German and French ways to write them, have for one sound.
_ALIKE = (
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("dzh", "j"),
    ("dj", "j"),
    ("gj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "c"),
    ("sh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("tz", "c"),
    ("ts", "c"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("y", "i"),
)
_SOFT = re.compile(r"j(?=[aeou])|i(?=[aeou])")  # Rajić and Raić, Andrey and Andriy
_TWICE = re.compile(r"(.)\1+")
_ENDS = re.compile(r"(?:ii|ij|ei|ai)$")
_VOICELESS = re.compile(r"f$")
_VOWELS = re.compile(r"(?<!^)[aeiouj]|(?<!^)h\b")


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """A folded word as it sounds, roughly: vuchich = vucic, zelenskyy = zelenski."""
    for written, heard in _ALIKE:
        word = word.replace(written, heard)
    word = _VOICELESS.sub("v", _ENDS.sub("i", word))
    return _TWICE.sub(r"\1", _SOFT.sub("", word) if len(word) > 4 else word)


@lru_cache(maxsize=1 << 18)
def bones(word: str) -> str:
    """What is left of a sound without its vowels: hussein = hsn = husain."""
    return _VOWELS.sub("", sound(word))

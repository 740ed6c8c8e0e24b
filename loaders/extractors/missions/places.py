"""Where a mission's figures hold: parts of a country."""

import re

from spacy.tokens import Span as Words

_PART = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"
_PLACE = re.compile(rf"\bin (?P<place>(?:the )?{_PART}(?: part)?(?: of)?(?: [A-Z]\w+)?)")


def place_in(sentence: Words) -> str | None:
    """A part of a country that the sentence speaks of ("north of Kosovo")."""
    match = _PLACE.search(sentence.text)
    return match["place"].removeprefix("the ") if match else None

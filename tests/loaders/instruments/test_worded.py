"""Instruments by the wording of their names."""

import pytest

from loaders.extractors.instruments.worded import worded_instruments


def read(text: str) -> list[tuple[str, str]]:
    found = list(worded_instruments(text))
    assert all(" ".join(text[s.span.start : s.span.end].split()) == s.name for s in found)
    return [(s.name, s.kind) for s in found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They signed the Lindholm Agreement.", "Lindholm Agreement", "agreement"),
        (
            "They signed the Free Trade Agreement between Peru and Chad.",
            "Free Trade Agreement between Peru and Chad",
            "agreement",
        ),
        ("The Treaty of the North Sea Pact holds.", "North Sea Pact", "agreement"),
        ("They left the Arctic Fishing Convention.", "Arctic Fishing Convention", "treaty"),
        ("The Forest Protection Act of 1998 binds them.", "Forest Protection Act of 1998", "law"),
        ("With the Lindholm Accords they won.", "Lindholm Accords", "agreement"),
        (
            "They read the Lindholm Declaration on Fisheries.",
            "Lindholm Declaration on Fisheries",
            "declaration",
        ),
        ("They broke the 2011 agreement.", "2011 agreement", "agreement"),
        ("They broke the March 2011 ceasefire.", "March 2011 ceasefire", "agreement"),
        ("They broke the 1994 peace treaty.", "1994 peace treaty", "treaty"),
        ("They kept the Vienna agreements.", "Vienna agreements", "agreement"),
        ("They kept the Athens-Ankara agreement.", "Athens-Ankara agreement", "agreement"),
    ],
)
def test_instrument(text: str, name: str, kind: str) -> None:
    assert read(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The Agreement holds.",
        "This Treaty holds.",
        "They reached an agreement.",
        "The Democratic National Convention met.",
        "She is Chief of Protocol.",
        "The State Protocol was strict.",
        "They agreed in 2011.",
        "An Emergency Declaration followed.",
    ],
)
def test_no_instrument(text: str) -> None:
    assert read(text) == []

"""Languages, told offline."""

import socket

import pytest

from loaders.language import language_of

ENGLISH = "The two ministers met in the capital and spoke about the new railway."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Die beiden Minister trafen sich und sprachen über die neue Eisenbahn im Norden.", "de"),
        ("Les deux ministres se sont rencontrés et ont parlé du nouveau chemin de fer.", "fr"),
        ("Два министра встретились в столице и говорили о новой железной дороге.", "ru"),
        ("Die Minister trafen sich.", "en"),
        ("KFOR NATO UNMIK EULEX", "en"),
        ("1234 5678", "en"),
        ("", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(None, text) == language


@pytest.mark.parametrize("given", ["sr", "SR", "sr-Latn", "sr_RS"])
def test_what_the_user_says_counts(given: str) -> None:
    assert language_of(given, ENGLISH) == "sr"


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    from loaders import language

    language._detector.cache_clear()
    assert language_of(None, ENGLISH) == "en"

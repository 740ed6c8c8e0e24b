"""How much of other people's text is shown: all, the quoted evidence, or none."""

from enum import StrEnum
from ipaddress import ip_address

from ontology.terms import CMQ, NIF
from service.settings import Settings


class Publishing(StrEnum):
    """The setting `publish_text`."""

    FULL = "full"
    QUOTES = "quotes"
    NONE = "none"


def publishing(settings: Settings) -> Publishing:
    """What is set, else everything on loopback and quotes beyond."""
    if settings.publish_text:
        return Publishing(settings.publish_text)
    return Publishing.FULL if is_loopback(settings.host) else Publishing.QUOTES


def kept_back(shown: Publishing) -> frozenset[str]:
    """Properties whose values are other people's text that isn't shown."""
    words = {str(NIF.isString), str(NIF.anchorOf), str(CMQ.text)}
    hidden = {Publishing.FULL: set(), Publishing.QUOTES: {str(NIF.isString)}}
    return frozenset(hidden.get(shown, words))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

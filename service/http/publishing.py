"""How much of other people's text is shown: all, the quoted evidence, or none."""

from enum import StrEnum
from ipaddress import ip_address

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


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

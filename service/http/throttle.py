"""So many requests a client's address may send in a time; more are told when to come back."""

import time

from flask import Flask, request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from werkzeug.exceptions import TooManyRequests

from service.errors import UsageError
from service.http.publishing import is_loopback
from service.settings import Settings

_OFF = "off"
_PUBLIC = "1200/minute"
_FREE = {"static", "health", "metrics"}  # a page's parts, and what watches the service


def register(app: Flask, settings: Settings) -> None:
    """Count the requests of each address, unless the settings don't limit them."""
    limit = limit_of(settings)
    if limit is None:
        return
    limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def count() -> None:
        client = request.remote_addr or ""
        if (request.endpoint or "").partition(".")[0] in _FREE or limiter.hit(limit, client):
            return
        wait = max(1, round(limiter.get_window_stats(limit, client).reset_time - time.time()))
        raise TooManyRequests(f"more than {limit}: wait {wait} seconds", retry_after=wait)

    app.before_request(count)


def limit_of(settings: Settings) -> RateLimitItem | None:
    """What is set, else none on loopback. Raises UsageError where it can't be read."""
    text = settings.rate_limit or (_OFF if is_loopback(settings.host) else _PUBLIC)
    if text == _OFF:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise UsageError(
            f"COMMUNIQUE_RATE_LIMIT is {text!r}; give a number and a time, as {_PUBLIC}, or {_OFF}"
        ) from error

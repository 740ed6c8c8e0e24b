"""Who may correct: the token's bearer, who has signed in with it, or who is at this machine.

Nothing here happens by GET. A browser's rights hang on a cookie that other sites' requests don't
carry (SameSite=Strict), a token in the form that is bound to it, and the Origin and Host headers.
"""

import hashlib
import hmac
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, request, session
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden, Unauthorized

from service.errors import UsageError
from service.http.publishing import is_loopback
from service.http.state import state
from service.http.writes import authorize
from service.settings import Settings

_MAY, WHO = "may", "who"
_LOOPBACK = "loopback"
_CSRF = CSRFProtect()


def register(app: Flask, settings: Settings) -> None:
    """Set cookies and forms up. Raises UsageError where the settings would let strangers write."""
    if settings.edit == _LOOPBACK and not is_loopback(settings.host):
        raise UsageError(
            f"COMMUNIQUE_EDIT is loopback, but the service listens on {settings.host}: "
            "set COMMUNIQUE_TOKEN instead"
        )
    app.config.update(
        SECRET_KEY=_secret(settings.token),
        SESSION_COOKIE_NAME="communique",
        SESSION_COOKIE_PATH="/corrections",
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
    )
    _CSRF.init_app(app)


def _secret(token: str) -> bytes:
    """Signs cookies: with another token, or none and another start, the old ones are void."""
    if not token:
        return secrets.token_bytes(32)
    return hmac.digest(token.encode(), b"communique session", hashlib.sha256)


def is_offered() -> bool:
    """Whether anybody may correct anything here."""
    own = state().settings
    return bool(own.token) or own.edit == _LOOPBACK


def needs_signing_in() -> bool:
    """Whether this reader must give the token first."""
    return not (_is_at_this_machine() or session.get(_MAY))


def sign_in(token: str, who: str) -> None:
    """Remember in the cookie that the token was given. Raises Unauthorized where it wasn't."""
    own = state().settings.token
    if not own or not hmac.compare_digest(token.strip().encode(), own.encode()):
        raise Unauthorized("this is not the token")
    session.clear()
    session.permanent = True
    session[_MAY], session[WHO] = True, who.strip()


def sign_out() -> None:
    """Forget it."""
    session.clear()


def check_origin() -> None:
    """Raise unless a form of ours was sent, to a name that is ours. For requests with a cookie."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Forbidden("this form was sent from another site")
    if site not in {None, "same-origin"}:
        raise Forbidden("this form was sent from another site")
    check_host()
    _CSRF.protect()


def check_host() -> None:
    """Raise where a loopback service is asked by a foreign name, as by DNS rebinding."""
    if state().settings.edit == _LOOPBACK and not _is_local(request.host):
        raise Forbidden(f"this service corrects for its own machine, not for {request.host}")


def authorize_correction() -> None:
    """Raise unless whoever asks may correct."""
    if request.authorization is not None or "Authorization" in request.headers:
        authorize()
        return
    if not is_offered():
        raise Forbidden(
            "nothing can be corrected here: whoever runs the service sets COMMUNIQUE_TOKEN, or "
            "COMMUNIQUE_EDIT=loopback for readers at its own machine"
        )
    check_origin()
    if needs_signing_in():
        raise Unauthorized("give the token first, at /corrections")


def _is_at_this_machine() -> bool:
    return state().settings.edit == _LOOPBACK and _is_local(request.host)


def _is_local(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    return name == "localhost" or is_loopback(name)

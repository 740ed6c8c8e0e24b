"""Settings: one table behind command line, environment and documentation."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from service.errors import UsageError


@dataclass(frozen=True)
class Settings:
    """What can be set; `SETTINGS` says what each means."""

    store: str = "./communique.store"
    base: str = "http://localhost:8000/id/"
    token: str = field(default="", repr=False)
    query_timeout: float = 30.0
    export_timeout: float = 3600.0
    query_memory: int = 2 << 30
    result_bytes: int = 0
    cache_bytes: int = 64 << 20
    lock_timeout: float = 60.0
    host: str = "127.0.0.1"
    port: int = 8000
    publish_text: str = ""
    edit: str = ""
    license: str = "https://creativecommons.org/publicdomain/zero/1.0/"
    body_limit: int = 16 * 1024 * 1024
    rate_limit: str = ""
    cors: str = ""
    service_hosts: str = ""
    hosts: str = ""
    log: str = "errors"
    log_form: str = "text"


class Setting(NamedTuple):
    """A setting's field and what it means; its variable is `COMMUNIQUE_` and the name."""

    name: str
    help: str

    @property
    def variable(self) -> str:
        """The environment variable."""
        return f"COMMUNIQUE_{self.name.upper()}"


SETTINGS = (
    Setting("store", "folder of the store"),
    Setting("base", "IRI that all data IRIs begin with; names things, whatever host serves them"),
    Setting("token", "bearer token that allows writes over HTTP; empty: read-only"),
    Setting("query_timeout", "seconds that a query may take"),
    Setting("export_timeout", "seconds that an export over HTTP may take, sending included"),
    Setting("query_memory", "bytes of memory that a query may take; 0: as many as there are"),
    Setting("result_bytes", "bytes that a query's answer may have; 0: any number"),
    Setting("cache_bytes", "bytes of answers that `serve` remembers"),
    Setting("lock_timeout", "seconds to wait for another process that is writing"),
    Setting("host", "address that `serve` listens on"),
    Setting("port", "port that `serve` listens on"),
    Setting(
        "publish_text",
        "how much of articles' text pages show: full, quotes or none; "
        "default full on loopback, else quotes",
    ),
    Setting(
        "edit",
        "loopback: whoever is at this machine may correct facts on its pages, without the token; "
        "default: nobody but who has the token",
    ),
    Setting(
        "license",
        "address of the licence under which the graph's facts are given, not the articles' words; "
        "empty: none is told",
    ),
    Setting("body_limit", "bytes that a request's body may have"),
    Setting(
        "rate_limit",
        "requests a client's address may send, as 100/minute, or off; "
        "default off on loopback, else 1200/minute",
    ),
    Setting(
        "cors",
        "whose pages may read over HTTP: any, else on loopback those of this machine alone",
    ),
    Setting(
        "service_hosts", "HOST or HOST:PORT that SERVICE and LOAD may ask, separated by spaces"
    ),
    Setting(
        "hosts",
        "HOST or HOST:PORT, separated by spaces: names by which `serve` may be asked where it "
        "listens on loopback, and /mcp anywhere, besides loopback's and the base's own",
    ),
    Setting("log", "requests that `serve` logs: errors, all or off"),
    Setting("log_form", "form of its log: text or json, a record a line"),
)
_CHOICES = {
    "cors": ("", "any"),
    "publish_text": ("", "full", "quotes", "none"),
    "edit": ("", "loopback"),
    "log": ("off", "errors", "all"),
    "log_form": ("text", "json"),
}


def settings(environment: Mapping[str, str] = os.environ, **given: object) -> Settings:
    """Settings from the environment, overridden by what is `given` and not None.

    Raises UsageError on a value that can't be read.
    """
    values: dict[str, Any] = {}
    for each in fields(Settings):
        raw = given.get(each.name)
        raw = environment.get(f"COMMUNIQUE_{each.name.upper()}") if raw is None else raw
        if raw is not None:
            values[each.name] = _read(each.name, type(each.default), raw)
    made = Settings(**values)
    for name, choices in _CHOICES.items():
        if getattr(made, name) not in choices:
            known = ", ".join(filter(None, choices))
            raise UsageError(f"COMMUNIQUE_{name.upper()} is {getattr(made, name)!r}: give {known}")
    return _with_slash(made)


def _read(name: str, kind: type, raw: object) -> object:
    try:
        return kind(raw)
    except ValueError as error:
        message = f"COMMUNIQUE_{name.upper()} is {raw!r}, which is no {kind.__name__}"
        raise UsageError(message) from error


def _with_slash(made: Settings) -> Settings:
    values = {f.name: getattr(made, f.name) for f in fields(Settings)}
    values["base"] = made.base if made.base.endswith(("/", "#")) else made.base + "/"
    return Settings(**values)


def store_path(made: Settings) -> Path:
    """The store's folder. Raises UsageError for an address: remote stores come later."""
    if "://" in made.store:
        raise UsageError(f"{made.store}: stores at an address are not supported yet; give a folder")
    return Path(made.store)

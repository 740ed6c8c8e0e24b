"""What clients send, as the Reconciliation API has it; unknown fields are left alone."""

from typing import Literal, TypeVar

import msgspec
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

BATCH = 50  # questions that one request may have
SHOWN, MOST = 10, 100  # candidates where no limit is asked for, and at most
_LONGEST = 400  # characters of a name that count
_ROWS, _COLUMNS = 1000, 50  # of one data extension

Message = TypeVar("Message")


class Entity(msgspec.Struct, frozen=True):
    """A value that was reconciled before."""

    id: str
    name: str = ""


Single = str | int | float | bool | Entity


class Condition(msgspec.Struct, frozen=True):
    """A property, and the values of which one should be its."""

    pid: str
    v: Single | tuple[Single, ...]

    @property
    def values(self) -> tuple[Single, ...]:
        """All values."""
        return self.v if isinstance(self.v, tuple) else (self.v,)


class Question(msgspec.Struct, frozen=True):
    """One name to be reconciled."""

    query: str = ""
    type: str | tuple[str, ...] = ()
    limit: float = SHOWN
    properties: tuple[Condition, ...] = ()
    type_strict: Literal["any", "all", "should"] = "any"

    @property
    def name(self) -> str:
        """The name that was asked for."""
        return " ".join(self.query[:_LONGEST].split())

    @property
    def types(self) -> tuple[str, ...]:
        """The types that were asked for."""
        given = (self.type,) if isinstance(self.type, str) else self.type
        return tuple(one for one in given if one)

    @property
    def most(self) -> int:
        """How many candidates are wanted."""
        return max(1, min(int(self.limit), MOST))


class Setting(msgspec.Struct, frozen=True):
    """What may be set of a column; 0 for all values."""

    limit: int | str = 0


class Column(msgspec.Struct, frozen=True):
    """A property to be filled in."""

    id: str
    settings: Setting = Setting()

    @property
    def most(self) -> int | None:
        """How many values it may have."""
        given = str(self.settings.limit)
        return int(given) or None if given.isascii() and given.isdigit() else None


class Extension(msgspec.Struct, frozen=True):
    """Things, and the properties that are wanted of them."""

    ids: tuple[str, ...]
    properties: tuple[Column, ...]


# Made here, where one thread imports: threads that first use a type together crash msgspec.
_QUESTIONS = msgspec.json.Decoder(dict[str, Question])
_EXTENSION = msgspec.json.Decoder(Extension)


def questions(text: str) -> dict[str, Question]:
    """A batch. Raises BadRequest where it can't be read, RequestEntityTooLarge where it is long."""
    batch = _read(text, _QUESTIONS, "queries")
    if len(batch) > BATCH:
        raise RequestEntityTooLarge(f"at most {BATCH} queries in a batch, not {len(batch)}")
    for key, question in batch.items():
        if not question.name and not question.properties:
            raise BadRequest(f"query {key!r} has neither a query nor properties")
    return batch


def extension(text: str) -> Extension:
    """A data extension query. Raises as `questions` does."""
    wanted = _read(text, _EXTENSION, "extend")
    if len(wanted.ids) > _ROWS or len(wanted.properties) > _COLUMNS:
        raise RequestEntityTooLarge(f"at most {_ROWS} ids and {_COLUMNS} properties")
    return wanted


def _read(text: str, decoder: "msgspec.json.Decoder[Message]", field: str) -> Message:
    try:
        return decoder.decode(text.encode())
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise BadRequest(f"{field} can't be read: {error}") from error

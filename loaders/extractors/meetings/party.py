"""Those on one side of a meeting: actors by their ids, the unnamed as groups."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from loaders.facts import ActorType, Group
from loaders.reading.cast import Cast
from loaders.tables import wide

_SIDES = {"delegation", "delegations", "side", "sides"}
_SITTING = (
    "council",
    "commission",
    "committee",
    "conference",
    "forum",
    "cabinet",
    "task force",
    "working group",
    "steering group",
    "contact group",
    "joint commission",
)
_JOINT = {"alliance", "bloc", "council", "forum", "group", "organization"}


@dataclass(frozen=True)
class Party:
    """Those on one side: `members` keeps them apart where a text meets them one by one.

    `behind` are the states and bodies that unnamed people come for ("Iranian diplomats").
    """

    members: tuple[tuple[str, ...], ...] = ()
    groups: tuple[Group, ...] = ()
    press: bool = False
    last: int = field(default=-1, compare=False)
    behind: tuple[str, ...] = field(default=(), compare=False)

    @property
    def actors(self) -> tuple[str, ...]:
        """All ids, each once, in order."""
        return tuple(dict.fromkeys(actor for member in self.members for actor in member))

    @property
    def empty(self) -> bool:
        """Whether nobody was found."""
        return not self.actors and not self.groups

    def __add__(self, other: "Party") -> "Party":
        members = dict.fromkeys((*self.members, *other.members))
        groups = dict.fromkeys((*self.groups, *other.groups))
        press, last = self.press or other.press, max(self.last, other.last)
        behind = dict.fromkeys((*self.behind, *other.behind))
        return Party(tuple(members), tuple(groups), press, last, tuple(behind))

    def represented(self) -> "Party":
        """The party with the states and bodies behind its unnamed people as members."""
        coming = tuple((actor,) for actor in self.behind if actor not in self.actors)
        return replace(self, members=(*coming, *self.members))


def facing(own: Party) -> bool:
    """Whether those of one plural subject can have met: two named, or one and a group."""
    if len(own.actors) > 1:
        return True
    return bool(own.actors) and any(not _SIDES & set(g.label.split()) for g in own.groups)


def sides_of(own: Party) -> tuple[Party, ...]:
    """Two who met each other sit on a side each; of more the text doesn't tell."""
    if len(own.members) == 2 and not own.groups:
        return tuple(Party((member,)) for member in own.members)
    return (own,)


def assembled(own: Party, cast: Cast) -> bool:
    """Whether unnamed people meet by themselves: those of a body, or of two states."""
    if own.press or any(cast.is_person(a) for a in own.actors):
        return False
    if any(_pointing(group.label) for group in own.groups):
        return False
    coming = own.represented().actors
    if len(coming) > 1:
        return bool(own.groups)
    return bool(coming) and all(_joint(a, cast) for a in coming)


def _pointing(label: str) -> bool:
    """Whether "the two delegations" are people told of before, not "delegations from X"."""
    words = set(label.lower().split())
    return bool(_SIDES & words) and not {"from", "of"} & words


def _joint(actor: str, cast: Cast) -> bool:
    """Whether the actor is a body of several states; one state's has the state's code beside it."""
    found = cast.by_id.get(actor)
    if found is None or found.type is not ActorType.ORGANIZATION:
        return False
    head = re.split(r" (?:on|for|of) ", found.name.lower())[0]
    return found.name in _joint_bodies() or head.endswith(_SITTING)


@cache
def _joint_bodies() -> frozenset[str]:
    table = wide("organizations", 4)
    return frozenset(name for name, _, kind, of in table if kind in _JOINT and not of.islower())

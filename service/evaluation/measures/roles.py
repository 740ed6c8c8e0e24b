"""Roles of the persons found: title and of whom."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.names import fold
from service.evaluation.records import ActorRecord
from service.evaluation.tally import Tally

Role = tuple[str, str | None]


def roles(comparison: Comparison) -> Mapping[str, Tally]:
    """Roles that agree; where gold names nobody whose the role is, the title is enough."""
    total = Tally()
    match = comparison.actors
    for i, j in match.persons:
        wanted, told = roles_of(match.gold[i]), roles_of(match.told[j])
        right = sum(any(fits(role, other) for other in told) for role in wanted)
        total += Tally(right, max(len(told), right), len(wanted))
    return {"roles": total} if match.persons else {}


def roles_of(actor: ActorRecord) -> set[Role]:
    """An actor's roles, folded."""
    return {_role(parts) for parts in actor.roles if parts}


def fits(wanted: Role, told: Role) -> bool:
    """Whether a told role is the wanted one."""
    return wanted[0] == told[0] and wanted[1] in {None, told[1]}


def _role(parts: tuple[str | None, ...]) -> Role:
    title, *of = parts
    return fold(title), fold(of[0]) if of and of[0] else None

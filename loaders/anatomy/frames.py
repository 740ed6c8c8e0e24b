"""Lines of their own around the body that tell when, where and by whom it was written."""

from collections.abc import Mapping, Sequence

from loaders.anatomy.bylines import byline, reporter
from loaders.anatomy.dated import dated_line, is_update, placed_line
from loaders.anatomy.found import Frame
from loaders.anatomy.units import Unit

_TAIL = 4  # units at the end that may hold a byline or a date


def find_frames(
    text: str, units: Sequence[Unit], taken: Mapping[int, str], top: int
) -> dict[int, tuple[str, Frame]]:
    """What each such line tells and why it is no prose, by its index: publication before update."""
    found: dict[int, tuple[str, Frame]] = {}
    tail = range(max(top + 1, len(units) - _TAIL), len(units))
    for index in [*range(min(top + 1, len(units))), *tail]:
        if index in taken:
            continue
        below = any(i not in taken and i not in found for i in range(index))
        if told := _told(text, units[index], index < top, below):
            found[index] = told
    for index in range(1, min(top, len(units))):
        beside = index - 1 in found or index + 1 in found or taken.get(index + 1) == "time"
        free = index not in taken and index not in found
        if not (free and (beside or units[index].shouted)):
            continue
        if told := _aside(text, units[index], beside):
            found[index] = told
    for index in tail:
        beside = index - 1 in found or index + 1 in found
        free = index not in taken and index not in found
        if free and beside and (frame := placed_line(text, units[index], beside)):
            found[index] = ("place", frame)
    changed = [index for index in found if is_update(units[index])]
    ordered = [*(index for index in sorted(found) if index not in changed), *changed]
    return {index: found[index] for index in ordered}


def _told(text: str, unit: Unit, at_top: bool, below: bool) -> tuple[str, Frame] | None:
    if frame := byline(text, unit):
        return "byline", frame
    if frame := dated_line(text, unit, at_top, below):
        return "date", frame
    if at_top and "," in unit.text and (frame := placed_line(text, unit)):
        return "place", frame
    return None


def _aside(text: str, unit: Unit, dated: bool) -> tuple[str, Frame] | None:
    """What only a line beside a date tells, or one in capitals: a place, a reporter."""
    if frame := placed_line(text, unit, dated):
        return "place", frame
    if frame := reporter(unit):
        return "byline", frame
    return None

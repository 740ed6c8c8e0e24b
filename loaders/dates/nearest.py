"""Which year a date without one means, seen from the day of publication."""

import datetime as dt

from loaders.dates.context import Context

_CLOSE = 60  # days: the tense decides between years, but not against a day close by
_AGAINST_TENSE = 366


def day_in(year: int, month: int, day: int) -> dt.date | None:
    """The day, None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest_day(month: int, day: int, weekday: int | None, context: Context) -> dt.date | None:
    """The day of that name nearest to publication; a weekday named beside it decides first."""
    if context.near is None:
        return None
    years = range(context.near.year - 1, context.near.year + 2)
    days = [found for year in years if (found := day_in(year, month, day))]
    fitting = [found for found in days if found.weekday() == weekday]
    return min(fitting or days, key=lambda d: (_distance(d, context), d), default=None)


def nearest_year_of_month(month: int, context: Context) -> int | None:
    """The year of the month of that name nearest to publication."""
    if context.near is None:
        return None
    if month == context.near.month:
        return context.near.year
    years = range(context.near.year - 1, context.near.year + 2)
    return min(years, key=lambda y: (_distance(dt.date(y, month, 15), context), y))


def _distance(day: dt.date, context: Context) -> int:
    near = context.near
    if near is None or context.future is None:
        return abs((day - near).days) if near else 0
    against = day < near if context.future else day > near
    apart = abs((day - near).days)
    return apart + _AGAINST_TENSE if against and apart > _CLOSE else apart

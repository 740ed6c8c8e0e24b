"""What templates use: dates and numbers as people read them."""

from datetime import date

from flask import Flask

from service.http.links import local
from service.http.pages.narrowing import again

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def register(app: Flask) -> None:
    """Give the templates their filters."""
    app.jinja_env.filters["day"] = day
    app.jinja_env.filters["grouped"] = grouped
    app.jinja_env.globals["local"] = local
    app.jinja_env.globals["again"] = again


def day(edtf: str) -> str:
    """2021-09-21 as 21 September 2021, 2021-09 as September 2021; anything else as it is.

    Both ends of an interval are spelt out.
    """
    first, slash, last = edtf.partition("/")
    if slash:
        ends = day(first), day(last)
        return " to ".join(ends) if ends != (first, last) else edtf
    parts = edtf.split("-")
    if len(parts) == 3:
        try:
            found = date.fromisoformat(edtf)
        except ValueError:
            return edtf
        return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
    if len(parts) == 2 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return edtf


def grouped(number: int) -> str:
    """1200 as 1,200."""
    return f"{number:,}"

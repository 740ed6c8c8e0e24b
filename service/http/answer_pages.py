"""Addresses of the pages beside the page of an answer that was asked for."""

from collections.abc import Iterator
from urllib.parse import urlencode

from flask import request

from queries.paging import Page


def links(page: Page) -> Iterator[str]:
    """The pages beside this one (RFC 8288); an empty page says that the last one is past."""
    if page.limit is None:
        return
    yield f'<{_address(offset="")}>; rel="first"'
    around = beside(page)
    if page.offset:
        yield f'<{around["before"]}>; rel="prev"'
    yield f'<{around["after"]}>; rel="next"'


def beside(page: Page) -> dict[str, str]:
    """The addresses of the rows before and after a page with a limit."""
    size = page.limit or 0
    before = max(page.offset - size, 0)
    return {
        "before": _address(offset=str(before or "")),
        "after": _address(offset=str(page.offset + size)),
    }


def ordered(column: str, page: Page) -> str:
    """The address where a column's head leads: sorted by it, or the other way round."""
    turned = page.sort[:1] == (column,)
    return _address(sort=f"-{column}" if turned else column, offset="")


def _address(**changed: str) -> str:
    """This request's address with other parameters; an empty one is left out."""
    asked = request.args.to_dict() | changed
    given = urlencode({name: value for name, value in asked.items() if value})
    return f"{request.path}?{given}" if given else request.path

"""Marking spans that nest, cross, touch and repeat, without losing a character."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from service.http.pages.marks import Mark, marked, merged

TEXT = "Dorn met Raske in Port Ellin."


def mark(start: int, end: int, kind: str = "actor", target: str = "t") -> Mark:
    return Mark(start, end, (kind,), f"{kind} {start}", (target,))


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_span_is_an_anchor_around_a_link_to_its_fact() -> None:
    assert str(marked(TEXT, [mark(0, 4, "actor", "fact-1")])) == (
        '<span class="span k-actor" data-c="c=0-4" id="c=0-4">'
        '<a class="mark m-actor" href="#fact-1" title="actor 0" data-facts="fact-1">Dorn</a></span>'
        " met Raske in Port Ellin."
    )


def test_the_innermost_span_leads() -> None:
    html = str(marked(TEXT, [mark(0, 14, "meeting", "m"), mark(9, 14, "actor", "a")]))
    assert 'href="#m" title="meeting 0" data-facts="m">Dorn met </a>' in html
    assert 'href="#a" title="actor 9" data-facts="a m">Raske</a></span></span>' in html


def test_a_span_that_crosses_another_goes_on_after_it_without_a_second_id() -> None:
    html = str(marked(TEXT, [mark(0, 8), mark(5, 14, "meeting")]))
    assert html.count('id="c=5-14"') == 1
    assert html.count('data-c="c=5-14"') == 2
    assert html.count('data-c="c=0-8"') == 1
    assert plain(html) == TEXT


def test_equal_spans_share_one_mark_with_all_kinds() -> None:
    found = merged([mark(0, 4, "actor", "a"), mark(0, 4, "role", "r"), mark(0, 4, "actor", "b")])
    assert found == [Mark(0, 4, ("actor", "role"), "actor 0; role 0", ("a", "r", "b"))]


def test_markup_in_texts_and_titles_is_escaped() -> None:
    text = "<script>x</script> & 'so' \u202e"
    html = str(marked(text, [Mark(0, 8, ("actor",), '"><b>', ("t",))]))
    assert "<script" not in html
    assert "<b>" not in html
    assert plain(html) == text


def test_spans_outside_the_text_are_left_out() -> None:
    assert str(marked("ab", [mark(1, 9), mark(-1, 1), mark(1, 1)])) == "ab"


class Balance(HTMLParser):
    """Fails where tags don't nest; collects ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


SPANS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=12)


@given(SPANS)
def test_any_spans_give_nested_tags_the_same_text_and_one_id_each(
    spans: list[tuple[int, int]],
) -> None:
    html = str(marked(TEXT, [mark(start, end) for start, end in spans]))
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert plain(html) == TEXT
    fitting = {f"c={start}-{end}" for start, end in spans if start < end <= len(TEXT)}
    assert sorted(balance.ids) == sorted(fitting)


@given(SPANS)
def test_pieces_of_a_span_are_together_the_spans_words(spans: list[tuple[int, int]]) -> None:
    html = str(marked(TEXT, [mark(start, end) for start, end in spans]))
    for start, end in spans:
        if start < end <= len(TEXT):
            assert _within(html, f"c={start}-{end}") == TEXT[start:end]


def _within(html: str, name: str) -> str:
    """The text inside all spans with this `data-c`."""
    inside, depth, words = 0, [], []
    for part in re.split(r"(<[^>]*>)", html):
        if part.startswith("<span"):
            mine = f'data-c="{name}"' in part
            depth.append(mine)
            inside += mine
        elif part == "</span>":
            inside -= depth.pop()
        elif not part.startswith("<") and inside:
            words.append(unescape(part))
    return "".join(words)

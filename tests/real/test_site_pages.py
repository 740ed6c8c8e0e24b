"""Pages over time and networks in a real browser: their main paths, with scripts and without."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PAGES = ("/", "/meetings", "/statements", "/positions", "/network", "/contradictions")
if not CHROMIUM.exists() and os.environ.get("CI") != "true":
    pytest.skip("no /usr/bin/chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playing:
        opened = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no scripts"])
def opened(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that remembers everything that went wrong on it, and fails at the end for it."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": 1200, "height": 900},
        java_script_enabled=request.param,
        color_scheme="light" if request.param else "dark",
    )
    page, wrong = context.new_page(), []
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(site) else None)
    yield page
    context.close()
    assert wrong == []


def follow(page: Page, selector: str) -> str:
    """Go where the first such link of a drawing leads, by the keyboard; what it is called."""
    link = page.locator(selector).first
    name = link.get_attribute("aria-label") or link.text_content() or ""
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return name


def test_a_column_leads_to_its_meetings(opened: Page) -> None:
    opened.goto("/meetings")
    name = follow(opened, ".columns-chart a[aria-label*='held']")
    assert "since=" in opened.url
    counted = sum(int(part.split()[0]) for part in name.partition(": ")[2].split(", "))
    assert opened.locator(".entries > li").count() >= min(counted, 50)
    assert opened.locator(".chips a").count() == 1


def test_planned_and_held_differ_without_colour(opened: Page) -> None:
    opened.goto("/meetings")
    planned, held = (opened.locator(f".plot rect.s-{one}").first for one in ("planned", "held"))
    assert (planned.get_attribute("fill") or "").startswith("url(#")
    assert held.get_attribute("fill") is None


def test_a_form_narrows_meetings_to_somebody(opened: Page) -> None:
    opened.goto("/network")
    name = opened.locator("tbody td a").first.inner_text()
    opened.goto("/meetings")
    opened.locator("details.narrow summary").click()
    opened.get_by_label("Who takes part").fill(name)
    opened.get_by_role("button", name="Narrow").click()
    opened.wait_for_url("**/meetings?actor=*")
    titles = opened.locator(".entries .entry-title").all_inner_texts()
    assert titles
    assert all(name in title for title in titles)


def test_a_line_of_the_network_leads_to_meetings_and_a_node_to_its_page(opened: Page) -> None:
    opened.goto("/network")
    pair = follow(opened, ".network a:has(.edge)").partition(":")[0]
    titles = opened.locator(".entries .entry-title").all_inner_texts()
    assert titles
    assert all(name in titles[0] for name in pair.split(" and ", 1))
    opened.goto("/network")
    follow(opened, ".network a:has(.node)")
    assert "/page/actor/" in opened.url
    met = follow(opened, ".ego a:has(.edge)").partition(":")[0]
    assert " and " in met
    assert opened.locator(".entries .entry-title").count() >= 1


def test_positions_stand_side_by_side_and_open_at_their_words(opened: Page) -> None:
    opened.goto("/positions")
    opened.locator(".bars a").first.click()
    assert "topic=" in opened.url
    speakers = opened.locator("table.beside thead a").all_inner_texts()
    assert speakers
    opened.locator(".filter a[aria-current]").first.click()
    assert opened.locator("table.beside thead a").count() == max(len(speakers) - 1, 1)
    follow(opened, ".lane a:has(.dot)")
    anchor = opened.url.partition("#")[2]
    assert anchor.startswith("c=")
    assert opened.locator(f'[id="{anchor}"]').count() == 1


def test_a_contradiction_opens_at_both_its_places(opened: Page) -> None:
    opened.goto("/contradictions")
    places = opened.locator(".differing-thing .side a.quote")
    assert places.count() >= 2
    leading = {places.nth(n).get_attribute("href") for n in range(2)}
    assert len(leading) == 2
    for address in sorted(filter(None, leading)):
        opened.goto(address)
        anchor = opened.url.partition("#")[2]
        assert opened.locator(f'[id="{anchor}"]').count() == 1


def test_a_meeting_that_several_articles_tell_compares_them(opened: Page) -> None:
    opened.goto("/contradictions")
    opened.locator("#alike ~ article h3 a").first.click()
    assert opened.locator(".compared > div").count() >= 3
    opened.locator(".compared .small a").first.click()
    assert "/page/" in opened.url


@pytest.mark.parametrize("width", [390, 1200])
def test_pages_fit_the_screen(browser: Browser, site: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}/network")
    actor = page.locator("tbody td a").first.get_attribute("href") or ""
    for address in (*PAGES, "/positions?topic=peacekeeping", actor):
        response = page.goto(f"{site}{address}")
        assert response is not None
        assert response.status == 200
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.close()

"""The search in a real browser: the keyboard, suggestions, facets, without scripts, in the dark."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
if not CHROMIUM.exists() and os.environ.get("CI") != "true":
    pytest.skip("no /usr/bin/chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playing:
        opened = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that remembers everything that went wrong on it, and fails at the end for it."""
    context = browser.new_context(base_url=site, color_scheme=request.param)
    opened, wrong = context.new_page(), []
    opened.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def somebody(page: Page) -> str:
    """The name of somebody in the example articles."""
    page.goto("/actors?type=Person")
    return page.locator("tbody a").first.inner_text()


def test_slash_finds_the_box_and_the_arrows_choose_a_suggestion(page: Page) -> None:
    name = somebody(page)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type(name[:4], delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    label = options.first.locator("a").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/**")
    assert page.get_by_role("heading", level=1).inner_text() == label


def test_escape_closes_the_suggestions_and_enter_searches(page: Page) -> None:
    name = somebody(page)
    page.locator("#find").click()
    page.keyboard.type(name[:4], delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator(".hits mark").first.inner_text().lower().startswith(name[:2].lower())


def test_a_facet_narrows_and_its_chip_takes_it_away(page: Page) -> None:
    page.goto("/search?kind=statement")
    before = page.locator(".hits > li").count()
    assert before
    page.get_by_role("complementary", name="Narrow down").get_by_role("link").first.click()
    chip = page.locator(".chips a")
    expect(chip).to_have_count(1)
    chip.click()
    expect(page.locator(".chips a")).to_have_count(0)
    assert page.locator(".hits > li").count() == before


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in ("/search", "/search?q=president", "/search?q=unheard", "/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("#find").fill("president")
    page.locator("#find").press("Enter")
    page.wait_for_url("**/search?q=president")
    assert page.locator(".hits > li").count() > 0
    context.close()

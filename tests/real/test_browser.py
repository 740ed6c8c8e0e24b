"""The pages in a real browser: nothing on the console, the policy kept, keyboard and dark mode."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PAGES = (
    "/",
    "/actors",
    "/meetings",
    "/statements",
    "/missions",
    "/articles",
    "/queries",
    "/queries/meetings?status=held",
    "/queries/evidence",
    "/sparql",
    "/ns",
)

if not CHROMIUM.exists() and os.environ.get("CI") != "true":
    pytest.skip("no /usr/bin/chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def playing() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playing: Playwright) -> Iterator[Browser]:
    opened = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page that remembers everything that went wrong on it, and fails at the end for it."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    opened, wrong = context.new_page(), []
    opened.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(site) else None)
    yield opened
    context.close()
    assert wrong == []


def first_article(page: Page) -> str:
    page.goto("/articles")
    return page.locator(".entry-title a").first.get_attribute("href") or ""


@pytest.mark.parametrize("address", PAGES)
def test_every_page_loads_without_a_complaint_and_fits_a_narrow_screen(
    page: Page, address: str
) -> None:
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        response = page.goto(address)
        assert response is not None
        assert response.status == 200
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_scripts_in_a_page_are_stopped_by_the_policy(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site)
    page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.bad = 1";
                   document.body.append(s); document.body.style.cssText = ""; }"""
    )
    assert page.evaluate("window.bad") is None
    page.close()


def test_the_keyboard_reaches_the_content_and_shows_where_it_is(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_a_mark_leads_to_its_fact_and_the_fact_back_to_its_words(page: Page) -> None:
    page.goto(first_article(page))
    mark = page.locator(".text a.mark").first
    target = (mark.get_attribute("href") or "")[1:]
    mark.click()
    assert page.evaluate("location.hash.slice(1)") == target
    quote = page.locator(f'[id="{target}"] .at a').first
    words = quote.inner_text().strip("“”")
    quote.click()
    pieces = page.locator(".text .shown")
    assert pieces.count() >= 1
    assert words.removesuffix("…").strip("., ")[:20] in page.locator(".text").inner_text()
    colour = "e => getComputedStyle(e).backgroundColor"
    assert pieces.first.evaluate(colour) == "rgb(255, 233, 168)"


def test_evidence_opens_at_its_words_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/statements")
    quote = page.locator("a.quote").first
    words = quote.locator("mark").inner_text()
    quote.click()
    name = page.url.partition("#")[2]
    assert name.startswith("c=")
    assert page.locator(f'[id="{name}"]').inner_text() == words
    context.close()


def test_dark_mode_follows_the_system(browser: Browser, site: str) -> None:
    for scheme, paper in (("light", "rgb(253, 252, 249)"), ("dark", "rgb(22, 23, 26)")):
        page = browser.new_page(color_scheme=scheme)
        page.goto(site)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
        page.close()


def test_a_screen_reader_finds_landmarks_names_and_one_heading(page: Page) -> None:
    for address in (*PAGES, first_article(page)):
        page.goto(address)
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("navigation", name="Site").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1
        unnamed = "[...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim())"
        assert page.evaluate(f"{unnamed}.map(e => e.outerHTML)") == []
        fields = "[...document.querySelectorAll('input, select, textarea')]"
        nameless = f"{fields}.filter(e => !e.labels.length && !e.ariaLabel)"
        assert page.evaluate(f"{nameless}.map(e => e.outerHTML)") == []


def test_colours_are_told_apart_from_their_ground(browser: Browser, site: str) -> None:
    """Every text colour of the stylesheet has a contrast of 4.5 to the paper (WCAG AA)."""
    names = (
        "ink",
        "soft",
        "link",
        "actor",
        "role",
        "meeting",
        "statement",
        "mission",
        "bad",
        "good",
    )
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(site)
        style = "getComputedStyle(document.documentElement).getPropertyValue"
        paper = page.evaluate(f"{style}('--paper')")
        for name in names:
            ratio = contrast(page.evaluate(f"{style}('--{name}')"), paper)
            assert ratio >= 4.5, (scheme, name, ratio)
        page.close()


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour.strip()[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_data_for_search_engines_stands_in_pages_without_a_complaint(page: Page) -> None:
    """A block of data is no script: the policy lets it be, though it forbids inline scripts."""
    for kind, address in (("Person", "/actors?type=Person"), ("Event", "/meetings?status=held")):
        page.goto(address)
        link = page.locator("main a[href^='/page/']").first
        page.goto(link.get_attribute("href") or "")
        found = page.evaluate(
            """() => [...document.querySelectorAll('script[type="application/ld+json"]')]
                .map(e => JSON.parse(e.textContent))"""
        )
        assert [one["@type"] for one in found] == [kind]
        assert found[0]["name"]

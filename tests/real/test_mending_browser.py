"""Mending facts in a real browser against a real server: with and without JavaScript."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.real.conftest import serving

CHROMIUM = Path("/usr/bin/chromium")
TOKEN = "a-token-of-the-tests"

if not CHROMIUM.exists() and os.environ.get("CI") != "true":
    pytest.skip("no /usr/bin/chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def own_site(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a copy of the example articles, that lets this machine correct."""
    store = tmp_path_factory.mktemp("mending") / "store"
    shutil.copytree(loaded, store)
    with serving(store, COMMUNIQUE_EDIT="loopback", COMMUNIQUE_TOKEN=TOKEN) as (address, _):
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request: pytest.FixtureRequest, browser: Browser, own_site: str) -> Iterator[Page]:
    """A page that remembers everything that went wrong on it, and fails at the end for it."""
    context = browser.new_context(base_url=own_site, java_script_enabled=request.param)
    opened, wrong = context.new_page(), []
    opened.set_default_timeout(60_000)
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def test_a_reader_rejects_a_statement_and_takes_it_back(page: Page) -> None:
    page.goto("/statements")
    words = page.locator("a.quote mark").first.inner_text()
    page.locator("a.quote").first.click()
    article = page.url.partition("#")[0]
    fact = page.locator("li.f-statement").filter(has_text=words[:40]).first
    fact.get_by_text("Mend", exact=False).first.click()
    if page.url.startswith(article):  # several claims: a list of them opens
        fact.locator(".mend a").first.click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="Reject it"))
    form.get_by_label("Why").fill("a question, <b>no</b> statement")
    form.get_by_label("Your name").fill("Ada Reader")
    form.get_by_role("button").click()
    assert "It is done" in page.get_by_role("status").inner_text()
    assert "a question, <b>no</b> statement" in page.get_by_role("main").inner_text()
    page.goto(article)
    mended = page.get_by_role("region", name="What readers put right")
    assert "Ada Reader" in mended.inner_text()
    mended.get_by_role("link", name="See or undo").click()
    page.get_by_role("button", name="Undo").first.click()
    assert "Nobody has corrected anything" in page.get_by_role("main").inner_text()
    page.goto(article)
    assert page.locator("li.f-statement").filter(has_text=words[:40]).count() >= 1


def test_two_actors_become_one_by_the_form_on_an_actors_page(page: Page) -> None:
    page.goto("/actors?type=Person")
    links = page.locator("main a[href^='/page/actor/']")
    name, other = links.nth(0).inner_text(), links.nth(1).inner_text()
    links.nth(1).click()
    gone = page.url
    page.get_by_role("link", name="Merge with another actor").click()
    page.get_by_label("The same as").fill(name)
    page.get_by_label("Why").fill("one person under two names")
    page.get_by_label("Your name").fill("Ada Reader")
    page.get_by_role("button", name="Merge them").click()
    page.locator(".corrections").get_by_role("link", name=name, exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == name
    one = page.get_by_role("region", name="Why this is one actor")
    assert other in one.inner_text()
    page.goto("/corrections")
    page.get_by_role("button", name="Undo").first.click()
    page.goto(gone)
    assert page.get_by_role("heading", level=1).inner_text() == other


def test_pages_of_corrections_fit_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/actors?type=Person")
    page.locator("main a[href^='/page/actor/']").first.click()
    page.get_by_role("link", name="Merge with another actor").click()
    for address in (page.url, "/corrections"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.get_by_role("heading", level=1).count() == 1

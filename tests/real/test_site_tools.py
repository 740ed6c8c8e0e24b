"""The pages' tools in a real browser: accessibility by axe-core in both themes, the editor, tables,
what is taken along, an article's marks, a mission's dots, print; and each without scripts."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).with_name("axe") / "package.json"
INSTALLING = 300  # seconds that npm may take
PAGES = (
    "/",
    "/actors",
    "/meetings",
    "/statements",
    "/missions",
    "/articles",
    "/network",
    "/contradictions",
    "/corrections",
    "/search?q=president",
    "/queries",
    "/queries/meetings?status=held",
    "/queries/evidence",
    "/sparql",
    "/sparql?query=SELECT+*+WHERE+%7B%3Fm+a+cmq:Mission%7D&format=html",
    "/sparql?query=SELECT&format=html",
    "/ns",
    "/docs",
    "/nowhere",
)
KINDS = ("mission", "meeting", "actor", "statement", "article")

if not CHROMIUM.exists() and os.environ.get("CI") != "true":
    pytest.skip("no /usr/bin/chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playing:
        opened = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    """The script of axe-core, which npm installs into pytest's cache."""
    if shutil.which("npm") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no npm: apt-get install npm")
        pytest.skip("no npm: apt-get install npm")
    assert pytestconfig.cache is not None
    folder = Path(pytestconfig.cache.mkdir("axe"))
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        shutil.copy(AXE, folder)
        install = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=INSTALLING)
    return script.read_text(encoding="utf-8")


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


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def kinds_of_pages(page: Page) -> list[str]:
    """One page of each kind of thing."""
    found = []
    for kind in KINDS:
        page.goto(f"/{kind}s")
        found.append(page.locator(f"main a[href^='/page/{kind}/']").first.get_attribute("href"))
    return [address.partition("#")[0] for address in found if address]


def violations(page: Page, axe: str, address: str, rules: dict[str, object]) -> list[str]:
    """What axe-core finds on a page with everything unfolded."""
    page.goto(address)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.evaluate(axe)
    found = page.evaluate("asked => axe.run(asked)", {"resultTypes": ["violations"], **rules})
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


# A theme changes colours alone, so the dark one is looked at for those; the two long pages have
# no colours of their own.
@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})]
)
def test_axe_finds_no_violation_on_any_page(
    browser: Browser,
    site: str,
    axe: str,
    scheme: Literal["light", "dark"],
    rules: dict[str, object],
) -> None:
    context = browser.new_context(base_url=site, color_scheme=scheme)
    page = context.new_page()
    known = [one for one in PAGES if not rules or one not in {"/ns", "/docs"}]
    addresses = (*known, *kinds_of_pages(page))
    found = {one: violations(page, axe, one, rules) for one in addresses}
    context.close()
    assert {one: told for one, told in found.items() if told} == {}


def test_the_editor_colours_completes_and_runs_a_query(page: Page) -> None:
    page.goto("/sparql")
    expect(page.locator(".yasqe .cm-keyword").first).to_have_text("SELECT")
    expect(page.locator(".parseErrorIcon")).to_have_count(0)  # prefixes need no declaration
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?mission WHERE { ?mission a cmq:Miss")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint-active")).to_have_text("cmq:Mission")
    page.keyboard.press("Enter")
    expect(page.locator(".CodeMirror-line").first).to_contain_text("cmq:Mission")
    page.keyboard.type(" } ORDER BY ?mission")
    page.keyboard.press("Control+Enter")
    expect(page.locator("main td a").nth(1)).to_have_attribute("href", re.compile("/page/mission/"))


def test_the_keyboard_leaves_the_editor(page: Page) -> None:
    page.goto("/sparql")
    page.locator(".CodeMirror").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.editor') === null")


def test_what_is_wrong_with_a_query_is_told_beside_it(plain: Page) -> None:
    address = "/sparql?query=SELECT+%3Fx+WHERE+%7B&format=html"
    response = plain.goto(address)
    assert response is not None
    assert response.status == 400
    assert plain.locator("textarea").input_value() == "SELECT ?x WHERE {"
    assert plain.get_by_role("alert").count() == 1


def test_the_form_asks_without_scripts(plain: Page) -> None:
    plain.goto("/sparql")
    plain.locator("textarea").fill("SELECT ?m WHERE { ?m a cmq:Mission }")
    plain.get_by_role("button", name="Run").click()
    assert plain.locator("main td a[href^='/page/mission/']").count() > 1


def column(page: Page, number: int) -> list[str]:
    return [cell.strip() for cell in page.locator(f"td:nth-child({number})").all_inner_texts()]


def test_a_table_sorts_in_place_and_without_scripts_by_its_address(page: Page, plain: Page) -> None:
    for one in (page, plain):
        one.goto("/queries/meetings?status=held")
        one.get_by_role("link", name="participants").click()
        names = column(one, 6)
        assert names == sorted(names, key=str.casefold) or one is page
        assert one.locator("th[aria-sort=ascending]").inner_text().startswith("participants")
    assert "sort=" not in page.url
    assert "sort=participants" in plain.url
    first = column(page, 6)
    page.get_by_role("link", name="participants").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    assert sorted(column(page, 6)) == sorted(first)
    assert column(page, 6) != first


def test_what_is_taken_along_gives_the_same_answer(page: Page, site: str) -> None:
    page.goto("/queries/meetings?status=held&sort=-date")
    shown = page.locator("tbody tr").count()
    texts = {
        str(one.get_attribute("data-copy")): one.text_content() or ""
        for one in page.locator("section pre[data-copy]").all()
    }
    assert set(texts) == {"CSV link", "curl", "Python", "SPARQL"}
    assert texts["CSV link"].strip().startswith(site)
    rows = page.request.get(texts["CSV link"].strip()).text().replace("\r\n", "\n")
    assert len(list(csv.DictReader(io.StringIO(rows)))) == shown
    curl = subprocess.run(["bash", "-c", texts["curl"]], check=True, capture_output=True, text=True)
    assert curl.stdout == rows
    with redirect_stdout(io.StringIO()) as printed:
        exec(f"{texts['Python']}\nprint(len(rows))", {})
    assert int(printed.getvalue()) == shown
    asked = page.request.get("/sparql", params={"query": texts["SPARQL"]}).json()
    assert len(asked["results"]["bindings"]) == shown


def test_a_page_is_cited_by_its_lasting_name(page: Page) -> None:
    page.goto("/missions")
    page.goto(page.locator("main a[href^='/page/mission/']").first.get_attribute("href") or "")
    iri = page.locator("link[rel=cite-as]").get_attribute("href") or "?"
    page.get_by_text("Cite this page").click()
    expect(page.locator(".cite p").first).to_contain_text(iri)
    [entry] = json.loads(page.locator("[data-copy=CSL-JSON]").text_content() or "")
    assert (entry["URL"], entry["title"]) == (iri, page.locator("h1").inner_text())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("button", name="Copy the citation")).to_have_text("Copied")
    assert iri in page.evaluate("navigator.clipboard.readText()")


def test_a_mark_tells_its_facts_under_the_pointer_and_in_focus(page: Page) -> None:
    page.goto(kinds_of_pages(page)[-1])
    mark = page.locator(".text a.mark").nth(2)
    mark.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    assert page.locator(".fact.lit").count() >= 1
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    mark.focus()
    expect(card).to_be_visible()
    assert mark.get_attribute("aria-describedby") == card.get_attribute("id")


def test_every_dot_of_a_missions_figures_leads_to_its_sentence(plain: Page) -> None:
    plain.goto("/queries/mission-figures?format=html")
    plain.locator("td a[href^='/page/mission/']").first.click()
    dots = plain.locator(".plot a")
    assert dots.count() >= 1
    address = dots.first.get_attribute("href") or ""
    label = dots.first.locator("title").text_content() or ""
    plain.goto(address)
    words = plain.locator(f'[id="{address.partition("#")[2]}"]').inner_text()
    assert any(part.strip(",") in label for part in words.split())


def test_print_leaves_out_what_only_a_screen_needs(page: Page) -> None:
    page.goto(kinds_of_pages(page)[-1])
    page.emulate_media(media="print")
    for hidden in (".top nav", ".finder", ".data", ".copy >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_kind_of_page_fits_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in (*kinds_of_pages(page), "/sparql", "/queries/meetings?status=held"):
        page.goto(address)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

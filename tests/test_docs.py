"""What a user can set, call or ask stands in the documentation."""

from pathlib import Path

import click
import pyoxigraph as ox
import pytest

from service.cli.main import communique
from service.settings import SETTINGS, Setting

README = Path("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_every_setting_is_documented(setting: Setting) -> None:
    rows = Path("docs/settings.md").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if row.startswith(f"| `{setting.variable}` |")]


def commands() -> list[str]:
    assert isinstance(communique, click.Group)
    return communique.list_commands(click.Context(communique))


@pytest.mark.parametrize("name", [n for n in commands() if n != "stats"])
def test_every_command_is_in_the_readme_and_explains_itself(name: str) -> None:
    assert f"communique {name}" in README
    command = communique.get_command(click.Context(communique), name)
    assert command is not None
    assert command.help


def test_the_readmes_links_lead_somewhere() -> None:
    links = [part.split(")")[0] for part in README.split("](")[1:]]
    assert links
    for link in links:
        if "://" not in link:
            assert Path(link).exists(), link


def test_the_readmes_query_is_sparql() -> None:
    text = README.split("```sparql\n")[1].split("```")[0]
    assert list(ox.Store().query(text)) == []  # type: ignore[arg-type]

"""What is written for operators names commands, settings and figures that there are."""

import configparser
import re
import shlex
from pathlib import Path

import click
import pytest

from service.cli.main import communique
from service.settings import SETTINGS

DEPLOY = Path("docs/deploy")
FILES = [*sorted(DEPLOY.iterdir()), Path("docs/operation.md")]
KNOWN = {setting.variable for setting in SETTINGS}


def commands() -> list[str]:
    assert isinstance(communique, click.Group)
    return communique.list_commands(click.Context(communique))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_settings_that_are_named_exist(file: Path) -> None:
    named = set(re.findall(r"COMMUNIQUE_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named
    assert named <= KNOWN


def test_commands_that_are_named_exist() -> None:
    text = Path("docs/operation.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`communique (\w+)", text)) | set(
        re.findall(r"^communique (\w+)", text, re.MULTILINE)
    )
    assert {"serve", "backup", "restore", "load"} <= named
    assert named <= set(commands())


def test_the_unit_runs_the_service() -> None:
    unit = configparser.RawConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read(DEPLOY / "communique.service")
    program, *arguments = shlex.split(unit["Service"]["ExecStart"])
    assert program.endswith("/communique")
    assert arguments[0] in commands()
    assert int(unit["Service"]["TimeoutStopSec"]) > 10  # ours ends within ten seconds


def test_the_container_runs_the_service_as_nobody_special() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    assert "USER communique" in lines
    assert lines[-2:] == ['ENTRYPOINT ["communique"]', 'CMD ["serve"]']
    assert any("/ready" in line for line in lines)

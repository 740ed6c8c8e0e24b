"""The built wheel holds everything that the product reads at run time, and nothing of others."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGES = ("ontology", "loaders", "queries", "service")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--quiet", "-w", str(folder)]
    subprocess.run(command, check=True)
    return zipfile.ZipFile(next(folder.glob("communique-*.whl")))


def test_every_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    wanted = {
        path.as_posix()
        for package in PACKAGES
        for path in Path(package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel.namelist())


def test_the_wheel_installs_our_four_packages_only(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    licences = [n for n in wheel.namelist() if "/licenses/" in n]
    assert {n.rsplit("/", 1)[1] for n in licences} == {"LICENSE", "NOTICE"}

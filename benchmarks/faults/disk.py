"""A full disk: a clear error, and the old state serves."""

import contextlib
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.site import AUTH, Site, communique, fill, serving
from service.store.archive import back_up
from service.store.directory import StoreDirectory

_SIZE = 64  # megabytes
_ARTICLES = 20


@contextmanager
def small(folder: Path) -> Iterator[Path | None]:
    """A small file system, None where none may be mounted."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}m", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def full(folder: Path, elsewhere: Path) -> dict[str, str]:
    """What each way of writing says; `folder` is small, `elsewhere` has room."""
    store = fill(folder / "store", _ARTICLES)
    text = elsewhere / "note.txt"
    text.write_text("President Ana Kovač of Norway met Luis Ferrer in Oslo on 3 May 2031.\n")
    backup = elsewhere / "large.zip"
    back_up(StoreDirectory(fill(elsewhere / "large", 200)), backup, force=True)
    told = {}
    with serving(store) as site:
        ballast = _occupy(folder)
        told["update"] = _update(site)
        told["load"] = _command(site, "load", text, "--store", store)
        told["restore"] = _command(site, "restore", backup, "--store", store)
        told["backup"] = _command(site, "backup", folder / "b.zip", "--store", store)
        assert not list(folder.glob("*b.zip*")), "half a backup stays"
        ballast.unlink()
        assert site.update("INSERT DATA { <a:a> <a:b> 1 }").status == 204
        assert communique("load", text, "--store", store).returncode == 0
        assert site.articles() == _ARTICLES + 1
    return told


def _occupy(folder: Path) -> Path:
    """All the room there is."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return ballast


def _update(site: Site) -> str:
    rows = "".join(f"<a:{n}> <a:b> 'a text that takes room {n}' .\n" for n in range(80_000))
    kind = {"Content_Type": "application/n-triples"}
    reply = site.send("/graphs?graph=http://e.org/g", "PUT", rows.encode(), **AUTH, **kind)
    assert reply.status in {503, 507}, (reply.status, reply.body)
    assert reply.headers["Content-Type"] == "application/problem+json"
    _still(site)
    return f"{reply.status} {reply.body.decode()[:600]}"


def _command(site: Site, *arguments: object) -> str:
    done = communique(*arguments)
    assert done.returncode, (arguments[0], done.stdout)
    assert "Traceback" not in done.stderr, done.stderr
    _still(site)
    return f"status {done.returncode}: {done.stderr.strip().splitlines()[-1][:600]}"


def _still(site: Site) -> None:
    assert site.articles() == _ARTICLES

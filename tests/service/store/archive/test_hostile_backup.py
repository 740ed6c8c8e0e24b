"""Backups that somebody else made: what they name, how long they are, where they lie."""

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from service.errors import CommuniqueError, UsageError
from service.store.archive import back_up, restore
from service.store.archive.manifest import DATA, JOURNAL, MANIFEST
from tests.service.store.archive.test_backup import A, B, held, store

LINE = b"<http://e/x> <http://e/p> <http://e/y> .\n"


def made(path: Path, given: dict[str, bytes], **told: object) -> Path:
    """A backup of these parts, with a manifest that fits them unless it is told otherwise."""
    listed = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in given.items()
    }
    manifest = {"backup": 1, "store": 1, "software": "x", "quads": 1, "parts": listed, **told}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in given.items():
            archive.writestr(name, data)
        archive.writestr(MANIFEST, json.dumps(manifest))
    return path


@pytest.mark.parametrize("name", ["../evil", "/tmp/evil", "data/../../evil", "current", "ready"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    directory = store(tmp_path / "s", A)
    file = made(tmp_path / "b.zip", {DATA: LINE, name: b"evil"})
    with pytest.raises(UsageError, match="no backup"):
        restore(directory, file)
    assert held(directory) == {"<http://e/a>"}
    assert not list(tmp_path.rglob("evil"))


def test_members_that_the_manifest_does_not_name_are_left_alone(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    file = made(tmp_path / "b.zip", {DATA: LINE})
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("../evil", b"evil")
        archive.writestr("current", b"9999")
    restore(directory, file)
    assert held(directory) == {"<http://e/x>"}
    assert not list(tmp_path.rglob("evil"))
    assert directory.version < 9999


def test_a_member_that_claims_to_be_a_link_is_read_as_bytes(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    secret = tmp_path / "secret"
    secret.write_bytes(b"not to be copied")
    link = str(secret).encode()
    file = made(tmp_path / "b.zip", {DATA: LINE})
    listed = {"bytes": len(link), "sha256": hashlib.sha256(link).hexdigest()}
    data = {"bytes": len(LINE), "sha256": hashlib.sha256(LINE).hexdigest()}
    parts = {DATA: data, JOURNAL: listed}
    manifest = {"backup": 1, "store": 1, "software": "x", "quads": 1, "parts": parts}
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(DATA, LINE)
        entry = zipfile.ZipInfo(JOURNAL)
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, link)
        archive.writestr(MANIFEST, json.dumps(manifest))
    restore(directory, file)
    journal = directory.path / JOURNAL
    assert not journal.is_symlink()
    assert journal.read_bytes() == link


def test_a_bomb_ends_at_the_length_that_it_names(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    bomb = b"#" * 50_000_000
    small = {"bytes": 10, "sha256": hashlib.sha256(b"#" * 10).hexdigest()}
    file = made(tmp_path / "b.zip", {DATA: bomb}, parts={DATA: small})
    assert file.stat().st_size < 100_000
    with pytest.raises(UsageError, match="damaged"):
        restore(directory, file)
    assert held(directory) == {"<http://e/a>"}


def test_a_manifest_without_end_is_refused(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    file = made(tmp_path / "b.zip", {DATA: LINE}, software="x" * 10_000_000)
    with pytest.raises(CommuniqueError):
        restore(directory, file)
    assert held(directory) == {"<http://e/a>"}


def test_a_link_in_the_place_of_the_new_file_is_not_followed(tmp_path: Path) -> None:
    directory, victim = store(tmp_path / "s", B), tmp_path / "victim"
    victim.write_text("mine")
    target = tmp_path / "b.zip"
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    half.symlink_to(victim)
    with pytest.raises(CommuniqueError):
        back_up(directory, target)
    assert victim.read_text() == "mine"
    target.symlink_to(victim)
    back_up(directory, target, force=True)
    assert victim.read_text() == "mine"
    assert not target.is_symlink()

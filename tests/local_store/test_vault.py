"""Page files are whole and secret, or they are an error."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_store import vault as vault_module
from local_store.problems import DiskFullError, PageDamagedError, PageTooLargeError
from local_store.vault import FileVault

KEY = bytes(range(32))
CONTENT = b"%PDF-1.7 a page " * 100


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "pages", KEY)


def the_file(tmp_path: Path) -> Path:
    (path,) = (path for path in (tmp_path / "pages").glob("*/*"))
    return path


@pytest.mark.parametrize("content", [b"", b"\x00", CONTENT])
def test_what_was_put_comes_back(vault: FileVault, content: bytes) -> None:
    name = vault.put(content)

    assert name == sha256(content).hexdigest()
    assert vault.get(name) == content
    assert list(vault.names()) == [name]


def test_the_file_shows_nothing_of_its_content(vault: FileVault, tmp_path: Path) -> None:
    vault.put(CONTENT)

    stored = the_file(tmp_path).read_bytes()

    assert b"PDF" not in stored
    assert len(stored) == len(CONTENT) + 5 + 12 + 16
    if os.name == "posix":
        assert the_file(tmp_path).stat().st_mode & 0o077 == 0


def test_the_same_content_is_stored_once_and_a_damaged_one_anew(
    vault: FileVault, tmp_path: Path
) -> None:
    name = vault.put(CONTENT)
    before = the_file(tmp_path).read_bytes()
    vault.put(CONTENT)
    assert the_file(tmp_path).read_bytes() == before

    the_file(tmp_path).write_bytes(b"damaged")
    vault.put(CONTENT)

    assert vault.get(name) == CONTENT


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[FileVault, Path, str]:
    """A vault with one small file, its path and its name."""
    folder = tmp_path_factory.mktemp("vault")
    vault = FileVault(folder / "pages", KEY)
    name = vault.put(b"a page")
    return vault, the_file(folder), name


@given(place=st.integers(0, 5 + 12 + 6 + 16 - 1), flip=st.integers(1, 255))
def test_a_changed_byte_anywhere_is_an_error(
    sealed: tuple[FileVault, Path, str], place: int, flip: int
) -> None:
    vault, path, name = sealed
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[place] ^= flip
    path.write_bytes(changed)
    try:
        with pytest.raises(PageDamagedError):
            vault.get(name)
    finally:
        path.write_bytes(whole)
    assert vault.get(name) == b"a page"


@given(length=st.integers(0, 5 + 12 + 6 + 16 - 1))
def test_a_file_that_was_cut_is_an_error(sealed: tuple[FileVault, Path, str], length: int) -> None:
    vault, path, name = sealed
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    try:
        with pytest.raises(PageDamagedError):
            vault.get(name)
    finally:
        path.write_bytes(whole)


def test_a_file_under_the_name_of_another_is_an_error(vault: FileVault, tmp_path: Path) -> None:
    one = vault.put(b"one")
    sealed = the_file(tmp_path).read_bytes()
    other = vault.put(b"two")
    (tmp_path / "pages" / other[:2] / other).write_bytes(sealed)

    with pytest.raises(PageDamagedError) as caught:
        vault.get(other)

    assert caught.value.details == {"sha256": other, "reason": "changed"}
    assert vault.get(one) == b"one"


def test_another_store_cannot_read_it(vault: FileVault, tmp_path: Path) -> None:
    name = vault.put(CONTENT)

    with pytest.raises(PageDamagedError):
        FileVault(tmp_path / "pages", bytes(32)).get(name)


def test_a_missing_file_is_an_error(vault: FileVault) -> None:
    with pytest.raises(PageDamagedError):
        vault.get("0" * 64)


def test_too_large_a_file_is_refused(vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault_module, "LARGEST_PAGE_FILE", 10)

    with pytest.raises(PageTooLargeError) as caught:
        vault.put(b"x" * 11)

    assert caught.value.details == {"bytes": 11, "limit": 10}
    assert list(vault.names()) == []


def test_a_full_disk_leaves_nothing_behind(
    vault: FileVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(DiskFullError):
            vault.put(CONTENT)

    assert [path for path in (tmp_path / "pages").rglob("*") if path.is_file()] == []
    assert vault.get(vault.put(CONTENT)) == CONTENT


def test_what_nothing_mentions_goes_but_not_what_was_just_put(
    vault: FileVault, tmp_path: Path
) -> None:
    old, fresh = vault.put(CONTENT), vault.put(b"another")
    for path in (tmp_path / "pages").glob("*/*"):
        os.utime(path, (0, 0))
    vault.put(b"another")  # once more: somebody is about to mention it

    vault.forget([old, fresh])

    assert (vault.holds(old), vault.holds(fresh)) == (False, True)

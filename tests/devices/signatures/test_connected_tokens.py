"""Which tokens are plugged in is asked of their makers' libraries, each in its own process."""

import sys
import sysconfig
from pathlib import Path

import pytest

from devices.signatures import connected
from devices.signatures.connected import connected_tokens, labels_of
from tests import soft_token
from tests.soft_token import SoftToken

with_softhsm = pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed")


@with_softhsm
def test_a_token_is_found_with_the_library_to_set_it_up(token: SoftToken) -> None:
    (found,) = connected_tokens([token.library])

    assert (found.name, found.role, found.driver) == (token.label, "token", "pkcs11")
    assert (found.state, found.address) == ("not_set_up", token.library)


@with_softhsm
def test_a_token_that_nobody_made_ready_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tmp_path}\nobjectstore.backend = file\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))

    assert labels_of(str(soft_token.library())) == []


def test_a_library_of_something_else_costs_nothing_but_itself(tmp_path: Path) -> None:
    text = tmp_path / "pkcs11.so"
    text.write_text("no library")
    other = sorted(Path(sysconfig.get_path("platlib")).rglob("*.so"))[:1]

    assert [labels_of(str(path)) for path in (text, tmp_path / "gone.so", *other)] == [[]] * (
        2 + len(other)
    )


def test_a_library_that_hangs_is_left_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connected, "_TIMEOUT_S", 0.0)

    assert labels_of("any.so") == []


@pytest.mark.skipif(sys.platform == "win32", reason="p11-kit's list is of Linux")
def test_the_list_of_p11_kit_is_read_and_what_hands_on_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries, modules = tmp_path / "lib", tmp_path / "modules"
    (libraries / "pkcs11").mkdir(parents=True)
    modules.mkdir()
    for name in ("vendor.so", "p11-kit-trust.so"):
        (libraries / "pkcs11" / name).touch()
    (libraries / "whole.so").touch()
    (modules / "a.module").write_text(f"# of a maker\nmodule: {libraries / 'whole.so'}\n")
    (modules / "b.module").write_text("module: vendor.so\npriority: 1\n")
    (modules / "c.module").write_text("module: p11-kit-trust.so\n")
    (modules / "d.module").write_text("module: uninstalled.so\n")
    (modules / "e.module").write_text("module: vendor.so\n")
    monkeypatch.setattr(connected, "_MODULES", (modules, tmp_path / "none"))
    monkeypatch.setattr(connected, "_FOLDERS", (libraries,))
    monkeypatch.setattr(connected, "labels_of", lambda path: [Path(path).stem])

    assert [one.address for one in connected_tokens()] == [
        str(libraries / "whole.so"),
        str(libraries / "pkcs11" / "vendor.so"),
    ]


def test_on_windows_they_are_sought_in_the_folder_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "System32"
    folder.mkdir()
    for name in ("vendor_pkcs11.dll", "vendorcsp11.dll", "vendor.dll", "kernel32.dll"):
        (folder / name).touch()
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    monkeypatch.setattr("devices.signatures.connected.sys.platform", "win32")
    monkeypatch.setattr(connected, "labels_of", lambda path: [Path(path).stem])

    found = [one.address for one in connected_tokens()]

    assert found == [str(folder / "vendor_pkcs11.dll"), str(folder / "vendorcsp11.dll")]

"""What the program is not set up with, before anything is installed."""

import sys

import pytest

from installer.setup import unfit_folder, unfit_python

STORE = r"C:\Users\hanh\AppData\Local\Microsoft\WindowsApps\python.exe"


def test_this_interpreter_is_fit() -> None:
    assert unfit_python(sys.executable, sys.maxsize) == ""


@pytest.mark.parametrize(
    ("executable", "largest", "said"),
    [(r"C:\Python311-32\python.exe", 2**31 - 1, "64-bit"), (STORE, 2**63 - 1, "Store")],
)
def test_one_that_would_lose_the_home_or_finds_no_wheels_is_named(
    executable: str, largest: int, said: str
) -> None:
    assert said in unfit_python(executable, largest)


@pytest.mark.parametrize(
    ("folder", "fit"),
    [
        (r"C:\tram-mot-cua", True),
        (r"C:\Users\Nguyễn Hạnh\tram-mot-cua", False),
        ("C:\\" + "x" * 120, False),
    ],
)
def test_a_folder_whose_name_python_cannot_note_on_windows_is_named(folder: str, fit: bool) -> None:
    assert (unfit_folder("win32", folder) == "") is fit
    assert unfit_folder("linux", folder) == ""

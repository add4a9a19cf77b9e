"""The entry that ``make menu`` writes into the user's application menu."""

import re
from collections.abc import Callable
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installer import windows_shortcut
from installer.menu_entry import write


@pytest.mark.parametrize(
    "program",
    [
        "/srv/tram/.venv/bin/station",
        "/home/hanh/Trạm Một Cửa/.venv/bin/station",
        '/home/a "quoted" folder/$HOME/`x`/station',
        "/home/back\\slash/station",
    ],
)
def test_the_entry_starts_the_program_wherever_it_lies(tmp_path: Path, program: str) -> None:
    entry = write(tmp_path, Path(program))

    read = RawConfigParser()
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(entry, encoding="utf-8")
    line = read["Desktop Entry"]["Exec"].replace("\\\\", "\\")  # the string, then its quoting
    quoted = re.fullmatch(r'"((?:\\.|[^"\\])*)" desktop', line)
    assert quoted is not None
    assert re.sub(r"\\(.)", r"\1", quoted[1]) == program
    assert read["Desktop Entry"]["Name"] == "Trạm Một Cửa"


def test_a_percent_sign_is_no_field_code(tmp_path: Path) -> None:
    entry = write(tmp_path, Path("/srv/100%u/station"))

    assert 'Exec="/srv/100%%u/station" desktop' in entry.read_text(encoding="utf-8")


def test_the_entry_finds_its_icon_and_is_written_over(tmp_path: Path) -> None:
    write(tmp_path, Path("/old/station"))
    entry = write(tmp_path, Path("/new/station"))

    text = entry.read_text(encoding="utf-8")
    assert "/old/" not in text
    name = next(line for line in text.splitlines() if line.startswith("Icon=")).removeprefix(
        "Icon="
    )
    icon = tmp_path / "icons/hicolor/scalable/apps" / f"{name}.svg"
    assert ET.parse(icon).getroot().tag.endswith("svg")  # noqa: S314 - our own file


class FakeLink:
    """A link of the shell of Windows, and what saves it."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda text, *_: self.told.update({name: text})


def test_on_windows_the_start_menu_starts_the_program_without_a_terminal(tmp_path: Path) -> None:
    link = FakeLink()
    python = tmp_path / "Nguyễn Hạnh" / "tram" / ".venv" / "Scripts" / "python.exe"

    entry = windows_shortcut.write(tmp_path, python, lambda: (link, link))

    assert entry.parent.is_dir()
    assert link.told == {
        "SetPath": str(python.with_name("pythonw.exe")),
        "SetArguments": "-m ui desktop",
        "SetWorkingDirectory": str(tmp_path / "Nguyễn Hạnh" / "tram"),
        "SetDescription": "Trạm Một Cửa",
        "Save": str(entry),
    }
    assert entry.name.isascii()

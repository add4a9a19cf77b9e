"""Which printer a paper goes to, and who says so."""

from pathlib import Path

import pytest

from devices.registry import Devices
from station.ports.devices import DeviceSettings, UnknownDeviceError
from station.ports.officers import Officer, Role
from station.usecases.permissions import NotAllowedError
from ui.paper_printers import KNOWN, UnknownPaperError, choose_printer
from ui.sample_office import sample_settings
from ui.settings import FILE, PrinterChoice, read_settings, settings_text

ADMIN = Officer(officer_id="admin", display_name="Quản trị", role=Role.ADMINISTRATOR)
OFFICER = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
PAGES = "Máy in A5 (mô phỏng)"


def printer(name: str, *papers: str) -> DeviceSettings:
    return DeviceSettings(name=name, role="page_printer", driver="simulated", papers=papers)


@pytest.mark.parametrize(
    ("form", "sheet", "name"),
    [
        ("label", "a4", "Tem"),
        ("01", "a5", "A5"),
        ("supplement", "a5", "A5"),
        ("register", "a4-landscape", "Chung"),
        ("01", "a4-two-up", "Chung"),
        ("refusal", "a5", "Từ chối"),
    ],
)
def test_a_paper_goes_to_the_printer_of_its_form_then_of_its_sheet_then_to_the_rest(
    tmp_path: Path, form: str, sheet: str, name: str
) -> None:
    rack = Devices(
        [
            printer("A5", "a5"),
            printer("Tem", "label"),
            printer("Từ chối", "refusal"),
            printer("Chung"),
            printer("Ngày"),
        ],
        tmp_path,
    )

    found = rack.page_printer_for(form, sheet)

    assert found is not None
    assert found.name == name


def test_a_paper_that_no_printer_is_for_has_none(tmp_path: Path) -> None:
    rack = Devices([printer("Tem", "label")], tmp_path)

    assert rack.page_printer_for("01", "a5") is None


def test_a_roll_goes_to_the_printer_of_its_width_else_to_any(tmp_path: Path) -> None:
    def roll(name: str) -> DeviceSettings:
        return DeviceSettings(name=name, role="receipt_printer", driver="simulated")

    rack = Devices([roll("Nhiệt 80"), roll("Nhiệt 58")], tmp_path)

    for width, name in (("80", "Nhiệt 80"), ("58", "Nhiệt 58"), ("", "Nhiệt 80")):
        found = rack.receipt_printer_for(width)
        assert found is not None
        assert found.name == name
    assert Devices([], tmp_path).receipt_printer_for("80") is None


@pytest.fixture
def home(tmp_path: Path) -> Path:
    text = settings_text(sample_settings("000.00.17.H25", 3, sample=True))
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_choice_changes_what_it_names_and_keeps_the_rest(home: Path) -> None:
    before = read_settings(home).devices

    choice = PrinterChoice(papers=("01", "a5"), copies=2, two_sided=True)
    choose_printer(home, PAGES, choice, officer=ADMIN, write=Path.write_bytes)
    choose_printer(home, PAGES, PrinterChoice(tray="tray-2"), officer=ADMIN, write=Path.write_bytes)

    changed, *others = read_settings(home).devices
    assert (changed.papers, changed.copies, changed.two_sided) == (("01", "a5"), 2, True)
    assert changed.tray == "tray-2"
    assert tuple(others) == before[1:]


@pytest.mark.parametrize(
    ("name", "papers", "officer", "error"),
    [
        ("Máy khác", ("01",), ADMIN, UnknownDeviceError),
        ("Máy quét (mô phỏng)", ("01",), ADMIN, UnknownDeviceError),
        (PAGES, ("a3",), ADMIN, UnknownPaperError),
        (PAGES, ("01",), OFFICER, NotAllowedError),
    ],
)
def test_a_choice_that_makes_no_sense_changes_nothing(
    home: Path, name: str, papers: tuple[str, ...], officer: Officer, error: type[Exception]
) -> None:
    before = (home / FILE).read_bytes()

    with pytest.raises(error):
        choose_printer(
            home, name, PrinterChoice(papers=papers), officer=officer, write=Path.write_bytes
        )

    assert (home / FILE).read_bytes() == before


def test_every_form_and_sheet_has_a_name() -> None:
    assert {"01", "label", "register", "log", "separators", "a5", "a4-two-up"} <= set(KNOWN)

"""The devices page says how each device is, what to do, and what works meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from station.domain.codes import ReaderTestPage, recognise
from station.domain.reader_test import READER_TEST_TEXT
from station.ports.devices import NOT_SET_UP, DeviceState, UnknownDeviceError
from station.ports.printers import PrinterOfflineError, PrinterState
from station.ports.readers import Arrival, ReaderState
from station.ports.scanners import ScannerState
from station.words import Language
from tests.ui.fake_tasks import Later
from ui.desks.devices import Trial
from ui.desktop.devices import words as w
from ui.desktop.devices.presenter import DevicesPresenter
from ui.desktop.devices.view_model import DeviceLine, DeviceSheet
from ui.desktop.kit.tone import Tone

NOW = datetime(2026, 11, 26, 9, 10, tzinfo=UTC)


def a_device(name: str, role: str, driver: str, state: str, **changes: object) -> DeviceState:
    values = {"name": name, "role": role, "driver": driver, "state": state, "simulated": False}
    return DeviceState(**(values | changes))  # type: ignore[arg-type]


PRINTER = a_device("HP LaserJet", "page_printer", "ipp", PrinterState.READY)
THERMAL = a_device("Máy in nhiệt", "receipt_printer", "network", PrinterState.OUT_OF_PAPER)
READER = a_device("Đầu đọc mã", "id_reader", "keyboard", ReaderState.UNKNOWN, address="F13")
SAMPLE = a_device("Máy quét (mô phỏng)", "scanner", "simulated", ScannerState.READY, simulated=True)
FOUND = a_device("HR22 COM", "id_reader", "serial", NOT_SET_UP, address="usb:1eab:1a06")


@dataclass
class FakePage:
    sheet: DeviceSheet = field(default_factory=DeviceSheet)
    problem: str = ""
    done: str = ""

    def show_sheet(self, sheet: DeviceSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence


@dataclass
class FakeSource:
    devices: list[DeviceState]
    printed: list[str] = field(default_factory=list)
    set_ups: list[DeviceState] = field(default_factory=list)

    def look(self) -> Sequence[DeviceState]:
        return self.devices

    def ask(self, name: str) -> Trial:
        for one in self.devices:
            if one.name == name:
                return Trial(one, 41.6)
        raise UnknownDeviceError(name)

    def print_trial(self, name: str) -> None:
        if name == THERMAL.name:
            raise PrinterOfflineError(name)
        self.printed.append(name)

    def set_up(self, found: DeviceState) -> None:
        self.set_ups.append(found)


class AtPage:
    def __init__(self, *devices: DeviceState, language: Language = "vi") -> None:
        self.page, self.source, self.worker = FakePage(), FakeSource(list(devices)), Later()
        self.presenter = DevicesPresenter(
            self.page,
            devices=self.source,
            now=lambda: NOW,
            device_worker=self.worker,
            language=language,
        )
        self.presenter.refresh()
        assert self.page.sheet.busy
        self.worker.do()
        assert not self.page.sheet.busy

    def line(self, name: str) -> DeviceLine:
        return next(line for line in self.page.sheet.lines if line.name == name)


def test_what_wants_somebody_comes_first_and_is_counted() -> None:
    at = AtPage(PRINTER, THERMAL, READER, SAMPLE, FOUND)

    assert [line.name for line in at.page.sheet.lines] == [
        THERMAL.name, FOUND.name, PRINTER.name, READER.name, SAMPLE.name,
    ]  # fmt: skip
    assert at.page.sheet.summary == "4 thiết bị, 1 cần xem"


def test_a_token_that_is_away_says_to_plug_it_in_not_to_look_at_a_power_lamp() -> None:
    token = a_device("UBND phường", "token", "pkcs11", ReaderState.OFFLINE)
    line = AtPage(token).line(token.name)

    assert (line.role, line.tone, line.prints) == ("ký sao y", Tone.ERR, False)
    assert line.steps[0] == "Cắm token vào cổng USB, đợi đèn sáng."
    assert "bản chụp chờ ký" in line.meanwhile


def test_a_broken_device_says_what_to_do_and_what_works_meanwhile() -> None:
    line = AtPage(THERMAL).line(THERMAL.name)

    assert (line.state, line.tone) == ("hết giấy", Tone.ERR)
    assert line.steps == ("Nạp giấy, đóng khay.",)
    assert line.meanwhile.startswith("Vẫn tiếp nhận được")


def test_a_simulated_device_is_named_as_one() -> None:
    line = AtPage(SAMPLE).line(SAMPLE.name)

    assert line.means == "mô phỏng"
    assert line.steps[0] == "Đây là thiết bị mô phỏng để tập: không có máy thật."
    assert line.label == "Máy quét"


def test_a_reader_in_keyboard_mode_says_how_it_is_learnt() -> None:
    line = AtPage(READER).line(READER.name)

    assert line.tone is Tone.MUTE
    assert any("Alt+R" in step for step in line.steps)
    assert line.meanwhile == ""


def test_a_trial_tells_the_state_of_now_and_how_soon_it_was_told() -> None:
    at = AtPage(PRINTER)
    at.source.devices = [a_device(PRINTER.name, "page_printer", "ipp", PrinterState.JAMMED)]

    at.presenter.on_try(PRINTER.name)
    at.worker.do()

    assert at.page.done == "HP LaserJet: kẹt giấy, trả lời sau 42 ms."
    assert at.line(PRINTER.name).state == "kẹt giấy"


def test_only_one_thing_goes_on_at_a_time() -> None:
    at = AtPage(PRINTER)

    at.presenter.on_try(PRINTER.name)
    at.presenter.on_print(PRINTER.name)
    at.worker.do()

    assert at.source.printed == []


def test_a_trial_print_says_that_it_came_or_why_not() -> None:
    at = AtPage(PRINTER, THERMAL)

    at.presenter.on_print(PRINTER.name)
    at.worker.do()
    assert at.source.printed == [PRINTER.name]
    assert "Đã gửi trang in thử" in at.page.done
    assert at.line(PRINTER.name).worked == "09:10"

    at.presenter.on_print(THERMAL.name)
    at.worker.do()
    assert "(DEV-021)" in at.page.problem
    assert not at.page.sheet.busy


def test_a_simulated_printer_says_that_no_paper_comes() -> None:
    at = AtPage(a_device("Máy in mẫu", "page_printer", "simulated", "ready", simulated=True))

    at.presenter.on_print("Máy in mẫu")
    at.worker.do()

    assert "không ra giấy" in at.page.done


def test_a_reader_that_was_found_is_set_up_once() -> None:
    at = AtPage(FOUND)
    assert at.line(FOUND.name).found

    at.presenter.on_set_up(FOUND.name)
    at.worker.do()
    at.presenter.refresh()
    at.worker.do()

    assert at.source.set_ups == [FOUND]
    assert at.page.sheet.lines == ()
    assert "HR22 COM" in at.page.done


def test_what_is_set_up_already_is_not_set_up_again() -> None:
    at = AtPage(READER)

    at.presenter.on_set_up(READER.name)

    assert at.worker.waiting == 0


@pytest.mark.parametrize("keyboard", ["Newland HR22", ""])
def test_a_reader_that_reads_is_known_to_work(keyboard: str) -> None:
    at = AtPage(PRINTER, READER)
    code = recognise(READER_TEST_TEXT)
    assert isinstance(code, ReaderTestPage)

    at.presenter.on_arrival(Arrival(keyboard, code))

    assert at.line(READER.name).worked == "09:10"
    assert at.line(PRINTER.name).worked == ""


def test_a_reading_that_failed_does_not_count() -> None:
    at = AtPage(READER)

    at.presenter.on_arrival(Arrival(READER.name, None, PrinterOfflineError("x")))

    assert at.line(READER.name).worked == ""


def test_a_card_is_read_by_a_reader_not_by_what_was_tried_last() -> None:
    at = AtPage(PRINTER)
    at.presenter.on_print(PRINTER.name)
    at.worker.do()
    at.presenter.on_arrival(Arrival("", recognise(READER_TEST_TEXT)))

    at.presenter.on_card()

    assert at.page.done == "Đầu đọc vừa đọc được: một thẻ."


def test_a_card_is_said_without_its_name() -> None:
    at = AtPage(READER)
    at.presenter.on_arrival(Arrival(READER.name, recognise(READER_TEST_TEXT)))

    at.presenter.on_card()

    assert at.page.done == "Đầu đọc mã vừa đọc được: một thẻ."


def test_every_state_of_every_device_has_its_words() -> None:
    for state in (*PrinterState, *ReaderState, *ScannerState):
        for language in ("vi", "en"):
            assert w.STATES[state][0][language]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages_say_every_line(language: Language) -> None:
    at = AtPage(PRINTER, THERMAL, READER, SAMPLE, FOUND, language=language)

    for line in at.page.sheet.lines:
        assert line.role
        assert line.means
        assert line.steps

"""The settings page: what is kept, what holds at once, and keys that are refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from local_store.problems import DiskFullError
from tests.ui.fake_tasks import InPlace
from ui import composition
from ui.desktop.key_choices import DELIVERED, KeyFault, changeable, problem_with, use_keys
from ui.desktop.keys import KEYS, RESERVED, Act
from ui.desktop.settings.presenter import SettingsPresenter
from ui.desktop.settings.view_model import DARK, LIGHT, KeyLine, SettingsSheet
from ui.preferences import FILE, CitizenDisplay, Preferences, preferences_text, read_preferences


@pytest.fixture(autouse=True)
def delivered() -> Iterator[None]:
    yield
    use_keys({})


@dataclass
class Settings:
    """The page, the screen and the disk."""

    kept: list[Preferences] = field(default_factory=list)
    full: bool = False
    dark: bool = False
    sheet: SettingsSheet = field(default_factory=SettingsSheet)
    problem: str = ""
    done: str = ""
    displays: list[CitizenDisplay] = field(default_factory=list)
    locks: list[int] = field(default_factory=list)

    def keep(self, chosen: Preferences) -> None:
        if self.full:
            raise DiskFullError
        self.kept.append(chosen)

    def show_theme(self, dark: bool) -> None:
        self.dark = dark

    def show_sheet(self, sheet: SettingsSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def presenter(self, chosen: Preferences | None = None, most: int = 150) -> SettingsPresenter:
        return SettingsPresenter(
            self,
            began_with=Preferences(),
            chosen=chosen or Preferences(),
            keep=self.keep,
            show_theme=self.show_theme,
            show_citizen=self.displays.append,
            lock_after=self.locks.append,
            largest_text=lambda: most,
            file_worker=InPlace(),
            language="vi",
        )

    def line(self, act: Act) -> KeyLine:
        return next(line for line in self.sheet.keys if line.act == act)


def test_the_theme_changes_at_once_and_is_kept() -> None:
    settings = Settings()
    presenter = settings.presenter()

    presenter.on_theme(DARK)

    assert settings.dark
    assert settings.sheet.dark
    assert settings.kept[-1].dark
    assert not settings.sheet.restart_needed
    presenter.on_theme(LIGHT)
    assert not settings.dark


def test_the_citizens_display_changes_at_once_and_is_kept(tmp_path: Path) -> None:
    settings = Settings()
    display = CitizenDisplay(on=True, screen="DELL-7", text_percent=130, bilingual=True, dark=True)

    settings.presenter().on_citizen(display)

    assert settings.displays == [display]
    assert settings.kept[-1].citizen == display
    assert not settings.sheet.restart_needed
    (tmp_path / FILE).write_text(preferences_text(settings.kept[-1]), encoding="utf-8")
    assert read_preferences(tmp_path).citizen == display


def test_the_lock_waits_as_long_as_was_chosen_at_once(tmp_path: Path) -> None:
    settings = Settings()

    settings.presenter().on_lock_minutes(5)

    assert settings.locks == [5]
    assert settings.sheet.lock_minutes == 5
    assert not settings.sheet.restart_needed
    (tmp_path / FILE).write_text(preferences_text(settings.kept[-1]), encoding="utf-8")
    assert read_preferences(tmp_path).lock_minutes == 5


def test_a_lock_after_an_impossible_time_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(preferences_text(Preferences(lock_minutes=-3)), encoding="utf-8")

    assert read_preferences(tmp_path) == Preferences()


def test_a_display_of_an_impossible_size_is_not_taken(tmp_path: Path) -> None:
    strange = Preferences(citizen=CitizenDisplay(text_percent=400))
    (tmp_path / FILE).write_text(preferences_text(strange), encoding="utf-8")

    assert read_preferences(tmp_path) == Preferences()


def test_size_and_language_hold_from_the_next_start_on() -> None:
    settings = Settings()
    presenter = settings.presenter()

    presenter.on_text_size(125)
    presenter.on_language("en")

    assert settings.kept[-1] == Preferences(text_percent=125, language="en")
    assert settings.sheet.restart_needed
    assert "lần mở chương trình sau" in settings.done
    presenter.on_text_size(100)
    assert settings.sheet.restart_needed  # the language still is another one


@pytest.mark.parametrize(("percent", "is_scrolled"), [(150, False), (175, True)])
def test_a_size_without_room_is_taken_and_what_follows_is_said(
    percent: int, is_scrolled: bool
) -> None:
    settings = Settings()

    settings.presenter(most=150).on_text_size(percent)

    assert settings.kept[-1].text_percent == percent
    assert ("đủ chỗ đến 150 %" in settings.done) is is_scrolled


def test_a_key_is_changed_and_taken_back() -> None:
    settings = Settings()
    presenter = settings.presenter()

    presenter.on_key(Act.LOG, "Ctrl+G")

    assert settings.kept[-1].keys == {"log": "Ctrl+G"}
    assert settings.line(Act.LOG) == KeyLine("log", "Nhật ký ngày", "mọi nơi", "Ctrl+G", True)
    assert settings.done == "“Nhật ký ngày” là Ctrl+G từ lần mở chương trình sau."
    presenter.on_key(Act.LOG, DELIVERED[Act.LOG])
    assert settings.kept[-1].keys == {}
    assert not settings.sheet.restart_needed
    presenter.on_key(Act.LOG, "Ctrl+G")
    presenter.on_delivered()
    assert not settings.line(Act.LOG).changed


@pytest.mark.parametrize(
    ("act", "keys", "words"),
    [
        (Act.LOG, "Ctrl+L", "đang dùng cho “Trả kết quả”"),
        (Act.PRINT_LOG, "Alt+Left", "đang dùng cho “Ngày trước”"),
        (Act.LOG, "Ctrl+3", "đang dùng cho “Hồ sơ đang mở”"),
        (Act.LOG, "Ctrl+J", "dành cho bộ gõ"),
        (Act.LOG, "Ctrl+Alt+G", "dành cho bộ gõ"),
        (Act.LOG, "F10", "dành cho bộ gõ"),
        (Act.LOG, "G", "là phím gõ chữ"),
        (Act.LOG, "Shift+G", "là phím gõ chữ"),
    ],
)
def test_a_key_that_means_something_else_is_refused(act: Act, keys: str, words: str) -> None:
    settings = Settings()

    settings.presenter().on_key(act, keys)

    assert words in settings.problem
    assert "Phím cũ vẫn giữ" in settings.problem
    assert settings.kept == []


def test_two_acts_cannot_wait_for_one_key() -> None:
    settings = Settings()
    presenter = settings.presenter()
    presenter.on_key(Act.LOG, "Ctrl+G")

    presenter.on_key(Act.SEARCH, "Ctrl+G")

    assert "đang dùng cho “Nhật ký ngày”" in settings.problem


def test_a_full_disk_changes_nothing_and_is_said() -> None:
    settings = Settings(full=True)

    settings.presenter().on_key(Act.LOG, "Ctrl+G")

    assert DiskFullError.code in settings.problem
    assert settings.done == ""


def test_keys_of_pages_that_never_meet_may_be_the_same() -> None:
    assert problem_with(Act.PRINT_LOG, KEYS[Act.SAVE_PDF].keys) is not None  # Ctrl+S: saves the log
    assert problem_with(Act.PRINT_BOARD, "Alt+Left") is None  # the log's


def test_as_delivered_no_key_is_in_the_way_of_another() -> None:
    faults = {act: problem_with(act, KEYS[act].keys) for act in KEYS if changeable(act)}

    assert {act: fault for act, fault in faults.items() if fault is not None} == {}


def test_what_is_reserved_can_never_be_chosen() -> None:
    for keys in RESERVED:
        problem = problem_with(Act.LOG, keys)
        assert problem is not None, keys
        assert problem.fault in (KeyFault.RESERVED, KeyFault.TYPES)


def test_keys_of_a_file_that_cannot_be_taken_stay_as_delivered() -> None:
    use_keys({"log": "Ctrl+L", "sync": "Ctrl+G", "nonsense": "F9", "enough": "F8"})

    assert KEYS[Act.LOG].keys == DELIVERED[Act.LOG]
    assert KEYS[Act.SYNC].keys == "Ctrl+G"
    assert KEYS[Act.ENOUGH].keys == DELIVERED[Act.ENOUGH]


def test_what_was_chosen_is_read_again(tmp_path: Path) -> None:
    chosen = Preferences(dark=True, text_percent=150, language="en", keys={"log": "Ctrl+G"})

    composition.keep_preferences(tmp_path, chosen)

    assert read_preferences(tmp_path) == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", '{"dark": "yes"}', '{"text_percent": 900}', "\0"])
def test_a_damaged_file_is_no_reason_to_keep_the_counter_closed(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_text(text)

    with caplog.at_level("WARNING"):
        assert read_preferences(tmp_path) == Preferences()
    assert FILE in caplog.text


def test_a_counter_where_nobody_chose_anything_is_as_delivered(tmp_path: Path) -> None:
    assert read_preferences(tmp_path) == Preferences()

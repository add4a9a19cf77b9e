"""What the settings keep of a reader that was learnt."""

from pathlib import Path

import pytest

from station.ports.readers import ReaderEnd, ReaderHabits
from ui.readers import keep_keyboard_reader
from ui.sample_office import sample_settings
from ui.settings import FILE, BadSettingsError, read_settings, settings_text, with_keyboard_reader

BY_PREFIX = ReaderHabits("", "F13", ReaderEnd.ENTER, 5)
BY_KEYBOARD = ReaderHabits("Newland HR22 (1eab:1a03)", "F13", ReaderEnd.ENTER, 5)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings = sample_settings("000.00.17.H25", 3, sample=True)
    (tmp_path / FILE).write_text(settings_text(settings), encoding="utf-8")
    return tmp_path


def readers(home: Path) -> list[tuple[str, str, str]]:
    devices = read_settings(home).devices
    return [(one.name, one.driver, one.address) for one in devices if one.role == "id_reader"]


def test_a_reader_that_was_learnt_is_in_the_settings_once(home: Path) -> None:
    before = read_settings(home)

    keep_keyboard_reader(home, BY_PREFIX)
    keep_keyboard_reader(home, BY_KEYBOARD)

    assert readers(home) == [
        ("Đầu đọc thẻ (mô phỏng)", "simulated", ""),
        ("Đầu đọc mã", "keyboard", "Newland HR22 (1eab:1a03)"),
    ]
    after = read_settings(home)
    assert after.devices[: len(before.devices)] == before.devices
    assert after.offices == before.offices


def test_the_name_that_an_administrator_gave_it_stays(home: Path) -> None:
    named = with_keyboard_reader(read_settings(home), "F13")
    text = settings_text(named).replace("Đầu đọc mã", "Newland ở quầy 3")
    (home / FILE).write_text(text, encoding="utf-8")

    keep_keyboard_reader(home, BY_KEYBOARD)

    assert readers(home)[-1] == ("Newland ở quầy 3", "keyboard", "Newland HR22 (1eab:1a03)")


def test_a_setting_that_an_older_release_wrote_and_nobody_reads_stops_nothing(home: Path) -> None:
    now = read_settings(home)
    older = settings_text(now).replace("{", '{"gateway_url": "https://tinh.example/",', 1)
    (home / FILE).write_text(older, encoding="utf-8")

    assert read_settings(home) == now


def test_damaged_settings_are_left_alone(home: Path) -> None:
    (home / FILE).write_text("{", encoding="utf-8")

    with pytest.raises(BadSettingsError):
        keep_keyboard_reader(home, BY_PREFIX)
    assert (home / FILE).read_text(encoding="utf-8") == "{"

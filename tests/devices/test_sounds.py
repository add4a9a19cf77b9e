"""The sounds of a computer."""

import sys
from types import SimpleNamespace

import pytest

from devices.sounds import SystemSounds
from station.ports.sounds import Sound


def test_a_windows_without_a_loudspeaker_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[bytes] = []

    def play(wav: bytes, how: int) -> None:
        played.append(wav)
        raise RuntimeError("Failed to play sound")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winsound", SimpleNamespace(PlaySound=play, SND_MEMORY=4))

    SystemSounds().play(Sound.WRONG)

    assert [wav[:4] for wav in played] == [b"RIFF"]

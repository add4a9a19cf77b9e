"""Sounds made of tones, played by whatever the system has for it."""

import io
import math
import shutil
import struct
import subprocess
import sys
import wave
from contextlib import suppress
from functools import cache
from typing import Final

from station.ports.sounds import Sound

_RATE: Final = 22_050
_VOLUME: Final = 0.35
_FADE_S: Final = 0.008
_TONES: Final = {
    Sound.OK: ((1320.0, 0.09),),
    Sound.DOUBTFUL: ((880.0, 0.08), (0.0, 0.05), (880.0, 0.08)),
    Sound.WRONG: ((330.0, 0.14), (0.0, 0.05), (330.0, 0.14), (0.0, 0.05), (262.0, 0.22)),
}
"""Hertz and seconds; one high tone, two middle ones, three low ones."""
_PLAYERS: Final = (
    ("pw-play", "-"),
    ("paplay", "/dev/stdin"),
    ("aplay", "-q", "-"),
)
"""Linux, the newest first; each reads a WAV file from its standard input."""
_LONGEST_S: Final = 2.0


class SystemSounds:
    """Implements ``Sounds``: by Windows itself, or by a player of Linux."""

    @property
    def can_play(self) -> bool:
        return sys.platform == "win32" or _player() is not None

    def play(self, sound: Sound) -> None:
        if sys.platform == "win32":
            import winsound

            with suppress(RuntimeError):  # so Windows says that there is no loudspeaker
                winsound.PlaySound(wav_of(sound), winsound.SND_MEMORY)
        elif player := _player():
            try:
                subprocess.run(
                    player,
                    input=wav_of(sound),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_LONGEST_S,
                    check=False,  # without a loudspeaker it fails, and there is nothing to do
                )
            except subprocess.TimeoutExpired:
                return


@cache
def wav_of(sound: Sound) -> bytes:
    """Give a sound as a WAV file, one channel of 16 bits."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        for hertz, seconds in _TONES[sound]:
            file.writeframes(_tone(hertz, seconds))
    return out.getvalue()


def _tone(hertz: float, seconds: float) -> bytes:
    """Give one tone that fades in and out, so that it does not crackle; 0 Hz is silence."""
    count = round(seconds * _RATE)
    fade = _FADE_S * _RATE
    samples = (
        math.sin(2 * math.pi * hertz * n / _RATE) * min(1.0, n / fade, (count - n) / fade)
        for n in range(count)
    )
    return b"".join(struct.pack("<h", round(32_767 * _VOLUME * one)) for one in samples)


@cache
def _player() -> tuple[str, ...] | None:
    return next((player for player in _PLAYERS if shutil.which(player[0])), None)

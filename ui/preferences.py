"""How the window looks and which keys it takes at this counter. Free of Qt, and no secret.

The file ``screen.json`` lies beside the settings. A damaged one is no reason to keep a counter
closed: the program says so in its log, and begins as it was delivered.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from station.codec import from_plain, to_plain
from station.words import Language

FILE: Final = "screen.json"
TEXT_PERCENTS: Final = (100, 125, 150, 175, 200)
LOCK_MINUTES: Final = (5, 10, 15, 30, 0)
"""After which the window locks by itself where nobody touched it; 0: never."""
CITIZEN_PERCENTS: Final = (100, 115, 130)
"""How large the citizen's display can write; more would cut a long name."""
_LARGEST_FILE = 100_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenDisplay:
    """What an officer may choose of the screen that faces the citizen."""

    on: bool | None = None
    """None: nobody has said yet; it is offered once there is a second screen."""
    screen: str = ""
    """Which one, as the system names it; empty: any but the officer's."""
    text_percent: int = 100
    """One of ``CITIZEN_PERCENTS``."""
    bilingual: bool = False
    """English below the Vietnamese captions."""
    dark: bool = False
    """Light unless somebody wants otherwise: it stands in a bright hall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What an officer may choose of the window."""

    dark: bool = False
    text_percent: int = 100
    """Of everything in the window; one of ``TEXT_PERCENTS``."""
    language: Language | None = None
    """None: as the program was started."""
    lock_minutes: int = 15
    """One of ``LOCK_MINUTES``."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys that are not as delivered, by the name of what they do."""
    citizen: CitizenDisplay = CitizenDisplay()


def read_preferences(home: Path) -> Preferences:
    """Give what was chosen; the program as delivered where nothing was, or nothing can be read."""
    try:
        with (home / FILE).open("rb") as stream:
            plain = json.loads(stream.read(_LARGEST_FILE))
        chosen = from_plain(plain, Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, msgspec.ValidationError) as error:
        _log.warning("%s cannot be used: %s", FILE, type(error).__name__)
        return Preferences()
    if chosen.text_percent not in TEXT_PERCENTS:
        _log.warning("%s asks for text of %d %%", FILE, chosen.text_percent)
        return Preferences()
    if chosen.lock_minutes not in LOCK_MINUTES:
        _log.warning("%s locks after %d minutes", FILE, chosen.lock_minutes)
        return Preferences()
    if chosen.citizen.text_percent not in CITIZEN_PERCENTS:
        _log.warning("%s asks for text of %d %%", FILE, chosen.citizen.text_percent)
        return Preferences()
    return chosen


def preferences_text(chosen: Preferences) -> str:
    """Give the text of ``screen.json``."""
    return json.dumps(to_plain(chosen), ensure_ascii=False, indent=2) + "\n"

"""The lines of the devices page, from what the devices say. Free of Qt."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from station.ports.devices import NOT_SET_UP, SIGNER, DeviceState
from station.words import Language, Words, clock
from ui.desktop.devices import words as w
from ui.desktop.devices.view_model import DeviceLine
from ui.desktop.kit.tone import Tone
from ui.desktop.status.device_words import SIMULATED_SUFFIX

BROKEN: Final = (Tone.ERR, Tone.WARN)
_ORDER: Final = (Tone.ERR, Tone.WARN, Tone.INFO)
"""What wants somebody comes first; the rest stays in the order of the settings."""


def device_lines(
    devices: Sequence[DeviceState], worked: Mapping[str, datetime], language: Language
) -> tuple[DeviceLine, ...]:
    """Give a line for each device, those that want somebody first."""
    lines = [_line(one, worked.get(one.name), language) for one in devices]
    lines.sort(key=lambda line: _ORDER.index(line.tone) if line.tone in _ORDER else len(_ORDER))
    return tuple(lines)


def state_words(state: str, language: Language) -> str:
    """Give a state as it stands in a sentence."""
    said = w.STATES.get(state)
    return said[0][language] if said else state


def summary_of(lines: Sequence[DeviceLine], language: Language) -> str:
    """Say how many devices there are, and how many want somebody."""
    count = sum(not line.found for line in lines)
    broken = sum(line.tone in BROKEN for line in lines)
    if not count:
        return w.NONE[language]
    words = w.SOME_BROKEN if broken else w.ALL_WELL
    return words[language].format(count=count, broken=broken)


def _line(device: DeviceState, worked: datetime | None, language: Language) -> DeviceLine:
    said = w.STATES.get(device.state)
    tone = said[1] if said else Tone.WARN
    means = w.SIMULATED if device.simulated else w.MEANS.get(device.driver)
    role = w.ROLES.get(device.role)
    broken = tone in BROKEN
    return DeviceLine(
        name=device.name,
        label=device.name.removesuffix(SIMULATED_SUFFIX),
        role=role[language] if role else device.role,
        means=means[language] if means else device.driver,
        state=said[0][language] if said else device.state,
        tone=tone,
        simulated=device.simulated,
        worked=clock(worked) if worked else "",
        steps=tuple(step[language] for step in _steps(device, broken=broken)),
        meanwhile=w.MEANWHILE[device.role][language]
        if broken and device.role in w.MEANWHILE
        else "",
        prints=device.role in ("page_printer", "receipt_printer"),
        found=device.state == NOT_SET_UP,
    )


def _steps(device: DeviceState, *, broken: bool) -> tuple[Words, ...]:
    if broken and device.role == SIGNER:
        return w.TOKEN_AWAY
    if broken or device.state == NOT_SET_UP:
        return w.STEPS.get(device.state, ())
    first = (w.NO_REAL_DEVICE,) if device.simulated else ()
    return (*first, *w.TRY.get(device.role, ()), *w.TRY.get(device.driver, ()))

"""What the devices page shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLine:
    """One device, with all that is said of it while it is the current row."""

    name: str
    label: str
    """The name without what ``means`` says anyway."""
    role: str
    """What it is for, in words."""
    means: str
    """By what it is connected, or that it is simulated."""
    state: str
    tone: Tone
    simulated: bool = False
    worked: str = ""
    """When it last did what it is for; empty: not since the officer signed in."""
    steps: tuple[str, ...] = ()
    """What to do, in this order."""
    meanwhile: str = ""
    """What can be done without it; empty while nothing is wrong."""
    prints: bool = False
    """A trial paper can be printed on it."""
    found: bool = False
    """It is plugged in, and in no setting: it can be set up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceSheet:
    """The whole page."""

    lines: tuple[DeviceLine, ...] = ()
    summary: str = ""
    busy: str = ""
    """What is under way; empty: nothing."""


class DevicesView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: DeviceSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...

"""What a driver of SANE can be told, by the words that it itself has for it.

Every driver names its sources and modes in its own way, and takes US letter where nobody says what
paper is fed: the lowest 18 mm of an A4 sheet would be cut off without a word.
"""

import re
from dataclasses import dataclass

from station.ports.scanners import ScanRequest

_OPTION = re.compile(r"^ {4}(-[a-z]|--[a-z0-9-]+)(.*?)(?: \[[^\[]*\])*$", re.MULTILINE)
_BOTH_SIDES = "duplex"
_MILLIMETRES = "mm"
_A4 = (("--page-width", "210"), ("--page-height", "297"), ("-x", "210"), ("-y", "297"))
"""The size of the paper first: it bounds that of the picture."""
_COARSE = ("error", "halftone", "diffusion", "dither", "fast")
"""In the names of modes that look like the wanted one and are none that one would keep."""


@dataclass(frozen=True, slots=True)
class SaneOptions:
    """The options of one device; ``choices`` of each as the driver writes them."""

    choices: dict[str, str]

    @classmethod
    def of(cls, told: str) -> "SaneOptions":
        """Read what ``scanimage --help`` tells of a device."""
        _, _, device = told.partition("Options specific to device")
        return cls({name: after.strip() for name, after in _OPTION.findall(device)})

    def feeder(self, *, duplex: bool) -> str | None:
        """Choose the feeder among the sources; None: the device has only a glass."""
        both = [one for one in self._sources if _BOTH_SIDES in one.lower()]
        single = [
            one
            for one in self._sources
            if one not in both
            and ("feeder" in one.lower() or "adf" in one.lower().split())
            and "back" not in one.lower().split()
        ]
        return next(iter(both + single if duplex else single + both), None)

    @property
    def glass(self) -> str | None:
        """Give the source that is no feeder, where there is a choice."""
        names = ("flatbed", "platen")
        return next((one for one in self._sources if one.lower().startswith(names)), None)

    def wishes(self, request: ScanRequest, source: str | None) -> list[str]:
        """Give the arguments by which ``scanimage`` asks for pages as they are wanted."""
        said = ["--source", source] if source else []
        if source is None or _BOTH_SIDES not in source.lower():  # else the source says it
            said += self._sides(duplex=request.duplex)
        if (mode := self._mode(colour=request.colour)) is not None:
            said += ["--mode", mode]
        if "--resolution" in self.choices:
            said += ["--resolution", str(request.dpi)]
        for name, size in _A4:  # a driver takes less where its glass is smaller
            if self.choices.get(name, "").partition(" ")[0].endswith(_MILLIMETRES):
                said += [name, size]
        return said

    @property
    def _sources(self) -> list[str]:
        return [one for one in self.choices.get("--source", "").split("|") if one]

    def _sides(self, *, duplex: bool) -> list[str]:
        """Say how many sides, where that is no source (Epson)."""
        modes = self.choices.get("--adf-mode", "").split("|")
        if "Duplex" in modes:
            return ["--adf-mode", "Duplex" if duplex else "Simplex"]
        if self.choices.get("--duplex", "").startswith("[=(yes|no)"):
            return [f"--duplex={'yes' if duplex else 'no'}"]
        return []

    def _mode(self, *, colour: bool) -> str | None:
        modes = self.choices.get("--mode", "").split("|")
        wanted = ("color", "colour") if colour else ("gray", "grey")
        named = [one for one in modes if any(word in one.lower() for word in wanted)]
        fine = [one for one in named if not any(word in one.lower() for word in _COARSE)]
        # "Color" by itself before "24bit Color" and "True Gray"
        return min(fine or named, key=lambda one: one.lower() not in wanted, default=None)

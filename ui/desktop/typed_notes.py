"""What was typed in the panels that ask, and is not done yet. Free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Typed = dict[str, str | bool]
"""What an officer entered, by the name of the control, in no language."""
MOST = 40
"""Of so many matters at once; then the one that was touched longest ago goes."""
_LONGEST, _MOST_FIELDS = 2_000, 120


@dataclass(slots=True)
class TypedNotes:
    """One officer's: by panel, and by what it asked about. No password is ever in it."""

    _kept: dict[tuple[str, str], Typed] = field(default_factory=dict)

    def of(self, panel: str, about: str) -> Typed:
        """Give what was entered; nothing where nothing was."""
        return dict(self._kept.get((panel, about), {}))

    def keep(self, panel: str, about: str, typed: Typed) -> None:
        """Keep what is entered now; nothing takes back what was."""
        if typed == self._kept.get((panel, about), {}):
            return
        self.drop(panel, about)
        if typed:
            self._kept[panel, about] = dict(typed)
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

    def drop(self, panel: str, about: str) -> None:
        """Forget it: the act was done."""
        self._kept.pop((panel, about), None)

    def plain(self) -> list[dict[str, Any]]:
        """Give all of it as plain values."""
        return [
            {"panel": panel, "about": about, "typed": dict(typed)}
            for (panel, about), typed in self._kept.items()
        ]

    def come_back(self, plain: object) -> None:
        """Take back what ``plain`` gave, where nothing was entered anew; what another version
        says is passed over."""
        for one in plain if isinstance(plain, list) else ():
            if not isinstance(one, Mapping):
                continue
            panel, about, typed = one.get("panel"), one.get("about"), one.get("typed")
            if not (isinstance(panel, str) and isinstance(about, str)):
                continue
            if isinstance(typed, Mapping) and (panel, about) not in self._kept:
                self.keep(panel, about, _readable(typed.items()))


def _readable(entered: Iterable[tuple[object, object]]) -> Typed:
    read: Typed = {}
    for name, value in entered:
        if len(read) < _MOST_FIELDS and isinstance(name, str) and isinstance(value, str | bool):
            read[name] = value if isinstance(value, bool) else value[:_LONGEST]
    return read

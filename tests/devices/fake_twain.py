"""What has the interface of pytwain as far as it is used; no Windows is needed."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Self

NAME = "tests.devices.pretended_twain"


class TwainError(Exception):
    """Base of a driver's errors."""


class PaperJam(TwainError):  # noqa: N818 - as pytwain has it
    """Stuck."""


class PaperDoubleFeedError(TwainError):
    """Two sheets."""


class MaxConnectionsError(TwainError):
    """Used by another program."""


class CapUnsupported(TwainError):  # noqa: N818 - as pytwain has it
    """It has no such thing."""


class DSTransferCancelled(TwainError):  # noqa: N818 - as pytwain has it
    """Somebody pressed stop at the device."""


class CheckStatus(Exception):  # noqa: N818 - as pytwain has it
    """It took the nearest value."""


class CancelAll(Exception):  # noqa: N818 - as pytwain has it
    """The program wants no further page."""


class _Picture:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def save(self, path: str) -> None:
        Path(path).write_bytes(self._content)


class FakeTwain(AbstractContextManager["FakeTwain"]):
    """The module, its manager and its source in one; a test chooses the pile and troubles."""

    __name__ = NAME

    def __init__(self, *pile: bytes | Exception, sources: tuple[str, ...] = ("Fujitsu",)) -> None:
        self.pile, self.source_list = list(pile), list(sources)
        self.exceptions = SimpleNamespace(
            TwainError=TwainError, CheckStatus=CheckStatus, CancelAll=CancelAll
        )
        self.set: dict[str, Any] = {}
        self.refused: dict[str, Exception] = {}
        self.cancelled = False
        self.closed = 0

    def SourceManager(self, window: int) -> Self:  # noqa: N802 - as pytwain has it
        assert window == 0
        return self

    def open_source(self, name: str) -> Self:
        assert name in self.source_list
        return self

    def __exit__(self, *_: object) -> None:
        self.closed += 1

    def set_capability(self, capability: str, kind: str, value: object) -> None:
        if capability in self.refused:
            raise self.refused[capability]
        self.set[capability] = value

    def acquire_natively(self, *, after: Callable[[Any, int], None], show_ui: bool) -> None:
        assert not show_ui
        while self.pile:
            page = self.pile.pop(0)
            if isinstance(page, Exception):
                raise page
            try:
                after(_Picture(page), len(self.pile))
            except CancelAll:
                self.cancelled = True
                return


class _Constants(ModuleType):
    """Every constant is its own name."""

    def __getattr__(self, name: str) -> str:
        if not name.startswith(("CAP_", "ICAP_", "TWTY_", "TWPT_")):
            raise AttributeError(name)
        return name


for _name in (NAME, f"{NAME}.lowlevel", f"{NAME}.lowlevel.constants"):
    sys.modules[_name] = _Constants(_name)

"""Mã tờ phân cách: the QR code of a sheet that says which paper the pages behind it are.

``TMC-TO1|1.004873|row-2|9F3A61C04B``: procedure, row, and a checksum over both and the row's name.
A sheet of another procedure, of a checklist that has changed since, or one that was read wrongly
matches no row: its pages go into the tray, for a guess could file somebody's paper as another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from station.text import fold

_SIGN = "TMC-TO1"
_CHECK = 10
"""Hex digits of the hash of procedure, row and name."""


@dataclass(frozen=True, slots=True)
class SeparatorCode:
    """What stands in the code of a separator sheet."""

    procedure: str
    row: str
    check: str

    @classmethod
    def of(cls, procedure: str, row: str, name: str) -> Self:
        """Make the code of a row; ``name`` is what the checklist calls it."""
        return cls(procedure, row, _check(procedure, row, name))

    @property
    def text(self) -> str:
        return "|".join((_SIGN, self.procedure, self.row, self.check))

    def row_in(self, procedure: str, rows: Mapping[str, str]) -> str | None:
        """Give the row that is meant; None where this checklist has no such row.

        Args:
            rows: the names of the checklist's rows, by key.
        """
        name = rows.get(self.row)
        if name is None or procedure != self.procedure:
            return None
        return self.row if self.check == _check(procedure, self.row, name) else None


def read_separator(text: str) -> SeparatorCode | None:
    """Read a code; None where it is no separator's at all. Its checksum is not compared here."""
    parts = text.strip().split("|")
    if parts[0] != _SIGN:
        return None
    if len(parts) != 4:  # a sheet of ours, but read wrongly: it matches no row
        return SeparatorCode("", "", "")
    return SeparatorCode(*parts[1:])


def _check(procedure: str, row: str, name: str) -> str:
    said = "|".join((procedure, row, fold(name)))
    return sha256(said.encode()).hexdigest()[:_CHECK].upper()

"""What stands on a letter-like paper, part by part, before it has a size or a place.

Every text is NFC, on one line and free of invisible marks, so that renderers only place it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from station.forms.office import OfficeHeader


class Sheet(StrEnum):
    """The sheets that letters are made for."""

    A5 = "a5"
    A4 = "a4"
    A4_LANDSCAPE = "a4-landscape"


class Words(NamedTuple):
    """A stretch of text; ``bold`` and ``italic`` set it apart."""

    text: str
    bold: bool = False
    italic: bool = False


Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """``Label: value``; several share a line where they fit, else stand below one another."""

    groups: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph of running text."""

    words: Line


@dataclass(frozen=True, slots=True)
class Centred:
    """A line in the middle, as the addressee of an official letter."""

    words: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section, ruled below."""

    words: Line


@dataclass(frozen=True, slots=True)
class GridColumn:
    """``share`` is relative to the other columns; those of one ``group`` stand under its name.

    ``tick``: an empty box in each row, to be ticked with a pen.
    """

    head: str
    share: float
    align: str = "left"
    group: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. A line break inside a cell is kept."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing of a list with boxes; ``detail`` stands below it in smaller letters."""

    title: Line
    detail: Line


@dataclass(frozen=True, slots=True)
class Ticks:
    """A list with a box, empty or ticked, before each thing."""

    items: tuple[Tick, ...]
    ticked: bool


@dataclass(frozen=True, slots=True)
class Fine:
    """Small print at the foot of the last page."""

    words: Line


Part = Fields | Sentence | Centred | Heading | Grid | Ticks | Fine


class Signer(NamedTuple):
    """Who signs: the title, the printed name (empty: written by hand) and how."""

    title: str
    name: str = ""
    remark: str = "(Ký và ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class QrNote:
    """A QR code and what it is for."""

    text: str
    caption: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận: who gets a copy."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One paper. ``copies`` names the copies that are printed one after another; none: one."""

    office: OfficeHeader
    sheet: Sheet
    dated: date
    reference: str
    """``Số: …`` or the entry of a paper book, under the agency; may be empty."""
    title: tuple[str, ...]
    subtitle: str
    marks: tuple[str, ...]
    """Bold lines below the title: reprint, replacement of an older version."""
    state_head: bool
    """False: the agency's name alone, without the state's: no official paper."""
    parts: tuple[Part, ...]
    signers: tuple[Signer, ...]
    aside: QrNote | Recipients | None
    """What stands left of the signatures."""
    note: QrNote | None
    """A framed note at the foot of the last page."""
    copies: tuple[str, ...]
    legal_basis: str
    identity: str
    """The code by which the paper is known: of the dossier, the list or the period."""
    whose: str
    """What the later pages say beside the code: a name, a period."""
    printed_at: datetime

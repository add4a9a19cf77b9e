"""The wording and layout of the letter-like papers, as dated data, and how it is filled.

``letters.json`` holds the layouts and says which of them a set of forms uses under which number.
In a text ``{name}`` stands for a fact, ``**`` surrounds what is bold, ``~~`` what is in italics. A
fact that is not known is left to be written by hand, and left out where it stands as ``{name:-}``.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib import resources
from string import Formatter

from station.codec import from_plain
from station.errors import StationError
from station.forms.letter import (
    Centred,
    Fields,
    Fine,
    Grid,
    GridColumn,
    Heading,
    Letter,
    Line,
    Part,
    QrNote,
    Recipients,
    Sentence,
    Sheet,
    Signer,
    Tick,
    Ticks,
    Words,
)
from station.forms.office import OfficeHeader
from station.forms.wording import one_line

Names = Mapping[str, str]
_LOCAL = "*"
"""Papers of no circular are the same under every set of forms."""
_BLANK = "." * 24
_BESIDE = "\t"
_MARKS = ("**", "~~")
"""Of bold and of italic text."""
_MARKED = re.compile(r"(\*\*|~~)")


class PaperKind(StrEnum):
    """A letter-like paper; under this name it is queued, counted and journalled."""

    SLIP = "01"
    """Form 01, which a set of forms holds itself (``form_sets``)."""
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"
    REGISTER = "register"
    HAND_OVER = "hand-over"
    RESULT_RECEIPT = "result-receipt"
    PAPERS_BACK = "papers-back"
    LOST_SLIP = "lost-slip"
    GUIDANCE = "guidance"
    SHIFT_REPORT = "shift-report"
    CASH_COUNT = "cash-count"


class NoSuchFormError(StationError):
    """The circular that this dossier was received under has no such form."""

    code = "PAP-002"

    def __init__(self, wanted: str, form_set: str, known: Sequence[str]) -> None:
        super().__init__(f"form set {form_set!r} has no form {wanted!r}")
        self.form, self.form_set, self.known = wanted, form_set, ", ".join(known)


class SheetNotOfferedError(StationError):
    """The paper is not made for this sheet: a list needs a wide one, a letter a tall one."""

    code = "PAP-004"

    def __init__(self, form: str, wanted: str, offered: Sequence[str]) -> None:
        super().__init__(f"{form} is not made for {wanted!r}")
        self.form, self.paper, self.offered = form, wanted, ", ".join(offered)


class PartKind(StrEnum):
    """What a part of a layout becomes; see the classes of ``station.forms.letter``."""

    FIELDS = "fields"
    SENTENCE = "sentence"
    CENTRED = "centred"
    HEADING = "heading"
    GRID = "grid"
    TICKS = "ticks"
    TICKED = "ticked"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """One column of a grid; ``cell`` is filled for each row."""

    head: str
    share: float
    cell: str
    align: str = "left"
    group: str = ""
    tick: bool = False
    """An empty box in each row, to be ticked with a pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLayout:
    """One part. It is left out when the fact or the rows named by ``when`` are not there."""

    kind: PartKind
    text: str = ""
    detail: str = ""
    rows: str = ""
    columns: tuple[ColumnLayout, ...] = ()
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLayout:
    title: str
    name: str = ""
    remark: str = "(Ký và ghi rõ họ tên)"


@dataclass(frozen=True, slots=True, kw_only=True)
class QrLayout:
    text: str
    caption: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one paper is worded. ``unverified`` says what nobody could check; it is not printed."""

    sheet: Sheet
    title: tuple[str, ...]
    parts: tuple[PartLayout, ...]
    signers: tuple[SignerLayout, ...]
    reference: str = ""
    subtitle: str = ""
    state_head: bool = True
    qr: QrLayout | None = None
    recipients: tuple[str, ...] = ()
    note: QrLayout | None = None
    copies: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    """Facts and rows without which this is not the form that its circular means."""
    sources: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A paper as one set of forms numbers it; ``number`` is empty for papers of no circular."""

    kind: PaperKind
    form_set: str
    number: str
    legal_basis: str
    layout: Layout
    options: frozenset[str] = frozenset()
    """What an office wants on it besides; see ``station.forms.templates``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What is said of a paper besides its text."""

    dated: date
    printed_at: datetime
    identity: str
    whose: str
    marks: tuple[str, ...] = ()


_RUNNING: dict[PartKind, Callable[[Line], Part]] = {
    PartKind.SENTENCE: Sentence,
    PartKind.CENTRED: Centred,
    PartKind.HEADING: Heading,
    PartKind.FINE: Fine,
}


@cache
def _forms() -> tuple[Form, ...]:
    text = resources.files("station.forms").joinpath("letters.json").read_text(encoding="utf-8")
    data = json.loads(text)
    named = []
    for form in data["forms"]:
        layout = data["layouts"][form["layout"]]
        named.append(form | {"layout": layout | {"title": form.get("title", layout["title"])}})
    return from_plain(named, tuple[Form, ...])


def forms_of(form_set: str) -> tuple[Form, ...]:
    """Give the letter-like papers of a set of forms, and those of no circular."""
    return tuple(form for form in _forms() if form.form_set in (form_set, _LOCAL))


def form_of(kind: PaperKind, form_set: str) -> Form:
    """Give a paper as a set of forms has it.

    Raises:
        NoSuchFormError: the set has none, as the forms of 2018 have no notice of a stop.
    """
    return form_called(kind.value, form_set)


def form_called(wanted: str, form_set: str) -> Form:
    """Give a paper by its kind, or by its number in a set of forms: 05 of 2018 is 06 since 2025.

    Raises:
        NoSuchFormError: the set has no letter-like form of this name or number.
    """
    offered = forms_of(form_set)
    for form in offered:
        if wanted in (form.kind.value, form.number):
            return form
    raise NoSuchFormError(wanted, form_set, [form.number or form.kind.value for form in offered])


def sheet_for(form: Form, wanted: str | None) -> Sheet:
    """Give the sheet to draw a form on: its own, or A4 for one that was designed for A5.

    Raises:
        SheetNotOfferedError: the form is not made for the sheet that is wanted.
    """
    own = form.layout.sheet
    offered = (own, Sheet.A4) if own is Sheet.A5 else (own,)
    for sheet in offered:
        if wanted in (None, sheet.value):
            return sheet
    raise SheetNotOfferedError(form.kind.value, wanted or "", offered)


def compose(
    form: Form,
    office: OfficeHeader,
    occasion: Occasion,
    names: Names,
    rows: Mapping[str, Sequence[Names]] | None,
) -> Letter:
    """Fill the layout of a form.

    Args:
        names: the facts by the names that the layout uses; an empty one is not known.
        rows: the facts of the rows of its grid or lists.
    """
    layout, rows = form.layout, rows or {}
    recipients = tuple(_text(line, names) for line in layout.recipients)
    return Letter(
        office=office,
        sheet=layout.sheet,
        dated=occasion.dated,
        reference=_text(layout.reference, names),
        title=layout.title,
        subtitle=_text(layout.subtitle, names),
        marks=occasion.marks,
        state_head=layout.state_head,
        parts=parts_of(layout, names, rows),
        signers=signers_of(layout, names),
        aside=_qr(layout.qr, names) or (Recipients(recipients) if recipients else None),
        note=_qr(layout.note, names),
        copies=layout.copies,
        legal_basis=form.legal_basis,
        identity=occasion.identity,
        whose=occasion.whose,
        printed_at=occasion.printed_at,
    )


def parts_of(layout: Layout, names: Names, rows: Mapping[str, Sequence[Names]]) -> tuple[Part, ...]:
    """Fill the parts of a layout; see ``compose``."""
    return tuple(
        _part(part, names, rows)
        for part in layout.parts
        if not part.when or names.get(part.when) or rows.get(part.when)
    )


def signers_of(layout: Layout, names: Names) -> tuple[Signer, ...]:
    """Fill who signs."""
    return tuple(
        Signer(signer.title, _text(signer.name, names, blank=""), signer.remark)
        for signer in layout.signers
    )


def _part(part: PartLayout, names: Names, rows: Mapping[str, Sequence[Names]]) -> Part:
    if part.kind is PartKind.FIELDS:
        return Fields(tuple(_line(group, names) for group in part.text.split(_BESIDE)))
    if part.kind is PartKind.GRID:
        columns = tuple(GridColumn(c.head, c.share, c.align, c.group, c.tick) for c in part.columns)
        cells = tuple(
            tuple(_line(column.cell, facts, blank="") for column in part.columns)
            for facts in ({**names, **row} for row in rows[part.rows])
        )
        return Grid(columns, cells)
    if part.kind in (PartKind.TICKS, PartKind.TICKED):
        return Ticks(
            tuple(
                Tick(_line(part.text, row, blank=""), _line(part.detail, row, blank=""))
                for row in rows[part.rows]
            ),
            ticked=part.kind is PartKind.TICKED,
        )
    return _RUNNING[part.kind](_line(part.text, names))


def _qr(layout: QrLayout | None, names: Names) -> QrNote | None:
    if layout is None:
        return None
    caption = tuple(
        _line(line, names, blank="") for line in layout.caption if _says_something(line, names)
    )
    return QrNote(_text(layout.text, names, blank=""), caption)


def _says_something(template: str, names: Names) -> bool:
    """Tell whether a line beside a code has a fact that is known, or needs none."""
    wanted = [name for _, name, _, _ in Formatter().parse(template) if name]
    return not wanted or any(names[name] for name in wanted)


class _Facts:
    def __init__(self, names: Names, blank: str) -> None:
        self._names, self._blank = names, blank

    def __getitem__(self, name: str) -> "_Fact":
        return _Fact(self._names[name], self._blank)


class _Fact:
    def __init__(self, text: str, blank: str) -> None:
        self._text = "\n".join(one_line(line) for line in text.split("\n"))
        self._blank = blank

    def __format__(self, spec: str) -> str:
        return self._text or ("" if spec == "-" else self._blank)


def _line(template: str, names: Names, *, blank: str = _BLANK) -> Line:
    """Fill a text; what facts contain is never taken for marks of the template."""
    words, marks = [], dict.fromkeys(_MARKS, False)
    for piece in _MARKED.split(template):
        if piece in marks:
            marks[piece] = not marks[piece]
        elif text := _text(piece, names, blank=blank):
            words.append(Words(text, *marks.values()))
    return tuple(words)


def _text(template: str, names: Names, *, blank: str = _BLANK) -> str:
    return template.format_map(_Facts(names, blank))

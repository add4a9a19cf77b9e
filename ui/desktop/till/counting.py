"""The drawer as it is being counted, and what the page says of it. Plain values, no Qt."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from station.domain.dossier import PaymentMethod
from station.domain.money.amounts import DENOMINATIONS, MOST_PIECES
from station.domain.money.shift import Shift
from station.text import clean
from station.usecases.stated_reasons import SHORTEST_REASON
from station.words import Language, clock, day_and_month, figures
from ui.desks.till import TillState
from ui.desks.till_payments import TillPayment
from ui.desktop.kit.tone import Tone
from ui.desktop.till import words as w
from ui.desktop.till.view_model import LedgerLine, MoneyAct, NoteLine, PaymentLine, TillSheet

_MOST_LINES = 5
"""Of the receipts zone; the shift's own report has them all."""
_OTHER_WAYS = (PaymentMethod.TRANSFER, PaymentMethod.CARD, PaymentMethod.PORTAL)


@dataclass(slots=True)
class Count:
    """What the officer typed; kept until the shift was opened or closed with it."""

    typed: dict[int, str] = field(default_factory=dict)
    reason: str = ""
    approver: str = ""

    def forget(self) -> None:
        """Drop it: the shift was opened or closed with it."""
        self.typed.clear()
        self.reason = self.approver = ""

    def plain(self) -> dict[str, Any]:
        """Give what was typed, as plain values."""
        typed = {str(note): text for note, text in self.typed.items() if text}
        return {"typed": typed, "reason": self.reason, "approver": self.approver}

    def come_back(self, plain: object) -> None:
        """Take back what ``plain`` gave, unless a count was begun anew."""
        if not self.is_blank:
            return
        with suppress(msgspec.ValidationError):
            kept = msgspec.convert(plain, _KeptCount, strict=False)
            self.typed.update({n: t for n, t in kept.typed.items() if n in DENOMINATIONS})
            self.reason, self.approver = kept.reason, kept.approver

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.typed.values())

    @property
    def wrong(self) -> tuple[int, ...]:
        """The denominations whose field holds no number of pieces."""
        return tuple(note for note, text in self.typed.items() if _pieces(text) is None)

    @property
    def pieces(self) -> dict[int, int]:
        """How many of each there are, as far as that can be read."""
        return {note: _pieces(text) or 0 for note, text in self.typed.items()}

    @property
    def total_vnd(self) -> int:
        return sum(note * pieces for note, pieces in self.pieces.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptCount:
    typed: dict[int, str]
    reason: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """The till as it was read, and who works with it."""

    state: TillState
    payments: Sequence[TillPayment] = ()
    payments_of: str = ""
    owed_vnd: int = 0
    """Of the dossier whose payments are listed."""
    acts_alone: bool = False

    @property
    def expected_vnd(self) -> int | None:
        """What must be there; None where nothing in particular is expected: the first shift."""
        state = self.state
        return None if state.shift is None and state.last_closed is None else state.expected_vnd


def sheet_of(drawer: Drawer, count: Count, *, now: datetime, language: Language) -> TillSheet:
    """Give the whole page."""
    state = drawer.state
    shift, total, expected = state.shift, count.total_vnd, drawer.expected_vnd
    difference = 0 if expected is None else total - expected
    counted = not count.is_blank and not count.wrong
    asks_reason = counted and difference != 0
    asks_second = asks_reason and shift is not None and not drawer.acts_alone
    verdict, tone = _verdict(difference, counted=counted, language=language)
    ready, consequence = _readiness(
        count,
        is_open=shift is not None,
        asks_reason=asks_reason,
        asks_second=asks_second,
        language=language,
    )
    shown = _signed(difference) if asks_reason else ""
    return TillSheet(
        is_open=shift is not None,
        title=(w.CLOSING if shift else w.OPENING)[language],
        sub=_sub(state, now, language),
        notes=tuple(
            NoteLine(
                note,
                count.typed.get(note, ""),
                note * count.pieces.get(note, 0),
                wrong=note in count.wrong,
            )
            for note in DENOMINATIONS
        ),
        counted=_money(total),
        ledger=_ledger(state, expected, total, language),
        verdict=verdict,
        difference=shown or ("" if not counted else _money(0)),
        tone=tone,
        receipts=_receipts(drawer, language),
        reason=count.reason,
        asks_reason=asks_reason,
        asks_second=asks_second,
        approver=count.approver,
        ready=ready,
        fact=f"{verdict} {_money(abs(difference))}:" if shown else f"{verdict}:",
        consequence=consequence,
        bar_tone=Tone.OK if ready else Tone.WARN,
        payments=tuple(_payment(one, now, language) for one in drawer.payments),
        payments_of=drawer.payments_of,
        owed=_money(drawer.owed_vnd) if drawer.owed_vnd else "",
        has_shift=state.shift is not None or state.last_closed is not None,
        has_books=any(book.left > 0 for book in state.books),
        awaited=len(state.awaited),
        may_leave=not drawer.acts_alone,
    )


def _verdict(difference: int, *, counted: bool, language: Language) -> tuple[str, Tone]:
    if not counted:
        return w.NOT_COUNTED[language], Tone.WARN
    if difference == 0:
        return w.EQUAL[language], Tone.OK
    return (w.SHORT if difference < 0 else w.OVER)[language], Tone.WARN


def _readiness(
    count: Count, *, is_open: bool, asks_reason: bool, asks_second: bool, language: Language
) -> tuple[bool, str]:
    if count.wrong:
        return False, w.WRONG_COUNT[language]
    if count.is_blank:
        return False, w.COUNT_FIRST[language]
    if asks_reason and len(clean(count.reason)) < SHORTEST_REASON:
        return False, w.WHY[language]
    if asks_second and not count.approver.strip():
        return False, w.SECOND[language]
    return True, (w.GO_CLOSE if is_open else w.GO_OPEN)[language]


def _sub(state: TillState, now: datetime, language: Language) -> str:
    if state.shift is not None:
        at = _when(state.shift.opened_at, now)
        return w.OPEN_SINCE[language].format(name=state.shift.officer_name, at=at)
    closing = state.last_closed.closing if state.last_closed else None
    if closing is None:
        return w.NEVER[language]
    at = _when(closing.at, now)
    return w.CLOSED_SINCE[language].format(at=at, name=closing.officer_name)


def _ledger(
    state: TillState, expected: int | None, total: int, language: Language
) -> tuple[LedgerLine, ...]:
    lines = []
    shift = state.shift
    if shift is not None:
        cash = [one for one in shift.collected if one.cash_vnd]
        lines = [
            LedgerLine(w.FLOAT[language], figures(shift.opening_vnd)),
            LedgerLine(
                w.COLLECTED[language].format(count=len(cash)), _plus(shift.cash_collected_vnd)
            ),
            LedgerLine(w.REFUNDED[language], _plus(-shift.cash_refunded_vnd)),
        ]
    elif state.last_closed is not None:
        closing = state.last_closed.closing
        left = closing.counted_vnd if closing else 0
        lines = [
            LedgerLine(w.LEFT[language], figures(left)),
            LedgerLine(w.OUTSIDE[language], _plus(state.expected_vnd - left)),
        ]
    if expected is not None:
        lines.append(LedgerLine(w.EXPECTED[language], _money(expected), strong=True))
    lines.append(LedgerLine(w.COUNTED[language], _money(total)))
    return tuple(lines)


def _receipts(drawer: Drawer, language: Language) -> tuple[LedgerLine, ...]:
    state = drawer.state
    shift = state.shift or state.last_closed
    lines = []
    if shift is not None:
        other = sum(shift.collected_by(method) for method in _OTHER_WAYS)
        lines.append(LedgerLine(w.OTHER_WAYS[language], _money(other)))
    waits = sum(one.amount_vnd for one in state.awaited)
    if waits:
        lines.append(LedgerLine(w.AWAITED[language], _money(waits)))
    if shift is not None:
        lines += _series(shift, language)
    unnumbered = sum(not one.receipt and not one.voided for one in drawer.payments)
    if unnumbered and not drawer.payments_of:
        lines.append(LedgerLine(w.PROVISIONAL[language], str(unnumbered)))
    for book in state.books:
        if book.left > 0:
            caption = w.NEXT_SHEET[language].format(series=book.series, book=book.book)
            lines.append(LedgerLine(caption, w.SHEETS_LEFT[language].format(left=book.left)))
    return tuple(lines[:_MOST_LINES])


def _series(shift: Shift, language: Language) -> list[LedgerLine]:
    lines = []
    for use in shift.receipts:
        caption = w.SERIES[language].format(
            series=use.series, first=f"{use.first:07d}", last=f"{use.last:07d}"
        )
        words = w.USED_AND_VOID if use.voided else w.USED
        said = words[language].format(used=use.used, void=len(use.voided))
        lines.append(LedgerLine(caption, said))
    return lines


def _payment(one: TillPayment, now: datetime, language: Language) -> PaymentLine:
    state, tone = w.KEPT[language], Tone.OK
    if one.voided:
        state, tone = w.VOIDED[language], Tone.MUTE
    elif one.awaiting:
        state, tone = w.WAITS[language], Tone.WARN
    elif one.refunded_vnd:
        state, tone = w.GAVE_BACK[language].format(sum=_money(one.refunded_vnd)), Tone.WARN
    acts = (
        (MoneyAct.CONFIRM, one.may_be_confirmed),
        (MoneyAct.VOID, one.may_be_voided),
        (MoneyAct.REFUND, one.may_be_refunded),
    )
    return PaymentLine(
        at=_when(one.at, now),
        code=one.dossier_code,
        payment=one.payment,
        owner_name=one.owner_name,
        method=w.METHODS[one.method][language],
        receipt=one.receipt or w.NO_RECEIPT[language],
        amount=_money(one.amount_vnd),
        state=state,
        state_tone=tone,
        acts=tuple(act for act, lawful in acts if lawful),
        transferring=one.awaiting and one.method is PaymentMethod.TRANSFER,
    )


def _pieces(text: str) -> int | None:
    """Read a number of pieces; an empty field is none, anything else is None."""
    text = text.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()) or int(text) > MOST_PIECES:
        return None
    return int(text)


def _when(at: datetime, now: datetime) -> str:
    same = at.date() == now.date()
    return clock(at) if same else f"{clock(at)} {day_and_month(at.date())}"


def _money(amount_vnd: int) -> str:
    return f"{figures(amount_vnd)} đ"


def _signed(amount_vnd: int) -> str:
    return f"{'−' if amount_vnd < 0 else '+'} {figures(abs(amount_vnd))} đ"


def _plus(amount_vnd: int) -> str:
    if amount_vnd == 0:
        return "0"
    return f"{'−' if amount_vnd < 0 else '+'} {figures(abs(amount_vnd))}"

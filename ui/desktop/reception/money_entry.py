"""The fees of one draft and the money that is handed over."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from station.domain.dossier import PaymentMethod
from station.domain.procedure import Fee, Procedure
from station.text import clean
from station.usecases.exemptions import known_exemption
from station.words import Language
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import Note
from ui.desktop.reception.note_words import Doubt, doubt_words
from ui.desktop.reception.view_model import FeeLine, Fees
from ui.desktop.typed_text import typed_sum

MOST_OF_ONE_FEE = 9999


@dataclass(slots=True)
class MoneyEntry:
    """The money of zone 4. Amounts come from the tariff; officers choose lines and quantities."""

    lines: dict[int, FeeLine] = field(default_factory=dict)
    fees: dict[int, Fee] = field(default_factory=dict)
    """The tariff that the lines are of."""
    method: PaymentMethod = PaymentMethod.CASH
    tendered: str = ""

    def change_procedure(self, procedure: Procedure, on: date) -> None:
        """Take the tariff of another procedure on a day: every line once. Tendered money stays.

        Extra lines are charged when they are chosen.
        """
        self.fees = {fee.index: fee for fee in procedure.fees}
        self.lines = {
            fee.index: FeeLine(
                number=fee.index,
                name=fee.name,
                unit_vnd=fee.amount_on(on),
                per=fee.per,
                charged=not fee.optional,
                grounds=tuple(each.name for each in fee.exemptions),
            )
            for fee in procedure.fees
        }

    def charge(self, number: int, *, charged: bool) -> None:
        self._change(number, charged=charged)

    def set_quantity(self, number: int, quantity: int) -> None:
        self._change(number, quantity=max(1, min(MOST_OF_ONE_FEE, quantity)))

    def exempt(self, number: int, ground: str) -> None:
        """Charge nothing on this ground; an empty one takes the exemption back.

        A ground of the tariff brings the paper that the tariff names for it.
        """
        known = known_exemption(self.fees[number], clean(ground)) if number in self.fees else None
        paper = {"exemption_paper": known.paper or ""} if known else {}
        self._change(number, exemption=clean(ground), **paper)

    def prove(self, number: int, paper: str) -> None:
        """Say which paper proves the exemption."""
        self._change(number, exemption_paper=clean(paper))

    def proofs(self, prefix: str) -> dict[str, str]:
        """Name the papers that must be here for the exemptions, each under a key."""
        return {
            f"{prefix}{line.number}": line.exemption_paper
            for line in self.lines.values()
            if line.charged and line.exemption and line.exemption_paper
        }

    @property
    def unproved(self) -> tuple[str, ...]:
        """Name the fees that are waived without a paper being named."""
        return tuple(
            line.name
            for line in self.lines.values()
            if line.charged and line.exemption and not self._is_proved(line)
        )

    def _is_proved(self, line: FeeLine) -> bool:
        known = known_exemption(self.fees[line.number], line.exemption)
        return bool(line.exemption_paper) or (known is not None and known.paper is None)

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for line in self.lines.values())

    @property
    def short_vnd(self) -> int:
        """How much cash is missing; 0 when it suffices, or when no cash is due."""
        if self.method is not PaymentMethod.CASH or self.total_vnd == 0:
            return 0
        return max(0, self.total_vnd - (typed_sum(self.tendered) or 0))

    def shown(self, language: Language) -> Fees:
        given = typed_sum(self.tendered)
        note = None
        if self.method is PaymentMethod.CASH and self.tendered.strip():
            if given is None:
                note = Note(doubt_words(Doubt.NO_SUM, language), Tone.ERR)
            elif self.short_vnd:
                note = Note(doubt_words(Doubt.TOO_LITTLE, language))
        enough = given is not None and not self.short_vnd
        return Fees(
            lines=tuple(self.lines.values()),
            total_vnd=self.total_vnd,
            method=self.method,
            tendered=self.tendered,
            change_vnd=given - self.total_vnd if enough and given is not None else None,
            note=note,
        )

    def plain(self) -> dict[str, Any]:
        """Describe fees and payment as the contract of a reception does."""
        fees = [
            {
                "index": line.number,
                "quantity": line.quantity,
                "exemption": line.exemption or None,
                "exemption_paper": (line.exemption and line.exemption_paper) or None,
            }
            for line in self.lines.values()
            if line.charged
        ]
        cash = self.method is PaymentMethod.CASH
        payment = {
            "method": self.method.value,
            "tendered_vnd": typed_sum(self.tendered) if cash else None,
        }
        return {"fees": fees, "payment": payment if self.total_vnd else None}

    def _change(self, number: int, **changes: Any) -> None:  # noqa: ANN401 - fields of a line
        if number in self.lines:
            self.lines[number] = replace(self.lines[number], **changes)

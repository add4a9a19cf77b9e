"""Thủ tục hành chính: what the law asks of the citizen, and what the office owes in return."""

from dataclasses import dataclass
from enum import StrEnum


class TimeUnit(StrEnum):
    """How a processing time is counted (BLDS 2015 Art. 147; NĐ 61/2018 Art. 18)."""

    WORKING_DAY = "working_day"
    WORKING_HOUR = "working_hour"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class ProcessingTime:
    """The lawful time for one procedure. ``value`` is 0 for ``same_day``."""

    value: int
    unit: TimeUnit


class SupplementRule(StrEnum):
    """What happens to the due date when the papers that were asked for have come."""

    RESTART = "restart"
    """The whole time is counted again (NĐ 61/2018 Art. 19(4))."""
    ADD_WAITING = "add_waiting"
    """The old due date moves by the time that was waited, where sector law has it so."""


class StartRule(StrEnum):
    """From when on the processing time runs."""

    RECEPTION = "reception"
    """From the reception of the complete dossier (NĐ 61/2018 Art. 17)."""
    AGENCY_RECEIPT = "agency_receipt"
    """From the receipt by the competent agency, for what was received for another territory
    (NĐ 309/2026 Art. 17(3))."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Chặng: the part of one agency in a procedure that several handle one after the other."""

    name: str
    agency: str
    processing_time: ProcessingTime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredDocument:
    """Thành phần hồ sơ: one row of the checklist. ``index`` counts from 1."""

    index: int
    name: str
    originals: int = 0
    certified_copies: int = 0
    copies: int = 0
    presented: int = 0
    form_code: str | None = None
    mandatory: bool = True
    digitise: bool = True
    note: str | None = None
    code: str | None = None
    """MAGIAYTO: the national code of this paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """Phí, lệ phí: one line of the tariff. ``amount_vnd`` is for one ``per``; index from 1."""

    index: int
    name: str
    kind: str
    amount_vnd: int
    per: str
    note: str | None = None
    code: str | None = None
    """MAPHILEPHI: the national code of this fee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure as a catalogue pack of one version knows it.

    ``processing_time`` is None where the catalogue knows only the name; such a procedure can be
    found, but no dossier can be received under it.
    """

    code: str
    name: str
    field_code: str
    field: str
    agency: str
    level: str | None = None
    processing_time: ProcessingTime | None = None
    cutoff: str | None = None
    """``HH:MM`` after which reception counts as the next working day; None: the office's rule."""
    required_documents: tuple[RequiredDocument, ...] = ()
    fees: tuple[Fee, ...] = ()
    result: str | None = None
    legal_basis: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    applicant_kinds: tuple[str, ...] = ()
    immediate: bool = False
    supplement_rule: SupplementRule = SupplementRule.RESTART
    note: str | None = None

    @property
    def has_details(self) -> bool:
        """Tell whether the catalogue knows enough to receive a dossier under it."""
        return self.processing_time is not None

    def document(self, index: int) -> RequiredDocument | None:
        """Give the checklist row with this index, counted from 1."""
        return (
            self.required_documents[index - 1]
            if 1 <= index <= len(self.required_documents)
            else None
        )

    def fee(self, index: int) -> Fee | None:
        """Give the fee line with this index, counted from 1."""
        return self.fees[index - 1] if 1 <= index <= len(self.fees) else None

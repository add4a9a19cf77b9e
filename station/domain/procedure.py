"""Thủ tục hành chính: what the law asks of the citizen, and what the office owes in return."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from station.errors import StationError


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
    from_database: str | None = None
    """The national database that holds this paper's data; then it is asked for only where the
    data cannot be retrieved or is wrong (NĐ 309/2026 Art. 4(2a))."""
    replaced_by_result: str | None = None
    """MA_KQ_THAYTHE: the result of another procedure that may stand for it."""
    valid_for_days: int | None = None
    """How old it may be on the day it is handed in."""
    must_name: Literal["owner", "submitter"] | None = None
    """Whose name must stand on it."""

    @property
    def key(self) -> str:
        """By which a draft, its scanned pages and its separator sheets name the row."""
        return f"row-{self.index}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Miễn, giảm: a ground on which a fee is not charged, and the paper that proves it."""

    key: str
    name: str
    paper: str | None = None
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """What a fee is from a day on, in whole đồng."""

    from_on: date
    amount_vnd: int


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
    optional: bool = False
    """An extra line (copies, more pages): charged only when it is chosen."""
    exemptions: tuple[Exemption, ...] = ()
    tariffs: tuple[DatedAmount, ...] = ()
    """Later amounts, the earliest first; ``amount_vnd`` holds until the first of them."""

    def amount_on(self, on: date) -> int:
        """Give what one ``per`` costs on a day, in whole đồng."""
        in_force = [each.amount_vnd for each in self.tariffs if each.from_on <= on]
        return in_force[-1] if in_force else self.amount_vnd

    def exemption(self, key: str) -> Exemption | None:
        """Give the ground with this key."""
        return next((each for each in self.exemptions if each.key == key), None)


class Territory(StrEnum):
    """Phi địa giới: for whom an office may receive the procedure (NĐ 309/2026 Art. 14)."""

    OWN = "own"
    PROVINCE = "province"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class ResultKind:
    """Kết quả: what the procedure ends with."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Trường hợp giải quyết: a variant of a procedure. None keeps what the procedure has."""

    key: str
    label: str
    processing_time: ProcessingTime | None = None
    required_documents: tuple[RequiredDocument, ...] | None = None
    fees: tuple[Fee, ...] | None = None


class UnknownCaseError(StationError):
    """The procedure has no such case."""

    code = "DOS-029"

    def __init__(self, procedure_code: str, case: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{procedure_code} has no case {case[:60]!r}")
        self.procedure_code, self.case, self.known = procedure_code, case[:60], known


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
    start_rule: StartRule = StartRule.RECEPTION
    territory: Territory = Territory.OWN
    answer_within_hours: int | None = None
    """Working hours in which a direct submission must be answered at all."""
    online_level: int | None = None
    """MucDo: 2 information only, 3 partly, 4 wholly online."""
    stages: tuple[Stage, ...] = ()
    results: tuple[ResultKind, ...] = ()
    cases: tuple[Case, ...] = ()
    question: str | None = None
    """What the officer asks to find the case."""
    keywords: tuple[str, ...] = ()
    """TUKHOA: words that citizens use for it."""
    note: str | None = None

    @property
    def has_details(self) -> bool:
        """Tell whether the catalogue knows enough to receive a dossier under it."""
        return self.processing_time is not None

    def in_case(self, key: str | None) -> "Procedure":
        """Give the procedure as one of its cases has it; None: the first case, if there is any.

        Raises:
            UnknownCaseError: it has no case with this key.
        """
        case = self.case(key)
        if case is None:
            return self
        return replace(
            self,
            processing_time=case.processing_time or self.processing_time,
            required_documents=self.required_documents
            if case.required_documents is None
            else case.required_documents,
            fees=self.fees if case.fees is None else case.fees,
        )

    def case(self, key: str | None) -> Case | None:
        """Give one of the cases; None: the first, if there is any.

        Raises:
            UnknownCaseError: it has no case with this key.
        """
        if key is None:
            return self.cases[0] if self.cases else None
        for case in self.cases:
            if case.key == key:
                return case
        raise UnknownCaseError(self.code, key, tuple(case.key for case in self.cases))

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

"""What looks wrong in the papers of a dossier: too old, another's name, or not to be asked for.

Nothing here blocks: the officer sees the paper. Sources: the procedure's own rules in the catalogue
(how old a paper may be, whose name it must bear); NĐ 309/2026/NĐ-CP Art. 4(2a) (data held by the
state is not asked for).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from station.domain.documents import SubmittedDocument
from station.domain.person import Party
from station.domain.procedure import Procedure, RequiredDocument
from station.text import fold
from station.words import Language, numeric_date


class PaperDoubt(StrEnum):
    """What may be wrong with a paper. The values are stable: scripts use them."""

    TOO_OLD = "too_old"
    DAY_UNKNOWN = "day_unknown"
    OTHER_NAME = "other_name"
    HELD_BY_STATE = "held_by_state"


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """One doubt about one row of the checklist; ``subject`` is what its words need."""

    index: int
    name: str
    doubt: PaperDoubt
    subject: str = ""


_WORDS: Final[dict[PaperDoubt, dict[Language, str]]] = {
    PaperDoubt.TOO_OLD: {
        "vi": "hết giá trị từ {subject}",
        "en": "out of date since {subject}",
    },
    PaperDoubt.DAY_UNKNOWN: {
        "vi": "chỉ nhận giấy cấp trong {subject} ngày; xem ngày cấp",
        "en": "accepted within {subject} days of its issue; look at its day",
    },
    PaperDoubt.OTHER_NAME: {
        "vi": "tên trên giấy khác tên {subject}",
        "en": "bears another name than {subject}",
    },
    PaperDoubt.HELD_BY_STATE: {
        "vi": "dữ liệu có trong {subject}; không phải nộp, trừ khi không khai thác được",
        "en": "its data is in {subject}; it need not be handed in unless that cannot be had",
    },
}


def check_papers(
    documents: Sequence[SubmittedDocument],
    procedure: Procedure,
    *,
    submitter: Party,
    owner: Party | None,
    on: date,
) -> tuple[PaperFinding, ...]:
    """Look at the rows of the checklist as of a day."""
    found: list[PaperFinding] = []
    for row in documents:
        required = procedure.document(row.index)
        if required is not None:
            named = submitter if required.must_name == "submitter" else owner or submitter
            found += _of_row(row, required, named, on)
    return tuple(found)


def paper_words(finding: PaperFinding, language: Language) -> str:
    """Give the words that stand beside the row."""
    return _WORDS[finding.doubt][language].format(subject=finding.subject)


def paper_text(finding: PaperFinding, language: Language) -> str:
    """Give the sentence: ``Giấy tờ dòng 2, Giấy xác nhận: hết giá trị từ 01/10/2026``."""
    row = {"vi": "Giấy tờ dòng", "en": "Paper of row"}[language]
    return f"{row} {finding.index}, {finding.name}: {paper_words(finding, language)}"


def _of_row(
    row: SubmittedDocument, required: RequiredDocument, named: Party, on: date
) -> Iterator[PaperFinding]:
    if not row.handed_in:
        return
    if required.valid_for_days is not None:
        if row.issued_on is None:
            days = str(required.valid_for_days)
            yield PaperFinding(row.index, row.name, PaperDoubt.DAY_UNKNOWN, days)
        elif (on - row.issued_on).days > required.valid_for_days:
            first_too_old = row.issued_on + timedelta(days=required.valid_for_days + 1)
            day = numeric_date(first_too_old)
            yield PaperFinding(row.index, row.name, PaperDoubt.TOO_OLD, day)
    if required.must_name is not None and row.named and not _same(row.named, named):
        yield PaperFinding(row.index, row.name, PaperDoubt.OTHER_NAME, named.name)
    kept = row.originals + row.certified_copies + row.copies  # showing a card is no handing in
    if required.from_database is not None and row.held is None and kept:
        database = required.from_database
        yield PaperFinding(row.index, row.name, PaperDoubt.HELD_BY_STATE, database)


def _same(named: str, party: Party) -> bool:
    """Compare without case and accents: papers are typed as they come."""
    return fold(named) in (fold(party.name), fold(party.person.full_name))

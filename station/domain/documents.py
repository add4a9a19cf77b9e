"""Giấy tờ của hồ sơ: what was handed in of each row, how it was judged, and what stands for it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LawfulGround(StrEnum):
    """Grounds on which a row, or a dossier, passes although a mandatory paper is missing.

    NĐ 309/2026 Art. 4(2a): a paper whose data is in a published database is not asked for;
    where the data could not be retrieved, or is wrong, that is recorded.
    """

    HELD_BY_STATE = "held_by_state"
    NOT_RETRIEVABLE = "not_retrievable"
    INACCURATE = "inaccurate"


class RowCheck(StrEnum):
    """Đạt, không đạt: what the officer found. A row that has neither is not judged yet."""

    OK = "ok"
    NOT_OK = "not_ok"


class Reuse(StrEnum):
    """Where a paper comes from that the citizen did not bring (QĐ 766/QĐ-TTg, TT 01/2023)."""

    REUSED = "reused"
    """DuocTaiSuDung: from the digital store of an earlier dossier or result."""
    NATIONAL_STORE = "national_store"
    """DuocLayTuKhoDMQG: from the citizen's own store at the national portal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldData:
    """Data of a row that the state holds already, and what came of asking for it."""

    ground: LawfulGround
    database: str
    asked_at: datetime
    """When it was asked for: the failed query of NĐ 309/2026 Art. 4(2a)."""
    query: str | None = None
    """Number of the query, or the words of its failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One scanned or brought file, kept encrypted under its content hash."""

    sha256: str
    size: int
    media_type: str
    pages: int
    digitised: bool = False
    """Made at this counter of paper, so that the office may sign it as a copy ("sao y")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy:
    """A digitised copy that the office signed. The copy itself stays as it is.

    ``original`` is its SHA-256; ``file`` is the signed one, which goes with the dossier. ``at`` is
    when it was signed; ``stamped`` tells whether a time stamp proves that.
    """

    original: str
    file: StoredFile
    signer: str
    stamped: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedDocument:
    """Giấy tờ đã nhận for one checklist row; ``index`` counts from 1, and is 0 for others."""

    index: int
    name: str
    mandatory: bool
    originals: int = 0
    certified_copies: int = 0
    copies: int = 0
    presented: int = 0
    files: tuple[StoredFile, ...] = ()
    check: RowCheck | None = None
    remark: str | None = None
    """What is wrong with it, or what the officer noted."""
    held: HeldData | None = None
    reuse: Reuse | None = None
    result_code: str | None = None
    """MaKetQuaThayThe: the earlier result that stands for it."""
    issued_on: date | None = None
    named: str | None = None
    """Whose name stands on it."""
    is_form: bool = False
    """The application itself (đơn, tờ khai): it was filled in for this dossier and stays in it."""

    @property
    def handed_in(self) -> bool:
        """Tell whether anything of this row was handed in or shown."""
        return self.originals + self.certified_copies + self.copies + self.presented > 0

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing more of this row is needed to accept the dossier.

        Handed in or reused and not found wanting; or its data is held by the state, or could not
        be had for a recorded reason.
        """
        if self.held is not None:
            return True
        return (self.handed_in or self.reuse is not None) and self.check is not RowCheck.NOT_OK

    @property
    def lacks(self) -> bool:
        """Tell whether the dossier is incomplete because of this row."""
        return self.mandatory and not self.is_settled

    @property
    def pages(self) -> int:
        return sum(file.pages for file in self.files)

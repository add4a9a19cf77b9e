"""Hướng dẫn: tell a visitor what to bring, once and completely, and keep what was entered.

No dossier is made (NĐ 61/2018 Art. 15(3), 17(1)): the sheet's code opens the draft again, at any
counter of this store, until its day is past.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import uuid6

from station.domain.events import GuidanceGiven, from_payload
from station.domain.guidance_code import new_guidance_code
from station.domain.journal import VIETNAM, JournalEntry
from station.domain.procedure import Procedure
from station.domain.processing import LackingPaper
from station.errors import StationError
from station.forms.guidance import Guidance
from station.ports.drafts import KeptDraft
from station.ports.officers import Officer
from station.usecases import reception_input as described
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.letter_of_authorisation import with_letter
from station.usecases.lodge_dossier import lacking_of
from station.usecases.permissions import Act, require
from station.usecases.reception_checks import counted_documents
from station.usecases.reception_input import ReceptionInput
from station.usecases.request_supplement import NothingAskedForError

KEPT_FOR = timedelta(days=30)


class NoSuchDraftError(StationError):
    """No guidance sheet of this code is kept here, or its day is past."""

    code = "DOS-046"

    def __init__(self, code: str) -> None:
        super().__init__(f"no draft {code[:20]!r}")
        self.guidance_code = code[:20]


class OfficeEntries(Protocol):
    """What counting needs of ``DossierQueries``."""

    def office_entries(self, kind: str) -> Sequence[JournalEntry]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a visitor was told: the sheet, and the draft that its code opens."""

    guidance: Guidance
    draft_id: UUID


def give_guidance(
    given: ReceptionInput,
    *,
    wrong: Sequence[tuple[int, str]],
    description: dict[str, Any],
    procedure: Procedure,
    counter: int,
    acting: Acting,
) -> Told:
    """Note the guidance and keep the draft, in one commit.

    Args:
        wrong: rows that were shown but cannot be used, and why; what is missing is named anyway.
        description: what is kept, as the contract describes a reception; its files are not.
        procedure: the one of the description, as the catalogue has it today.

    Raises:
        NothingAskedForError: nothing is missing, so there is nothing to bring.
        StationError: as ``receive_dossier`` does; nothing was kept.
    """
    require(acting.officer, Act.RECEIVE)
    wanted, kept = _sorted_out(given, wrong, procedure, acting.clock.now())
    visitor = described.party(given.applicant)
    with acting.work as work:
        now = now_in(acting)
        valid_until = now.date() + KEPT_FOR
        told = GuidanceGiven(
            guidance_code=new_guidance_code(),
            procedure_code=procedure.code,
            procedure_name=procedure.name,
            wanted=wanted,
            kept=kept,
            counter=counter,
            officer_name=acting.officer.display_name,
            valid_until=valid_until,
        )
        draft = KeptDraft(
            draft_id=uuid6.uuid7(),
            officer_id=acting.officer.officer_id,
            code=told.guidance_code,
            procedure_code=procedure.code,
            description=without_files(description),
            saved_at=now,
            expires_on=valid_until,
        )
        note(acting, told, dossier_id=None, at=now)
        work.drafts.drop_expired(now.date())
        work.drafts.keep(draft)
        work.commit()
    return Told(guidance=sheet_of(told, at=now, visitor=visitor.name), draft_id=draft.draft_id)


def as_if_guided(
    given: ReceptionInput, *, code: str, procedure: Procedure, by: Officer, at: datetime
) -> Guidance:
    """Give the sheet that ``give_guidance`` would make; nothing is noted and nothing kept.

    Args:
        code: stands where its code will.

    Raises:
        NothingAskedForError: nothing is missing, so there is nothing to bring.
        StationError: as ``receive_dossier`` does.
    """
    wanted, kept = _sorted_out(given, (), procedure, at)
    return Guidance(
        guidance_code=code,
        procedure_name=procedure.name,
        visitor_name=described.party(given.applicant).name,
        wanted=wanted,
        kept=kept,
        given_at=at,
        officer_name=by.display_name,
        valid_until=at.date() + KEPT_FOR,
        procedure_code=procedure.code,
    )


def _sorted_out(
    given: ReceptionInput, wrong: Sequence[tuple[int, str]], procedure: Procedure, at: datetime
) -> tuple[tuple[LackingPaper, ...], tuple[str, ...]]:
    """Say what to bring, and what is in order and stays with the visitor."""
    counted = counted_documents(given, procedure, at.replace(microsecond=0))
    rows = [row for row, _ in with_letter(counted, given.authorisation)]
    wanted = lacking_of(rows, wrong)
    if not wanted:
        raise NothingAskedForError("paper")
    named = {paper.index for paper in wanted if paper.index}
    kept = tuple(row.name for row in rows if row.is_settled and row.index not in named)
    return wanted, kept


def sheet_of(told: GuidanceGiven, *, at: datetime, visitor: str | None) -> Guidance:
    """Say what the sheet says; without the draft nobody knows who was told."""
    return Guidance(
        guidance_code=told.guidance_code,
        procedure_name=told.procedure_name,
        visitor_name=visitor,
        wanted=told.wanted,
        kept=told.kept,
        given_at=at,
        officer_name=told.officer_name,
        valid_until=told.valid_until,
        procedure_code=told.procedure_code,
    )


def draft_of(code: str, *, on: date, acting: Acting) -> KeptDraft:
    """Give the draft that a sheet opens.

    Raises:
        NoSuchDraftError: there is none, or its day is past.
    """
    require(acting.officer, Act.RECEIVE)
    wanted = code.strip().upper()
    with acting.work as work:
        draft = work.drafts.by_code(wanted)
        files = tuple(work.draft_files.of(draft.draft_id)) if draft else ()
    if draft is None or draft.expires_on < on:
        raise NoSuchDraftError(wanted)
    return replace(draft, files=files)


def guided_on(on: date, queries: OfficeEntries, *, counter: int | None) -> int:
    """Count the guidances of a day, at one counter or (None) at all that share the store."""
    facts = (
        from_payload(entry.kind, entry.version, entry.payload)
        for entry in queries.office_entries(GuidanceGiven.__name__)
        if entry.occurred_at.astimezone(VIETNAM).date() == on
    )
    told = [fact for fact in facts if isinstance(fact, GuidanceGiven)]
    return sum(counter is None or fact.counter == counter for fact in told)


def without_files(description: dict[str, Any]) -> dict[str, Any]:
    """Leave out what lies on the disk of the day: the visitor takes the papers home again."""
    kept = dict(description)
    for rows in ("documents", "other_documents"):
        kept[rows] = [{**row, "files": []} for row in kept.get(rows) or ()]
    letter = kept.get("authorisation")
    if letter and letter.get("paper"):
        kept["authorisation"] = {**letter, "paper": {**letter["paper"], "files": []}}
    return kept

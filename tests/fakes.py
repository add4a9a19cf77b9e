"""In-memory ports. Each passes the contract class of its port."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from station.catalogue.addresses import AddressBook
from station.catalogue.admission import ImportedPack
from station.catalogue.pack import Pack, PackStatus
from station.catalogue.parts import CatalogueParts
from station.domain.clock_guard import Witnesses, correction_for
from station.domain.dossier_filter import SavedFilter
from station.domain.journal import VIETNAM
from station.domain.procedure import Procedure
from station.ports.catalogue import PackOrigin
from station.ports.documents import IncomingFile
from station.ports.draft_files import DraftFile, FileRole
from station.ports.drafts import Bookmark, KeptDraft
from station.ports.remembered_people import RememberedPerson
from station.ports.step_times import Measured, Received

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


PLACES = AddressBook(())
"""No administrative units: addresses stand for themselves."""


class FakeClock:
    """Stands still until it is moved."""

    source = "fake"

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def trusted(self, witnesses: Witnesses) -> datetime:
        at = (self.at + correction_for(self.at, witnesses).offset).replace(microsecond=0)
        return max(at, witnesses.last_at or at)

    def move(self, by: timedelta) -> None:
        self.at += by


class FakeDrafts:
    """Drafts in a dict. Implements ``Drafts``."""

    def __init__(
        self,
        rows: Mapping[UUID, KeptDraft] | None = None,
        marks: Mapping[str, Bookmark] | None = None,
    ) -> None:
        self.rows = dict(rows or {})
        self.marks = dict(marks or {})

    def keep(self, draft: KeptDraft) -> None:
        self.rows[draft.draft_id] = draft

    def get(self, draft_id: UUID) -> KeptDraft | None:
        return self.rows.get(draft_id)

    def by_code(self, code: str) -> KeptDraft | None:
        return next((row for row in self.rows.values() if row.code == code), None)

    def every(self, officer_id: str | None = None) -> Sequence[KeptDraft]:
        wanted = [row for row in self.rows.values() if officer_id in (None, row.officer_id)]
        return sorted(wanted, key=lambda row: row.saved_at, reverse=True)

    def drop(self, draft_id: UUID) -> bool:
        return self.rows.pop(draft_id, None) is not None

    def drop_expired(self, on: date) -> int:
        gone = [row.draft_id for row in self.rows.values() if row.expires_on < on]
        return sum(self.drop(draft_id) for draft_id in gone)

    def mark(self, bookmark: Bookmark) -> None:
        self.marks[bookmark.officer_id] = bookmark

    def bookmark(self, officer_id: str) -> Bookmark | None:
        return self.marks.get(officer_id)

    def drop_bookmarks(self, before: datetime) -> int:
        old = [name for name, mark in self.marks.items() if mark.saved_at < before]
        return len([self.marks.pop(name) for name in old])


class FakeSavedFilters:
    """Filters in a dict. Implements ``SavedFilters``."""

    def __init__(self, rows: Mapping[str, Sequence[SavedFilter]] | None = None) -> None:
        self.rows = dict(rows or {})

    def of(self, officer_id: str) -> Sequence[SavedFilter]:
        return self.rows.get(officer_id, ())

    def keep(self, officer_id: str, filters: Sequence[SavedFilter]) -> None:
        self.rows[officer_id] = tuple(filters)


class FakeDraftFiles:
    """Files of drafts in lists. Implements ``DraftFiles``; it knows of no dossiers."""

    def __init__(
        self,
        rows: Sequence[DraftFile] = (),
        sessions: Mapping[UUID, tuple[dict[str, Any], datetime]] | None = None,
        drafts: Callable[[], Collection[UUID]] = lambda: (),
    ) -> None:
        self.rows = list(rows)
        self.sessions = dict(sessions or {})
        self._drafts = drafts

    def copy(self) -> "FakeDraftFiles":
        return FakeDraftFiles(self.rows, self.sessions, self._drafts)

    def add(self, file: DraftFile) -> None:
        self.rows.append(file)

    def of(self, draft_id: UUID, role: FileRole | None = None) -> Sequence[DraftFile]:
        of_draft = [row for row in self.rows if row.draft_id == draft_id]
        return [row for row in of_draft if role in (None, row.role)]

    def note_clean(self, file_id: UUID, clean: str, findings: dict[str, Any]) -> None:
        self.rows = [
            replace(row, clean=clean, findings=findings) if row.file_id == file_id else row
            for row in self.rows
        ]

    def drop(self, draft_id: UUID, file_ids: Sequence[UUID] | None = None) -> Sequence[str]:
        if file_ids is None:
            self.sessions.pop(draft_id, None)
        return self._drop(
            lambda row: row.draft_id == draft_id and (file_ids is None or row.file_id in file_ids)
        )

    def drop_left(self, before: datetime) -> Sequence[str]:
        kept = self._drafts()
        self.sessions = {
            draft_id: said
            for draft_id, said in self.sessions.items()
            if draft_id in kept or said[1] >= before
        }
        return self._drop(lambda row: row.draft_id not in kept and row.arrived_at < before)

    def keep_session(self, draft_id: UUID, body: dict[str, Any], at: datetime) -> None:
        self.sessions[draft_id] = (body, at)

    def session(self, draft_id: UUID) -> dict[str, Any] | None:
        return self.sessions[draft_id][0] if draft_id in self.sessions else None

    def _drop(self, wanted: Callable[[DraftFile], bool]) -> Sequence[str]:
        gone = [row for row in self.rows if wanted(row)]
        self.rows = [row for row in self.rows if not wanted(row)]
        left = {name for row in self.rows for name in (row.sha256, row.clean)}
        names = {name for row in gone for name in (row.sha256, row.clean) if name is not None}
        return sorted(names - left)


class FakeRememberedPeople:
    """People in a dict. Implements ``RememberedPeople``."""

    def __init__(self, rows: Mapping[str, RememberedPerson] | None = None) -> None:
        self.rows = dict(rows or {})

    def remember(self, person: RememberedPerson) -> None:
        self.rows[person.number] = person

    def recall(self, number: str, on: date) -> RememberedPerson | None:
        found = self.rows.get(number)
        return found if found is not None and found.expires_on >= on else None

    def forget(self, number: str) -> bool:
        return self.rows.pop(number, None) is not None

    def forget_expired(self, on: date) -> int:
        gone = [row.number for row in self.rows.values() if row.expires_on < on]
        return sum(self.forget(number) for number in gone)


class FakeStepTimes:
    """Times in a list. Implements ``StepTimesKept`` and ``StepTimesRead``.

    Attributes:
        officers: who received what on which day.
    """

    def __init__(self, rows: Sequence[Measured] = ()) -> None:
        self.rows = list(rows)
        self.officers: list[tuple[date, str, str]] = []

    def keep(self, measured: Measured) -> None:
        self.rows.append(measured)

    def drop_before(self, day: date) -> None:
        self.rows = [row for row in self.rows if row.measured_on >= day]

    def between(self, first: date, last: date) -> Sequence[Measured]:
        return [row for row in self.rows if first <= row.measured_on <= last]

    def officers_between(self, first: date, last: date) -> int:
        return len({officer for day, _, officer in self.officers if first <= day <= last})

    def received_between(self, first: date, last: date) -> Mapping[str, Received]:
        pairs = {(code, who) for day, code, who in self.officers if first <= day <= last}
        counted = Counter(code for code, _ in pairs)
        return {code: Received(f"Thủ tục {code}", count) for code, count in counted.items()}


class FakeCatalogue:
    """Every pack in a list, the newest last."""

    def __init__(self, *procedures: Procedure) -> None:
        self._imported: list[tuple[ImportedPack, dict[str, Procedure | None]]] = []
        self._parts: list[tuple[ImportedPack, CatalogueParts]] = []
        first = Pack(
            name="test",
            version="1",
            issued_on=None,
            status=PackStatus.SAMPLE,
            procedures=procedures,
        )
        self.import_pack(first, at=datetime(2026, 11, 1, tzinfo=VIETNAM))

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        origin = origin or PackOrigin()
        known = ImportedPack(
            name=pack.name,
            version=pack.version,
            status=pack.status,
            issued_on=pack.issued_on,
            effective_from=pack.effective_from,
            effective_to=pack.effective_to,
            base=pack.base,
            sha256=origin.sha256,
            signed_by=origin.signed_by,
            imported_by=origin.imported_by,
            imported_at=at,
            admission=origin.admission,
        )
        has: dict[str, Procedure | None] = dict.fromkeys(sorted(withdrawn))
        has |= {procedure.code: procedure for procedure in pack.procedures}
        self._imported.append((known, has))
        self._parts.append((known, pack.parts))

    def packs(self) -> Sequence[ImportedPack]:
        return [pack for pack, _ in self._imported]

    def labels(self, on: date) -> Sequence[str]:
        return [pack.label for pack, _ in self._imported if pack.holds_on(on)]

    def pack(self, label: str) -> ImportedPack | None:
        return next((pack for pack, _ in reversed(self._imported) if pack.label == label), None)

    def codes_of(self, name: str) -> Collection[str]:
        newest = {code: pack.name for pack, has in self._imported for code in has}
        there = {code: procedure for _, has in self._imported for code, procedure in has.items()}
        return {code for code, of in newest.items() if of == name and there[code] is not None}

    def procedures(self, on: date) -> Sequence[Procedure]:
        codes = dict.fromkeys(code for _, has in self._imported for code in has)
        found = [self.procedure(code, on) for code in codes]
        return [each[0] for each in found if each is not None]

    def procedure(self, code: str, on: date) -> tuple[Procedure, str] | None:
        for pack, has in reversed(self._imported):
            if code in has and pack.holds_on(on):
                procedure = has[code]
                return None if procedure is None else (procedure, pack.label)
        return None

    def procedure_of(self, code: str, pack: str) -> Procedure | None:
        return next(
            (has.get(code) for known, has in reversed(self._imported) if known.label == pack), None
        )

    def parts(self, on: date) -> CatalogueParts:
        lists = [parts.given for pack, parts in self._parts if pack.holds_on(on)]
        return CatalogueParts(**{kind: rows for given in lists for kind, rows in given.items()})

    def local_codes(self, on: date) -> Mapping[str, date]:
        found = {}
        for procedure in self.procedures(on):
            newest = next(
                pack
                for pack, has in reversed(self._imported)
                if procedure.code in has and pack.holds_on(on)
            )
            if newest.status is PackStatus.LOCAL and newest.effective_to is not None:
                found[procedure.code] = newest.effective_to
        return found

    def version(self) -> str:
        return str(len(self._imported))


class FakeSecrets:
    """Small secrets in a dict."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        return self.kept.get(name)

    def put(self, name: str, value: Any) -> None:
        self.kept[name] = value


class FakeVault:
    """Files in a dict."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.room = 1_000_000_000_000

    def free(self) -> int:
        return self.room

    def put(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        self.contents[digest] = content
        return digest

    def get(self, digest: str) -> bytes:
        return self.contents[digest]

    def forget(self, names: Collection[str]) -> None:
        for name in names:
            self.contents.pop(name, None)


class FakeDocuments:
    """Every path is a one-page PDF whose content is its name."""

    def read(self, path: Path) -> IncomingFile:
        return self.open(path.name.encode())

    def open(self, content: bytes) -> IncomingFile:
        return IncomingFile(content=content, media_type="application/pdf", pages=1)

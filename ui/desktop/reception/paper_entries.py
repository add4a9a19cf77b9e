"""The papers of one draft: what the procedure asks for, what was handed in, and its files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.domain.authorisation import is_letter
from station.domain.documents import SubmittedDocument
from station.domain.paper_checks import PaperFinding
from station.domain.procedure import Procedure, RequiredDocument
from station.domain.signatures import FoundSignature
from station.text import clean, fold
from station.words import Language
from ui.desktop.reception.paper_check_entry import PaperCheckEntry
from ui.desktop.reception.signed_files import signed_words
from ui.desktop.reception.view_model import AttachedFile, CopyKind, Paper

LETTER, PROOF = "letter", "proof-"
"""Keys of rows that are demanded: the letter of who acts for another one, the proof of a fee."""
SCAN = "scan-"
"""Before the id of a file that the scan desk made of pages."""
MOST_COPIES = 999
"""The contract counts no further."""


@dataclass(slots=True)
class EntryFile:
    """One attached file, opened and found good."""

    file_id: str
    path: Path
    pages: int
    thumbnail: bytes | None
    kept: str | None = None
    """How a reception finds it in the vault; None while it lies on the disk of the day."""
    signatures: tuple[FoundSignature, ...] = ()
    """What was found out about its digital signatures."""
    trust: str = ""
    """By whom they were judged; see ``Judged``."""


@dataclass(slots=True, eq=False)
class PaperEntry:
    """One row. ``required`` is None for a paper that is not in the procedure's list."""

    key: str
    name: str
    required: RequiredDocument | None = None
    given: dict[CopyKind, int] = field(default_factory=dict)
    files: list[EntryFile] = field(default_factory=list)
    opening: int = 0
    """Files that are being opened right now."""
    check: PaperCheckEntry = field(default_factory=PaperCheckEntry)
    is_demanded: bool = False
    """Not the procedure but this dossier asks for it; see ``PaperEntries.demand``."""

    @property
    def mandatory(self) -> bool:
        return self.is_demanded or (self.required is not None and self.required.mandatory)

    @property
    def number(self) -> int:
        return self.required.index if self.required else 0

    @property
    def is_here(self) -> bool:
        return any(self.given.values())

    @property
    def has_content(self) -> bool:
        return self.is_here or bool(self.files) or self.opening > 0 or self.check.has_content

    @property
    def document(self) -> SubmittedDocument:
        """Give the row for the rules of the domain; files are not their matter."""
        row = SubmittedDocument(
            index=self.number,
            name=self.name,
            mandatory=self.mandatory,
            originals=self.given.get(CopyKind.ORIGINALS, 0),
            certified_copies=self.given.get(CopyKind.CERTIFIED, 0),
            copies=self.given.get(CopyKind.COPIES, 0),
            presented=self.given.get(CopyKind.PRESENTED, 0),
        )
        return self.check.on(row, self.required)

    @property
    def wanted(self) -> dict[CopyKind, int]:
        """How many of each kind the procedure asks for; one of the usual kind if it does not say.

        What was only shown, or copied, is so by the procedure's word; else it is the original.
        """
        counts = _counts(self.required) if self.required else {}
        return counts or {CopyKind.ORIGINALS: 1}

    def mark_here(self) -> None:
        """Count the row as handed in the way the procedure asks for, if nothing is counted yet."""
        if not self.is_here:
            self.given = dict(self.wanted)

    def shown(self, findings: tuple[PaperFinding, ...], language: Language) -> Paper:
        return Paper(
            check=self.check.shown(self.required, findings, language),
            key=self.key,
            number=self.number,
            name=self.name,
            mandatory=self.mandatory,
            wanted=_counts(self.required) if self.required else {},
            given=dict(self.given),
            files=tuple(
                AttachedFile(
                    file_id=file.file_id,
                    name=file.path.name,
                    pages=file.pages,
                    thumbnail=file.thumbnail,
                    signed=signed_words(file.signatures, language),
                )
                for file in self.files
            ),
            form_code=self.required.form_code if self.required else None,
            hint=self.required.note if self.required else None,
            attaching=self.opening > 0,
        )

    def plain(self) -> dict[str, Any]:
        name = {"index": self.required.index} if self.required else {"name": self.name}
        counts = {kind.value: self.given.get(kind, 0) for kind in CopyKind}
        files = [file.kept or str(file.path) for file in self.files]
        return {**name, **counts, **self.check.plain(self.required), "files": files}


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out of the papers and can be put back: one file, or a whole other paper."""

    row: PaperEntry
    file: EntryFile | None = None

    @property
    def name(self) -> str:
        return self.row.name if self.file is None else self.file.path.name

    def plain(self) -> dict[str, Any]:
        """Describe it so that it is found again beside a kept draft: a file by its row's name."""
        if self.file is None:
            return self.row.plain()
        where = {"index": self.row.number, "name": self.row.name}
        return {**where, "file": self.file.kept or str(self.file.path)}


@dataclass(slots=True)
class PaperEntries:
    """Zone 3. Other papers stand behind the procedure's own."""

    rows: list[PaperEntry] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    """The basket: what was removed last stands last."""
    _made: int = 0
    _demanded: dict[str, str] = field(default_factory=dict)
    _has_list: bool = False

    def __iter__(self) -> Iterator[PaperEntry]:
        return iter(self.rows)

    def row(self, key: str) -> PaperEntry | None:
        return next((row for row in self.rows if row.key == key), None)

    def change_procedure(self, procedure: Procedure) -> None:
        """Take the list of another procedure; what is here already moves to the row it fits.

        A paper that the new procedure does not ask for stays as another paper: nothing that a
        citizen handed in disappears because the officer chose again.
        """
        kept = [row for row in self.rows if row.has_content]
        rows = []
        for document in procedure.required_documents:
            key = document.key
            row = next((old for old in kept if _is_same(old, document)), None)
            if row is None:
                rows.append(PaperEntry(key, document.name, document))
                continue
            kept.remove(row)
            row.key, row.name, row.required = key, document.name, document
            rows.append(row)  # the same row, for files that are being opened find it again
        for old in kept:
            old.required = None
            old.key = self._other_key()
        self.rows = [*rows, *kept]
        self._has_list = True
        self.demand(self._demanded)

    def add_other(self, name: str) -> PaperEntry | None:
        """Add a paper that the procedure does not list; None when the name says nothing."""
        tidy = clean(name)
        if not tidy:
            return None
        row = PaperEntry(self._other_key(), tidy)
        row.mark_here()
        self.rows.append(row)
        return row

    def remove_other(self, key: str) -> None:
        """Take away another paper. Rows of the procedure stay; they can only be uncounted."""
        row = self.row(key)
        if row is None or row.required is not None or row.is_demanded:
            return
        self.rows.remove(row)
        # pages of the scan desk go into its tray by themselves
        row.files = [file for file in row.files if not file.file_id.startswith(SCAN)]
        self.removed.append(Removed(row))

    def remove_file(self, row: PaperEntry, file_id: str) -> None:
        """Take a file out of a row, into the basket."""
        file = next((one for one in row.files if one.file_id == file_id), None)
        if file is not None:
            row.files.remove(file)
            self.removed.append(Removed(row, file))

    @property
    def last_removed(self) -> str | None:
        """Name what is put back first; None where nothing was removed."""
        return self.removed[-1].name if self.removed else None

    def put_back(self) -> bool:
        """Put back what was removed last; tell whether there was anything.

        A file goes into the row that it was in; where the checklist has it no more, into the row
        of the same name, or into another paper.
        """
        if not self.removed:
            return False
        last = self.removed.pop()
        row = last.row
        if row not in self.rows:
            alike = (one for one in self.rows if fold(one.name) == fold(row.name))
            found = next(alike, None) if last.file is not None else None
            if found is None:
                row.key, row.required, row.is_demanded = self._other_key(), None, False
                self.rows.append(row)
            row = found or row
        if last.file is not None:
            row.files.append(last.file)
            row.mark_here()
        return True

    def demand(self, wanted: Mapping[str, str]) -> None:
        """Make papers mandatory that the list does not ask for: a letter, the proof of a ground.

        Each stands in the row that is it, or in one of its own. A row that was made for one that
        is no longer wanted goes if it holds nothing; else it stays as another paper.

        Args:
            wanted: names by key; see ``LETTER`` and ``PROOF``.
        """
        gone = set(self._demanded) - set(wanted)
        self._demanded = dict(wanted)
        for row in self.rows:
            row.is_demanded = False
        self.rows = [row for row in self.rows if row.key not in gone or row.has_content]
        if self._has_list:
            for key, name in wanted.items():
                self._demand_one(key, name)

    def _demand_one(self, key: str, name: str) -> None:
        like = [row for row in self.rows if row.key == key or _is_meant(row.name, key, name)]
        demanded = next((row for row in like if row.is_here), like[0] if like else None)
        if demanded is None:
            demanded = PaperEntry(key, name)
            self.rows.append(demanded)
        if demanded.key == key:
            demanded.name = name
        demanded.is_demanded = True

    def missing(self) -> tuple[PaperEntry, ...]:
        """Give the mandatory rows that are not here, or not in order."""
        return tuple(row for row in self.rows if row.document.lacks)

    def errors(self, language: Language) -> list[tuple[str, str]]:
        """Give the keys of the rows of which too little is said, and what."""
        return [
            (row.key, f"{row.name} ({words})")
            for row in self.rows
            for words in row.check.errors(row.required, language)
        ]

    def shown(self, findings: tuple[PaperFinding, ...], language: Language) -> tuple[Paper, ...]:
        """Give the rows as they are to be seen, each with what is odd about it."""
        return tuple(
            row.shown(tuple(one for one in findings if one.index == row.number), language)
            for row in self.rows
        )

    def plain(self) -> dict[str, Any]:
        """Describe the papers as the contract of a reception does."""
        here = [row for row in self.rows if row.is_here or row.files or row.check.has_content]
        return {
            "documents": _plain(row for row in here if row.required is not None),
            "other_documents": _plain(row for row in here if row.required is None),
        }

    def _other_key(self) -> str:
        self._made += 1
        return f"other-{self._made}"


def row_key(index: int) -> str:
    """Name a row by its place in the checklist, as separator sheets do; 0: the letter of who acts
    for another one."""
    return f"row-{index}" if index else LETTER


def _plain(rows: Iterable[PaperEntry]) -> list[dict[str, Any]]:
    return [row.plain() for row in rows]


def _counts(document: RequiredDocument) -> dict[CopyKind, int]:
    counts = {
        CopyKind.ORIGINALS: document.originals,
        CopyKind.CERTIFIED: document.certified_copies,
        CopyKind.COPIES: document.copies,
        CopyKind.PRESENTED: document.presented,
    }
    return {kind: count for kind, count in counts.items() if count}


def _is_meant(name: str, key: str, wanted: str) -> bool:
    if key == LETTER:
        return is_letter(name, wanted)
    return fold(wanted) in fold(name)


def _is_same(row: PaperEntry, document: RequiredDocument) -> bool:
    if row.required is not None and row.required.form_code and document.form_code:
        return row.required.form_code == document.form_code
    return fold(row.name) == fold(document.name)

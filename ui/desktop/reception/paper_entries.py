"""The papers of one draft: what the procedure asks for, what was handed in, and its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.domain.authorisation import is_letter
from station.domain.procedure import Procedure, RequiredDocument
from station.text import clean, fold
from ui.desktop.reception.view_model import AttachedFile, CopyKind, Paper

_LETTER_KEY = "letter"
MOST_COPIES = 999
"""The contract counts no further."""


@dataclass(slots=True)
class EntryFile:
    """One attached file, opened and found good."""

    file_id: str
    path: Path
    pages: int
    thumbnail: bytes | None


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
    is_letter: bool = False
    """Somebody acts for another one by this paper, so it must be here."""

    @property
    def mandatory(self) -> bool:
        return self.is_letter or (self.required is not None and self.required.mandatory)

    @property
    def number(self) -> int:
        return self.required.index if self.required else 0

    @property
    def is_here(self) -> bool:
        return any(self.given.values())

    @property
    def has_content(self) -> bool:
        return self.is_here or bool(self.files) or self.opening > 0

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

    def shown(self) -> Paper:
        return Paper(
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
        return {**name, **counts, "files": [str(file.path) for file in self.files]}


@dataclass(slots=True)
class PaperEntries:
    """Zone 3. Other papers stand behind the procedure's own."""

    rows: list[PaperEntry] = field(default_factory=list)
    _made: int = 0
    _letter: str | None = None
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
            key = f"row-{document.index}"
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
        self.ask_for_letter(self._letter)

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
        self.rows = [
            row for row in self.rows if row.key != key or row.required is not None or row.is_letter
        ]

    def ask_for_letter(self, kind: str | None) -> None:
        """Make the letter of authorisation mandatory, in a row of its own where there is none.

        None: nobody acts for another one. A row that was made for the letter and holds nothing
        goes; one that holds something stays as another paper.
        """
        self._letter = kind
        for row in self.rows:
            row.is_letter = False
        self.rows = [row for row in self.rows if row.key != _LETTER_KEY or row.has_content]
        if kind is None or not self._has_list:
            return
        like = [row for row in self.rows if row.key == _LETTER_KEY or is_letter(row.name, kind)]
        letter = next((row for row in like if row.is_here), like[0] if like else None)
        if letter is None:
            letter = PaperEntry(_LETTER_KEY, kind)
            self.rows.append(letter)
        if letter.key == _LETTER_KEY:
            letter.name = kind
        letter.is_letter = True

    def missing(self) -> tuple[tuple[int, str], ...]:
        """Give the mandatory rows of which nothing is here: number and name."""
        return tuple(
            (row.number, row.name) for row in self.rows if row.mandatory and not row.is_here
        )

    def shown(self) -> tuple[Paper, ...]:
        return tuple(row.shown() for row in self.rows)

    def plain(self) -> dict[str, Any]:
        """Describe the papers as the contract of a reception does."""
        here = [row for row in self.rows if row.is_here or row.files]
        return {
            "documents": _plain(row for row in here if row.required is not None),
            "other_documents": _plain(row for row in here if row.required is None),
        }

    def _other_key(self) -> str:
        self._made += 1
        return f"other-{self._made}"


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


def _is_same(row: PaperEntry, document: RequiredDocument) -> bool:
    if row.required is not None and row.required.form_code and document.form_code:
        return row.required.form_code == document.form_code
    return fold(row.name) == fold(document.name)

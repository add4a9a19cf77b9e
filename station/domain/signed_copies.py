"""Bản sao y ký số: which digitised copies wait for the office's signature, and what goes along."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from station.domain.documents import SignedCopy, StoredFile, SubmittedDocument
from station.domain.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlace:
    """One digitised copy of a dossier: its row, and where it is among the row's files, from 1."""

    row: SubmittedDocument
    number: int
    file: StoredFile
    signed: SignedCopy | None


def copies_of(dossier: Dossier) -> Iterator[CopyPlace]:
    """Give every copy that was digitised here. A file from a citizen is none: it is the
    original itself, and the office's signature on it would say what is not so."""
    signed = {copy.original: copy for copy in dossier.signed_copies}
    for row in dossier.documents:
        for number, file in enumerate(row.files, start=1):
            if file.digitised:
                yield CopyPlace(row=row, number=number, file=file, signed=signed.get(file.sha256))


def copies_to_sign(dossier: Dossier) -> list[CopyPlace]:
    """Give the copies that wait for a signature: of what was received, and not given back."""
    if not dossier.is_received or dossier.status.is_without_result:
        return []
    return [copy for copy in copies_of(dossier) if copy.signed is None]


def copies_to_stamp(dossier: Dossier) -> list[CopyPlace]:
    """Give the signed copies that wait for their time stamp."""
    return [copy for copy in copies_of(dossier) if copy.signed and not copy.signed.stamped]


def file_that_goes(dossier: Dossier, file: StoredFile) -> StoredFile:
    """Give what the exchange names for a file: its signed version, where there is one."""
    found = (copy.file for copy in dossier.signed_copies if copy.original == file.sha256)
    return next(found, file)


def with_signed(copies: tuple[SignedCopy, ...], new: SignedCopy) -> tuple[SignedCopy, ...]:
    """Give the copies with one more; it takes the place of an earlier one of the same original."""
    return (*(copy for copy in copies if copy.original != new.original), new)


def with_stamp(
    copies: tuple[SignedCopy, ...], original: str, file: StoredFile
) -> tuple[SignedCopy, ...]:
    """Give the copies with a time stamp in one of them; what was signed stays as it was."""
    return tuple(
        replace(copy, file=file, stamped=True) if copy.original == original else copy
        for copy in copies
    )

"""What the digital signatures in a dossier's files are worth, by those trusted now. Free of Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.signatures import FoundSignature, Verdict
from station.domain.signed_copies import copies_of, copies_to_sign
from station.words import Language, Words
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.signed_files import signed_words, worst_of
from ui.desktop.tasks import Tasks

Signed = Mapping[str, Sequence[FoundSignature]]
"""The signatures of files, by the names of their bytes."""
_PDF = "application/pdf"
_IN_SHORT: Final[dict[Verdict, Words]] = {
    Verdict.VALID: {"vi": "chữ ký hợp lệ", "en": "valid signature"},
    Verdict.UNKNOWN_SIGNER: {"vi": "chưa rõ người ký", "en": "unknown signer"},
    Verdict.EXPIRED: {"vi": "chứng thư hết hạn", "en": "expired certificate"},
    Verdict.BROKEN: {"vi": "chữ ký hỏng", "en": "broken signature"},
}

_COPY: Final[Words] = {"vi": "đã ký sao y", "en": "copy signed"}
_COPIES: Final[Words] = {"vi": "{paper}, bản sao y", "en": "{paper}, signed copy"}
_TO_SIGN: Final[Words] = {"vi": "chờ ký sao y", "en": "copy to be signed"}
_WORST_FIRST = (Tone.ERR, Tone.WARN, Tone.OK)


def signed_note(
    row: SubmittedDocument, dossier: Dossier, signed: Signed, language: Language
) -> tuple[str, Tone] | None:
    """Say in two or three words what the worst signature of a row is worth; None: it has none.

    A copy that the office signed is said to be that, as long as nothing is wrong with it.
    """
    copies = [copy for copy in copies_of(dossier) if copy.row is row]
    found = [*_signatures(row, signed), *_of_copies(row, dossier, signed)]
    said = signed_words(found, language)
    if said is not None and (said[1] is not Tone.OK or not any(copy.signed for copy in copies)):
        return _IN_SHORT[worst_of(found).verdict][language], said[1]
    if any(copy.row is row for copy in copies_to_sign(dossier)):
        return _TO_SIGN[language], Tone.MUTE
    return (_COPY[language], Tone.OK) if any(copy.signed for copy in copies) else None


def signed_notice(dossier: Dossier, signed: Signed, language: Language) -> tuple[str, Tone]:
    """Say of every row with signatures who signed, and what that is worth; empty: nobody did.

    The tone is that of the worst.
    """
    said, tones = [], {Tone.OK}
    for row in dossier.documents:
        words = signed_words(_signatures(row, signed), language)
        if words is not None:
            said.append(f"{row.name}: {words[0]}.")
            tones.add(words[1])
        copies = signed_words(_of_copies(row, dossier, signed), language)
        if copies is not None:
            said.append(f"{_COPIES[language].format(paper=row.name)}: {copies[0]}.")
            tones.add(copies[1])
    return " ".join(said), next(tone for tone in _WORST_FIRST if tone in tones)


def _signatures(row: SubmittedDocument, signed: Signed) -> list[FoundSignature]:
    return [one for file in row.files for one in signed.get(file.sha256, ())]


def _of_copies(row: SubmittedDocument, dossier: Dossier, signed: Signed) -> list[FoundSignature]:
    """Give the office's own signatures on the copies of a row, as they were judged."""
    files = (copy.signed.file for copy in copies_of(dossier) if copy.row is row and copy.signed)
    return [one for file in files for one in signed.get(file.sha256, ())]


class SignedRows:
    """Judges the files of the dossier in front, each once, and not where the store is used."""

    def __init__(
        self,
        *,
        judge: Callable[[str], Sequence[FoundSignature]],
        worker: Tasks,
        judged: Callable[[], object],
    ) -> None:
        """
        Args:
            judge: judges the signatures of a file, by the name of its bytes.
            judged: hears that a signature was found.
        """
        self._judge, self._worker, self._judged = judge, worker, judged
        self._found: dict[str, Sequence[FoundSignature]] = {}

    @property
    def found(self) -> Signed:
        return self._found

    def forget(self) -> None:
        """Another dossier comes, or other issuers may be trusted: judge anew."""
        self._found = {}

    def look_at(self, dossier: Dossier) -> None:
        """Judge the files that were not judged yet."""
        filed = (file for row in dossier.documents for file in row.files)
        for file in (*filed, *(copy.file for copy in dossier.signed_copies)):
            if file.media_type == _PDF and file.sha256 not in self._found:
                self._found[file.sha256] = ()
                self._worker.run(
                    partial(self._judge, file.sha256),
                    done=partial(self._note, self._found, file.sha256),
                    failed=_say_nothing,
                )

    def _note(
        self,
        asked: dict[str, Sequence[FoundSignature]],
        name: str,
        signatures: Sequence[FoundSignature],
    ) -> None:
        if asked is self._found and signatures:
            self._found[name] = signatures
            self._judged()


def _say_nothing(_: Exception) -> None:
    """A file that cannot be read is said where it is opened."""

"""What the digital signatures in a dossier's files are worth, by those trusted now. Free of Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.signatures import FoundSignature, Verdict
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

_WORST_FIRST = (Tone.ERR, Tone.WARN, Tone.OK)


def signed_note(
    row: SubmittedDocument, signed: Signed, language: Language
) -> tuple[str, Tone] | None:
    """Say in two or three words what the worst signature of a row is worth; None: it has none."""
    found = _signatures(row, signed)
    said = signed_words(found, language)
    return None if said is None else (_IN_SHORT[worst_of(found).verdict][language], said[1])


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
    return " ".join(said), next(tone for tone in _WORST_FIRST if tone in tones)


def _signatures(row: SubmittedDocument, signed: Signed) -> list[FoundSignature]:
    return [one for file in row.files for one in signed.get(file.sha256, ())]


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
        for file in (file for row in dossier.documents for file in row.files):
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

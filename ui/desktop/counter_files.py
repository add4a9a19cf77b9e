"""Files and pictures, as the program opens them."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from station.domain.id_card import IdCard
from station.domain.signatures import FoundSignature
from station.usecases.handed_in import name_in_vault
from ui import readers
from ui.desks.scan import Brought, ScanDesk, kept_name
from ui.desktop.reception.files import Judged, KeptFile

_SIGNED = b"/ByteRange"
"""Every signature of a PDF says by it, uncompressed, what it covers."""


class CounterFiles:
    """Looks into files; see ``ui.desktop.reception.presenter.FileReading``."""

    def __init__(self, home: Path, stored: Callable[[str], bytes], scans: ScanDesk) -> None:
        """
        Args:
            stored: gives the bytes of the store's vault by their name.
            scans: where the files of drafts are kept.
        """
        self._home, self._stored, self._scans = home, stored, scans

    def read_card(self, picture: Path | bytes) -> IdCard:
        return readers.read_id_card(picture).card_or_raise()

    def keep_file(self, path: Path, draft_id: UUID) -> KeptFile:
        opened = readers.open_file(path, self._home)
        kept = self._scans.keep_brought(
            draft_id,
            opened.incoming,
            name=path.name,
            brought=Brought(signatures=opened.signatures),
        )
        return KeptFile(
            file_id=str(kept.file_id),
            kept=kept_name(kept),
            pages=opened.pages,
            thumbnail=opened.thumbnail,
            signatures=opened.signatures,
            trust=opened.trust,
        )

    def judge_again(self, kept: str, trust: str) -> Judged | None:
        if readers.trust_in(self._home) == trust:
            return None
        return Judged(*readers.judge_signatures(self._content(kept), self._home))

    def signatures_of(self, name: str) -> tuple[FoundSignature, ...]:
        """Judge the signatures of a stored file; most have none, and are not opened for it."""
        content = self._stored(name)
        if _SIGNED not in content:
            return ()
        return readers.judge_signatures(content, self._home)[1]

    def thumbnail_of(self, kept: str) -> bytes:
        return readers.thumbnail_of(self._content(kept))

    def _content(self, kept: str) -> bytes:
        return self._stored(name_in_vault(kept) or kept)

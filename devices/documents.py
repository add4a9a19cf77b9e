"""Files that citizens bring: read bounded here, opened in a process of their own.

A name proves nothing: what a file is, its content says, and the library that would later show it
has to open it (``file_inspection``). That library is native code and the file comes from anywhere;
so one that crashes the process, hangs or asks for too much memory is refused, and nothing else
happens. Nothing heavy is imported here.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from devices.document_bounds import bounded, check_size
from devices.processes import OwnProcess
from station.domain.signatures import FoundSignature
from station.errors import StationError
from station.ports.documents import IncomingFile

if TYPE_CHECKING:
    from devices.processes import Line

_TIMEOUT_S = 20.0
"""For one file. The largest that is taken opens in three seconds."""


class FileFailedError(StationError):
    """The process that opens files died, hung or ran out of memory over this one."""

    code = "FIL-009"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A file as it is looked at. ``pages`` are PNG files, of some of its ``count`` pages."""

    pdf: bytes
    count: int
    pages: tuple[bytes, ...]


class FileDocumentReader:
    """See ``station.ports.documents.DocumentReader``. Several threads may ask; they take turns."""

    def __init__(self, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._turn = threading.Lock()
        self._process = OwnProcess(_serve, name="file-opener")

    def read(self, path: Path) -> IncomingFile:
        """Read one PDF or picture; of a HEIC picture, a JPEG is given.

        Raises:
            CannotUseFileError, EmptyFileError, TooLargeFileError, UnknownFileKindError,
            DamagedPdfError, LockedPdfError, ScriptedPdfError, TooComplexPdfError, PictureError,
            FileFailedError: by name; nothing was kept.
        """
        return self.open(bounded(path))

    def open(self, content: bytes) -> IncomingFile:
        """Open what is in memory already; raises as ``read``."""
        check_size(content)
        media_type, pages, instead = self._ask("take_in", content)
        return IncomingFile(
            content=content if instead is None else instead, media_type=media_type, pages=pages
        )

    def look(self, path: Path) -> tuple[int, bytes]:
        """Give how many pages a file has, and a small PNG of the first; raises as ``read``."""
        return self.look_at(bounded(path))

    def look_at(self, content: bytes) -> tuple[int, bytes]:
        """Look at what is in memory already; raises as ``read``."""
        check_size(content)
        pages, thumbnail = self._ask("look", content)
        return pages, thumbnail

    def seen(self, content: bytes, first: int = 0) -> SeenFile:
        """Draw some pages of what is in memory already, from one on, and give it as it is printed:
        a picture on pages of A4. Raises as ``read``."""
        check_size(content)
        pdf, count, pages = self._ask("seen", content, first)
        return SeenFile(pdf=content if pdf is None else pdf, count=count, pages=tuple(pages))

    def signatures(self, path: Path, roots: Sequence[bytes] = ()) -> tuple[FoundSignature, ...]:
        """Judge the signatures of a file; see ``devices.signatures.verify``. Raises as ``read``."""
        return self.signatures_in(bounded(path), roots)

    def signatures_in(
        self, content: bytes, roots: Sequence[bytes] = ()
    ) -> tuple[FoundSignature, ...]:
        """Judge the signatures of what is in memory already; raises as ``read``."""
        check_size(content)
        found: tuple[FoundSignature, ...] = self._ask("signatures", content, tuple(roots))
        return found

    @property
    def process_id(self) -> int | None:
        """Where the process is to be found, for those who watch it."""
        return self._process.id

    def close(self) -> None:
        """End the process, whatever it does."""
        with self._turn:
            self._process.close()

    def _ask(self, what: str, *about: object) -> Any:  # noqa: ANN401 - the callers know
        with self._turn:
            try:
                good, answer = self._process.ask((what, about), timeout_s=self._timeout_s)
            except (OSError, EOFError):
                raise FileFailedError(what) from None
        if good:
            return answer
        raise answer if isinstance(answer, StationError) else FileFailedError(str(answer))


def _serve(line: Line) -> None:
    """Open files until the other side is gone. The process's own entry point."""
    from devices.file_inspection import serve

    serve(line)

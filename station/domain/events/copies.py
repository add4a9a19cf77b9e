"""Facts about digitised copies that the office signed; see ``domain.signed_copies``."""

from dataclasses import dataclass
from typing import ClassVar

from station.domain.documents import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySigned:
    """A digitised copy got the office's signature ("sao y", NĐ 30/2020 Art. 25).

    ``original`` is the SHA-256 of the copy as it was digitised: it stays. ``file`` is the signed
    one. Without ``stamped`` only the signer's own clock says when.
    """

    version: ClassVar[int] = 1

    original: str
    file: StoredFile
    signer: str
    stamped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyStamped:
    """A signed copy got its time stamp later; ``file`` is its further revision."""

    version: ClassVar[int] = 1

    original: str
    file: StoredFile

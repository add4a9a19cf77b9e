"""What signs with a token, and two judges, for the tests about signing."""

import subprocess
from datetime import datetime
from pathlib import Path

from devices.documents import FileDocumentReader
from devices.signatures.batch import SignedBatch, SigningOrder, sign_files
from devices.signatures.signing_process import Token
from station.domain.journal import VIETNAM
from station.domain.signatures import FoundSignature
from tests.signing_people import Identity
from tests.soft_token import PIN, SoftToken

SIGNED_AT = datetime(2026, 11, 26, 9, 30, tzinfo=VIETNAM)
NOBODY = "http://127.0.0.1:9/"


def signed(
    token: SoftToken,
    files: list[Path],
    *,
    key: str = "rsa",
    pin: str = PIN,
    stamps_from: str | None = None,
) -> SignedBatch:
    order = SigningOrder(
        token=Token(library=token.library, label=token.label, key=key),
        folder=files[0].parent / "signed",
        kind="SAO Y",
        agency="Ủy ban nhân dân phường Thử Nghiệm",
        stamps_from=stamps_from,
        now=lambda: SIGNED_AT,
    )
    return sign_files(files, pin, order)


def judged(
    reader: FileDocumentReader, file: Path, *trusted: Identity
) -> tuple[FoundSignature, ...]:
    return reader.signatures(file, [one.certificate_pem for one in trusted])


def pdfsig(file: Path) -> str:
    """Have poppler judge a file."""
    answer = subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, timeout=60, check=False
    )
    return answer.stdout

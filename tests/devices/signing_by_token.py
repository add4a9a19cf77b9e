"""A token with its issuer and copies to sign, and two judges, for the tests about signing."""

import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from devices.documents import FileDocumentReader
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.pdf import pdf_bytes
from devices.signatures.batch import (
    SignedBatch,
    SigningOrder,
    sign_files,
)
from devices.signatures.signing_process import Token
from station.domain.journal import VIETNAM
from station.domain.signatures import FoundSignature
from tests.scanned_pages import Kind, scanned
from tests.signing_people import Identity, make_issuer, make_officer, make_time_stamper
from tests.soft_token import PIN, SoftToken, make_token
from tests.time_stamp_server import time_stamp_server

SIGNED_AT = datetime(2026, 11, 26, 9, 30, tzinfo=VIETNAM)
NOBODY = "http://127.0.0.1:9/"


@pytest.fixture(scope="module")
def issuer() -> Identity:
    return make_issuer()


@pytest.fixture(scope="module")
def made_token(tmp_path_factory: pytest.TempPathFactory, issuer: Identity) -> SoftToken:
    return make_token(
        tmp_path_factory.mktemp("token"),
        {
            "rsa": make_officer(issuer),
            "ec": make_officer(issuer, "Văn phòng đăng ký", elliptic=True),
            "over": make_officer(issuer, "Đã hết hạn", days=(-300, -2)),
        },
    )


@pytest.fixture
def token(made_token: SoftToken, monkeypatch: pytest.MonkeyPatch) -> SoftToken:
    for name, value in made_token.environment.items():
        monkeypatch.setenv(name, value)
    return made_token


@pytest.fixture(scope="module")
def copy_bytes() -> bytes:
    page = clean_page(scanned(Kind.STAMPED, 3).pixels)
    return pdf_bytes([page], title="ban-sao", made_at=SIGNED_AT)


@pytest.fixture
def copies(tmp_path: Path, copy_bytes: bytes) -> list[Path]:
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for file in files:
        file.write_bytes(copy_bytes)
    return files


@pytest.fixture(scope="module")
def stamps_from(tmp_path_factory: pytest.TempPathFactory, issuer: Identity) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tsa")
    with time_stamp_server(folder, make_time_stamper(issuer), issuer) as address:
        yield address


@pytest.fixture(scope="module")
def reader() -> Iterator[FileDocumentReader]:
    reader = FileDocumentReader()
    yield reader
    reader.close()


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

"""A token with its issuer, copies to sign, and a server of time stamps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.pdf import pdf_bytes
from tests.devices.signatures.signing_by_token import SIGNED_AT
from tests.scanned_pages import Kind, scanned
from tests.signing_people import Identity, make_issuer, make_officer, make_time_stamper
from tests.soft_token import SoftToken, make_token
from tests.time_stamp_server import time_stamp_server


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

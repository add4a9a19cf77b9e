"""A token that is opened with one PIN for a batch, copy by copy."""

import shutil
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from devices.documents import FileDocumentReader
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.pdf import pdf_bytes
from devices.signatures.batch import CopyWords, TokenSession
from devices.signatures.signing_process import Token
from station.domain.signatures import TimeProof, Verdict
from station.ports.signing import TokenFailedError, TokenGoneError
from tests import soft_token
from tests.devices.signatures.signing_by_token import NOBODY, SIGNED_AT, judged, pdfsig
from tests.scanned_pages import Kind, scanned
from tests.signing_people import Identity
from tests.soft_token import PIN, SoftToken

pytestmark = pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed")


def opened(token: SoftToken, stamps_from: str | None) -> TokenSession:
    where = Token(library=token.library, label=token.label, key="rsa")
    session = TokenSession(where, CopyWords(kind="SAO Y", agency="UBND"), stamps_from)
    session.open(PIN)
    return session


def test_the_signed_copy_names_its_dossier_and_stays_archivable(
    token: SoftToken,
    stamps_from: str,
    issuer: Identity,
    reader: FileDocumentReader,
    tmp_path: Path,
) -> None:
    page = clean_page(scanned(Kind.STAMPED, 3).pixels)
    facts = {"documentKey": "row-1", "procedureCode": "1.004873"}
    copy = pdf_bytes([page], title="Tờ khai", made_at=SIGNED_AT, facts=facts)
    session = opened(token, stamps_from)
    signed = session.sign(copy, at=SIGNED_AT, code="000.00.17.H25-261126-0300")
    session.close()

    file = tmp_path / "signed.pdf"
    file.write_bytes(signed.content)
    wanted = "dossierCode=000.00.17.H25-261126-0300; documentKey=row-1; procedureCode=1.004873"
    with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdf:Keywords"] == wanted
        assert str(pdf.docinfo["/Keywords"]) == wanted
        assert metadata["dc:title"] == "Tờ khai"
    assert signed.content.startswith(copy)
    (found,) = judged(reader, file, issuer)
    assert (found.verdict, found.time_proof) == (Verdict.VALID, TimeProof.STAMPED)
    assert "Signature is Valid" in pdfsig(file)
    report = page_validation.validate_pdf(
        str(file), profile=page_validation.ValidationProfile.PDF_A_2B
    )
    assert report.is_compliant, report


def test_without_a_line_the_server_is_asked_once_a_batch(
    token: SoftToken, copies: list[Path], stamps_from: str
) -> None:
    content, session = copies[0].read_bytes(), opened(token, NOBODY)
    first = session.sign(content, at=SIGNED_AT)
    session._stamps_from = session._stamps_from and stamps_from  # the line would be back
    second = session.sign(content, at=SIGNED_AT)
    session.close()

    assert (first.stamped, second.stamped) == (False, False)


def test_a_token_that_is_pulled_out_amid_a_batch_ends_it_and_the_rest_is_named(
    token: SoftToken, copies: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(token.environment["SOFTHSM2_CONF"]).parent
    own = Path(shutil.copytree(folder, tmp_path / "own"))
    settings = own / "softhsm2.conf"
    settings.write_text(settings.read_text().replace(str(folder), str(own)))
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    content, session = copies[0].read_bytes(), opened(token, None)
    assert session.sign(content, at=SIGNED_AT).content

    shutil.rmtree(own / "tokens")  # as near to pulling it out as a token of files comes
    with pytest.raises((TokenGoneError, TokenFailedError)) as caught:
        session.sign(content, at=SIGNED_AT)
    session.close()

    assert caught.value.unavailable

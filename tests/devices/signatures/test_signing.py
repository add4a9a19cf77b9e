"""Copies signed by a token, judged by ourselves and by a second program."""

import io
import subprocess
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from devices.documents import FileDocumentReader
from devices.signatures.batch import stamp_files
from station.domain.signatures import TimeProof, Verdict
from station.ports.signing import (
    CertificateNotValidError,
    NoSigningKeyError,
    NoTokenError,
    WrongPinError,
)
from tests import soft_token
from tests.devices.signatures.signing_by_token import NOBODY, judged, pdfsig, signed
from tests.signing_people import Identity, make_issuer
from tests.soft_token import SoftToken
from ui.readers import judge_signatures, open_file, trust_in

pytestmark = pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed")


@pytest.mark.parametrize("key", ["rsa", "ec"])
def test_a_batch_is_signed_with_one_pin_and_says_what_it_lacks(
    token: SoftToken,
    copies: list[Path],
    issuer: Identity,
    reader: FileDocumentReader,
    key: str,
) -> None:
    before = copies[0].read_bytes()

    batch = signed(token, copies, key=key)

    assert [one.error for one in batch.files] == [None] * 3
    assert [one.stamped for one in batch.files] == [False] * 3
    assert copies[0].read_bytes() == before
    for one in batch.files:
        assert one.output is not None
        content = Path(one.output).read_bytes()
        assert content.startswith(before)
        (found,) = judged(reader, Path(one.output), issuer)
        assert found.verdict is Verdict.VALID
        assert found.time_proof is TimeProof.NONE
        assert found.signer == batch.signer


def test_a_second_program_agrees_and_the_copy_stays_archivable(
    token: SoftToken, copies: list[Path], stamps_from: str
) -> None:
    (one,) = signed(token, copies[:1], stamps_from=stamps_from).files
    assert one.output is not None
    assert one.stamped

    told = pdfsig(Path(one.output))

    assert "Signature is Valid" in told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    report = page_validation.validate_pdf(
        one.output, profile=page_validation.ValidationProfile.PDF_A_2B
    )
    assert report.is_compliant, report


def test_the_block_stands_at_the_top_right_of_the_first_page(
    token: SoftToken, copies: list[Path]
) -> None:
    (one,) = signed(token, copies[:1]).files
    assert one.output is not None

    with pikepdf.open(one.output) as pdf:
        page = pdf.pages[0]
        (widget,) = page.Annots
        left, lower, right, upper = (float(side) for side in widget.Rect)
        width, height = (float(side) for side in page.MediaBox[2:])
    text = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", one.output, "-"],
        capture_output=True, text=True, timeout=60, check=True,
    ).stdout  # fmt: skip

    assert left > 0.5 * width
    assert right < width
    assert lower > 0.9 * height
    assert upper < height
    assert [line for line in text.splitlines() if line.strip()] == [
        "SAO Y",
        "Ủy ban nhân dân phường Thử Nghiệm",
        "2026-11-26T09:30:00+07:00",
    ]


def test_a_time_stamp_that_is_not_to_be_had_is_added_later(
    token: SoftToken,
    copies: list[Path],
    issuer: Identity,
    reader: FileDocumentReader,
    stamps_from: str,
) -> None:
    (one,) = signed(token, copies[:1], stamps_from=NOBODY).files
    assert one.output is not None
    assert not one.stamped
    output = Path(one.output)
    without = output.read_bytes()

    (still,) = stamp_files([output], NOBODY)
    assert (still.stamped, still.error) == (False, "SIG-007")
    assert output.read_bytes() == without
    (now,) = stamp_files([output], stamps_from)

    assert now.stamped
    assert output.read_bytes().startswith(without)
    (found,) = judged(reader, output, issuer)
    assert (found.verdict, found.time_proof) == (Verdict.VALID, TimeProof.STAMPED)


def test_a_stamp_at_once_proves_the_time(
    token: SoftToken,
    copies: list[Path],
    issuer: Identity,
    reader: FileDocumentReader,
    stamps_from: str,
) -> None:
    (one,) = signed(token, copies[:1], stamps_from=stamps_from).files
    assert one.output is not None

    (found,) = judged(reader, Path(one.output), issuer)

    assert (found.verdict, found.time_proof) == (Verdict.VALID, TimeProof.STAMPED)
    assert found.signed_at is not None
    (stranger,) = judged(reader, Path(one.output))
    assert stranger.verdict is Verdict.UNKNOWN_SIGNER
    assert stranger.time_proof is TimeProof.UNKNOWN_STAMP


def test_a_change_after_signing_is_seen(
    token: SoftToken,
    copies: list[Path],
    issuer: Identity,
    reader: FileDocumentReader,
    tmp_path: Path,
) -> None:
    (one,) = signed(token, copies[:1]).files
    assert one.output is not None
    content = Path(one.output).read_bytes()
    flipped = bytearray(content)
    flipped[len(copies[0].read_bytes()) // 2] ^= 1
    (tmp_path / "flipped.pdf").write_bytes(flipped)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "saved.pdf")
    from pyhanko.pdf_utils.generic import pdf_name
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    update = IncrementalPdfFileWriter(io.BytesIO(content))
    update.root["/Lang"] = pdf_name("/vi")
    page = update.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Rotate")] = page["/Type"]
    update.mark_update(update.root["/Pages"]["/Kids"].raw_get(0))
    with (tmp_path / "updated.pdf").open("wb") as target:
        update.write(target)  # type: ignore[no-untyped-call]

    for name in ("flipped", "saved", "updated"):
        (found,) = judged(reader, tmp_path / f"{name}.pdf", issuer)
        assert found.verdict is Verdict.BROKEN, name


def test_a_stranger_is_called_unknown(
    token: SoftToken, copies: list[Path], reader: FileDocumentReader
) -> None:
    (one,) = signed(token, copies[:1]).files
    assert one.output is not None

    (found,) = judged(reader, Path(one.output), make_issuer("CA khác"))

    assert found.verdict is Verdict.UNKNOWN_SIGNER


def test_an_unsigned_file_has_no_signature(reader: FileDocumentReader, copies: list[Path]) -> None:
    assert judged(reader, copies[0]) == ()


def test_a_wrong_pin_is_tried_once(token: SoftToken, copies: list[Path]) -> None:
    with pytest.raises(WrongPinError):
        signed(token, copies, pin="000000")

    assert not (copies[0].parent / "signed").exists()


def test_a_missing_library_token_and_key_are_named(token: SoftToken, copies: list[Path]) -> None:
    other = SoftToken(token.library, "khong-co", token.environment)
    nowhere = SoftToken("/nowhere/lib.so", token.label, token.environment)
    for place in (other, nowhere):
        with pytest.raises(NoTokenError):
            signed(place, copies)
    with pytest.raises(NoSigningKeyError):
        signed(token, copies, key="khong-co")


def test_a_certificate_that_is_over_signs_nothing(token: SoftToken, copies: list[Path]) -> None:
    with pytest.raises(CertificateNotValidError):
        signed(token, copies, key="over")


def test_a_file_that_cannot_be_signed_costs_itself_alone(
    token: SoftToken, copies: list[Path]
) -> None:
    copies[1].write_bytes(b"%PDF-1.7 and nothing more")
    missing = copies[0].with_name("missing.pdf")

    batch = signed(token, [*copies, missing])

    assert [one.error for one in batch.files] == [None, "SIG-008", None, "FIL-001"]
    again = signed(token, copies[:1])
    assert [one.error for one in again.files] == ["FIL-001"]  # a signed copy is not overwritten


def test_the_window_judges_a_file_by_the_issuers_of_its_home(
    token: SoftToken, copies: list[Path], issuer: Identity, tmp_path: Path
) -> None:
    (one,) = signed(token, copies[:1]).files
    assert one.output is not None
    home = tmp_path / "home"
    (home / "issuers").mkdir(parents=True)

    (unknown,) = open_file(Path(one.output), home).signatures
    (home / "issuers" / "goc.pem").write_bytes(issuer.certificate_pem)
    (known,) = open_file(Path(one.output), home).signatures

    assert (unknown.verdict, known.verdict) == (Verdict.UNKNOWN_SIGNER, Verdict.VALID)


def test_a_kept_file_is_valid_as_soon_as_its_issuer_s_certificate_is_in_the_home(
    token: SoftToken, copies: list[Path], issuer: Identity, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "issuers").mkdir(parents=True)
    (copy,) = signed(token, copies[:1]).files
    content = Path(copy.output or "").read_bytes()

    trust, (before,) = judge_signatures(content, home)
    assert before.verdict is Verdict.UNKNOWN_SIGNER
    assert trust_in(home) == trust  # nothing to be judged anew
    (home / "issuers" / "ca.pem").write_bytes(issuer.certificate_pem)

    assert trust_in(home) != trust
    later, (after,) = judge_signatures(content, home)
    assert (later, after.verdict) == (trust_in(home), Verdict.VALID)

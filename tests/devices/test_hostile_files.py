"""Files that are made to do harm: refused by name, in bounded time and memory, nothing run."""

import time
from pathlib import Path

import pikepdf
import pytest

from devices.document_bounds import DamagedPdfError, LockedPdfError
from devices.documents import FileDocumentReader, FileFailedError
from devices.pdf_safety import ScriptedPdfError, TooComplexPdfError
from station.errors import StationError
from tests.hostile_pdfs import (
    SCRIPTED,
    TOO_COMPLEX,
    forms_in_forms,
    packed_drawing,
    plain,
    tree_that_comes_back,
)

_MOST_SECONDS = 60
"""On a machine with much else to do; alone it is a tenth."""


@pytest.mark.parametrize("what", list(SCRIPTED))
def test_what_would_run_something_is_refused_with_the_reason(
    reader: FileDocumentReader, what: str
) -> None:
    change, reason = SCRIPTED[what]

    with pytest.raises(ScriptedPdfError) as refused:
        reader.open(plain(change))

    assert refused.value.details == {"reason": reason}


def test_a_plain_pdf_with_links_and_a_form_is_taken(reader: FileDocumentReader) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.invalid/"),
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([link])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())

    assert reader.open(plain(change)).pages == 1


@pytest.mark.parametrize("what", list(TOO_COMPLEX))
def test_what_is_made_to_exhaust_is_refused(reader: FileDocumentReader, what: str) -> None:
    started = time.monotonic()

    with pytest.raises((TooComplexPdfError, DamagedPdfError)):
        reader.open(TOO_COMPLEX[what])

    assert time.monotonic() - started < _MOST_SECONDS


def test_pages_that_contain_one_another_are_refused(reader: FileDocumentReader) -> None:
    with pytest.raises(DamagedPdfError):
        reader.open(tree_that_comes_back())


def test_a_pdf_that_only_forbids_printing_is_locked_too(reader: FileDocumentReader) -> None:
    with pytest.raises(LockedPdfError):
        reader.open(plain(encryption=pikepdf.Encryption(owner="a", user="")))


@pytest.mark.parametrize("bomb", [packed_drawing(), forms_in_forms()], ids=["packed", "forms"])
def test_a_bomb_costs_itself_and_is_over_in_time(tmp_path: Path, bomb: bytes) -> None:
    assert len(bomb) < 3_000_000
    file = tmp_path / "bomb.pdf"
    file.write_bytes(bomb)
    reader = FileDocumentReader(timeout_s=4.0)
    started = time.monotonic()
    try:
        try:
            pages, _ = reader.look(file)
            assert pages == 1
        except (FileFailedError, DamagedPdfError):
            pass  # ended for it, and said so
        assert time.monotonic() - started < _MOST_SECONDS
        assert reader.open(plain()).pages == 1
    finally:
        reader.close()


def test_a_file_that_takes_too_long_is_named() -> None:
    reader = FileDocumentReader(timeout_s=0.001)
    try:
        with pytest.raises(FileFailedError):
            reader.open(plain())
    finally:
        reader.close()


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="Linux")
def test_who_takes_over_the_process_can_write_no_file(reader: FileDocumentReader) -> None:
    reader.open(plain())

    limits = Path(f"/proc/{reader.process_id}/limits").read_text()
    status = Path(f"/proc/{reader.process_id}/status").read_text()

    sizes = next(line for line in limits.splitlines() if line.startswith("Max file size"))
    assert sizes.split()[3:5] == ["0", "0"]
    assert "NoNewPrivs:\t1" in status


def test_every_refusal_is_one_an_officer_can_read() -> None:
    for error in (ScriptedPdfError, TooComplexPdfError, FileFailedError):
        assert issubclass(error, StationError)
        assert error.code.startswith("FIL-")

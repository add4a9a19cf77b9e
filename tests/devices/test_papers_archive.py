"""Every paper as an archive and a reader's voice take it, by a validator that is not ours."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from devices.papers.form_01 import form_01_pdf
from devices.papers.label_pdf import label_pdf
from devices.papers.letter_pdf import letter_pdf
from devices.papers.log_pdf import log_pdf
from devices.papers.shelf_labels_pdf import shelf_labels_pdf
from station.forms.dossier_label import dossier_label
from station.forms.shelf_label import shelf_labels
from station.ports.papers import SlipPaper
from tests.letter_samples import FORMS, the_longest
from tests.paper_samples import (
    OFFICE,
    PRINTED_AT,
    Received,
    a_dossier,
    a_log,
    a_slip,
    the_worst_dossier,
)

LARGEST_FILE = 61_440
LARGEST_PAGE = 8_000
"""Of lists with 30 rows of 300 letters in every cell, which go over many pages."""
PAPERS: dict[str, Callable[[], bytes]] = {
    **{
        f"01 {paper} {name}": lambda paper=paper, dossier=dossier: form_01_pdf(  # type: ignore[misc]
            a_slip(dossier), paper
        )
        for paper in SlipPaper
        for name, dossier in (("usual", a_dossier()), ("worst", the_worst_dossier()))
    },
    **{
        f"{form.kind} {form.form_set}": lambda form=form: letter_pdf(  # type: ignore[misc]
            the_longest(form), form.layout.sheet
        )
        for form in FORMS
    },
    "label": lambda: label_pdf(dossier_label(a_dossier(), OFFICE, printed_at=PRINTED_AT)),
    "log": lambda: log_pdf(a_log(*[Received()] * 40)),
    "shelves": lambda: shelf_labels_pdf(
        shelf_labels(["A1", "B2"], OFFICE, counter="Quầy 3", printed_at=PRINTED_AT)
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_can_be_archived(name: str, tmp_path: Path) -> None:
    pdf = PAPERS[name]()
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)

    report = page_validation.validate_pdf(
        str(file), profile=page_validation.ValidationProfile.PDF_A_2B
    )

    assert report.is_compliant, report.failures
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = len(document.pages)
    assert len(pdf) <= max(LARGEST_FILE, LARGEST_PAGE * pages)


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_can_be_read_out(name: str, tmp_path: Path) -> None:
    """All that PDF/UA-1 asks for, but for calling itself so; see decision 7."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(PAPERS[name]())

    report = page_validation.validate_pdf(
        str(file), profile=page_validation.ValidationProfile.PDF_UA_1
    )

    against = {failure.rule_id for failure in report.failures}
    assert against <= {"PDFUA1-ID-PART-001", "PDFUA1-ID-SCHEMA-001"}, report.failures
    with pikepdf.open(file) as document:
        assert document.Root.Lang == "vi-VN"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert document.docinfo.Title


def test_what_the_file_says_of_itself_is_the_same_in_both_of_its_places() -> None:
    with pikepdf.open(BytesIO(PAPERS["01 a5 usual"]())) as document:
        info = {key: str(value) for key, value in document.docinfo.items()}
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == info["/Title"]
            assert metadata["dc:description"] == info["/Subject"]
            assert metadata["xmp:CreateDate"] == "2026-11-23T09:43:00+07:00"
            assert metadata.pdfa_status == "2B"
        assert info["/CreationDate"] == "D:20261123094300+07'00'"


def test_marks_of_xml_in_a_name_of_an_office_do_no_harm(tmp_path: Path) -> None:
    office = replace(OFFICE, agency='Ban <A> & "B" ]]>')
    label = dossier_label(a_dossier(), office, printed_at=PRINTED_AT)

    with pikepdf.open(BytesIO(label_pdf(label))) as document, document.open_metadata() as told:
        assert told["dc:creator"] == ['Ban <A> & "B" ]]>']

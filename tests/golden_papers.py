"""Twenty slips on every paper, as text and as pictures that were looked at.

Run as a module it writes the golden files anew; look at the difference before committing it.
The texts are those that ``pdftotext`` finds; the pictures are small, one sheet a paper.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from devices.papers.form_01 import form_01_pdf
from devices.papers.receipt_picture import receipt_picture
from station.domain.dossier import (
    Delivery,
    DeliveryMethod,
    Dossier,
    FeeLine,
    Payment,
    PaymentMethod,
    SubmittedDocument,
)
from station.domain.person import Party, PartyKind
from station.domain.procedure import StartRule
from station.forms.appointment_slip import AppointmentSlip, appointment_slip
from station.forms.office import OfficeHeader
from station.forms.receipt import receipt
from station.forms.templates import BUILT_IN, Templates, read_templates
from station.ports.papers import RollWidth, SlipPaper
from tests.paper_samples import (
    CITIZEN,
    DOCUMENTS,
    OFFICE,
    PRINTED_AT,
    RECEIVED_AT,
    a_dossier,
    slip_qr,
    the_worst_dossier,
)
from tests.pdf_reading import picture_of

GOLDEN = Path(__file__).with_name("golden")
PAPERS = (*(paper.value for paper in SlipPaper), *(f"roll-{width:d}" for width in RollWidth))
_ACROSS = 5
_TILE = 180
"""Pixels of the longer side of one picture."""
Gray = NDArray[np.uint8]


@dataclass(frozen=True)
class Case:
    dossier: Dossier
    office: OfficeHeader = OFFICE
    templates: Templates = BUILT_IN
    reprint: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def slip(self) -> AppointmentSlip:
        return appointment_slip(
            self.dossier,
            self.office,
            qr_text=slip_qr(self.dossier),
            printed_at=PRINTED_AT,
            printed_by="Trần Thị Hạnh",
            reprint=self.reprint,
            templates=self.templates,
        )


def _templates(**change: Any) -> Templates:
    return read_templates(json.dumps({"changes": [{"paper": "01", **change}]}).encode())


def _named(name: str) -> Dossier:
    return a_dossier(submitter=replace(CITIZEN, person=replace(CITIZEN.person, full_name=name)))


def _paid(*payments: Payment) -> Dossier:
    fees = (
        FeeLine(index=1, name="Phí thẩm định", kind="fee", unit_amount_vnd=28_000, quantity=1),
        FeeLine(index=2, name="Lệ phí cấp giấy", kind="charge", unit_amount_vnd=25_000, quantity=2),
    )
    return a_dossier(fees=fees, payments=payments)


def _logo() -> bytes:
    file = BytesIO()
    picture = Image.new("P", (120, 120), 0)
    picture.paste(1, (20, 20, 100, 100))
    picture.putpalette([255, 255, 255, 180, 20, 30])
    picture.save(file, "PNG")
    return file.getvalue()


_THIRTY = tuple(
    SubmittedDocument(index=number, name=f"Giấy tờ số {number}", mandatory=True, originals=1)
    for number in range(1, 31)
)
_COMPANY = Party(
    kind=PartyKind.ORGANISATION,
    person=CITIZEN.person,
    organisation_name="Công ty TNHH Đại Lộc",
    tax_code="0700123456",
)
_BY_TRANSFER = Payment(
    method=PaymentMethod.TRANSFER, amount_vnd=53_000, tendered_vnd=None, collected_at=RECEIVED_AT
)
CASES: dict[str, Case] = {
    "usual": Case(a_dossier()),
    "worst": Case(the_worst_dossier()),
    "reprint": Case(a_dossier(), reprint=2),
    "version": Case(a_dossier(version=3)),
    "post": Case(
        a_dossier(delivery=Delivery(method=DeliveryMethod.POSTAL, address="Số 9 phố Huế, Hà Nội"))
    ),
    "online": Case(a_dossier(delivery=Delivery(method=DeliveryMethod.ONLINE))),
    "provisional": Case(a_dossier(start_rule=StartRule.AGENCY_RECEIPT)),
    "owner": Case(a_dossier(owner=_COMPANY)),
    "company": Case(a_dossier(submitter=_COMPANY)),
    "no-papers": Case(a_dossier(documents=())),
    "one-paper": Case(a_dossier(documents=DOCUMENTS[:1])),
    "thirty-papers": Case(a_dossier(documents=_THIRTY)),
    "short-name": Case(_named("Ơ")),
    "letters-unknown": Case(_named("Y Ŏng 中 Niê")),
    "free": Case(a_dossier(fees=(), payments=())),
    "owed": Case(_paid()),
    "transfer": Case(_paid(_BY_TRANSFER)),
    "english": Case(a_dossier(), templates=_templates(options=["english", "stage-two"])),
    "office": Case(
        a_dossier(),
        office=replace(OFFICE, logo=_logo(), header_lines=("UBND tỉnh", "Sở Tư pháp", "Chi nhánh")),
    ),
    "without": Case(a_dossier(), templates=_templates(without=["email"], reference="")),
}


def text_of(case: Case) -> str:
    """Give the text of the A5 form."""
    return text_in(form_01_pdf(case.slip, SlipPaper.A5))


def text_in(pdf: bytes) -> str:
    """Give the text of a paper as ``pdftotext`` finds it."""
    found = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
        timeout=60,
    )
    lines = (line.rstrip() for line in found.stdout.decode().replace("\f", "").split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def picture_on(case: Case, paper: str) -> Image.Image:
    """Give the first page of a slip on a paper."""
    if paper.startswith("roll-"):
        width = RollWidth(int(paper.removeprefix("roll-")))
        return receipt_picture(receipt(case.dossier, case.slip), width).convert("L")
    return picture_of(form_01_pdf(case.slip, SlipPaper(paper)), dpi=72)


def sheet_of(paper: str) -> Gray:
    """Give the pictures of all cases on one paper."""
    return side_by_side([picture_on(case, paper) for case in CASES.values()])


def side_by_side(pictures: Sequence[Image.Image]) -> Gray:
    """Give pictures on one sheet, small."""
    rows = -(-len(pictures) // _ACROSS)
    sheet = Image.new("L", (_ACROSS * _TILE, rows * _TILE), 255)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, _ACROSS)
        picture.thumbnail((_TILE, _TILE), Image.Resampling.BOX)
        sheet.paste(picture, (column * _TILE, row * _TILE))
    return np.asarray(sheet)


def write_sheet(sheet: Gray, file: Path) -> None:
    """Write a sheet as a golden file."""
    Image.fromarray(sheet).quantize(32).save(file, optimize=True)


def golden_sheet(paper: str) -> Path:
    return GOLDEN / f"slips-{paper}.png"


def golden_text(name: str) -> Path:
    return GOLDEN / f"{name}.txt"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, case in CASES.items():
        golden_text(name).write_text(text_of(case), encoding="utf-8", newline="\n")
    for paper in PAPERS:
        write_sheet(sheet_of(paper), golden_sheet(paper))

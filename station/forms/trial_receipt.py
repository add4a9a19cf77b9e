"""A specimen slip that tries a thermal printer out: every Vietnamese letter, a code, a ruler."""

from datetime import datetime

from station.domain.reader_test import LETTER_GROUPS
from station.forms.office import OfficeHeader
from station.forms.receipt import Receipt, ReceiptLine
from station.forms.wording import one_line
from station.words import capitalised, clock, numeric_date, weekday

CODE = "IN-THU"
"""What stands in the place of a dossier's code, and names the file of a simulated printer."""


def trial_receipt(office: OfficeHeader, counter: str, printed_at: datetime) -> Receipt:
    """Give the slip. Its citizen is invented, and it says that it is no appointment."""
    letters = ("".join(group[1:]) for group in LETTER_GROUPS)
    return Receipt(
        agency=one_line(office.agency),
        counter=counter,
        title=("PHIẾU IN THỬ",),
        marks=("KHÔNG PHẢI PHIẾU HẸN",),
        heading="NGÀY IN THỬ",
        due_weekday=capitalised(weekday(printed_at)),
        due_date=numeric_date(printed_at.date()),
        due_time=clock(printed_at),
        place="Chữ đủ dấu, không mất nét là máy in tốt",
        dossier_code=CODE,
        lookup_code="MẪU",
        version=1,
        qr_text=CODE,
        phone=one_line(office.phone),
        website=one_line(office.website),
        bring_heading="Mọi chữ Việt:",
        bring=tuple(letters),
        owner_name="Nguyễn Thị Mẫu",
        subject="Thử máy in nhiệt",
        documents=(ReceiptLine(text="Phiếu này", amount="1 chính"),),
        money=(),
        received=f"In thử lúc {clock(printed_at)}",
        printed_at=printed_at,
        ruler=True,
    )

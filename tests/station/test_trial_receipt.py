"""The slip that tries a thermal printer out: every letter, and never taken for a real one."""

import unicodedata
from datetime import datetime

from station.domain.codes import UnknownCode, recognise
from station.domain.journal import VIETNAM
from station.domain.reader_test import LETTER_GROUPS
from station.forms.trial_receipt import trial_receipt
from ui.sample_office import sample_settings

NOW = datetime(2026, 11, 26, 9, 10, tzinfo=VIETNAM)


def test_every_letter_is_on_it_and_it_is_no_appointment() -> None:
    office = sample_settings("000.00.17.H25", 3, sample=True).offices[0]

    slip = trial_receipt(office, "Quầy 3", NOW)

    letters = {letter for group in LETTER_GROUPS for letter in group[1:]}
    assert letters <= set("".join(slip.bring))
    assert all(unicodedata.is_normalized("NFC", line) for line in slip.bring)
    assert slip.marks == ("KHÔNG PHẢI PHIẾU HẸN",)
    assert isinstance(recognise(slip.qr_text), UnknownCode)
    assert (slip.due_date, slip.money) == ("26/11/2026", ())

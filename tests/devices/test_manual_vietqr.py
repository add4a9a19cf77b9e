"""The payment code in the manual's picture is one that our own code made, and a bank could read."""

from pathlib import Path

import zxingcpp
from PIL import Image

from station.domain.money.vietqr import BankAccount, checksum, vietqr

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "vietqr.png"


def test_the_code_in_the_manual_is_the_one_that_the_till_makes() -> None:
    (code,) = zxingcpp.read_barcodes(Image.open(PICTURE).convert("L"))

    assert code.text[-4:] == f"{checksum(code.text[:-4]):04X}"
    assert code.text == vietqr(
        BankAccount(bank_bin="999999", number="0000000000"),
        amount_vnd=150_000,
        content="H42 260924 0217 phi ho so",
    )

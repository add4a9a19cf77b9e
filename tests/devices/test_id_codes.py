"""``station code read``: every code of a picture, with its bytes."""

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from devices.id_readers import codes, decoders
from devices.id_readers.codes import read_codes
from devices.id_readers.reading import Code
from devices.pictures import NotAPictureError
from devices.samples.id_card import PAYLOAD, draw_sample_id_card


def a_file(folder: Path, *symbols: zxingcpp.Barcode) -> Path:
    pictures = [np.array(symbol.to_image(scale=4), dtype=np.uint8) for symbol in symbols]
    height = max(len(picture) for picture in pictures) + 40
    pictures = [
        np.pad(picture, ((20, height - 20 - len(picture)), (40, 40)), constant_values=255)
        for picture in pictures
    ]
    Image.fromarray(np.hstack(pictures)).save(folder / "codes.png")
    return folder / "codes.png"


def test_the_code_of_a_card_is_given_with_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(draw_sample_id_card())

    (code,) = read_codes(file).codes

    assert code.format == "QRCode"
    assert code.text == PAYLOAD
    assert bytes.fromhex(code.bytes_hex).decode() == PAYLOAD


def test_codes_of_several_kinds_are_all_given(tmp_path: Path) -> None:
    file = a_file(
        tmp_path,
        zxingcpp.create_barcode("một", zxingcpp.BarcodeFormat.QRCode),
        zxingcpp.create_barcode("000.00.17.H25-261123-0300", zxingcpp.BarcodeFormat.Code128),
        zxingcpp.create_barcode("hai", zxingcpp.BarcodeFormat.DataMatrix),
    )

    found = {(code.format, code.text) for code in read_codes(file).codes}

    assert found == {
        ("QRCode", "một"),
        ("Code128", "000.00.17.H25-261123-0300"),
        ("DataMatrix", "hai"),
    }


def test_bytes_that_are_no_text_are_given_as_they_are(tmp_path: Path) -> None:
    content = bytes([0, 255, 128, 10])
    file = a_file(tmp_path, zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode))

    (code,) = read_codes(file).codes

    assert code.bytes_hex == content.hex()


def test_a_picture_without_codes_holds_none(tmp_path: Path) -> None:
    Image.new("L", (300, 300), 255).save(tmp_path / "white.png")

    found = read_codes(tmp_path / "white.png")

    assert found.codes == ()
    assert found.error is None


def test_a_picture_that_does_not_open_says_why(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture", encoding="utf-8")

    found = read_codes(tmp_path / "text.jpg")

    assert found.codes == ()
    assert isinstance(found.error, NotAPictureError)


@pytest.mark.skipif(decoders.missing_decoders() != (), reason="the system has no ZBar")
@pytest.mark.parametrize("kind", ["QRCode", "Code128"])
def test_what_zxing_does_not_read_zbar_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(codes, "read_with_zxing", lambda _pixels, **_options: [])
    file = a_file(tmp_path, zxingcpp.create_barcode("H25-0300", zxingcpp.BarcodeFormat[kind]))

    assert read_codes(file).codes == (
        Code(format=kind, text="H25-0300", bytes_hex=b"H25-0300".hex()),
    )

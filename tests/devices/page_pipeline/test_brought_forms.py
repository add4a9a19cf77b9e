"""PDFs with fields: what a citizen typed and the seal of a digital signature are on the page."""

import io
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from devices.page_images import draw_thumbnail
from devices.page_pipeline.page_files import open_page
from devices.page_pipeline.result import PageContent
from devices.page_pipeline.split_file import split_file


def _form(*, seal: bool) -> bytes:
    """Give two pages, of which the first bears nothing but a field."""
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(595, 842))
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            T="a",
            Rect=[100, 100, 500, 300],
            F=4,
            P=pdf.pages[0].obj,
        )
        if seal:
            field.FT = Name.Sig
            box = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 200])
            field.AP = Dictionary(N=pdf.make_indirect(Stream(pdf, b"0 0 400 200 re f", box)))
        else:  # typed, and left to the viewer to be drawn
            field.FT, field.V, field.DA = Name.Tx, "XXXXXXXX", "/F 90 Tf 0 g"
        pdf.pages[0].Annots = Array([pdf.make_indirect(field)])
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.AcroForm = Dictionary(
            Fields=pdf.pages[0].Annots,
            NeedAppearances=not seal,
            DR=Dictionary(Font=Dictionary(F=font)),
        )
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def _drawn(pdf: bytes) -> int:
    return int(open_page(PageContent(pdf)).pixels.min())


def _filed(pdf: bytes) -> int:
    first, second = split_file(pdf)
    assert _drawn(second) == 255
    return _drawn(first)


def _seen_small(pdf: bytes) -> int:
    with Image.open(io.BytesIO(draw_thumbnail(pdf, "application/pdf"))) as picture:
        return int(np.asarray(picture.convert("L")).min())


@pytest.mark.parametrize("look", [_drawn, _filed, _seen_small])
@pytest.mark.parametrize("seal", [True, False])
def test_what_stands_in_a_field_is_on_the_page(look: Callable[[bytes], int], seal: bool) -> None:
    assert look(_form(seal=seal)) < 100


def test_what_is_hidden_in_a_layer_stays_hidden_in_a_page_by_itself() -> None:
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(595, 842))
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="draft"))
        pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))
        page = pdf.pages[0]
        page.Resources = Dictionary(Properties=Dictionary(L=layer))
        page.Contents = Stream(pdf, b"/OC /L BDC 100 100 300 300 re f EMC")
        file = io.BytesIO()
        pdf.save(file)

    assert [_drawn(part) for part in split_file(file.getvalue())] == [255, 255]

"""PDFs that are made to run something, to exhaust who opens them, or to lie."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream


def plain(change: Callable[[Pdf], Any] = lambda pdf: None, **options: Any) -> bytes:
    """Give a PDF of one page after ``change`` was done to it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        change(pdf)
        file = io.BytesIO()
        pdf.save(file, **options)
    return file.getvalue()


def _script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _opens_with_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = _script()


def _named_script(pdf: Pdf) -> None:
    names = Array(["all", pdf.make_indirect(_script())])
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))


def _field_with_script(pdf: Pdf) -> None:
    widget = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 10, 10], AA=Dictionary(K=_script())
    )
    field = pdf.make_indirect(widget)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _launches(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F="cmd.exe")


def _submits(pdf: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 10, 10],
        A=Dictionary(S=Name.SubmitForm, F="http://example.invalid/"),
    )  # fmt: skip
    pdf.pages[0].Annots = Array([link])


def _has_xfa(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=Stream(pdf, b"<xdp/>"))


def _plays_film(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.RichMedia)])


SCRIPTED = {
    "opens with a script": (_opens_with_script, "javascript"),
    "named script": (_named_script, "javascript"),
    "script of a field": (_field_with_script, "javascript"),
    "starts a program": (_launches, "launch"),
    "submits a form": (_submits, "submit"),
    "xfa": (_has_xfa, "xfa"),
    "film": (_plays_film, "media"),
}


def _many_objects(pdf: Pdf) -> None:
    pdf.Root.Many = Array([pdf.make_indirect(Dictionary()) for _ in range(120_000)])


def _deep(pdf: Pdf) -> None:
    inner: Any = Array()
    for _ in range(200):
        inner = Array([inner])
    pdf.Root.Deep = inner


def _deep_tree(pdf: Pdf) -> None:
    top = pdf.Root.Pages
    for _ in range(100):
        top = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([top]), Count=1))
    pdf.Root.Pages = top


def _huge_picture(pdf: Pdf) -> None:
    pdf.pages[0].Resources = Dictionary(
        XObject=Dictionary(
            P=Stream(
                pdf, b"", Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000,
                ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
            )
        )
    )  # fmt: skip


TOO_COMPLEX = {
    "many objects": plain(_many_objects, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "a million objects, written out": b"%PDF-1.7\n"
    + b"".join(b"%d 0 obj\n0\nendobj\n" % n for n in range(1, 500_000)),
    "deep lists": plain(_deep),
    "a deep tree of pages": plain(_deep_tree),
    "a huge picture": plain(_huge_picture),
}


def tree_that_comes_back() -> bytes:
    """Give a PDF whose pages contain one another for ever."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


def packed_drawing(copies: int = 60_000_000) -> bytes:
    """Give a PDF of some kilobytes whose page unpacks to a million strokes, 33 MB."""

    def change(pdf: Pdf) -> None:
        packer = zlib.compressobj(9)
        part = b"q 1 0 0 1 0 0 cm 0 0 m 9 9 l S Q\n" * 10_000
        packed = [packer.compress(part) for _ in range(copies // 600_000)]
        stream = Stream(pdf, b"")
        stream.write(b"".join([*packed, packer.flush()]), filter=Name.FlateDecode)
        pdf.pages[0].Contents = stream

    return plain(change)


def forms_in_forms(levels: int = 40) -> bytes:
    """Give a PDF whose page draws a form that draws two, which draw two each, and so on."""

    def change(pdf: Pdf) -> None:
        inner = Stream(pdf, b"0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form,
                       BBox=[0, 0, 9, 9])  # fmt: skip
        for _ in range(levels):
            inner = Stream(
                pdf, b"/F Do /F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
                Resources=Dictionary(XObject=Dictionary(F=pdf.make_indirect(inner))),
            )  # fmt: skip
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(F=pdf.make_indirect(inner)))
        pdf.pages[0].Contents = Stream(pdf, b"/F Do")

    return plain(change)

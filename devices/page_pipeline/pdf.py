"""Clean pages as one PDF/A-2b: every page its own size, 1:1, text above its background."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from devices.colour_profile import srgb_profile
from devices.page_pipeline.budget import LARGEST_PART, within_budget
from devices.page_pipeline.result import RESULT_DPI, CleanPage, Picture

_POINTS = 72 / RESULT_DPI
_TEXT_GRAY = 0.1
"""Toner is not black; pure black beside gray rims looks torn."""


def write_pdf(
    pages: Iterable[CleanPage],
    target: BinaryIO,
    *,
    title: str,
    made_at: datetime,
    facts: Mapping[str, str] | None,
    most_bytes: int = LARGEST_PART,
) -> int:
    """Write pages, and give how many; nothing is written for none.

    Args:
        facts: what the metadata says beside title and time, for example ``dossierCode``; names of
            ASCII letters.
        most_bytes: of the file; backgrounds are made smaller until it fits.

    Raises:
        OverBudgetError: it cannot be made to fit.
    """
    with Pdf.new() as pdf:
        for page in within_budget(list(pages), most_bytes):
            _add(pdf, page)
        if not len(pdf.pages):
            return 0
        _state_colours(pdf)
        _describe(pdf, title, made_at, facts or {})
        # what is left unpacked is a kilobyte; packed, it would end in any byte, and there are
        # checkers that take one of them for the end of a line
        pdf.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            deterministic_id=True,
        )
        return len(pdf.pages)


def _add(pdf: Pdf, page: CleanPage) -> None:
    width, height = round(page.width * _POINTS, 3), round(page.height * _POINTS, 3)
    pdf.add_blank_page(page_size=(width, height))
    place = f"{width} 0 0 {height} 0 0 cm"
    drawn, pictures = [], Dictionary()
    if page.background is not None:
        pictures["/B"] = _picture(pdf, page.background)
        drawn.append(f"q {place} /B Do Q")
    if page.text is not None:
        pictures["/T"] = _mask(pdf, page.text)
        drawn.append(f"q {_TEXT_GRAY if page.background else 0} g {place} /T Do Q")
    new = pdf.pages[-1]
    new.Resources = Dictionary(XObject=pictures)
    new.Contents = Stream(pdf, "\n".join(drawn).encode())


def _picture(pdf: Pdf, picture: Picture) -> Stream:
    return Stream(
        pdf,
        picture.content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceGray if picture.channels == 1 else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def _mask(pdf: Pdf, mask: Picture) -> Stream:
    return Stream(
        pdf,
        mask.content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=mask.width,
        Height=mask.height,
        ImageMask=True,
        BitsPerComponent=1,
        Filter=Name.CCITTFaxDecode,
        DecodeParms=Dictionary(K=-1, Columns=mask.width, Rows=mask.height),
    )


def _state_colours(pdf: Pdf) -> None:
    profile = Stream(pdf, srgb_profile(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier="sRGB",
                Info="sRGB IEC61966-2.1",
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )


def _describe(pdf: Pdf, title: str, made_at: datetime, facts: Mapping[str, str]) -> None:
    moment = made_at.isoformat(timespec="seconds")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfaid:part"] = "2"
        metadata["pdfaid:conformance"] = "B"
        metadata["dc:title"] = title
        metadata["xmp:CreateDate"] = moment
        metadata["xmp:ModifyDate"] = moment
        metadata["xmp:CreatorTool"] = "Tram Mot Cua"
        if facts:  # PDF/A allows names of our own only with a schema; a list of keywords needs none
            metadata["pdf:Keywords"] = "; ".join(f"{key}={value}" for key, value in facts.items())


def pdf_bytes(
    pages: Iterable[CleanPage],
    *,
    title: str,
    made_at: datetime,
    facts: Mapping[str, str] | None = None,
) -> bytes:
    """Give a PDF of pages that fit into memory."""
    file = BytesIO()
    write_pdf(pages, file, title=title, made_at=made_at, facts=facts)
    return file.getvalue()

"""Operators written straight into a page. ReportLab's own calls write each number anew, slowly.

What its type stubs do not show is reached here and nowhere else.
"""

from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas


def emit(canvas: Canvas, *operators: str) -> None:
    """Write operators behind those that the page has."""
    operators_of(canvas).extend(operators)


def operators_of(canvas: Canvas) -> list[str]:
    """Give the operators that the page has."""
    found: list[str] = cast("Any", canvas)._code
    return found


def whole_pdf(canvas: Canvas) -> bytes:
    """Give the file; nothing is drawn on the canvas after that."""
    file: bytes = cast("Any", canvas).getpdfdata()
    return file


def document_of(canvas: Canvas) -> Any:  # noqa: ANN401 - its stub hides it
    """Give the ReportLab document of a canvas."""
    return cast("Any", canvas)._doc

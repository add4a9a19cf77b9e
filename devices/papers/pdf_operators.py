"""Operators written straight into a page. ReportLab's own calls write each number anew, slowly.

What its type stubs do not show is reached here and nowhere else.
"""

from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas


def emit(canvas: Canvas, *operators: str) -> None:
    """Write operators behind those that the page has."""
    cast("Any", canvas)._code.extend(operators)


def document_of(canvas: Canvas) -> Any:  # noqa: ANN401 - its stub hides it
    """Give the ReportLab document of a canvas."""
    return cast("Any", canvas)._doc


def literal(canvas: Canvas, codes: bytes) -> str:
    """Write codes of a font as a string of PDF."""
    return f"({cast('Any', canvas)._escape(codes)})"

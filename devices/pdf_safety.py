"""What a PDF may not bring along: scripts, commands, locks, and structures made to exhaust.

Only the structure is read; no stream is unpacked. Called in a process of its own, for a file that
is made to do harm harms that process.
"""

import io
from collections.abc import Iterator
from typing import Any, ClassVar

import pikepdf

from devices.document_bounds import DamagedPdfError, LockedPdfError
from devices.picture_bounds import MAX_PIXELS
from station.errors import StationError

MOST_OBJECTS = 100_000
"""A paper of 2,000 scanned pages has 10,000."""
MOST_DEPTH = 60
"""Of lists and dictionaries in one another, and of the tree of pages."""
_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/SubmitForm": "submit",
    "/ImportData": "import",
    "/Rendition": "media",
    "/Movie": "media",
}
_KEYS = {"/JS": "javascript", "/JavaScript": "javascript", "/XFA": "xfa", "/RichMedia": "media"}


class ScriptedPdfError(StationError):
    """The PDF would run something when it is opened; ``reason`` says what."""

    code: ClassVar[str] = "FIL-007"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooComplexPdfError(StationError):
    """The PDF has more objects, deeper nesting or larger pictures than any paper needs."""

    code: ClassVar[str] = "FIL-008"

    @property
    def details(self) -> dict[str, Any]:
        return {"limit_objects": MOST_OBJECTS, "limit_depth": MOST_DEPTH}


def check_pdf(content: bytes) -> None:
    """Look at every object of a PDF.

    Raises:
        DamagedPdfError, LockedPdfError, ScriptedPdfError, TooComplexPdfError: why it is not taken.
    """
    if content.count(b" obj") > MOST_OBJECTS:  # before anything is built from them
        raise TooComplexPdfError
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise LockedPdfError
            if len(pdf.objects) > MOST_OBJECTS:
                raise TooComplexPdfError
            _check_page_tree(pdf.Root.Pages)
            for thing in pdf.objects:
                _check_object(thing)
    except pikepdf.PasswordError:
        raise LockedPdfError from None
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, TypeError, OverflowError):
        raise DamagedPdfError from None  # a name, number or list where it may not stand


def _check_page_tree(top: Any) -> None:  # noqa: ANN401 - pikepdf says only that it is an object
    level, seen = [top], {top.objgen}
    for _ in range(MOST_DEPTH):
        below = []
        for node in level:
            for kid in node.get("/Kids", ()):
                if kid.objgen in seen and kid.is_indirect:
                    raise DamagedPdfError  # a tree that comes back to itself
                seen.add(kid.objgen)
                below.append(kid)
        if not below:
            return
        level = below
    raise TooComplexPdfError


def _check_object(thing: object) -> None:
    """Look at one object and at what stands directly in it; what it refers to has its own turn."""
    waiting = [(thing, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise TooComplexPdfError
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            _check_entries(one)
        waiting += [(part, depth + 1) for part in _parts(one)]


def _parts(thing: object) -> Iterator[object]:
    parts: Any = ()
    if isinstance(thing, pikepdf.Array):
        parts = thing
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        parts = (value for _, value in thing.items())
    for part in parts:
        container = isinstance(part, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)
        if container and not part.is_indirect:
            yield part


def _check_entries(entries: Any) -> None:  # noqa: ANN401 - a dictionary, or that of a stream
    for key in entries.keys():  # noqa: SIM118 - a stream cannot be iterated itself
        if key in _KEYS:
            raise ScriptedPdfError(_KEYS[key])
    action = str(entries.get("/S", ""))
    if action in _ACTIONS:
        raise ScriptedPdfError(_ACTIONS[action])
    if str(entries.get("/Subtype", "")) in ("/RichMedia", "/Movie", "/Screen", "/3D"):
        raise ScriptedPdfError("media")
    if entries.get("/Subtype") == pikepdf.Name.Image:
        width, height = entries.get("/Width", 0), entries.get("/Height", 0)
        if int(width) * int(height) > MAX_PIXELS:
            raise TooComplexPdfError

"""The papers' faces inside a PDF: packed once, with the same code for a letter in every document.

ReportLab gives the letters of each document codes of their own, and cuts and packs its faces anew:
half the time that a form takes. All letters of Vietnamese with ASCII and the punctuation of forms
are fewer than 256, so that one cut of a face serves nearly every paper. What else a text has, of
the languages of minorities, is cut for its document as ReportLab does.
"""

import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFont

REGULAR = "CounterSerif-Regular"
BOLD = "CounterSerif-Bold"
ITALIC = "CounterSerif-Italic"
BOLD_ITALIC = "CounterSerif-BoldItalic"
SANS_REGULAR = "CounterSans-Regular"
SANS_BOLD = "CounterSans-Bold"
FACES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC, SANS_REGULAR, SANS_BOLD)

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = "đ" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES
)
_LETTERS = sorted({one for one in _LOWER + _LOWER.upper() + "–…·“”²×" if not one.isascii()})
_SPACE = ord(" ")
_NO_BREAK = 0xA0
_PLACES = chain(range(128, 256), range(1, 32))
_CODES = {code: code for code in range(_SPACE, 127)} | {
    ord(letter): place for letter, place in zip(_LETTERS, _PLACES, strict=False)
}
"""Of each letter, its place in the cut; 0, which no text has, stands for a space as every empty
place does: ISO 14289-1, 7.21.7 wants no U+0000."""
_CUT = tuple({place: letter for letter, place in _CODES.items()}.get(n, _SPACE) for n in range(256))
_NOT_IN_THE_CUT = "\uffff"
_TABLE = dict.fromkeys(range(256), _NOT_IN_THE_CUT) | {
    letter: chr(place) for letter, place in (_CODES | {_NO_BREAK: _SPACE}).items()
}
_ESCAPED = {
    code: f"\\{code:03o}" if code not in range(_SPACE, 127) or chr(code) in "\\()" else chr(code)
    for code in range(256)
}
"""Codes as a string of PDF has them, in ASCII."""
_MEANINGS = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{runs}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MOST_RUNS = 100
"""In one list (Adobe Technical Note 5411)."""
_TEXTS_KEPT, _CUTS_KEPT = 1_000, 32
_LEVEL = 9


@dataclass(frozen=True, slots=True)
class _Packed:
    """One cut of a face as it stands in a file."""

    program: bytes
    letters: bytes
    """What its codes mean, to whoever copies text out of the file."""
    widths: bytes
    descriptor: bytes
    """But for its reference to the program, which follows it."""
    tag: bytes


class _Written(PDFObject):
    """An object of which the bytes are known."""

    __RefOnly__ = 1

    def __init__(self, written: bytes) -> None:
        self._written = written

    def format(self, _document: Any) -> bytes:  # noqa: ANN401 - called by ReportLab
        """Give the bytes."""
        return self._written


class CounterFace(TTFont):
    """A face of the papers."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self.face.table.pop("name", None)  # a reader of a file wants no names in it

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: ANN401, N802 - its name in ReportLab
        """Give the codes of a text, by the cuts of the face that they belong to."""
        self._state_of(doc)
        if (codes := _codes_of(text)) is not None:
            return [(0, codes)]
        pieces: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return pieces

    def shown(self, text: str, doc: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - hidden by its stub
        """Give a text as strings of PDF, each with the name of its cut in this document."""
        if (literal := _literal(text)) is not None:
            self._state_of(doc)
            yield self.getSubsetInternalName(0, doc), literal
            return
        for subset, codes in self.splitString(text, doc):
            yield self.getSubsetInternalName(subset, doc), _escaped(codes)

    def _state_of(self, doc: Any) -> Any:  # noqa: ANN401 - as above
        state: Any = self.state.get(doc)
        if state is None:
            state = self.state[doc] = TTFont.State(False, self)
            state.assignments = _CODES | {0: 0}
            state.subsets = [list(_CUT)]
            state.nextCode = len(_CUT)
        return state

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - its name in ReportLab
        """Write the cuts of the face that a document uses."""
        state = self.state.pop(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, letters in enumerate(state.subsets):
            packed = _packed(self, number, tuple(letter or _SPACE for letter in letters))
            name = f"{state.internalName}+{number}"

            def put(kind: str, written: bytes, name: str = name) -> bytes:
                found: bytes = doc.Reference(_Written(written), f"{kind}:{name}").format(doc)
                return found

            program = put("program", packed.program)
            meaning = put("letters", packed.letters)
            descriptor = put("descriptor", packed.descriptor % program)
            font = _Written(
                b"<</Type/Font/Subtype/TrueType/Name/%s/BaseFont/%s/FirstChar 0/LastChar %d"
                b"/Widths[%s]/FontDescriptor %s/ToUnicode %s>>"
                % (name.encode(), packed.tag, len(letters) - 1, packed.widths, descriptor, meaning)
            )
            doc.Reference(font, name)
            fonts[name] = font


@cache
def register_fonts() -> None:
    """Make the papers' fonts known to ReportLab, once per process."""
    folder = resources.files("devices.papers").joinpath("fonts")
    for face in FACES:
        with resources.as_file(folder.joinpath(f"{face}.ttf")) as path:
            pdfmetrics.registerFont(CounterFace(face, str(path)))


def _codes_of(text: str) -> bytes | None:
    """Give the codes of a text; None when it has letters that are not in the cut."""
    try:
        return text.translate(_TABLE).encode("latin-1")
    except UnicodeEncodeError:
        return None


@lru_cache(maxsize=_TEXTS_KEPT)
def _literal(text: str) -> str | None:
    """Give a text as a string of PDF; None when it has letters that are not in the cut."""
    codes = _codes_of(text)
    return None if codes is None else _escaped(codes)


def _escaped(codes: bytes) -> str:
    return f"({codes.decode('latin-1').translate(_ESCAPED)})"


@lru_cache(maxsize=_CUTS_KEPT)
def _packed(font: CounterFace, number: int, letters: tuple[int, ...]) -> _Packed:
    face: Any = font.face
    tag = f"AAAA{chr(65 + number // 26)}{chr(65 + number % 26)}+{face.name.decode()}"
    program: bytes = face.makeSubset(list(letters))
    descriptor = PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "Ascent": face.ascent,
            "CapHeight": face.capHeight,
            "Descent": face.descent,
            "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontName": PDFName(tag),
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
        }
    )
    box = " ".join(f"{edge:.0f}" for edge in face.bbox)
    said: bytes = descriptor.format(None)
    return _Packed(
        program=_stream(program, b"/Length1 %d" % len(program)),
        letters=_stream(_meanings(letters).encode()),
        widths=" ".join(f"{face.getCharWidth(letter):g}" for letter in letters).encode(),
        descriptor=said.removesuffix(b">>").replace(b"%", b"%%")
        + f"/FontBBox[{box}]".encode()
        + b"/FontFile2 %s>>",
        tag=tag.encode(),
    )


def _meanings(letters: Sequence[int]) -> str:
    """Write what codes mean, run by run of neighbours."""
    runs: list[list[int]] = []
    for code, letter in enumerate(letters):
        last = runs[-1] if runs else [0, 0, -1]
        if letter == last[2] + code - last[0] and letter & 0xFF:  # a run stays in one row
            last[1] = code
        else:
            runs.append([code, code, letter])
    lists = []
    for start in range(0, len(runs), _MOST_RUNS):
        some = [f"<{a:02X}> <{b:02X}> <{to:04X}>" for a, b, to in runs[start : start + _MOST_RUNS]]
        lists += [f"{len(some)} beginbfrange", *some, "endbfrange"]
    return _MEANINGS.format(runs="\n".join(lists))


def _stream(content: bytes, more: bytes = b"") -> bytes:
    small = zlib.compress(content, _LEVEL)
    said = b"<<%s/Filter/FlateDecode/Length %d>>" % (more, len(small))
    return b"%s\nstream\n%sendstream\n" % (said, small)

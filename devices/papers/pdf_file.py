"""Writes the objects of a PDF into one file, small: those without a stream are packed together.

ReportLab writes each object in the clear, with a line in a table of all places. The structure of a
page with thirty papers (``pdf_structure``) is three hundred of them. PDF 1.5 packs them.
"""

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from devices.papers.pdf_structure import Tree

_HEAD = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
_END_OF_STREAM = b"endstream\n"
_IN_THE_CLEAR, _PACKED = 1, 2
_LEVEL = 3
"""Of the tree, whose lines are much alike: twice as fast as 6, a twentieth larger."""


def whole_file(document: Any, tree: Tree) -> bytes:  # noqa: ANN401 - its stub hides what is needed
    """Give the file of a ReportLab document whose pages are all there, with its structure."""
    catalog = pdfdoc.format(document.Reference(document.Catalog), document)
    info = pdfdoc.format(document.Reference(document.info), document)
    file = bytearray(_HEAD)
    places: list[tuple[int, int, int]] = [(0, 0, 0xFFFF)]
    packed: list[tuple[int, bytes]] = []
    for number, content in enumerate(_objects(document, tree), 1):
        if content.endswith(_END_OF_STREAM):
            places.append((_IN_THE_CLEAR, len(file), 0))
            file += _stream(number, *_parted(content))
        else:
            places.append((_PACKED, 0, len(packed)))
            packed.append((number, content))
    holder = len(places)
    places = [
        (how, holder, at) if how == _PACKED else (how, where, at) for how, where, at in places
    ]
    places += [(_IN_THE_CLEAR, len(file), 0)]
    file += _pack(holder, packed)
    start = len(file)
    places += [(_IN_THE_CLEAR, start, 0)]
    known_by = hashlib.sha256(file).hexdigest()[:32].encode()
    table = b"".join(
        how.to_bytes(1) + where.to_bytes(4) + at.to_bytes(2) for how, where, at in places
    )
    said = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]" % (
        len(places), catalog, info, known_by, known_by,
    )  # fmt: skip
    file += _compressed(holder + 1, said, table)
    file += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(file)


def _objects(document: Any, tree: Tree) -> Sequence[bytes]:  # noqa: ANN401 - as above
    """Give all objects, in the order of their numbers; writing one may bring in more of them."""
    written: list[bytes] = []
    root = 0
    while (name := document.numberToId.get(len(written) + 1)) is not None:
        found = document.idToObject[name]
        written.append(pdfdoc.format(found, document, toplevel=1))
        if found is tree:
            root = len(written)
    first = len(written) + 1
    pages = [document.Reference(page).format(document).decode() for page in document.Pages.pages]
    written[root - 1] = tree.root_written(first)
    written += tree.nodes_written(root, first, pages)
    return written


def _parted(written: bytes) -> tuple[bytes, bytes]:
    """Part an object as ReportLab writes it into its dictionary and its stream."""
    said, _, content = written.removesuffix(_END_OF_STREAM).partition(b"\nstream\n")
    return said, content


def _stream(number: int, said: bytes, content: bytes) -> bytes:
    """Write a stream as ISO 19005-2, 6.1.7.1 wants it: a line ends before ``endstream``."""
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, said, content)


def _compressed(number: int, said: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, _LEVEL)
    return _stream(number, b"<<%s/Filter/FlateDecode/Length %d>>" % (said, len(small)), small)


def _pack(number: int, objects: list[tuple[int, bytes]]) -> bytes:
    numbers, content = [], bytearray()
    for one, written in objects:
        numbers.append(b"%d %d" % (one, len(content)))
        content += written.strip() + b"\n"
    head = b" ".join(numbers) + b"\n"
    said = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _compressed(number, said, head + content)

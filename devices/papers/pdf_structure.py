"""What the marks on a page mean, for a voice that reads them out: headings, text, tables, figures.

ReportLab knows no tags. Blocks say here what they draw while they draw it; what nobody speaks of,
rules, frames and the foot of a page, is an artifact. The tree is written once all pages are there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_operators import document_of, emit, operators_of

TEXT, TITLE, SECTION, FIGURE = "P", "H1", "H2", "Figure"
SILENT = ""
"""Not read out: what stands on every page."""
_ARTIFACT = "/Artifact BMC"
_CELLS = ("TH", "TD")
_KNOWN_AS = "counter_reference"
_COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"


class Element(PDFObject):
    """One node of the tree: others, or marks on one page, stand below it."""

    def __init__(self, role: str, parent: "Element | _Root", page: int, more: str = "") -> None:
        self.role, self.parent, self.page, self.more = role, parent, page, more
        self.kids: list[Element | int] = []

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - called by ReportLab
        """Write the node."""
        marks = bool(self.kids) and isinstance(self.kids[0], int)
        where = f"/Pg {_reference(document.Pages[self.page], document)}" if marks else ""
        below = " ".join(
            str(kid) if isinstance(kid, int) else _reference(kid, document) for kid in self.kids
        )
        above = _reference(self.parent, document)
        return f"<</S/{self.role}/P {above}{where}{self.more}/K[{below}]>>".encode()


class _Root(PDFObject):
    """The root of the tree, and the way back: from each mark of each page to its node."""

    def __init__(self) -> None:
        self.whole = Element("Document", self, 0)
        self.pages: list[list[Element]] = []

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - called by ReportLab
        """Write the root."""
        below = " ".join(
            f"{number}[{' '.join(_reference(element, document) for element in page)}]"
            for number, page in enumerate(self.pages)
        )
        whole = _reference(self.whole, document)
        back = f"/ParentTree<</Nums[{below}]>>/ParentTreeNextKey {len(self.pages)}"
        return f"<</Type/StructTreeRoot/K[{whole}]{back}>>".encode()


def _reference(to: PDFObject, document: Any) -> str:  # noqa: ANN401 - as above
    """Give the reference to an object of this document; of a node it is asked for three times."""
    known: str | None = getattr(to, _KNOWN_AS, None)
    if known is None:
        name = document.Reference(to).name
        known = f"{document.idToObjectNumberAndVersion[name][0]} 0 R"
        setattr(to, _KNOWN_AS, known)
    return known


class Structure:
    """The tree of one document while its pages are drawn."""

    def __init__(self) -> None:
        self._root = _Root()
        self._inside: list[Element | None] = [self._root.whole]
        """From the whole down to where the next marks belong; None: not read out."""
        self._parts: dict[str, Element] = {}
        self._marks: list[Element] = []
        """Of the page that is being drawn, by their numbers."""

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Draw more of one of several copies, which are read out one after another."""
        if name not in self._parts:
            self._parts[name] = self._added("Part")
        with self._at(self._parts[name]):
            yield

    @contextmanager
    def row(self) -> Iterator[None]:
        """Draw a row; it goes on with the table that stands last here."""
        table = self._table() or self._added("Table")
        with self._at(table), self._at(self._added("TR")):
            yield

    @contextmanager
    def cell(self, *, head: bool = False) -> Iterator[None]:
        """Draw a cell of a row."""
        if self._inside[-1] is None:
            yield
            return
        with self._at(self._added("TH", _COLUMN_HEAD) if head else self._added("TD")):
            yield

    @contextmanager
    def column_heads(self) -> Iterator[None]:
        """Draw the heads of a table; on its later pages they are not read out again."""
        if self._table():
            with self._at(None):
                yield
        else:
            with self.row():
                yield

    def marks(self, role: str, more: str = "") -> tuple[str, str]:
        """Give the operators before and after what is drawn of a text or figure."""
        place = self._inside[-1]
        if place is None or role == SILENT:
            return "", ""
        element = place if place.role in _CELLS else self._added(role, more)
        number = len(self._marks)
        element.kids.append(number)
        self._marks.append(element)
        return f"EMC /{element.role}<</MCID {number}>>BDC", f"EMC {_ARTIFACT}"

    def end_page(self, page: Any) -> None:  # noqa: ANN401 - its stub hides what is needed
        """Tie the marks of a page to the tree."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._root.pages), "/S"
        self._root.pages.append(self._marks)
        self._marks = []

    def finish(self, document: Any) -> None:  # noqa: ANN401 - as above
        """Hang the tree into the document."""
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    @contextmanager
    def _at(self, element: Element | None) -> Iterator[None]:
        self._inside.append(element)
        yield
        self._inside.pop()

    def _table(self) -> Element | None:
        place = self._inside[-1]
        last = place.kids[-1] if place and place.kids else None
        return last if isinstance(last, Element) and last.role == "Table" else None

    def _added(self, role: str, more: str = "") -> Element:
        place = self._inside[-1] or self._root.whole
        element = Element(role, place, len(self._root.pages), more)
        place.kids.append(element)
        return element


class TaggedCanvas(Canvas):
    """A canvas whose pages say what is drawn on them; what no block marks is an artifact."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - ReportLab's own
        super().__init__(*arguments, **named)
        self.structure = Structure()

    def showPage(self) -> None:  # noqa: N802 - its name in ReportLab
        """End a page."""
        operators = operators_of(self)
        drawn = "\n".join([_ARTIFACT, *operators, "EMC"])
        operators[:] = [drawn.replace(f"{_ARTIFACT}\nEMC", "")]
        super().showPage()
        self.structure.end_page(document_of(self).Pages.pages[-1])


def structure_of(canvas: Canvas) -> Structure:
    """Give the tree of a document of ours."""
    return cast("TaggedCanvas", canvas).structure


@contextmanager
def marked(canvas: Canvas, role: str, more: str = "") -> Iterator[None]:
    """Draw a text or a figure by ReportLab's own calls."""
    before, after = structure_of(canvas).marks(role, more)
    emit(canvas, before)
    yield
    emit(canvas, after)


@contextmanager
def figure(canvas: Canvas, said: str, box: tuple[float, float, float, float]) -> Iterator[None]:
    """Draw a figure; ``said`` is read out in its place. The box is left, bottom, right, top."""
    words = ("\ufeff" + said).encode("utf-16-be").hex()
    left, bottom, right, top = box
    where = f"/A<</O/Layout/Placement/Block/BBox[{left:.1f} {bottom:.1f} {right:.1f} {top:.1f}]>>"
    with marked(canvas, FIGURE, f"/Alt<{words}>{where}"):
        yield

"""What the marks on a page mean, for a voice that reads them out: headings, text, tables, figures.

ReportLab knows no tags. Blocks say here what they draw while they draw it; what nobody speaks of,
rules, frames and the foot of a page, is an artifact. The tree is written once all pages are there.
"""

from collections.abc import Iterator, Sequence
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
_COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"


class Element:
    """One node of the tree: others, or marks on one page, stand below it."""

    __slots__ = ("kids", "more", "page", "parent", "place", "role")

    def __init__(
        self, role: str, place: int, parent: "Element | None", page: int, more: str = ""
    ) -> None:
        """
        Args:
            place: among all nodes, in the order in which they came.
            parent: None for the uppermost.
        """
        self.role, self.place, self.parent, self.page, self.more = role, place, parent, page, more
        self.kids: list[Element | int] = []


class Tree(PDFObject):
    """All nodes, and the way back: from each mark of each page to its node.

    The document knows its root only. The nodes are hundreds, and are written at one go, numbered
    behind all other objects.
    """

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.nodes: list[Element] = []
        self.pages: list[list[Element]] = []

    def format(self, _document: Any) -> bytes:  # noqa: ANN401 - called by ReportLab
        """Write nothing yet: see ``root_written``."""
        return b""

    def root_written(self, first: int) -> bytes:
        """Write the root; ``first`` is the number of the first node's object."""
        below = " ".join(
            f"{number}[{' '.join([f'{first + node.place} 0 R' for node in page])}]"
            for number, page in enumerate(self.pages)
        )
        back = f"/ParentTree<</Nums[{below}]>>/ParentTreeNextKey {len(self.pages)}"
        return f"<</Type/StructTreeRoot/K[{first} 0 R]{back}>>".encode()

    def nodes_written(self, root: int, first: int, pages: Sequence[str]) -> Iterator[bytes]:
        """Write the nodes; ``root`` is the number of the root's object, ``pages`` refer to them."""
        for node in self.nodes:
            above = root if node.parent is None else first + node.parent.place
            kids = node.kids
            where = f"/Pg {pages[node.page]}" if kids and isinstance(kids[0], int) else ""
            below = " ".join(
                [str(k) if isinstance(k, int) else f"{first + k.place} 0 R" for k in kids]
            )
            yield f"<</S/{node.role}/P {above} 0 R{where}{node.more}/K[{below}]>>".encode()


class Structure:
    """The tree of one document while its pages are drawn."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._whole = self._node("Document", None)
        self._inside: list[Element | None] = [self._whole]
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
        page.StructParents, page.Tabs = len(self.tree.pages), "/S"
        self.tree.pages.append(self._marks)
        self._marks = []

    def finish(self, document: Any) -> None:  # noqa: ANN401 - as above
        """Hang the tree into the document."""
        document.Catalog.StructTreeRoot = document.Reference(self.tree)
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
        place = self._inside[-1] or self._whole
        element = self._node(role, place, more)
        place.kids.append(element)
        return element

    def _node(self, role: str, parent: Element | None, more: str = "") -> Element:
        tree = self.tree
        node = Element(role, len(tree.nodes), parent, len(tree.pages), more)
        tree.nodes.append(node)
        return node


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

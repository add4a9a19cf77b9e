"""What a voice reads out of a paper: headings, cells in their rows, each copy on its own."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from devices.papers.form_01 import form_01_pdf
from station.ports.papers import SlipPaper
from tests.paper_samples import a_slip, the_worst_dossier
from tests.pdf_reading import pages_of

Tree = tuple[str, list[Any]]


def tree_of(pdf: bytes) -> Tree:
    """Give roles and what stands below each; marks as their numbers."""

    def below(node: Any) -> Tree:
        kids = node.get("/K", [])
        return str(node.S)[1:], [kid if isinstance(kid, int) else below(kid) for kid in kids]

    with pikepdf.open(BytesIO(pdf)) as document:
        return below(document.Root.StructTreeRoot.K[0])


def operators_on(page: pikepdf.Page) -> list[tuple[Any, str]]:
    said: Any = pikepdf.parse_content_stream(page)
    return [(operands, str(operator)) for operands, operator in said]


def tables_in(tree: Tree) -> list[Tree]:
    role, kids = tree
    found = [table for kid in kids if isinstance(kid, tuple) for table in tables_in(kid)]
    return [tree, *found] if role == "Table" else found


def roles_in(tree: Tree) -> list[str]:
    role, kids = tree
    return [role, *(one for kid in kids if isinstance(kid, tuple) for one in roles_in(kid))]


def test_the_title_is_a_heading_and_each_paper_a_row_of_the_table() -> None:
    slip = a_slip()
    tree = tree_of(form_01_pdf(slip, SlipPaper.A5))

    roles = roles_in(tree)
    assert (roles.count("H1"), roles.count("Figure"), roles.count("Part")) == (1, 1, 1)
    (table,) = tables_in(tree)
    heads, *rows = (row for _, row in table[1])
    assert [role for role, _ in heads] == ["TH"] * 5
    assert [len(marks) for _, marks in heads] == [1, 1, 2, 1, 1], "the group is read with its first"
    assert len(rows) == len(slip.documents)
    assert all([role for role, _ in row] == ["TD"] * 5 for row in rows)


def test_a_table_over_several_pages_is_one_and_its_head_is_read_once() -> None:
    pdf = form_01_pdf(a_slip(the_worst_dossier()), SlipPaper.A5)

    assert len(pages_of(pdf)) == 3
    (table,) = tables_in(tree_of(pdf))
    assert len(table[1]) == 1 + 30


def test_copies_side_by_side_are_read_one_after_another() -> None:
    pdf = form_01_pdf(a_slip(the_worst_dossier()), SlipPaper.A4_TWO_UP)

    _, copies = tree_of(pdf)
    assert [role for role, _ in copies] == ["Part", "Part"]
    assert roles_in(copies[0]) == roles_in(copies[1])
    assert len(tables_in(copies[0])) == 1


def test_every_mark_of_every_page_leads_back_to_its_node() -> None:
    pdf = form_01_pdf(a_slip(the_worst_dossier()), SlipPaper.A4_TWO_UP)

    with pikepdf.open(BytesIO(pdf)) as document:
        numbers: Any = document.Root.StructTreeRoot.ParentTree.Nums
        for at, page in enumerate(document.pages):
            nodes = list(numbers[2 * at + 1])
            opened = [
                int(operands[1].MCID) for operands, name in operators_on(page) if name == "BDC"
            ]
            assert int(page.StructParents) == int(numbers[2 * at]) == at
            assert opened == list(range(len(nodes)))
            assert all(node.Pg.objgen == page.objgen for node in nodes)


def test_everything_on_a_page_is_marked_and_marks_are_closed() -> None:
    with pikepdf.open(BytesIO(form_01_pdf(a_slip(), SlipPaper.A5))) as document:
        depth = 0
        for operands, name in operators_on(document.pages[0]):
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            assert depth in (0, 1)
            if name in ("Tj", "S", "f", "B", "Do"):
                assert depth == 1, (name, operands)
        assert depth == 0


def test_words_at_the_end_of_a_line_do_not_run_into_the_next() -> None:
    document = pypdfium2.PdfDocument(form_01_pdf(a_slip(), SlipPaper.A5))
    text = document[0].get_textpage().get_text_range()
    document.close()

    assert "công phường Quang Trung" in " ".join(text.split())


def test_the_file_is_whole_and_the_same_each_time() -> None:
    pdf = form_01_pdf(a_slip(), SlipPaper.A5)

    assert pdf == form_01_pdf(a_slip(), SlipPaper.A5)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert document.trailer.ID[0] == document.trailer.ID[1]

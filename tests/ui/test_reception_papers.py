"""Papers are counted, files are filed, removed and put back."""

from station.domain.procedure import (
    RequiredDocument,
)
from station.ports.documents import CannotUseFileError
from tests.builders import a_procedure
from tests.ui.reception_counter import AtCounter
from ui.desktop.reception.view_model import CopyKind


def test_a_tick_counts_a_row_as_the_procedure_asks_and_a_second_one_takes_it_back() -> None:
    counter = AtCounter()
    counter.choose_procedure()

    counter.presenter.papers.on_paper_ticked("row-3")
    assert counter.page.papers[2].given == {CopyKind.PRESENTED: 1}

    counter.presenter.papers.on_paper_ticked("row-3")
    assert not counter.page.papers[2].is_here


def test_copies_are_counted_by_kind() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.papers.on_copies_set("row-2", CopyKind.COPIES, 2)
    counter.presenter.papers.on_copies_set("row-2", CopyKind.CERTIFIED, 5000)
    counter.accept()

    document = counter.received[0].dossier.documents[1]
    assert (document.copies, document.certified_copies) == (2, 999)


def test_files_are_opened_first_and_count_the_row_as_here() -> None:
    counter = AtCounter()
    counter.choose_procedure()

    counter.presenter.papers.on_files_chosen("row-1", ["a.pdf", "b.jpg"])
    assert counter.page.papers[0].attaching
    counter.file_worker.do()

    paper = counter.page.papers[0]
    assert [(file.name, file.pages) for file in paper.files] == [("a.pdf", 2), ("b.jpg", 2)]
    assert paper.is_here
    counter.presenter.papers.on_file_removed("row-1", paper.files[0].file_id)
    assert [file.name for file in counter.page.papers[0].files] == ["b.jpg"]


def test_removed_files_are_put_back_into_their_rows_the_last_one_first() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    papers = counter.presenter.papers
    papers.on_files_chosen("row-1", ["a.pdf", "b.jpg"])
    papers.on_files_chosen("row-2", ["c.pdf"])
    counter.file_worker.do()
    first, second = (paper.files[0].file_id for paper in counter.page.papers[:2])
    papers.on_file_removed("row-1", first)
    papers.on_file_removed("row-2", second)
    assert counter.page.removed == "c.pdf"

    papers.on_return_wanted()
    assert [file.name for file in counter.page.papers[1].files] == ["c.pdf"]
    assert counter.page.removed == "a.pdf"
    papers.on_return_wanted()
    papers.on_return_wanted()  # there is no more: nothing happens

    assert [file.name for file in counter.page.papers[0].files] == ["b.jpg", "a.pdf"]
    assert counter.page.removed is None


def test_another_paper_that_was_removed_comes_back_whole() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    papers = counter.presenter.papers
    papers.on_other_paper("Bản vẽ")
    papers.on_copies_set("other-1", CopyKind.COPIES, 2)
    papers.on_files_chosen("other-1", ["bản vẽ.pdf"])
    counter.file_worker.do()
    before = counter.page.papers[-1]
    papers.on_paper_removed("other-1")
    assert counter.page.removed == "Bản vẽ"

    papers.on_return_wanted()

    after = counter.page.papers[-1]
    assert (after.name, after.given, after.files) == (before.name, before.given, before.files)


def test_a_removed_file_finds_a_row_after_another_procedure_was_chosen() -> None:
    other = a_procedure(code="2.000001", required_documents=(
        RequiredDocument(index=1, name="Giấy khác", originals=1),
        RequiredDocument(index=2, name="Tờ khai", originals=1),
    ))  # fmt: skip
    counter = AtCounter(a_procedure(), other)
    counter.choose_procedure()
    lost = counter.page.papers[1].name
    for key, path in (("row-1", "a.pdf"), ("row-2", "b.pdf")):
        counter.presenter.papers.on_files_chosen(key, [path])
        counter.file_worker.do()
        (file,) = next(paper for paper in counter.page.papers if paper.key == key).files
        counter.presenter.papers.on_file_removed(key, file.file_id)
        counter.presenter.papers.on_copies_set(key, CopyKind.ORIGINALS, 0)
        counter.presenter.papers.on_copies_set(key, CopyKind.COPIES, 0)
    counter.choose_procedure("2.000001")

    counter.presenter.papers.on_return_wanted()
    counter.presenter.papers.on_return_wanted()

    found = {paper.name: [file.name for file in paper.files] for paper in counter.page.papers}
    assert found == {"Giấy khác": [], "Tờ khai": ["a.pdf"], lost: ["b.pdf"]}


def test_a_file_that_cannot_be_filed_is_refused_by_name() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    counter.files.fails_with = CannotUseFileError("gone")

    counter.presenter.papers.on_files_chosen("row-1", ["a.pdf"])
    counter.file_worker.do()

    assert counter.page.papers[0].files == ()
    assert not counter.page.papers[0].attaching
    assert counter.page.problem is not None


def test_other_papers_come_and_go_and_are_received() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.papers.on_other_paper("  Đơn  xin ")
    counter.presenter.papers.on_other_paper("Bản vẽ")
    counter.presenter.papers.on_other_paper("   ")

    counter.presenter.papers.on_paper_removed("other-2")
    counter.presenter.papers.on_paper_removed("row-1")
    counter.accept()

    names = [d.name for d in counter.received[0].dossier.documents]
    assert names[3:] == ["Đơn xin"]
    assert names[0] == "Tờ khai"

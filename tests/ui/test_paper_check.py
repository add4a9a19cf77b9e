"""Judging a paper in the window: what is said of it, what blocks, what is described."""

from dataclasses import replace

import pytest

from station.domain.documents import LawfulGround, Reuse, RowCheck
from station.domain.procedure import Exemption, Fee, RequiredDocument
from tests.builders import MONDAY, a_procedure
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_counter import CARD, AtCounter
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.paper_check_view_model import CheckField, PaperSource
from ui.desktop.reception.view_model import Blocker, Paper

C = CheckField
RESIDENCE = RequiredDocument(
    index=1,
    name="Giấy xác nhận cư trú",
    originals=1,
    from_database="CSDLQG về dân cư",
    valid_for_days=30,
    must_name="owner",
)


def a_counter() -> AtCounter:
    counter = AtCounter(a_procedure(required_documents=(RESIDENCE,), fees=()))
    counter.presenter.people.on_card_text(CARD)
    counter.choose_procedure()
    return counter


def say(counter: AtCounter, name: CheckField, text: str) -> Paper:
    counter.presenter.papers.on_check_edited("row-1", name, text)
    return counter.page.papers[0]


def test_a_paper_found_wanting_is_missing_and_its_reason_is_asked_for() -> None:
    counter = a_counter()
    counter.presenter.papers.on_paper_ticked("row-1")

    paper = say(counter, C.CHECK, RowCheck.NOT_OK)

    assert not paper.is_settled
    assert paper.check.of(C.REMARK).note is not None
    assert counter.page.blockers == {Blocker.BAD_PAPER, Blocker.MISSING_PAPERS}
    say(counter, C.REMARK, "mờ, không đọc được")
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}


@pytest.mark.parametrize("ground", list(LawfulGround))
def test_what_the_state_holds_needs_no_paper_and_stamps_its_time(ground: LawfulGround) -> None:
    counter = a_counter()

    say(counter, C.SOURCE, PaperSource.HELD)
    paper = say(counter, C.GROUND, ground)
    say(counter, C.QUERY, "mất mạng")

    assert paper.is_settled
    assert paper.check.of(C.DATABASE).text == "CSDLQG về dân cư"
    assert paper.check.notes[0] == "khai thác lúc 09:00"
    assert counter.page.blockers == set()
    counter.accept()
    held = counter.received[0].dossier.documents[0].held
    assert held is not None
    assert (held.ground, held.query, held.asked_at) == (ground, "mất mạng", MONDAY)


def test_a_database_that_nobody_names_blocks() -> None:
    bare = replace(RESIDENCE, from_database=None)
    counter = AtCounter(a_procedure(required_documents=(bare,), fees=()))
    counter.presenter.people.on_card_text(CARD)
    counter.choose_procedure()

    say(counter, C.SOURCE, PaperSource.HELD)

    assert Blocker.BAD_PAPER in counter.page.blockers
    say(counter, C.DATABASE, "CSDL hộ tịch")
    assert counter.page.blockers == set()


def test_a_reused_paper_is_described_with_its_result() -> None:
    counter = a_counter()

    say(counter, C.SOURCE, PaperSource.REUSED)
    paper = say(counter, C.RESULT_CODE, "KQ.G15.000034")

    assert (paper.is_settled, paper.check.stands_in) == (True, "dùng lại")
    counter.accept()
    row = counter.received[0].dossier.documents[0]
    assert (row.reuse, row.result_code) == (Reuse.REUSED, "KQ.G15.000034")


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        (C.ISSUED_ON, "23/10/2026", "hết giá trị từ 23/11/2026"),
        (C.NAMED, "Trần Văn Bình", "tên trên giấy khác tên Nguyễn Thị Ánh Tuyết"),
    ],
)
def test_a_paper_that_is_old_or_anothers_is_marked_and_blocks_nothing(
    name: CheckField, text: str, note: str
) -> None:
    counter = a_counter()
    counter.presenter.papers.on_paper_ticked("row-1")

    paper = say(counter, name, text)

    assert note in paper.check.notes
    assert counter.page.blockers == set()


def test_a_day_that_cannot_be_read_blocks() -> None:
    counter = a_counter()
    counter.presenter.papers.on_paper_ticked("row-1")

    paper = say(counter, C.ISSUED_ON, "hôm qua")

    note = paper.check.of(C.ISSUED_ON).note
    assert note is not None
    assert note.tone is Tone.ERR
    assert counter.page.blockers == {Blocker.BAD_PAPER}


def test_a_ground_of_the_tariff_brings_its_paper() -> None:
    poor = Exemption(key="ho_ngheo", name="Hộ nghèo", paper="Giấy chứng nhận hộ nghèo")
    child = Exemption(key="tre_em", name="Trẻ em")
    fee = Fee(
        index=1, name="Lệ phí", kind="lệ phí", amount_vnd=1_000, per="hồ sơ",
        exemptions=(poor, child),
    )  # fmt: skip
    counter = AtCounter(a_procedure(fees=(fee,)))
    counter.fill()

    counter.presenter.money.on_exemption_edited(1, "hộ nghèo")

    assert counter.page.fees.lines[0].grounds == ("Hộ nghèo", "Trẻ em")
    assert counter.page.papers[-1].name == "Giấy chứng nhận hộ nghèo"
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}
    counter.presenter.money.on_exemption_edited(1, "trẻ em")
    assert len(counter.page.papers) == 3
    counter.accept()
    assert counter.received[0].dossier.fees[0].exemption == "Trẻ em"


def test_a_paper_is_judged_by_keyboard(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    edits = told(page.papers.check.edited)
    press("Alt+3", "Alt+K")

    press("Right", "Right")
    press("Tab")
    type_in("5")
    press("Esc")

    assert [(name, text) for _, name, text in edits] == [
        (C.CHECK, "ok"), (C.CHECK, "not_ok"), (C.ISSUED_ON, "5"),
    ]  # fmt: skip
    assert not page.papers.check.isVisible()
    assert page.papers.isAncestorOf(focused())

"""What becomes of a draft that cannot be accepted."""

import pytest

from station.domain.dossier import DossierStatus
from station.usecases.print_papers import NoPrinterError
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_counter import CARD, OFFERED, AtCounter
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.paper_check_view_model import CheckField
from ui.desktop.reception.view_model import ApplicantField, Block, Blocker, Exit, Readiness


def who_lacks_a_paper() -> AtCounter:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.choose_procedure()
    counter.presenter.papers.on_paper_ticked("row-3")
    return counter


def leave(counter: AtCounter, wanted: Exit, reason: str = "") -> None:
    counter.presenter.exits.on_exit(wanted, reason)
    counter.store_worker.do()
    counter.printer_worker.do()


def test_guidance_makes_no_dossier_and_keeps_the_draft_under_its_code() -> None:
    counter = who_lacks_a_paper()

    leave(counter, Exit.GUIDANCE)

    assert counter.desk.work.saved == {}
    (draft,) = counter.desk.work.drafts.every()
    assert counter.desk.printed == [draft.code]
    assert counter.page.problem is not None
    assert counter.page.problem.tone is Tone.OK
    assert str(draft.code) in counter.page.problem.sentence
    assert counter.page.applicant.of(ApplicantField.NAME).text == ""  # the next citizen
    assert counter.changes


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        (Exit.SUPPLEMENT, DossierStatus.WAITING_SUPPLEMENT),
        (Exit.REFUSAL, DossierStatus.REFUSED),
    ],
)
def test_forms_02_and_03_give_the_dossier_its_code(wanted: Exit, status: DossierStatus) -> None:
    counter = who_lacks_a_paper()

    leave(counter, wanted, "thiếu tờ khai")

    (dossier,) = counter.desk.work.saved.values()
    assert (dossier.status, dossier.due_at) == (status, None)
    assert counter.desk.printed == ["02"]
    assert counter.page.problem is not None
    assert dossier.code in counter.page.problem.sentence


def test_what_is_wrong_with_a_paper_stands_on_the_form() -> None:
    counter = who_lacks_a_paper()
    counter.presenter.papers.on_paper_ticked("row-1")
    counter.presenter.papers.on_check_edited("row-1", CheckField.CHECK, "not_ok")
    counter.presenter.papers.on_check_edited("row-1", CheckField.REMARK, "thiếu chữ ký")

    leave(counter, Exit.SUPPLEMENT, "chưa đủ")

    (dossier,) = counter.desk.work.saved.values()
    assert [(item.index, item.what) for item in dossier.supplements[0].items] == [
        (1, "thiếu chữ ký")
    ]


def test_a_second_press_does_nothing_and_a_field_that_is_wrong_comes_first() -> None:
    counter = who_lacks_a_paper()
    counter.presenter.exits.on_exit(Exit.REFUSAL, "x")
    counter.presenter.exits.on_exit(Exit.REFUSAL, "x")
    counter.store_worker.do()
    assert len(counter.desk.work.saved) == 1

    nameless = AtCounter()
    nameless.choose_procedure()
    leave(nameless, Exit.REFUSAL, "x")
    assert nameless.desk.work.saved == {}


def test_a_sheet_that_does_not_come_out_is_said_and_its_code_holds() -> None:
    counter = who_lacks_a_paper()
    counter.desk.fails_with = NoPrinterError("guidance", "a5")

    leave(counter, Exit.GUIDANCE)

    assert len(counter.desk.work.drafts.every()) == 1
    assert counter.page.problem is not None
    assert counter.page.problem.tone is Tone.ERR


def test_a_refusal_without_a_reason_changes_nothing() -> None:
    counter = who_lacks_a_paper()

    leave(counter, Exit.REFUSAL, "  ")

    assert counter.desk.work.saved == {}
    assert counter.page.problem is not None
    assert not counter.drafts.current.accepting


def test_the_exits_by_keyboard(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    lacking = Block(Blocker.MISSING_PAPERS, papers=((1, "Tờ khai"),))
    page.show_readiness(Readiness(blocks=(lacking,)))
    exits = told(page.exits.exit_chosen)

    page.exits.show_reasons({Exit.SUPPLEMENT: ("thiếu giấy", "giấy chưa hợp lệ")})

    press("Alt+H")
    assert focused().accessibleName() == "Cách giải quyết: Hướng dẫn mang thêm"
    press("Ctrl+Return")
    press("Alt+H", "3", "Tab")
    type_in("sai")
    press("Ctrl+Return")
    press("Alt+H", "2", "Tab", "Down", "Down", "Ctrl+Return")

    assert exits == [
        (Exit.GUIDANCE, ""),
        (Exit.REFUSAL, "sai"),
        (Exit.SUPPLEMENT, "giấy chưa hợp lệ"),
    ]


def test_esc_keeps_the_reason_and_another_draft_has_its_own(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    page.show_readiness(
        Readiness(blocks=(Block(Blocker.MISSING_PAPERS, papers=((1, "Tờ khai"),)),))
    )
    edited = told(page.exits.reason_edited)
    press("Alt+H", "3", "Tab")
    type_in("sai")

    press("Esc", "Alt+H", "Tab", "End")
    type_in(" tên")
    assert edited[-1] == (Exit.REFUSAL, "sai tên")
    press("Esc")

    page.exits.show_typed({Exit.SUPPLEMENT: "thiếu giấy"})
    exits = told(page.exits.exit_chosen)
    press("Alt+H", "Ctrl+Return")
    assert exits == [(Exit.SUPPLEMENT, "thiếu giấy")]


def test_a_form_without_its_reason_is_not_printed_and_says_what_is_missing(
    gallery: Gallery,
) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    lacking = Block(Blocker.MISSING_PAPERS, papers=((1, "Tờ khai"),))
    page.show_readiness(Readiness(blocks=(lacking,)))
    exits = told(page.exits.exit_chosen)

    press("Alt+H", "2", "Ctrl+Return")

    assert exits == []
    assert page.exits.isVisible()
    assert focused().accessibleDescription() == "ghi lý do"


def test_where_nothing_is_lacking_only_a_refusal_is_left(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    page.show_readiness(Readiness())
    exits = told(page.exits.exit_chosen)

    press("Alt+H", "1")
    type_in("không thuộc thẩm quyền")
    press("Ctrl+Return")

    assert exits == [(Exit.REFUSAL, "1không thuộc thẩm quyền")]


def test_a_reason_of_the_catalogue_brings_its_article() -> None:
    for wanted in (Exit.SUPPLEMENT, Exit.REFUSAL):
        counter = who_lacks_a_paper()

        leave(counter, wanted, OFFERED)

        (dossier,) = counter.desk.work.saved.values()
        said = dossier.supplements[0] if wanted is Exit.SUPPLEMENT else dossier.refusal
        assert said is not None
        assert said.legal_basis.startswith("căn cứ của ")


def test_what_must_be_put_right_first_has_the_keys(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    page.show_readiness(Readiness(blocks=(Block(Blocker.NO_NAME),)))

    press("Alt+4", "Alt+H")

    assert not page.exits.isVisible()
    assert page.applicant.isAncestorOf(focused())

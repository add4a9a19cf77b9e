"""The same person and procedure, in the window: the bar, the reason, and the last word."""

from datetime import timedelta

from station.usecases.duplicates import DuplicateDossierError
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.gallery.panels import duplicates
from ui.desktop.gallery.window import Gallery
from ui.desktop.reception.owner_view_model import OwnerField, OwnerKind
from ui.desktop.reception.view_model import Block, Blocker, Duplicates, Readiness


def who_comes_again() -> AtCounter:
    counter = AtCounter()
    counter.fill()
    counter.accept()
    counter.fill()
    return counter


def test_the_earlier_dossier_is_named_and_its_reason_lets_another_one_pass() -> None:
    counter = who_comes_again()
    first = counter.received[0].dossier

    assert counter.page.duplicates.code == first.code
    assert first.code in counter.page.duplicates.words
    assert counter.page.blockers == {Blocker.DUPLICATE}
    counter.presenter.duplicates.on_reason_edited("cho con thứ hai")
    counter.accept()

    second = counter.received[1].dossier
    assert (second.duplicate_of, second.duplicate_reason) == ((first.code,), "cho con thứ hai")


def test_another_person_has_none() -> None:
    counter = who_comes_again()

    counter.presenter.people.on_card_text(OTHER_CARD)
    counter.store_worker.do()

    assert counter.page.duplicates == Duplicates()
    assert counter.page.blockers == set()


def test_the_owner_counts_not_who_hands_in() -> None:
    counter = who_comes_again()

    counter.presenter.people.on_owner_chosen(OwnerKind.CITIZEN)
    counter.presenter.people.on_owner_edited(OwnerField.NAME, "Trần Văn Bình")
    counter.presenter.people.on_owner_edited(OwnerField.NUMBER, "001080004321")
    counter.store_worker.do()

    assert counter.page.duplicates.code == ""


def test_a_late_answer_about_somebody_else_is_dropped() -> None:
    counter = who_comes_again()
    counter.presenter.on_new()
    counter.presenter.people.on_card_text(CARD)
    counter.choose_procedure()
    counter.presenter.people.on_card_text(OTHER_CARD)

    counter.store_worker.do()

    assert counter.page.duplicates.code == ""


def test_n15_what_another_counter_received_in_the_meantime_is_shown_with_its_holder() -> None:
    counter = AtCounter()
    counter.fill()
    counter.store_worker.do()
    other = AtCounter()
    other.fill()
    other.accept()
    counter.desk.work.saved = other.desk.work.saved
    counter.desk.clock.move(timedelta(minutes=1))

    counter.accept()

    assert counter.received == []
    holder = other.received[0].dossier
    assert counter.page.duplicates.code == holder.code
    assert f"quầy {holder.counter} ({holder.officer_name})" in counter.page.duplicates.words
    assert counter.page.problem is not None
    assert DuplicateDossierError.code in counter.page.problem.sentence
    assert counter.page.blockers == {Blocker.DUPLICATE}


def test_the_reason_is_typed_by_keyboard(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page = gallery.reception
    page.show_duplicates(Duplicates(code="000.00.17.H25-261123-0300", words="Cùng người"))
    page.show_readiness(Readiness(blocks=(Block(Blocker.DUPLICATE, subject="x"),)))
    reasons, seen = told(page.duplicates.reason_edited), told(page.duplicates.dossier_wanted)

    press("Ctrl+Return")
    assert focused() is page.duplicates.reason
    type_in("con")
    press("Tab", "Space", "Tab", "Space")

    assert reasons[-1] == "con"
    assert seen == ["000.00.17.H25-261123-0300"]


def test_the_draft_stands_beside_the_other_one_with_its_papers() -> None:
    counter = who_comes_again()
    first = counter.received[0].dossier
    counter.presenter.papers.on_paper_ticked("row-1")

    lines = {line.caption: line for line in counter.page.duplicates.lines if line.caption}

    assert lines["Mã"].there == first.code
    assert (lines["Thủ tục"].here, lines["Thủ tục"].differs) == (first.procedure_name, False)
    assert lines["Quầy, cán bộ"].there == f"{first.counter}, {first.officer_name}"
    assert lines["Giấy tờ"].here


def test_one_key_compares_takes_the_reason_and_gives_the_keys_back(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    page, before = gallery.reception, focused()
    reasons, seen = told(page.duplicates.reason_edited), told(page.duplicates.dossier_wanted)
    press("Alt+G")
    assert focused() is before  # there is none
    page.show_duplicates(duplicates())

    press("Alt+G")
    assert focused() is page.duplicates.panel.reason
    type_in("c")
    press("Return")
    assert (reasons, page.duplicates.panel.isVisible(), focused()) == (["c"], False, before)

    press("Alt+G", "Tab", "Space")
    assert seen == [duplicates().code]
    press("Alt+G")
    page.show_duplicates(Duplicates())
    assert not page.duplicates.panel.isVisible()

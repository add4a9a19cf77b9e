"""An address whose unit was parted: one key takes one of the parts, and the address stays."""

from uuid import uuid4

from tests.builders import MONDAY
from tests.station.test_addresses import BOOK
from tests.ui.reception_counter import AtCounter
from ui.desktop.reception.draft_restoring import restored
from ui.desktop.reception.view_model import ApplicantField

ADDRESS = ApplicantField.ADDRESS
PARTED = "Thôn 2, Thanh Sơn, Phủ Lý, Hà Nam"


def at_counter(address: str) -> AtCounter:
    counter = AtCounter()
    counter.desk.places = BOOK
    counter.fill()
    counter.presenter.people.on_applicant_edited(ADDRESS, address)
    counter.presenter.people.on_applicant_left()
    counter.store_worker.do()
    return counter


def note(counter: AtCounter) -> str:
    said = counter.page.applicant.of(ADDRESS).note
    return said.words if said else ""


def test_one_key_takes_one_part_after_the_other_and_then_none() -> None:
    counter = at_counter(PARTED)

    seen = [note(counter)]
    for _ in range(3):
        counter.presenter.places.on_next()
        seen.append(note(counter))

    assert seen == [
        "nay chia 2: Alt+A", "nay: Phường Phủ Lý", "nay: Xã Kim Bảng", "nay chia 2: Alt+A"
    ]  # fmt: skip


def test_what_was_taken_outlives_the_draft_and_stands_in_the_dossier() -> None:
    counter = at_counter(PARTED)
    counter.presenter.places.on_next()
    counter.presenter.places.on_next()
    problem = counter.page.problem
    assert problem is not None
    assert "Xã Kim Bảng (2/2)" in problem.sentence
    assert "Phường Phủ Lý" in problem.sentence

    again = restored(counter.drafts.current.description(), uuid4(), None, MONDAY.date())
    counter.accept()

    assert again.applicant.plain()["area_code"] == "c7"
    person = counter.received[0].dossier.submitter.person
    assert (person.address, person.area_code, person.area_was) == (PARTED, "c7", "Xã Thanh Sơn")


def test_another_address_or_a_unit_without_doubt_leaves_nothing_to_take() -> None:
    counter = at_counter(PARTED)
    counter.presenter.places.on_next()
    counter.presenter.people.on_applicant_edited(ADDRESS, "Quang Trung, Phủ Lý, Hà Nam")
    assert counter.drafts.current.applicant.plain()["area_code"] is None

    counter = at_counter("Quang Trung, Phủ Lý, Hà Nam")
    counter.presenter.places.on_next()

    assert note(counter) == "nay: Phường Phủ Lý"
    assert counter.drafts.current.applicant.plain()["area_code"] is None

"""N19: what is brought is looked at again; only what is in order ends the wait."""

import pytest

from station.domain.documents import LawfulGround, Reuse, RowCheck
from station.domain.dossier import DossierStatus
from station.usecases.reception_input import DocumentInput, HeldInput
from station.usecases.request_supplement import NothingAskedForError
from tests.station.test_corrections import Office


def test_a_paper_that_is_found_wanting_again_is_still_lacking_and_says_why() -> None:
    office = Office()
    asked = office.asked(office.receive().dossier)
    wrong = DocumentInput(index=1, originals=1, check=RowCheck.NOT_OK, remark="ký sai chỗ")

    after = office.brought(asked, wrong)

    assert after.status is DossierStatus.WAITING_SUPPLEMENT
    assert [(item.index, item.what) for item in after.supplements[-1].still_lacking] == [
        (1, "ký sai chỗ")
    ]
    assert after.documents[0].remark == "ký sai chỗ"
    again = office.brought(after, DocumentInput(index=1, originals=1))
    assert (again.status, again.missing) == (DossierStatus.RECEIVED, ())


def test_a_row_of_which_nothing_came_settles_nothing() -> None:
    office = Office()
    asked = office.asked(office.receive().dossier)
    commits = office.work.commits

    with pytest.raises(NothingAskedForError):
        office.brought(asked, DocumentInput(index=1))

    assert office.work.commits == commits


@pytest.mark.parametrize(
    "given",
    [
        {"reuse": Reuse.REUSED, "result_code": "KQ.G15.000034"},
        {"held": HeldInput(ground=LawfulGround.HELD_BY_STATE, database="CSDLQG về dân cư")},
    ],
)
def test_what_stands_for_a_paper_that_was_asked_for_is_kept_with_its_row(
    given: dict[str, object],
) -> None:
    office = Office()
    asked = office.asked(office.receive().dossier)

    after = office.brought(asked, DocumentInput(index=1, **given))  # type: ignore[arg-type]

    row = after.documents[0]
    assert after.status is DossierStatus.RECEIVED
    assert (row.reuse, row.result_code) == (given.get("reuse"), given.get("result_code"))
    assert (row.held is not None) is ("held" in given)

"""To whom a result is given, and which originals go back with it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.events import DossierForwarded, ResultArrived
from station.domain.processing import Collector, CollectorKind, HeldOriginal
from station.usecases.dossier_act import Acting
from station.usecases.return_result import (
    MayNotCollectError,
    NotHeldError,
    ReturnResult,
    return_result,
)
from tests.builders import MONDAY, a_reception
from tests.fake_work import FakeWork
from tests.fakes import FakeClock
from tests.station.money.counter import HANH

DOSSIER_ID = UUID(int=7)
OWNER = Collector(kind=CollectorKind.OWNER, full_name="Ánh Tuyết", id_number="035199012345")
LAND = "Giấy chứng nhận quyền sử dụng đất"


def given(
    collector: Collector = OWNER,
    *,
    held: Sequence[tuple[str, int]] = (),
    back: Sequence[tuple[str, int]] | None = None,
) -> Dossier:
    work, reception = FakeWork(), a_reception()
    others = tuple(
        SubmittedDocument(index=0, name=name, mandatory=False, originals=count)
        for name, count in held
    )
    facts = (
        replace(reception, documents=others),
        DossierForwarded(list_number="BG-1", agency="UBND phường", list_hash="0" * 64),
        ResultArrived(shelf=None, results=()),
    )
    with work:
        for fact in facts:
            work.append(
                fact, dossier_id=DOSSIER_ID, officer_id="quay3", at=MONDAY, clock_source="fake"
            )
        work.commit()
    acting = Acting(officer=HANH, work=work, clock=FakeClock(), built_at=MONDAY)
    originals = None if back is None else tuple(HeldOriginal(name=n, count=c) for n, c in back)
    command = ReturnResult(collector=collector, originals_returned=originals)
    return return_result(DOSSIER_ID, command, acting=acting)


def test_originals_of_one_name_all_go_back() -> None:
    """Two certificates of one name, noted apart."""
    held = [(LAND, 2), (LAND, 1)]

    for back in (held, [(LAND, 3)], [(LAND, 1)]):
        returned = given(held=held, back=back).returned
        assert returned is not None
        assert [(one.name, one.count) for one in returned.originals_returned] == back


@pytest.mark.parametrize(
    "back", [[(LAND, 4)], [(LAND, 2), (LAND, 2)], [(LAND, 0)], [(LAND, -1)], [("Khác", 1)]]
)
def test_no_more_goes_back_than_is_held(back: list[tuple[str, int]]) -> None:
    with pytest.raises(NotHeldError):
        given(held=[(LAND, 2), (LAND, 1)], back=back)


@pytest.mark.parametrize("number", ["035199012345", "035 199 012 345", "035.199.012.345\u200b"])
def test_a_number_is_the_same_however_its_digits_are_parted(number: str) -> None:
    assert given(replace(OWNER, id_number=number)).returned is not None


@pytest.mark.parametrize("number", ["035199012346", "35199012345", "O35199012345"])
def test_another_number_is_another_person(number: str) -> None:
    with pytest.raises(MayNotCollectError) as caught:
        given(replace(OWNER, id_number=number))

    assert caught.value.why == "identity"

"""An officer's filters: saved, renamed, deleted, and never more than there are keys."""

import pytest

from station.domain.dossier_filter import DossierFilter, SavedFilter
from station.ports.officers import Officer, Role
from station.usecases.dossier_act import Acting
from station.usecases.saved_filters import (
    LONGEST_NAME,
    MOST_FILTERS,
    FilterNameError,
    FilterNameTakenError,
    NoSuchFilterError,
    TooManyFiltersError,
    delete_filter,
    filters_of,
    rename_filter,
    save_filter,
)
from tests.fake_work import FakeWork
from tests.fakes import MONDAY, FakeClock

HERS = Officer(officer_id="quay3", display_name="Hạnh", role=Role.COUNTER)
HIS = Officer(officer_id="quay4", display_name="Bình", role=Role.COUNTER)
LAND, OTHER = DossierFilter(field="Đất đai"), DossierFilter(counter=3)


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


def by(officer: Officer, work: FakeWork) -> Acting:
    return Acting(officer=officer, work=work, clock=FakeClock(), built_at=MONDAY)


def names(work: FakeWork, officer: Officer = HERS) -> list[str]:
    return [one.name for one in filters_of(by(officer, work))]


def test_a_filter_is_its_officers_and_stands_where_it_was_saved(work: FakeWork) -> None:
    save_filter("  Đất   đai ", LAND, acting=by(HERS, work))
    left = save_filter("Quầy 3", OTHER, acting=by(HERS, work))

    assert list(left) == [
        SavedFilter(name="Đất đai", wanted=LAND),
        SavedFilter(name="Quầy 3", wanted=OTHER),
    ]
    assert names(work) == ["Đất đai", "Quầy 3"]
    assert names(work, HIS) == []


def test_saving_under_the_same_name_changes_what_it_asks_for(work: FakeWork) -> None:
    for name, wanted in (("Đất đai", LAND), ("Quầy 3", OTHER)):
        save_filter(name, wanted, acting=by(HERS, work))

    left = save_filter("ĐẤT ĐAI", OTHER, acting=by(HERS, work))

    assert [(one.name, one.wanted) for one in left] == [("ĐẤT ĐAI", OTHER), ("Quầy 3", OTHER)]


def test_there_are_as_many_as_there_are_keys_and_the_last_one_can_still_change(
    work: FakeWork,
) -> None:
    for number in range(MOST_FILTERS):
        save_filter(f"{number}", LAND, acting=by(HERS, work))

    with pytest.raises(TooManyFiltersError):
        save_filter("một nữa", LAND, acting=by(HERS, work))

    save_filter("8", OTHER, acting=by(HERS, work))
    save_filter("của anh ấy", LAND, acting=by(HIS, work))
    assert len(names(work)) == MOST_FILTERS


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_name_can_be_read(work: FakeWork, name: str) -> None:
    with pytest.raises(FilterNameError):
        save_filter(name, LAND, acting=by(HERS, work))

    assert names(work) == []


def test_a_filter_gets_another_name_and_keeps_its_place(work: FakeWork) -> None:
    for name in ("a", "b"):
        save_filter(name, LAND, acting=by(HERS, work))

    rename_filter("a", "A", acting=by(HERS, work))
    assert names(work) == ["A", "b"]
    with pytest.raises(FilterNameTakenError):
        rename_filter("A", "B", acting=by(HERS, work))
    with pytest.raises(NoSuchFilterError):
        rename_filter("a", "c", acting=by(HERS, work))
    assert names(work) == ["A", "b"]


def test_a_filter_is_deleted_once_or_twice(work: FakeWork) -> None:
    for name in ("a", "b"):
        save_filter(name, LAND, acting=by(HERS, work))

    for _ in range(2):
        delete_filter("a", acting=by(HERS, work))

    assert names(work) == ["b"]

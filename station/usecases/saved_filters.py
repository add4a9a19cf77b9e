"""An officer's own filters of the list: saved under a name, renamed, deleted.

No facts of the journal: nobody's dossier is other for them. Everybody looks at lists, so everybody
may.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from station.domain.dossier_filter import DossierFilter, SavedFilter
from station.errors import StationError
from station.text import clean
from station.usecases.dossier_act import Acting

MOST_FILTERS: Final = 9
"""One for each digit key."""
LONGEST_NAME: Final = 40
_Change = Callable[[Sequence[SavedFilter]], Sequence[SavedFilter]]


class TooManyFiltersError(StationError):
    """There is a key for no more of them."""

    code = "FLT-001"

    def __init__(self) -> None:
        super().__init__(f"more than {MOST_FILTERS} saved filters")
        self.most = MOST_FILTERS


class FilterNameError(StationError):
    """Nothing that can be read is left of the name, or too much."""

    code = "FLT-002"

    def __init__(self) -> None:
        super().__init__("no name for a filter")
        self.longest = LONGEST_NAME


class FilterNameTakenError(StationError):
    """Another filter of this officer has the name."""

    code = "FLT-003"

    def __init__(self) -> None:
        super().__init__("the name of another filter")


class NoSuchFilterError(StationError):
    """It was deleted meanwhile."""

    code = "FLT-004"

    def __init__(self) -> None:
        super().__init__("no filter of this name")


def filters_of(acting: Acting) -> Sequence[SavedFilter]:
    """Give this officer's filters, the first saved first."""
    with acting.work as work:
        return work.saved_filters.of(acting.officer.officer_id)


def save_filter(name: str, wanted: DossierFilter, *, acting: Acting) -> Sequence[SavedFilter]:
    """Keep a filter under a name, in place of what was kept under it; give all of them.

    Raises:
        FilterNameError: the name is empty or too long.
        TooManyFiltersError: there are as many as there are keys.
    """
    saved = SavedFilter(name=_readable(name), wanted=wanted)

    def change(known: Sequence[SavedFilter]) -> Sequence[SavedFilter]:
        if any(_same(one.name, saved.name) for one in known):
            return [saved if _same(one.name, saved.name) else one for one in known]
        if len(known) >= MOST_FILTERS:
            raise TooManyFiltersError
        return [*known, saved]

    return _changed(acting, change)


def rename_filter(name: str, to: str, *, acting: Acting) -> Sequence[SavedFilter]:
    """Give a filter another name; give all of them.

    Raises:
        FilterNameError: the new name is empty or too long.
        FilterNameTakenError: another filter has it.
        NoSuchFilterError: there is none of the old name.
    """
    new = _readable(to)

    def change(known: Sequence[SavedFilter]) -> Sequence[SavedFilter]:
        if all(one.name != name for one in known):
            raise NoSuchFilterError
        if any(_same(one.name, new) for one in known if one.name != name):
            raise FilterNameTakenError
        return [replace(one, name=new) if one.name == name else one for one in known]

    return _changed(acting, change)


def delete_filter(name: str, *, acting: Acting) -> Sequence[SavedFilter]:
    """Forget a filter; one that is gone already is no mistake. Give those that are left."""
    return _changed(acting, lambda known: [one for one in known if one.name != name])


def _changed(acting: Acting, change: _Change) -> Sequence[SavedFilter]:
    officer_id = acting.officer.officer_id
    with acting.work as work:
        left = change(work.saved_filters.of(officer_id))
        work.saved_filters.keep(officer_id, left)
        work.commit()
    return left


def _readable(name: str) -> str:
    readable = clean(name)
    if not 0 < len(readable) <= LONGEST_NAME:
        raise FilterNameError
    return readable


def _same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()

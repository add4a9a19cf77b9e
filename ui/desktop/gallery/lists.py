"""The list of dossiers as it is narrowed, with invented filters."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Days, DossierFilter
from station.ports.dossier_queries import FilterValues
from ui.desktop.dossiers.page import DossierListPage
from ui.desktop.dossiers.view_model import DossierList, SavedLine
from ui.desktop.gallery import samples
from ui.desktop.keys import Act
from ui.desktop.shortcuts import do

_LAND = DossierFilter(promised=Days.WEEK, field="Đất đai")
_OVERDUE = DossierFilter(promised=Days.OVERDUE)
_LONGEST = DossierFilter(
    received=Days.BETWEEN,
    received_from=date(2025, 12, 1),
    received_to=date(2026, 9, 24),
    promised=Days.BETWEEN,
    promised_from=date(2026, 9, 24),
    promised_to=date(2026, 10, 8),
    counter=12,
    status=DossierStatus.WAITING_FINANCIAL_DUTY,
    field="Thành lập và hoạt động của hộ kinh doanh",
)
_VALUES = FilterValues(
    counters=(1, 2, 3, 12),
    fields=("Chứng thực", "Cư trú", "Đất đai", "Hộ tịch", _LONGEST.field or ""),
)


def list_scenes(page: DossierListPage, show: Callable[[], None]) -> dict[str, Callable[[], None]]:
    """Give the scenes; ``show`` brings the list to the front."""

    def narrowed(wanted: DossierFilter | None, count: int = 23, total: int = 0) -> None:
        show()
        page.show_list(_list(wanted, count, total))
        page.take_focus()

    def asked(act: Act, wanted: DossierFilter | None) -> None:
        narrowed(wanted)
        do(page.window(), act)

    return {
        "list-saved": lambda: narrowed(None),
        "list-narrowed": lambda: narrowed(_LAND),
        "list-narrowed-longest": lambda: narrowed(_LONGEST, 37, 12_345),
        "list-narrowed-empty": lambda: narrowed(_OVERDUE, 0),
        "list-narrow": lambda: asked(Act.NARROW, _LONGEST),
        "list-save-filter": lambda: asked(Act.SAVE_FILTER, _LONGEST),
        "list-saved-filters": lambda: asked(Act.SAVED_FILTERS, _LAND),
    }


def _list(wanted: DossierFilter | None, count: int, total: int) -> DossierList:
    kept = (
        ("Đất đai", _LAND, 23),
        ("Quá hạn", _OVERDUE, 0),
        ("Hộ kinh doanh chờ nghĩa vụ tài chính", _LONGEST, 12_345),
        ("Hộ tịch hôm nay", DossierFilter(received=Days.TODAY, field="Hộ tịch"), 6),
        ("Quầy 1 tháng này", DossierFilter(received=Days.MONTH, counter=1), 318),
        ("Chờ bổ sung", DossierFilter(status=DossierStatus.WAITING_SUPPLEMENT), 4),
    )
    saved = tuple(
        SavedLine(name=name, wanted=each, count=number, is_chosen=each == wanted)
        for name, each, number in kept
    )
    usual = samples.dossier_list()
    if wanted is None:
        return replace(usual, saved=saved, values=_VALUES)
    return replace(
        usual,
        lines=samples.lines(count),
        narrowed=wanted,
        total=total or count,
        saved=saved,
        values=_VALUES,
    )

"""What is entered in the panel is read as a filter, and shown as it was entered."""

from datetime import date
from typing import Any

import pytest

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Days, DossierFilter
from ui.desktop.dossiers.typed_filter import (
    PROMISED_TO,
    RECEIVED_FROM,
    RECEIVED_TO,
    TypedFilter,
    read_filter,
    typed_of,
)

WHOLE = DossierFilter(
    received=Days.BETWEEN,
    received_from=date(2026, 9, 1),
    received_to=date(2026, 9, 30),
    promised=Days.WEEK,
    counter=12,
    status=DossierStatus.PROCESSING,
    field="Đất đai",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, DossierFilter()),
        ({"promised": "overdue", "counter": "3"}, DossierFilter(promised=Days.OVERDUE, counter=3)),
        (
            {"received": "between", "received_from": "1/9/2026"},
            DossierFilter(received=Days.BETWEEN, received_from=date(2026, 9, 1)),
        ),
        ({"received": "between"}, DossierFilter()),
        ({"received": "today", "received_from": "left over"}, DossierFilter(received=Days.TODAY)),
    ],
)
def test_what_is_entered_is_a_filter(typed: dict[str, Any], expected: DossierFilter) -> None:
    assert read_filter(TypedFilter(**typed)) == expected


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"received": "between", "received_from": "31/9/2026"}, {RECEIVED_FROM}),
        (
            {"received": "between", "received_from": "2/9/2026", "received_to": "1/9/2026"},
            {RECEIVED_TO},
        ),
        (
            {
                "received": "between",
                "received_from": "x",
                "promised": "between",
                "promised_to": "1/13/2026",
            },
            {RECEIVED_FROM, PROMISED_TO},
        ),
    ],
)
def test_days_that_cannot_be_read_are_named(typed: dict[str, Any], wrong: set[str]) -> None:
    assert read_filter(TypedFilter(**typed)) == frozenset(wrong)


@pytest.mark.parametrize("wanted", [DossierFilter(), WHOLE, DossierFilter(promised=Days.MONTH)])
def test_a_filter_is_shown_as_it_would_be_entered(wanted: DossierFilter) -> None:
    assert read_filter(typed_of(wanted)) == wanted

"""A procedure varies by case and by day; both are data of the pack."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from station.catalogue.built_in import built_in_packs
from station.catalogue.pack_format import pack_from_plain, pack_to_bytes
from station.domain.procedure import (
    Case,
    DatedAmount,
    Fee,
    ProcessingTime,
    TimeUnit,
    UnknownCaseError,
)
from tests.builders import a_procedure

LATE = Case(
    key="qua-han",
    label="Quá hạn",
    processing_time=ProcessingTime(5, TimeUnit.WORKING_DAY),
    fees=(Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=8_000, per="hồ sơ"),),
)
IN_TIME = Case(key="dung-han", label="Đúng hạn")
TOO_LONG = {"value": 999, "unit": "working_day"}
SAME_DAY = {"from_on": "2026-07-01", "amount_vnd": 2}
PROCEDURE = a_procedure(cases=(IN_TIME, LATE))


def test_a_case_changes_what_it_names_and_keeps_the_rest() -> None:
    late = PROCEDURE.in_case("qua-han")

    assert late.fees == LATE.fees
    assert late.processing_time == LATE.processing_time
    assert late.required_documents == PROCEDURE.required_documents


def test_without_a_choice_the_first_case_holds() -> None:
    assert PROCEDURE.in_case(None) == PROCEDURE.in_case("dung-han")
    assert a_procedure().in_case(None) == a_procedure()


@pytest.mark.parametrize("procedure", [PROCEDURE, a_procedure()])
def test_an_unknown_case_names_those_that_are(procedure: object) -> None:
    with pytest.raises(UnknownCaseError) as caught:
        procedure.in_case("khác")  # type: ignore[attr-defined]

    assert caught.value.details["known"] == [case.key for case in procedure.cases]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        (date(2025, 12, 31), 15_000),
        (date(2026, 1, 1), 18_000),
        (date(2026, 6, 30), 18_000),
        (date(2026, 7, 1), 20_000),
    ],
)
def test_a_fee_is_what_its_day_says(on: date, amount: int) -> None:
    fee = replace(
        PROCEDURE.fees[0],
        tariffs=(DatedAmount(date(2026, 1, 1), 18_000), DatedAmount(date(2026, 7, 1), 20_000)),
    )

    assert fee.amount_on(on) == amount


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"cases": [{"key": "a", "label": "A"}, {"key": "a", "label": "B"}]}, "cases"),
        ({"cases": [{"key": "Chữ Hoa", "label": "A"}]}, "cases"),
        ({"stages": [{"name": "1", "agency": "A", "processing_time": TOO_LONG}]}, "stages[0]"),
        ({"fees": [{"name": "F", "kind": "phí", "amount_vnd": -1, "per": "x"}]}, "fees"),
        (
            {"fees": [{"name": "F", "kind": "phí", "amount_vnd": 1, "per": "x",
                       "tariffs": [SAME_DAY, SAME_DAY]}]},
            "tariffs",
        ),
        ({"colour": "red"}, "colour"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_its_place(
    change: dict[str, object], place: str
) -> None:
    procedure = {"code": "1.004873", "name": "A", "field_code": "X", "field": "X", "agency": "A"}
    plain = {
        "schema": "tram-mot-cua-pack/1", "name": "p", "version": "1", "issued_on": None,
        "status": "sample", "procedures": [procedure | change],
    }  # fmt: skip

    with pytest.raises(msgspec.ValidationError, match=r"\$|unknown field") as caught:
        pack_from_plain(plain)

    assert place in str(caught.value)


def test_the_built_in_packs_come_back_as_they_were_written() -> None:
    for pack in built_in_packs():
        assert pack_from_plain(msgspec.json.decode(pack_to_bytes(pack))) == pack

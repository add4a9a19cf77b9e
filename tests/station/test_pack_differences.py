"""What a pack changes is told in words, in both languages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.differences import Aspect, difference
from station.domain.procedure import (
    Case,
    Exemption,
    Fee,
    Procedure,
    ProcessingTime,
    RequiredDocument,
    TimeUnit,
)
from tests.builders import a_procedure

OLD = a_procedure()
FEE = OLD.fees[0]
PAPERS = OLD.required_documents


def words(new: Procedure, old: Procedure = OLD) -> list[str]:
    (changed,) = difference([old], [new]).changed
    return [change.words("vi") for change in changed.changes]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "Tên mới"}, [f"tên: «{OLD.name}» → «Tên mới»"]),
        (
            {"processing_time": ProcessingTime(5, TimeUnit.WORKING_DAY)},
            ["thời hạn: 3 ngày làm việc → 5 ngày làm việc"],
        ),
        ({"processing_time": None}, ["thời hạn: 3 ngày làm việc → chưa có"]),
        ({"cutoff": "15:00"}, ["giờ chốt nhận: theo giờ cơ quan → 15:00"]),
        (
            {"required_documents": (*PAPERS[1:], RequiredDocument(index=4, name="Ảnh"))},
            ["thêm giấy tờ: Ảnh", "bỏ giấy tờ: Tờ khai"],
        ),
        (
            {"required_documents": (replace(PAPERS[0], originals=2), *PAPERS[1:])},
            ["đổi yêu cầu giấy tờ: Tờ khai"],
        ),
        ({"fees": (replace(FEE, amount_vnd=20_000),)}, ["Lệ phí: 15.000 đ → 20.000 đ"]),
        ({"fees": ()}, ["bỏ khoản thu: Lệ phí"]),
        (
            {"fees": (FEE, Fee(index=2, name="Phí", kind="phí", amount_vnd=8_000, per="bản"))},
            ["thêm khoản thu: Phí 8.000 đ"],
        ),
        (
            {"fees": (replace(FEE, exemptions=(Exemption(key="a", name="A"),)),)},
            ["đổi điều kiện thu: Lệ phí"],
        ),
        ({"agency": "Sở Tư pháp"}, ["đổi thông tin khác"]),
        ({"required_documents": PAPERS[::-1]}, ["đổi thông tin khác"]),
    ],
)
def test_each_change_is_named(change: dict[str, object], said: list[str]) -> None:
    assert words(replace(OLD, **change)) == said  # type: ignore[arg-type]  # checked by the class


def test_a_change_within_a_case_names_the_case() -> None:
    late = Case(key="qua-han", label="Quá hạn", fees=(FEE,))
    old = replace(OLD, cases=(late,))
    dearer = replace(late, fees=(replace(FEE, amount_vnd=30_000),))

    assert words(replace(OLD, cases=(dearer,)), old) == ["Quá hạn – Lệ phí: 15.000 đ → 30.000 đ"]
    assert words(OLD, old) == ["đổi các trường hợp giải quyết"]


def test_what_comes_goes_and_stays_is_told_apart() -> None:
    kept, gone, new = (a_procedure(code=f"1.00000{n}") for n in "123")

    found = difference([kept, gone], [kept, new])

    assert found.added == (("1.000003", new.name),)
    assert found.removed == (("1.000002", gone.name),)
    assert found.changed == ()


procedures = st.lists(
    st.builds(
        a_procedure,
        code=st.sampled_from(["1.000001", "1.000002", "1.000003"]),
        cutoff=st.sampled_from([None, "15:00"]),
        fees=st.sampled_from([(), (FEE,), (replace(FEE, amount_vnd=1),)]),
    ),
    unique_by=lambda procedure: procedure.code,
)


@given(before=procedures, after=procedures)
def test_nothing_is_told_twice_or_left_out(before: list[Procedure], after: list[Procedure]) -> None:
    found = difference(before, after)

    told = [code for code, _ in (*found.added, *found.removed)]
    told += [each.code for each in found.changed]
    differing = {p.code for p in (*before, *after) if (p in before) != (p in after)}
    assert sorted(told) == sorted(differing)
    assert all(each.changes for each in found.changed)
    assert Aspect.OTHER not in {c.aspect for each in found.changed for c in each.changes}

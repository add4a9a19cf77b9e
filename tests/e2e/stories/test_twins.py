"""N15: two counters, both offline, receive the same person under the same procedure."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.station_process import PASSWORD
from tests.e2e.stories.conftest import Teller, enrol_teller
from ui.gateway import start_gateway

pytestmark = pytest.mark.e2e

Counters = tuple[Teller, Teller]


@pytest.fixture(scope="module")
def counters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counters]:
    """Counters 3 and 5 of one agency, each with a store of its own."""
    folder = tmp_path_factory.mktemp("twins")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATION_PASSWORD", PASSWORD)
        with start_gateway(folder / "server") as server:
            yield enrol_teller(server, folder, number=3), enrol_teller(server, folder, number=5)


def meet(counters: Counters) -> None:
    """Let both have a line again, and hear of one another."""
    for teller in (*counters, *counters):
        teller.synchronise()


def twins_of(teller: Teller, code: str) -> list[dict[str, Any]]:
    return [one for row in teller.ok("dossier", "twins") if row["dossier_code"] == code
            for one in row["twins"]]  # fmt: skip


def received(counters: Counters, **changes: Any) -> tuple[str, str]:
    return counters[0].receive(payment=None, **changes), counters[1].receive(**changes)


def person(number: str) -> dict[str, Any]:
    paper = {"type": "can_cuoc", "number": number, "issued_on": "2021-06-15"}
    named = {"full_name": "Trần Văn Bình", "date_of_birth": "1980-01-02", "sex": "male"}
    return {"kind": "citizen", "id_document": paper, "address": "Hà Nam"} | named


def test_n15_both_are_kept_and_each_counter_sees_the_other_one_beside_its_own(
    counters: Counters,
) -> None:
    three, five = counters
    applicant = person("001080004321")
    one, other = received(counters, applicant=applicant)
    meet(counters)

    (seen_at_three,), (seen_at_five,) = twins_of(three, one), twins_of(five, other)
    assert (seen_at_three["dossier_code"], seen_at_five["dossier_code"]) == (other, one)
    assert (seen_at_three["counter"], seen_at_five["counter"]) == (5, 3)
    assert seen_at_three["officer_name"] == "Trần Thị Hạnh"
    assert seen_at_three["owner_name"] == "Trần Văn Bình"
    assert len(seen_at_three["papers"]) == 2
    assert [three.ok("dossier", "show", one)["status"]] == ["received"]
    assert [five.ok("dossier", "show", other)["status"]] == ["received"]


def test_n15_a_supervisor_keeps_both_with_a_reason_and_the_other_counter_hears_of_it(
    counters: Counters,
) -> None:
    three, five = counters
    one, other = received(counters, applicant=person("001080004322"))
    meet(counters)
    keep = ("dossier", "keep-both", one, "--twin", other)

    by_officer = three.refused(*keep, "--reason", "hai thửa khác nhau")
    without = three.refused(*keep, "--reason", " ", officer="truongbp")
    kept = three.ok(*keep, "--reason", "hai thửa khác nhau", officer="truongbp")
    again = three.refused(*keep, "--reason", "hai thửa", officer="truongbp")
    meet(counters)

    assert [error["code"] for error in (by_officer, without, again)] == [
        "AUT-003", "DOS-024", "DOS-072",
    ]  # fmt: skip
    assert kept["twins"][0]["kept"]["reason"] == "hai thửa khác nhau"
    assert not twins_of(three, one)
    assert not twins_of(five, other)
    told = [entry["kind"] for entry in five.ok("dossier", "history", other)]
    assert told[-2:] == ["DuplicateFlagged", "DuplicatesKept"]
    assert "DuplicatesKept" in [e["kind"] for e in three.ok("dossier", "history", one)]


def test_n15_one_of_the_two_is_withdrawn_by_the_lawful_act_and_the_other_goes_on(
    counters: Counters,
) -> None:
    three, five = counters
    one, other = received(counters, applicant=person("001080004323"))
    meet(counters)

    three.ok("dossier", "withdraw", one, "--reason", "trùng với hồ sơ ở Quầy 5")
    meet(counters)

    assert three.ok("dossier", "show", one)["status"] == "withdrawn"
    assert not twins_of(three, one)
    assert five.ok("dossier", "show", other)["status"] == "received"
    assert not twins_of(five, other)
    (twin,) = five.ok("dossier", "show", other)["twins"]
    assert twin["ended"] == "withdrawn"


def test_n15_another_person_or_a_reason_given_at_reception_is_no_twin(counters: Counters) -> None:
    one, other = (
        counters[0].receive(applicant=person("001080004324")),
        counters[1].receive(applicant=person("001080004325")),
    )
    meet(counters)

    assert not twins_of(counters[0], one)
    assert not twins_of(counters[1], other)


def test_n15_the_lists_made_anew_still_know_the_twins(counters: Counters) -> None:
    one, _ = received(counters, applicant=person("001080004326"))
    meet(counters)
    before = counters[0].ok("dossier", "twins")

    counters[0].ok("store", "rebuild", officer="admin")

    assert counters[0].ok("dossier", "twins") == before
    assert counters[0].ok("store", "check", officer="admin")["ok"]
    assert twins_of(counters[0], one)

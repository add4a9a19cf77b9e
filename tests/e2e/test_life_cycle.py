"""Whole lives of dossiers through the command line, on a real encrypted store."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from station.domain.journal import VIETNAM
from tests.builders import a_description
from tests.e2e.station_process import PASSWORD, Station

pytestmark = pytest.mark.e2e

NUMBER = "035199012345"


def described(**changes: Any) -> str:
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    return json.dumps(a_description(**({"documents": papers} | changes)))


@pytest.fixture
def approver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATION_APPROVER_PASSWORD", PASSWORD)


def received(station: Station, **changes: Any) -> str:
    result = station.ok("dossier", "receive", "-", stdin=described(**changes))
    return str(result["dossier_code"])


def kinds(station: Station, code: str) -> list[str]:
    return [entry["kind"] for entry in station.ok("dossier", "history", code)]


def test_a_simple_dossier_from_reception_to_the_result(sample_station: Station) -> None:
    form, paper = {"index": 1, "originals": 1}, {"index": 3, "originals": 1}
    papers = [form, paper, {"index": 4, "presented": 1}]
    code = received(sample_station, documents=papers)

    forwarded = sample_station.ok("dossier", "forward", code)
    arrived = sample_station.ok(
        "dossier", "arrive", code, "--shelf", "K2-07", "--result", "Giấy xác nhận=12/XN"
    )
    given = sample_station.ok("dossier", "return", code, "--id-number", NUMBER)

    assert (forwarded["status"], forwarded["national_status"]) == ("processing", 4)
    assert (arrived["status"], arrived["shelf"]) == ("result_ready", "K2-07")
    assert (given["status"], given["national_status"], given["allowed"]) == ("returned", 10, [])
    (original,) = given["originals"]  # the form stays in the dossier
    assert original["name"].startswith("Giấy xác nhận tình trạng hôn nhân đã cấp")
    assert kinds(sample_station, code)[-3:] == [
        "DossierForwarded", "ResultArrived", "ResultReturned",
    ]  # fmt: skip


def test_what_misses_is_asked_for_once_and_the_time_begins_when_it_has_come(
    sample_station: Station, tmp_path: Path
) -> None:
    lodged = sample_station.ok(
        "dossier", "lodge", "-", "--then", "supplement", "--reason", "thiếu tờ khai",
        stdin=described(documents=[{"index": 4, "presented": 1}]),
    )  # fmt: skip
    code = lodged["dossier_code"]
    assert (lodged["national_status"], lodged["due_at"]) == (5, None)
    assert sample_station.refused("slip", code, "-o", tmp_path / "x.pdf")["code"] == "DOS-021"
    sample_station.ok("slip", code, "--form", "02", "-o", tmp_path / "02.pdf")

    brought = sample_station.ok(
        "dossier", "bring", code, "-", stdin='{"documents": [{"index": 1, "originals": 1}]}'
    )

    assert (brought["status"], brought["missing"]) == ("received", [])
    assert brought["due_at"]
    sample_station.ok("slip", code, "-o", tmp_path / "01.pdf")


def test_a_second_list_says_what_the_first_one_missed(sample_station: Station) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    asked = sample_station.ok(
        "dossier", "supplement", code, "--missing", "1=chưa ký", "--reason", "tờ khai chưa ký"
    )
    brought = sample_station.ok(
        "dossier", "bring", code, "-", stdin='{"documents": [{"index": 1, "originals": 1}]}'
    )
    again = ("dossier", "supplement", code, "--missing", "2", "--reason", "thiếu trích lục")

    error = sample_station.refused(*again)
    second = sample_station.ok(*again, "--missed-before", "kết hôn trước đó mới phát hiện")

    assert asked["missing"] == [
        {"index": 1, "name": asked["missing"][0]["name"], "what": "chưa ký"}
    ]
    assert brought["status"] == "processing"
    assert brought["due_before"] == asked["due_at"] <= brought["due_at"]
    assert (brought["request"], brought["due_reason"] != asked["due_reason"]) == (1, True)
    assert "forward" in brought["allowed"]
    assert error["code"] == "DOS-023"
    assert second["request"] == 2


def test_a_refusal_has_its_reasons_and_no_date(sample_station: Station, tmp_path: Path) -> None:
    lodged = sample_station.ok(
        "dossier", "lodge", "-", "--then", "refuse", "--reason", "không thuộc thẩm quyền",
        stdin=described(),
    )  # fmt: skip

    assert (lodged["national_status"], lodged["due_at"]) == (3, None)
    sample_station.ok("slip", lodged["dossier_code"], "--form", "03", "-o", tmp_path / "03.pdf")
    assert sample_station.refused("dossier", "forward", lodged["dossier_code"])["code"] == "DOS-020"


@pytest.mark.usefixtures("approver")
def test_a_correction_after_hand_over_needs_a_second_person(sample_station: Station) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    correct = ("dossier", "correct", code, "-", "--reason", "sai trích yếu")
    change = '{"summary": "Xác nhận tình trạng hôn nhân để vay vốn"}'

    alone = sample_station.refused(*correct, stdin=change)
    myself = sample_station.refused(*correct, "--approved-by", "quay3", stdin=change)
    done = sample_station.ok(*correct, "--approved-by", "truongbp", stdin=change)
    nothing = sample_station.refused(*correct, "--approved-by", "truongbp", stdin=change)

    assert (alone["code"], myself["code"]) == ("AUT-007", "AUT-008")
    assert (done["version"], done["changed"]) == (2, ["summary"])
    assert nothing["code"] == "DOS-028"


def test_a_correction_that_adds_somebody_who_acts_wants_the_letter(
    sample_station: Station,
) -> None:
    code = received(sample_station)
    correct = ("dossier", "correct", code, "-", "--reason", "nộp thay, nhận nhầm là chính chủ")
    letter = {"kind": "Giấy uỷ quyền", "number": "12/UQ", "issued_on": "2026-11-02"}
    owner = {"kind": "citizen", "full_name": "Trần Văn Chủ"}
    shown = {"owner": owner, "authorisation": letter | {"paper": {"originals": 1}}}

    without = sample_station.refused(
        *correct, stdin=json.dumps({"owner": owner, "authorisation": letter})
    )
    done = sample_station.ok(*correct, stdin=json.dumps(shown))

    assert without["code"] == "DOS-001"
    assert [paper["name"] for paper in without["details"]["missing"]] == ["Giấy uỷ quyền"]
    assert set(done["changed"]) == {"owner", "authorisation", "documents"}
    last = sample_station.ok("dossier", "show", code)["documents"][-1]
    assert (last["index"], last["name"], last["originals"]) == (0, "Giấy uỷ quyền", 1)


def test_a_correction_takes_an_owner_away_who_was_written_in_error(sample_station: Station) -> None:
    letter = {"kind": "Giấy uỷ quyền", "issued_on": "2026-11-02", "paper": {"originals": 1}}
    owner = {"kind": "citizen", "full_name": "Trần Văn Chủ"}
    code = received(sample_station, owner=owner, authorisation=letter)
    correct = ("dossier", "correct", code, "-", "--reason", "nộp cho chính mình")

    both = sample_station.refused(*correct, stdin=json.dumps({"no_owner": True, "owner": owner}))
    done = sample_station.ok(*correct, stdin='{"no_owner": true}')
    again = sample_station.refused(*correct, stdin='{"no_owner": true}')

    assert (both["code"], again["code"]) == ("DOS-005", "DOS-028")
    assert set(done["changed"]) == {"owner", "authorisation", "documents"}
    dossier = sample_station.ok("dossier", "show", code)
    assert (dossier["owner"], dossier["authorisation"]) == (None, None)
    last = dossier["documents"][-1]
    assert (last["name"], last["mandatory"], last["originals"]) == ("Giấy uỷ quyền", False, 1)


def test_a_correction_to_another_procedure_wants_its_case_and_its_papers(
    sample_station: Station,
) -> None:
    code = received(sample_station)
    correct = ("dossier", "correct", code, "-", "--reason", "chọn nhầm thủ tục khi tiếp nhận")
    papers = [{"index": 1, "originals": 1}, {"index": 2, "originals": 1}]
    birth: dict[str, Any] = {"procedure_code": "1.001193"}

    no_case = sample_station.refused(*correct, stdin=json.dumps(birth))
    birth |= {"case": "dung-han"}
    no_papers = sample_station.refused(*correct, stdin=json.dumps(birth))
    files = [papers[0] | {"files": ["a.pdf"]}]
    scans = sample_station.refused(*correct, stdin=json.dumps(birth | {"documents": files}))
    done = sample_station.ok(*correct, stdin=json.dumps(birth | {"documents": papers}))

    assert (no_case["code"], no_case["details"]["cases"]) == ("DOS-061", "dung-han, qua-han")
    assert (no_papers["code"], scans["code"]) == ("DOS-001", "DOS-005")
    assert {1, 2} <= {paper["index"] for paper in no_papers["details"]["missing"]}
    assert {"procedure_code", "case", "documents", "due_at"} <= set(done["changed"])
    rows = sample_station.ok("dossier", "show", code)["documents"]
    assert [row["index"] for row in rows if row["index"]] == [1, 2, 3, 4, 5]
    carried = next(row for row in rows if row["index"] == 4)  # the same paper in both lists
    assert carried["presented"] == 1
    assert "Tờ khai cấp Giấy xác nhận" in "".join(row["name"] for row in rows if not row["index"])


def test_a_withdrawal_gives_the_originals_back_and_ends_it(
    sample_station: Station, tmp_path: Path
) -> None:
    code = received(sample_station)

    withdrawn = sample_station.ok("dossier", "withdraw", code, "--reason", "không còn nhu cầu")

    assert (withdrawn["national_status"], withdrawn["allowed"]) == (7, [])
    assert withdrawn["originals"][0]["count"] == 1
    sample_station.ok("paper", "papers-back", code, "-o", tmp_path / "back.pdf")


def test_a_signed_result_cannot_be_withdrawn(sample_station: Station) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    sample_station.ok("dossier", "arrive", code)

    error = sample_station.refused("dossier", "withdraw", code, "--reason", "đổi ý")

    assert error["code"] == "DOS-020"
    assert error["details"]["status"] == "result_ready"
    assert "return" in error["details"]["allowed"]


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (("--collector", "owner"), "no_number"),
        (("--collector", "owner", "--id-number", "001080004321"), "identity"),
        (("--collector", "authorised", "--name", "Trần Văn Bình"), "no_letter"),
        (("--collector", "post"), "no_post"),
    ],
)
def test_the_result_is_kept_from_who_may_not_collect(
    sample_station: Station, who: tuple[str, ...], why: str
) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    sample_station.ok("dossier", "arrive", code)

    error = sample_station.refused("dossier", "return", code, *who)

    assert (error["code"], error["details"]["why"]) == ("DOS-026", why)
    assert sample_station.ok("dossier", "show", code)["status"] == "result_ready"


def test_an_identity_paper_that_was_not_brought_is_seen_before_the_result_is_given(
    sample_station: Station,
) -> None:
    applicant = a_description()["applicant"]
    paper = {"type": "personal_number", "number": NUMBER, "read_from": "typed"}
    unseen = applicant | {"id_document": paper | {"presented": False}}
    code = received(sample_station, applicant=unseen)
    named_anew = applicant | {"full_name": "Nguyễn Thị Ánh", "id_document": paper}
    sample_station.ok(
        "dossier", "correct", code, "-", "--reason", "sai tên",
        stdin=json.dumps({"applicant": named_anew}),
    )  # fmt: skip
    sample_station.ok("dossier", "forward", code)
    sample_station.ok("dossier", "arrive", code)

    error = sample_station.refused("dossier", "return", code, "--id-number", NUMBER)

    assert (error["code"], error["details"]["why"]) == ("DOS-026", "not_presented")
    given = sample_station.ok("dossier", "return", code, "--id-number", NUMBER, "--id-seen")
    assert given["status"] == "returned"


def test_a_lost_slip_is_noted_and_the_return_says_so(sample_station: Station) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    sample_station.ok("dossier", "lost-slip", code)
    sample_station.ok("dossier", "arrive", code)

    sample_station.ok("dossier", "return", code, "--id-number", NUMBER)

    assert sample_station.ok("dossier", "show", code)["returned"]["slip_lost"] is True


def test_a_list_for_two_agencies_is_not_sealed(sample_station: Station) -> None:
    ours = received(sample_station)

    error = sample_station.refused("dossier", "forward", ours, "--agency", "Sở Tư pháp")

    assert error["code"] == "DOS-025"
    assert sample_station.ok("dossier", "show", ours)["status"] == "received"


def test_lists_are_proved_by_their_hash(sample_station: Station, tmp_path: Path) -> None:
    codes = [received(sample_station), received(sample_station)]

    sealed = sample_station.ok("dossier", "forward", *codes)

    assert [dossier["dossier_code"] for dossier in sealed["dossiers"]] == codes
    assert len(sealed["list_hash"]) == 64
    sample_station.ok("paper", "hand-over", sealed["list_number"], "-o", tmp_path / "list.pdf")


def test_a_list_comes_back_signed_and_what_was_not_taken_is_at_the_counter_again(
    sample_station: Station,
) -> None:
    codes = [received(sample_station), received(sample_station)]
    sealed = sample_station.ok("dossier", "forward", *codes)

    signed = sample_station.ok(
        "hand-over", "sign", sealed["list_number"], "--by", "Lê Văn Nam",
        "--not-taken", f"{codes[1]}=thiếu giấy",
    )  # fmt: skip

    assert [one["status"] for one in signed["dossiers"]] == ["processing", "received"]
    entry, *_ = sample_station.ok("hand-over", "lists")
    assert (entry["receiver"], entry["not_taken"]) == ("Lê Văn Nam", 1)
    assert kinds(sample_station, codes[1])[-1] == "FolderHandedBack"
    again = sample_station.refused("hand-over", "sign", sealed["list_number"], "--by", "X")
    assert again["code"] == "DOS-062"
    assert sample_station.ok("dossier", "forward", codes[1])["status"] == "processing"


def test_the_store_folds_to_what_it_shows_after_all_this(sample_station: Station) -> None:
    admin = sample_station.as_officer("admin")

    assert admin.ok("store", "check")["ok"] is True
    assert admin.ok("audit", "verify")["ok"] is True


def test_a_list_shows_dossiers_without_a_due_date_too(sample_station: Station) -> None:
    lodged = sample_station.ok(
        "dossier", "lodge", "-", "--then", "refuse", "--reason", "không thuộc thẩm quyền",
        stdin=described(),
    )  # fmt: skip

    rows = sample_station.ok("dossier", "list")

    assert next(r for r in rows if r["dossier_code"] == lodged["dossier_code"])["due_at"] is None


def test_the_day_s_list_names_what_must_leave_and_what_is_late(sample_station: Station) -> None:
    code = received(sample_station)
    shown = sample_station.ok("dossier", "show", code)

    soon = sample_station.ok("dossier", "deadlines", "--at", shown["received_at"])
    later = sample_station.ok("dossier", "deadlines", "--at", "2099-01-01T08:00")

    assert code not in [line["dossier_code"] for line in soon["overdue"]]
    assert soon["to_answer"] == []
    (late,) = (line for line in later["overdue"] if line["dossier_code"] == code)
    assert late["due_at"] == shown["due_at"]
    (waits,) = (line for line in later["to_hand_over"] if line["dossier_code"] == code)
    assert waits["explanation"]


def test_a_correction_that_was_left_is_done_by_whoever_has_the_rank(
    sample_station: Station,
) -> None:
    code = received(sample_station)
    sample_station.ok("dossier", "forward", code)
    correct = ("dossier", "correct", code, "-", "--reason", "sai trích yếu", "--leave")
    change = '{"summary": "Xác nhận tình trạng hôn nhân để vay vốn"}'
    head = Station(sample_station.home, officer="truongbp")

    left = sample_station.ok(*correct, stdin=change)
    again = sample_station.refused(*correct, stdin=change)
    (waits,) = head.ok("approvals", "list")
    own = sample_station.refused("approvals", "approve", waits["request"])
    done = head.ok("approvals", "approve", waits["request"])
    twice = head.refused("approvals", "refuse", waits["request"], "--reason", "hỏi lại dân")

    assert (left["waits_for_approval"], again["code"]) == (True, "AUT-015")
    assert (waits["what"], waits["dossier_code"], waits["own"]) == (
        "DossierCorrected",
        code,
        False,
    )
    assert (own["code"], done["dossier_code"], twice["code"]) == ("AUT-008", code, "AUT-013")
    assert sample_station.ok("dossier", "show", code)["version"] == 2
    assert head.ok("approvals", "list") == []
    assert head.ok("store", "check")["ok"]


def test_papers_are_asked_for_by_no_day_that_is_past(sample_station: Station) -> None:
    code = received(sample_station)
    asked = ("dossier", "supplement", code, "--missing", "1=chưa ký", "--reason", "chưa ký")

    error = sample_station.refused(*asked, "--deadline", "2026-01-05")

    assert (error["code"], error["details"]) == ("DOS-073", {"deadline_on": "05/01/2026"})
    assert sample_station.ok("dossier", "show", code)["status"] == "received"
    today = datetime.now(VIETNAM).date().isoformat()
    assert sample_station.ok(*asked, "--deadline", today)["status"] == "waiting_supplement"

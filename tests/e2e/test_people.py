"""People, drafts and reprints through the command line."""

import json
from typing import Any

from tests.builders import a_description
from tests.e2e.station_process import Station

SHOWN = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]


def described(**changes: Any) -> str:
    return json.dumps(a_description(documents=SHOWN) | changes, ensure_ascii=False)


def test_doubts_duplicates_memory_and_a_reprint(own_station: Station) -> None:
    desk = own_station
    other_year = a_description()["applicant"] | {"date_of_birth": "1998-03-05"}
    first = desk.ok(
        "dossier", "receive", "-", stdin=described(applicant=other_year, remember_applicant=True)
    )
    doubt = first["doubts"][0]
    assert (doubt["field"], doubt["doubt"]) == ("date_of_birth", "other_birth_year")

    again = ("dossier", "receive", "-", "--check-duplicates")
    locked = desk.refused(*again, stdin=described())
    assert (locked["code"], locked["details"]["dossier_code"]) == (
        "DOS-045", first["dossier_code"],
    )  # fmt: skip
    lodge = ("dossier", "lodge", "-", "--then", "refuse", "--reason", "sai nơi")
    assert desk.refused(*lodge, "--check-duplicates", stdin=described())["code"] == "DOS-045"
    second = desk.ok(*again, stdin=described(accept_despite_duplicate="nộp cho con thứ hai"))
    assert second["duplicates"] == [first["dossier_code"]]

    assert desk.ok("people", "recall", "035199012345")["phone"] == "0912345678"
    desk.ok("people", "forget", "035199012345", "--reason", "công dân đề nghị")
    assert desk.refused("people", "recall", "035199012345")["code"] == "DOS-048"

    code = first["dossier_code"]
    assert desk.ok("print", code)["reprint"] == 0
    assert desk.refused("print", code)["code"] == "DOS-024"
    reprint = desk.ok("print", code, "--reason", "công dân làm mất")
    assert (reprint["reprint"], reprint["reason"]) == (1, "công dân làm mất")


def test_guidance_opens_its_draft_and_a_supervisor_reassigns_it(own_station: Station) -> None:
    desk = own_station
    told = desk.ok("dossier", "guide", "-", stdin=described(documents=[]))
    code = told["guidance_code"]
    assert [paper["index"] for paper in told["missing"]] == [1, 4]

    to_xa = ("draft", "reassign", code, "--to", "xa", "--reason", "nghỉ ốm")
    moved = desk.as_officer("truongbp").ok(*to_xa)
    assert moved["officer_id"] == "xa"
    assert desk.ok("draft", "list") == []
    log = desk.ok("log")
    assert (log["guided"], log["rows"]) == (1, [])
    description = desk.ok("draft", "show", code, "--description")
    received = desk.ok(
        "dossier", "receive", "-", stdin=json.dumps(description | {"documents": SHOWN})
    )
    assert received["missing"] == []
    desk.as_officer("xa").ok("draft", "drop", code)
    assert desk.refused("draft", "show", code)["code"] == "DOS-046"

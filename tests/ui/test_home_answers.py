"""What the first page tells who left an act for the supervisor."""

from dataclasses import replace

import uuid6

from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused, ReceiptVoided
from station.ports.approvals import AnsweredApproval, AskedApproval
from station.usecases.waiting_facts import NOBODY
from tests.builders import MONDAY
from tests.ui.test_home_presenter import NO_WORK
from ui.desks.approval import AnsweredAct
from ui.desktop.home.lines import work_sheet


def test_who_left_an_act_reads_what_became_of_it_and_why() -> None:
    asked = ApprovalAsked(
        request_id=uuid6.uuid7(),
        officer_name="Trần Thị Hạnh",
        waiting_kind="ShiftClosed",
        waiting_version=1,
        waiting={},
    )
    request = AskedApproval(at=MONDAY, officer_id="quay3", dossier_id=None, asked=asked)
    given = ApprovalGiven(request_id=asked.request_id, officer_name="Bình")
    refused = ApprovalRefused(
        request_id=asked.request_id, officer_name="Bình", reason="đếm lại quỹ"
    )
    sheet = ReceiptVoided(reason="rách", approval=NOBODY)
    answers = [
        AnsweredAct(
            answered=AnsweredApproval(
                request=request, at=MONDAY, officer_id="truongbp", answer=answer
            ),
            fact=sheet,
            dossier=None,
        )
        for answer in (given, refused)
    ]
    sheet_of_day = work_sheet(replace(NO_WORK, answers=answers), MONDAY, "vi")

    assert [(one.words, one.who, one.what) for one in sheet_of_day.lines] == [
        ("Đã duyệt", "Quỹ", "Bỏ tờ hỏng, Bình"),
        ("Không duyệt", "Quỹ", "Bỏ tờ hỏng, Bình: đếm lại quỹ"),
    ]

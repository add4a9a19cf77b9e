"""The page of one dossier says where it is, and offers what the law allows, and nothing else."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from station.domain.acts import OF_THE_PROVINCE, DossierAct, allowed_acts
from station.domain.documents import HeldData, LawfulGround, Reuse, RowCheck, SubmittedDocument
from station.domain.dossier import Dossier, DossierStatus, PaymentMethod
from station.domain.history import Step, fold
from station.domain.journal import VIETNAM
from station.domain.person import (
    Authorisation,
    AuthorisationScope,
    FieldSource,
    IdDocument,
    IdDocumentType,
)
from station.domain.time_left import TimeLeft
from station.forms.dossier_label import LABEL
from station.forms.letter_layouts import PaperKind
from station.forms.receipt import FORM as RECEIPT
from station.words import numeric_date
from tests.builders import FEE, MONDAY, a_chain, a_party, a_reception
from tests.exchange_samples import steps_of
from tests.life_samples import LIVES, returned
from ui.desktop.dossier.details import detail_of
from ui.desktop.dossier.moments import past
from ui.desktop.dossier.view_model import PaperState
from ui.desktop.dossier.words import CONFIRM, FACTS
from ui.desktop.dossier_looks import TONES
from ui.desktop.kit.tone import Tone
from ui.desktop.paper_names import PAPERS
from ui.desktop.source_words import SOURCES
from ui.dossier_words import ACTS, STATES

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM)


def life(name: str) -> Dossier:
    return fold(a_chain(*LIVES[name]))


@pytest.mark.parametrize("name", sorted(LIVES))
def test_the_buttons_are_the_lawful_acts_of_the_counter_in_their_order(name: str) -> None:
    dossier = life(name)

    detail = detail_of(dossier, (), now=NOW, language="vi")

    lawful = [act for act in allowed_acts(dossier) if act not in OF_THE_PROVINCE]
    assert [choice.act for choice in detail.acts] == lawful
    assert all(choice.form.confirm for choice in detail.acts)


def test_what_a_citizen_said_stands_in_no_time_line() -> None:
    facts = a_chain(*LIVES["rated"])
    steps = [Step(fact, fold(facts[: number + 1])) for number, fact in enumerate(facts)]

    said = [moment.title for moment in past(steps, "vi")]

    assert said == ["Tiếp nhận", "Bàn giao", "Kết quả về quầy", "Trả kết quả"]


def test_every_act_of_the_counter_and_every_state_has_words_in_both_languages() -> None:
    assert set(ACTS) == set(DossierAct)
    assert set(CONFIRM) == set(DossierAct) - OF_THE_PROVINCE
    assert set(STATES) == set(TONES) == set(DossierStatus)
    for words in (*ACTS.values(), *CONFIRM.values()):
        assert set(words) == {"vi", "en"}
    for words in (*STATES.values(), *(words for words, _ in FACTS.values())):
        assert set(words) == {"vi", "en"}


def test_every_source_of_a_field_has_words_in_both_languages() -> None:
    assert set(SOURCES) == set(FieldSource)
    assert all(set(words) == {"vi", "en"} for words in SOURCES.values())


def test_an_identity_paper_that_nobody_saw_is_said_until_the_result_is_given() -> None:
    party = a_party()
    paper = IdDocument(
        type=IdDocumentType.PERSONAL_NUMBER,
        number="035199012345",
        read_from=FieldSource.EARLIER_VISIT,
        presented=False,
    )
    unseen = replace(party, person=replace(party.person, id_document=paper))
    dossier = fold(a_chain(a_reception(submitter=unseen)))

    notice = detail_of(dossier, (), now=NOW, language="vi").notice

    assert notice.startswith("Chưa xuất trình bản chính giấy tờ tuỳ thân (số: từ lần trước)")
    assert detail_of(life("completed"), (), now=NOW, language="vi").notice == ""


def test_of_each_person_the_page_knows_where_a_field_is_from_and_what_is_in_doubt() -> None:
    party = a_party()
    card = replace(
        party.person,
        sources={"full_name": FieldSource.REPAIRED, "phone": FieldSource.EARLIER_VISIT},
        doubtful={"full_name": ("Ánh",)},
    )
    dossier = fold(
        a_chain(a_reception(submitter=replace(party, person=card), owner=a_party("Trần Văn Bình")))
    )

    submitter, owner = detail_of(dossier, (), now=NOW, language="vi").people

    said = {line.caption: (line.value, line.source, line.doubtful) for line in submitter.lines}
    assert said["Họ và tên"] == ("Nguyễn Thị Ánh Tuyết", "từ QR, đã sửa", ("Ánh",))
    assert said["Điện thoại"] == ("0912345678", "từ lần trước", ())
    assert said["Giới tính"] == ("Nữ", "", ())
    assert (owner.title, owner.lines[0].value) == ("Chủ hồ sơ", "Trần Văn Bình")


def test_a_paper_that_was_asked_for_lacks_and_says_whom_it_waits_for() -> None:
    detail = detail_of(life("asked-at-intake"), (), now=NOW, language="vi")

    asked = [paper for paper in detail.papers if paper.note == "chờ người dân"]
    assert asked
    assert {paper.state for paper in asked} == {PaperState.LACKING}
    assert detail.notice.startswith("Chờ người dân: Tờ khai")
    assert (detail.due, detail.has_slip) == ("–", False)


def test_bringing_papers_offers_the_ones_that_lack_all_chosen() -> None:
    detail = detail_of(life("asked-at-intake"), (), now=NOW, language="vi")

    (bring,) = [choice for choice in detail.acts if choice.act is DossierAct.BRING]
    assert [(row.index, row.chosen) for row in bring.form.rows] == [(1, True), (3, True)]


def test_handing_one_dossier_over_says_to_whom() -> None:
    detail = detail_of(fold(a_chain(a_reception())), (), now=NOW, language="vi")

    forward = next(choice for choice in detail.acts if choice.act is DossierAct.FORWARD)
    assert forward.form.title == "Bàn giao riêng hồ sơ này cho UBND cấp xã"


def test_a_date_that_has_passed_says_so_first() -> None:
    dossier = life("extended")
    late = dossier.promised_at + timedelta(hours=1)

    detail = detail_of(dossier, (), now=late, language="vi")

    assert (detail.due_caption, detail.due_tone) == ("Quá hạn", Tone.ERR)


@pytest.mark.parametrize(
    ("left", "caption", "tone"),
    [
        (TimeLeft(timedelta(hours=3, minutes=59), True), "còn 3 giờ làm việc", Tone.WARN),
        (TimeLeft(timedelta(hours=1), True), "còn 1 giờ làm việc", Tone.WARN),
        (TimeLeft(timedelta(minutes=59, seconds=59), True), "còn 59 phút làm việc", Tone.WARN),
        (TimeLeft(timedelta(seconds=59), True), "hết giờ làm việc", Tone.WARN),
        (TimeLeft(timedelta(hours=11), False), "còn 11 giờ làm việc", Tone.INFO),
    ],
)
def test_a_promise_that_is_near_says_how_much_working_time_is_left(
    left: TimeLeft, caption: str, tone: Tone
) -> None:
    dossier = life("extended")

    detail = detail_of(dossier, (), now=dossier.promised_at, language="vi", left=left)

    assert (detail.due_caption, detail.due_tone) == (f"Hẹn trả · {caption}", tone)


def test_the_shelf_of_a_result_is_on_the_page() -> None:
    dossier = life("result-at-counter")

    detail = detail_of(dossier, (), now=NOW, language="vi")

    assert detail.places[-1].value == (dossier.shelf or "–")
    assert detail.acts[0].act is DossierAct.RETURN


def test_what_stands_for_a_paper_who_acted_and_why_there_is_another_is_said() -> None:
    asked_at = MONDAY
    held = HeldData(
        ground=LawfulGround.NOT_RETRIEVABLE, database="CSDLQG", asked_at=asked_at, query="mất mạng"
    )
    rows = (
        SubmittedDocument(index=1, name="Tờ khai", mandatory=True, held=held),
        SubmittedDocument(
            index=2, name="Ảnh", mandatory=False, copies=1, check=RowCheck.NOT_OK, remark="mờ"
        ),
        SubmittedDocument(index=3, name="Bản sao", mandatory=True, reuse=Reuse.REUSED),
    )
    letter = Authorisation(kind="Giấy uỷ quyền", number="12", scope=AuthorisationScope.SUBMIT)
    dossier = fold(
        a_chain(
            a_reception(
                documents=rows,
                owner=a_party("Trần Văn Bình"),
                authorisation=letter,
                duplicate_of=("000.00.17.H25-261120-0300",),
                duplicate_reason="con thứ hai",
            )
        )
    )

    detail = detail_of(dossier, (), now=MONDAY, language="vi")

    assert [paper.note for paper in detail.papers] == [
        "CSDLQG, không khai thác được, 09:00 23/11, mất mạng",
        "mờ",
        "dùng lại",
    ]
    assert "theo Giấy uỷ quyền 12, hạn –, chỉ nộp." in detail.notice
    assert "000.00.17.H25-261120-0300; lý do: con thứ hai." in detail.notice


def test_every_paper_has_its_words_in_both_languages() -> None:
    queued = {"01", RECEIPT, LABEL, *(kind.value for kind in PaperKind)}

    assert set(PAPERS) == queued
    assert all(words["vi"] and words["en"] for words in PAPERS.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("extended", ("xin lỗi, hẹn lại", "In mẫu 04", "Không gia hạn lần nữa")),
        ("stopped", ("dừng giải quyết", "In mẫu 05", "trả giấy tờ")),
        ("waiting-for-duty", ("báo nghĩa vụ tài chính", "Đưa thông báo cho người dân")),
        ("refused-at-intake", ("không thuộc thẩm quyền", "mẫu 03")),
        ("result-at-counter", ("Kết quả ở quầy", "chờ người dân")),
    ],
)
def test_news_of_the_province_says_what_the_counter_does_next(
    name: str, words: tuple[str, ...]
) -> None:
    notice = detail_of(life(name), (), now=NOW, language="vi").notice

    for part in words:
        assert part in notice
    english = detail_of(life(name), (), now=NOW, language="en").notice
    assert english
    assert english != notice


@pytest.mark.parametrize("name", ["stopped", "refused-at-intake"])
def test_where_there_is_no_result_the_papers_are_given_back_and_lie_here_until_then(
    name: str,
) -> None:
    given = steps_of([*LIVES[name], returned()])

    before = detail_of(life(name), (), now=NOW, language="vi")
    after = detail_of(given[-1].dossier, given, now=NOW, language="vi")
    english = detail_of(life(name), (), now=NOW, language="en")

    assert before.acts[0].label == "Trả giấy tờ"
    assert before.next_step == "Việc kế: trả giấy tờ."
    assert english.acts[0].label == "Give the papers back"
    assert before.places[0].value != "đã trả lại"
    assert after.places[0].value == "đã trả lại"
    assert after.moments[-1].title == "Trả giấy tờ"


def test_an_extension_says_the_new_date_and_the_one_it_replaced() -> None:
    dossier = life("extended")
    extension = dossier.extension
    assert extension is not None
    assert extension.due_before is not None

    detail = detail_of(dossier, (), now=NOW, language="vi")

    for at in (extension.due_at, extension.due_before):
        assert numeric_date(at.date()) in detail.notice
    expected = next(moment for moment in detail.moments if moment.expected)
    assert expected.detail == dossier.due_reason
    assert DossierAct.EXTEND not in allowed_acts(dossier)  # once only


def test_a_withdrawal_names_what_goes_home_again() -> None:
    dossier = life("completed")

    form = next(
        choice.form
        for choice in detail_of(dossier, (), now=NOW, language="vi").acts
        if choice.act is DossierAct.WITHDRAW
    )

    assert "Trả lại người nộp: Tờ khai (1)" in form.warning
    assert "Đã thu 15.000 đ" in form.warning


def test_money_that_was_announced_is_said_until_it_has_come() -> None:
    transfer = replace(FEE, method=PaymentMethod.TRANSFER, awaiting=True)
    waiting = fold(a_chain(a_reception(), transfer))

    assert waiting.awaited_vnd > 0
    assert "Chờ 15.000 đ chuyển khoản" in detail_of(waiting, (), now=NOW, language="vi").notice
    assert "chuyển khoản" not in detail_of(life("completed"), (), now=NOW, language="vi").notice


def test_where_the_agency_is_next_no_act_of_the_counter_is_offered_as_the_expected_one() -> None:
    waiting = detail_of(life("waiting-for-duty"), (), now=NOW, language="vi")
    here = detail_of(life("extended"), (), now=NOW, language="vi")

    assert waiting.awaits_agency
    assert waiting.next_step == "Chờ cơ quan: xác nhận đã nộp nghĩa vụ."
    assert (here.awaits_agency, here.next_step) == (False, "Việc kế: nhận kết quả về quầy.")

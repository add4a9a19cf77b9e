"""The citizen's display: whose facts it shows and when, one answer, one word an act."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from local_store.problems import DiskFullError
from station.domain.dossier import DeliveryMethod, Dossier
from station.domain.history import fold
from station.domain.ratings import RatedAct, Satisfaction
from station.usecases.rate_service import AlreadyRatedError
from tests.builders import a_chain
from tests.life_samples import LIVES
from tests.ui.fake_tasks import InPlace
from ui.desktop.citizen.facts import Shown
from ui.desktop.citizen.presenter import ASKS_MS, HOLDS_MS, THANKS_MS, CitizenPresenter
from ui.desktop.citizen.view_model import Answer, CitizenSheet, Scene
from ui.desktop.gallery import samples
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.view_model import (
    Applicant,
    ApplicantField,
    Block,
    Blocker,
    Draft,
    Readiness,
)
from ui.desktop.second_screen.placing import Placing, Standing
from ui.desktop.second_screen.told import Told
from ui.preferences import CitizenDisplay

READY, LACKING = samples.draft(blocked=False), samples.draft(blocked=True)
CODE = "H42.15-260924-0317"
SHOWN = Placing(Standing.SHOWN, "second")


@dataclass
class Screens:
    """Both screens, the store and the clock."""

    sheet: CitizenSheet = field(default_factory=CitizenSheet)
    told: Told = field(default_factory=Told)
    doubted: bool = False
    rated: list[tuple[str, RatedAct, Satisfaction]] = field(default_factory=list)
    problem: Exception | None = None
    failures: list[Exception] = field(default_factory=list)
    alarms: list[tuple[int, Callable[[], object]]] = field(default_factory=list)

    def show_sheet(self, sheet: CitizenSheet) -> None:
        self.sheet = sheet

    def scene(self) -> Scene:
        return self.sheet.scene

    def answer(self) -> Answer:
        return self.sheet.answer

    def show_told(self, told: Told) -> None:
        self.told = told

    def doubt_applicant(self, doubted: bool) -> None:
        self.doubted = doubted

    def rate(self, code: str, act: RatedAct, satisfaction: Satisfaction) -> Dossier:
        if self.problem is not None:
            raise self.problem
        self.rated.append((code, act, satisfaction))
        return fold(a_chain(*LIVES["rated"]))

    def later(self, ms: int, call: Callable[[], object]) -> Callable[[], object]:
        alarm = (ms, call)
        self.alarms.append(alarm)
        return lambda: self.alarms.remove(alarm) if alarm in self.alarms else None

    def passes(self, ms: int) -> None:
        """Let what waits for so long happen."""
        for alarm in [one for one in self.alarms if one[0] <= ms]:
            if alarm in self.alarms:
                alarm[1]()

    def presenter(self, display: CitizenDisplay = CitizenDisplay()) -> CitizenPresenter:  # noqa: B008
        presenter = CitizenPresenter(
            self,
            self,
            office=lambda: "UBND phường Lê Hồng Phong",
            counter=3,
            display=display,
            rate=self.rate,
            later=self.later,
            store_worker=InPlace(),
            failed=self.failures.append,
            language="vi",
        )
        presenter.start()
        presenter.on_placed(SHOWN)
        return presenter


@pytest.fixture
def screens() -> Screens:
    return Screens()


def with_name(draft: Draft, name: str) -> Draft:
    fields = {**draft.applicant.fields, ApplicantField.NAME: FieldState(name)}
    return replace(draft, applicant=Applicant(fields=fields))


def test_what_will_be_printed_is_shown_and_no_number(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))

    facts = screens.sheet.facts
    assert screens.scene() is Scene.FACTS
    assert facts.name == "NGUYỄN VĂN AN"
    assert facts.lines == ("Sinh 02/03/1980 · Tách thửa, hợp thửa đất",)
    assert [one.figure for one in facts.figures] == ["6 giấy, đủ", "140.000 đ", "60.000 đ"]
    assert facts.due == "16:30 thứ Năm 08/10/2026"
    assert facts.due_caption == ("Hẹn trả kết quả tại Quầy 3", "")
    number = READY.applicant.of(ApplicantField.NUMBER).text
    phone = READY.applicant.of(ApplicantField.PHONE).text
    assert number
    assert phone
    assert number not in str(screens.sheet)
    assert phone not in str(screens.sheet)


def test_a_paper_that_is_missing_is_named_and_nothing_is_asked_yet(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(LACKING))

    assert screens.sheet.facts.figures[0].tone is Tone.WARN
    assert screens.sheet.facts.lacking.startswith("Còn thiếu: Hợp đồng")
    assert screens.sheet.question == ("", "")
    presenter.on_answer(True)
    assert screens.answer() is Answer.NONE
    assert screens.told == Told()


def test_whose_dossier_it_is_stands_below_who_hands_it_in(screens: Screens) -> None:
    owner = Owner(kind=OwnerKind.ORGANISATION, name="Công ty TNHH Minh Đạt")
    screens.presenter().on_shown(Shown.of(replace(READY, owner=owner)))

    assert screens.sheet.facts.lines[1] == "Hồ sơ của Công ty TNHH Minh Đạt"


def test_a_result_by_post_names_no_counter(screens: Screens) -> None:
    by_post = replace(READY.procedure, delivery=DeliveryMethod.POSTAL)
    display = CitizenDisplay(bilingual=True)
    screens.presenter(display).on_shown(Shown.of(replace(READY, procedure=by_post)))

    said = ("Hẹn trả kết quả qua bưu chính", "Your result, sent by post")
    assert screens.sheet.facts.due_caption == said


@pytest.mark.parametrize(
    ("right", "answer", "words", "tone"),
    [
        (True, Answer.RIGHT, "Dân xác nhận đúng", Tone.OK),
        (False, Answer.WRONG, "Dân báo chưa đúng", Tone.WARN),
    ],
)
def test_the_answer_reaches_the_officer(
    screens: Screens, right: bool, answer: Answer, words: str, tone: Tone
) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))
    assert screens.told == Told("Đang mời xem lại", Tone.MUTE, may_answer=True)

    presenter.on_answer(right)

    assert screens.answer() is answer
    assert screens.told == Told(words, tone, may_answer=True)
    assert screens.doubted is not right


def test_an_answer_is_for_what_was_seen_and_not_for_what_is_changed_then(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))
    presenter.on_answer(False)

    presenter.on_shown(Shown.of(with_name(READY, "Nguyễn Văn Anh")))
    assert screens.answer() is Answer.NONE
    assert not screens.doubted
    presenter.on_answer(True)

    accepting = replace(with_name(READY, "Nguyễn Văn Anh"), readiness=Readiness(accepting=True))
    presenter.on_shown(Shown.of(accepting))
    assert screens.answer() is Answer.RIGHT


def test_another_tab_brings_the_other_citizens_facts_and_no_answer(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))
    presenter.on_answer(True)

    presenter.on_shown(Shown.of(with_name(READY, "Trần Thị Lan")))

    assert screens.sheet.facts.name == "TRẦN THỊ LAN"
    assert screens.answer() is Answer.NONE


def test_elsewhere_and_behind_the_lock_nobodys_facts_are_seen(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))

    def unseen() -> bool:
        return screens.scene() is Scene.IDLE and "NGUYỄN" not in str(screens.sheet)

    presenter.on_place(serving=False)
    assert unseen()
    presenter.on_place(serving=True)
    assert screens.sheet.facts.name == "NGUYỄN VĂN AN"
    presenter.on_covered(True)
    assert unseen()
    presenter.on_covered(False)
    assert not unseen()
    presenter.close()
    assert unseen()


def test_the_page_between_two_citizens_says_where_one_is(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(samples.empty_draft()))

    assert screens.scene() is Scene.IDLE
    assert screens.sheet.office == "UBND phường Lê Hồng Phong"
    assert screens.sheet.counter == "Quầy 3"


def test_a_word_goes_to_its_own_dossier_once(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_done(CODE, RatedAct.RECEPTION)
    assert screens.scene() is Scene.RATING
    assert screens.sheet.title == ("Đã nhận hồ sơ 0317", "")
    screens.passes(HOLDS_MS)

    presenter.on_rated(Satisfaction.SATISFIED)
    presenter.on_rated(Satisfaction.NOT_SATISFIED)

    assert screens.rated == [(CODE, RatedAct.RECEPTION, Satisfaction.SATISFIED)]
    assert screens.scene() is Scene.THANKS
    screens.passes(THANKS_MS)
    assert screens.scene() is Scene.IDLE
    assert screens.alarms == []


def test_the_second_tap_on_correct_rates_nothing(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_done(CODE, RatedAct.RECEPTION)

    presenter.on_rated(Satisfaction.NOT_SATISFIED)

    assert screens.rated == []
    assert screens.scene() is Scene.RATING


def test_who_says_nothing_is_asked_no_longer(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_done(CODE, RatedAct.RETURN)
    assert screens.sheet.title == ("Đã trả kết quả hồ sơ 0317", "")

    screens.passes(ASKS_MS)

    assert screens.scene() is Scene.IDLE
    presenter.on_rated(Satisfaction.SATISFIED)
    assert screens.rated == []


def test_the_next_citizen_rates_nothing_of_the_one_before(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_done(CODE, RatedAct.RECEPTION)
    screens.passes(HOLDS_MS)

    presenter.on_shown(Shown.of(with_name(samples.empty_draft(), "Trần Thị Lan")))
    presenter.on_rated(Satisfaction.NOT_SATISFIED)

    assert screens.sheet.facts.name == "TRẦN THỊ LAN"
    assert screens.rated == []


def test_a_locked_station_asks_nobody(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_done(CODE, RatedAct.RECEPTION)
    presenter.on_covered(True)
    assert screens.scene() is Scene.IDLE

    presenter.on_done(CODE, RatedAct.RECEPTION)
    assert screens.scene() is Scene.IDLE
    assert screens.alarms == []


def test_without_its_screen_the_display_asks_nothing(screens: Screens) -> None:
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(READY))
    presenter.on_placed(Placing(Standing.GONE))
    assert screens.told == Told("Màn hình dân đã rút", Tone.WARN)

    presenter.on_done(CODE, RatedAct.RECEPTION)
    assert screens.scene() is not Scene.RATING
    presenter.on_placed(Placing(Standing.OFFERED))
    assert screens.told == Told("Có màn hình thứ hai", Tone.INFO)


def test_a_word_that_cannot_be_kept_is_said_and_a_second_one_is_not(screens: Screens) -> None:
    presenter = screens.presenter()
    for problem in (AlreadyRatedError(CODE, RatedAct.RECEPTION), DiskFullError()):
        screens.problem = problem
        presenter.on_done(CODE, RatedAct.RECEPTION)
        screens.passes(HOLDS_MS)
        presenter.on_rated(Satisfaction.SATISFIED)

    assert [type(error) for error in screens.failures] == [DiskFullError]


def test_a_draft_that_lacks_only_money_is_looked_at_later(screens: Screens) -> None:
    short = replace(READY, readiness=Readiness(blocks=(Block(Blocker.TOO_LITTLE_MONEY),)))
    presenter = screens.presenter()
    presenter.on_shown(Shown.of(short))
    assert screens.sheet.question == ("", "")

    presenter.on_shown(Shown.of(READY))
    assert screens.sheet.question[0] == "Thông tin đúng chưa ạ?"

"""The page of a dossier says what the province has of it, row by row, and in the server zone."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.domain.events import CopySigned
from station.domain.history import Step, fold
from station.ports.outbox import Delivery, DossierDelivery, FileCounts
from tests.builders import FEE, MONDAY, PRINTED, a_chain, a_reception
from tests.ui.heard import told
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from ui.desks.sync import DossierSending
from ui.desktop.dossier.details import detail_of
from ui.desktop.dossier.moments import past
from ui.desktop.dossier.page import DossierPage
from ui.desktop.dossier.view_model import DossierDetail
from ui.desktop.kit.button import Button
from ui.desktop.kit.time_line import TimeLine
from ui.desktop.kit.tone import Tone

NOW = MONDAY + timedelta(days=1)
FACTS = a_chain(a_reception(), FEE, PRINTED)
STEPS = [Step(fact, fold(FACTS[: number + 1])) for number, fact in enumerate(FACTS)]
S, W, R = Delivery.SENT, Delivery.WAITING, Delivery.REFUSED


def sending(*states: Delivery, files: tuple[int, int] = (0, 0)) -> DossierSending:
    events: dict[UUID, Delivery] = {
        step.fact.event_id: state for step, state in zip(STEPS, states, strict=True)
    }
    return DossierSending(
        delivery=DossierDelivery(
            events=events,
            sent_at=MONDAY if S in states else None,
            files=FileCounts(waiting=files[0], sent=files[1]),
        ),
        contact_at=NOW,
    )


def shown(found: DossierSending | None) -> DossierDetail:
    return detail_of(STEPS[-1].dossier, STEPS, now=NOW, language="vi", sending=found)


@pytest.mark.parametrize(
    ("found", "acts", "files", "unsent"),
    [
        (sending(S, S, S), ("có đủ 3, 09:00 23/11", Tone.OK), ("–", None), None),
        (
            sending(S, S, W, files=(2, 6)),
            ("1 chưa gửi", Tone.WARN),
            ("có 6/8", Tone.WARN),
            ("1 chưa gửi", Tone.WARN),
        ),
        (
            sending(S, R, W, files=(0, 8)),
            ("1 bị trả lại", Tone.ERR),
            ("có đủ 8", Tone.OK),
            ("1 bị trả lại", Tone.ERR),
        ),
        (
            sending(S, S, S, files=(2, 6)),
            ("có đủ 3, 09:00 23/11", Tone.OK),
            ("có 6/8", Tone.WARN),
            ("2 tệp chưa gửi", Tone.WARN),
        ),
        (None, ("chưa nối máy chủ", None), ("–", None), None),
    ],
)
def test_the_server_zone_says_what_the_province_has_confirmed(
    found: DossierSending | None,
    acts: tuple[str, Tone | None],
    files: tuple[str, Tone | None],
    unsent: tuple[str, Tone | None] | None,
) -> None:
    detail = shown(found)

    assert [(fact.value, fact.tone) for fact in detail.server[:2]] == [acts, files]
    assert detail.server[2].value == ("09:00" if found else "–")
    assert (detail.unsent and (detail.unsent.value, detail.unsent.tone)) == unsent


def test_every_row_of_the_station_says_whether_the_province_has_it() -> None:
    moments = shown(sending(S, R, W)).moments

    assert [moment.delivery for moment in moments] == [S, R, W, None]  # the last is to come


def test_where_nothing_is_sent_no_row_says_that_it_waits() -> None:
    assert {moment.delivery for moment in shown(None).moments} == {None}


@pytest.mark.parametrize(
    ("states", "said"), [((S, S), S), ((S, W), W), ((R, W), R), ((None, None), None)]
)
def test_a_batch_of_copies_waits_as_long_as_one_of_them(
    states: tuple[Delivery | None, ...], said: Delivery | None
) -> None:
    signed = replace(FACTS[-1], kind=CopySigned.__name__, payload={})
    copies = [Step(replace(signed, event_id=uuid4()), one.dossier) for one in STEPS[:2]]
    deliveries = {
        copy.fact.event_id: state
        for copy, state in zip(copies, states, strict=True)
        if state is not None
    }

    (moment,) = past(copies, "vi", deliveries)

    assert moment.delivery is said


@every_room
def test_what_is_not_sent_is_said_in_every_window(qtbot: QtBot, room: Room) -> None:
    page = DossierPage()
    shown_in(room, page, qtbot)

    page.show_dossier(shown(sending(S, S, W)))

    assert_nothing_is_cut(room, page)
    seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
    assert "1 chưa gửi" in [one.accessibleName() for one in seen]


def test_a_row_tells_a_screen_reader_and_the_reader_is_not_moved(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.resize(1141, 640)
    page.show()
    (line,) = page.findChildren(TimeLine)
    page.show_dossier(shown(sending(W, W, W)))
    assert "Tiếp nhận" in line.accessibleDescription()
    assert line.accessibleDescription().count("chưa gửi") == 3

    line.setFixedHeight(60)
    line.verticalScrollBar().setValue(0)
    page.show_dossier(shown(sending(S, W, W)))

    assert line.accessibleDescription().count("chưa gửi") == 2
    assert "đã ở máy chủ" in line.accessibleDescription()
    assert line.verticalScrollBar().value() == 0


@every_room
def test_the_server_is_asked_by_a_button_where_there_is_one(qtbot: QtBot, room: Room) -> None:
    page = DossierPage()
    shown_in(room, page, qtbot)
    wanted = told(page.server_wanted)

    def offered() -> list[Button]:
        buttons = [one for one in page.findChildren(Button) if one.isVisible()]
        return [one for one in buttons if one.text().startswith("Hỏi")]

    page.show_dossier(shown(None))
    assert offered() == []
    page.show_dossier(shown(sending(S, S, S)))
    (ask,) = offered()
    ask.click()

    assert wanted == [STEPS[-1].dossier.code]

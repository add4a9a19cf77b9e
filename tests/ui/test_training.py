"""The training home: nothing leaves it, all of it says so, and the counter's own is as it was."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from devices.papers.rendered_papers import RenderedPapers
from devices.papers.training_papers import TrainingPapers
from local_store.window_claim import HomeInUseError
from station.domain.dossier import DossierStatus
from station.domain.step_times import Step
from station.forms.dossier_label import dossier_label
from station.forms.shelf_label import shelf_labels
from station.ports.papers import LogKind, RollWidth, SlipPaper
from tests.letter_samples import FORMS, the_longest
from tests.paper_samples import OFFICE, PRINTED_AT, Received, a_dossier, a_log, a_slip
from tests.ui.closed_windows import end
from tests.ui.window_counter import Counter
from ui import composition
from ui.closed_line import TrainingOnlyError
from ui.desks.desk import Desk
from ui.desktop.app import Desktop
from ui.desktop.kit.watermark import Watermark
from ui.scanning import Signing, sign_copies
from ui.settings import FILE, TRAINING_MARK, BadSettingsError, is_training_home, read_settings
from ui.training import OFFICER, PASSWORD, discard, ready_training_home, training_home

REAL = {"name": "HP", "role": "page_printer", "driver": "ipp", "address": "ipp://10.0.0.9/ipp"}


@pytest.fixture
def training(home: Path) -> Path:
    return ready_training_home(home)


@pytest.fixture
def desk(training: Path) -> Iterator[Desk]:
    with composition.sign_in(training, OFFICER, PASSWORD) as desk:
        yield desk


def everything_in(folder: Path) -> dict[str, str]:
    """Give the content of every file, so that any touch is seen."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def say_of_itself(training: Path, **changes: Any) -> None:
    file = training / FILE
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes), "utf-8")


def test_the_counters_home_is_as_it_was_after_a_day_of_practice(home: Path) -> None:
    before = everything_in(home)

    training = ready_training_home(home)
    with composition.sign_in(training, OFFICER, PASSWORD) as desk:
        code = desk.newest(1)[0].dossier_code
        desk.hand_over.seal([code], agency=desk.dossier(code).handling_agency, left_behind=())
        desk.print_waiting()
    discard(training)

    assert training.parent == home.parent
    assert not training.is_relative_to(home)
    assert not training.exists()
    assert everything_in(home) == before


def test_it_begins_with_dossiers_in_every_state_that_a_counter_works_on(desk: Desk) -> None:
    found = {row.status: row for row in desk.newest(20)}

    assert set(found) == {
        DossierStatus.RECEIVED,
        DossierStatus.WAITING_SUPPLEMENT,
        DossierStatus.RESULT_READY,
        DossierStatus.PROCESSING,
    }
    assert [row.status for row in desk.deadlines().overdue] == [DossierStatus.PROCESSING]
    assert len(desk.hand_over.waiting()) == 2
    assert not desk.printing.waiting()
    steps = desk.step_report()
    assert (steps.recent.receptions, steps.whole.receptions) == (16, 24)
    assert steps.recent.medians is not None, "one officer practises, and nobody is measured"
    assert [one.procedure_code for one in steps.longest] == ["1.002809", "1.004837", "1.004873"]
    assert (steps.longest[0].medians.total, steps.longest[0].costly) == (221, Step.PAPERS)


def test_no_province_is_reached_from_there(training: Path) -> None:
    with composition.sign_in(training, "admin", PASSWORD) as desk:
        with pytest.raises(TrainingOnlyError):
            desk.enrol("https://tinh.example/", "M-1")
        with pytest.raises(TrainingOnlyError):
            desk.synchronise()
        with pytest.raises(TrainingOnlyError):
            desk.province.dossier("x")
        assert desk.store.outbox.enrolment() is None


def test_no_real_device_is_used_whatever_the_home_says(training: Path) -> None:
    simulated = json.loads((training / FILE).read_text("utf-8"))["devices"]
    say_of_itself(training, devices=[REAL, *simulated])

    with composition.sign_in(training, OFFICER, PASSWORD) as desk:
        states = desk.devices.states()

    assert [one.name for one in states] == [one["name"] for one in simulated]
    assert all(one.simulated for one in states)


def test_nothing_is_signed(training: Path, tmp_path: Path) -> None:
    signing = Signing(
        library="no.so",
        token=None,
        key=None,
        folder=tmp_path,
        agency=None,
        kind="copy",
        stamps_from=None,
    )

    with pytest.raises(TrainingOnlyError):
        sign_copies(training, [], "1234", signing)


PAPERS: dict[str, Callable[[TrainingPapers], bytes]] = {
    "slip": lambda papers: papers.slip_pdf(a_slip(a_dossier()), SlipPaper.A5),
    "two copies": lambda papers: papers.slip_pdf(a_slip(a_dossier()), SlipPaper.A4_TWO_UP),
    **{
        form.kind.value: lambda papers, form=form: papers.letter_pdf(the_longest(form))  # type: ignore[misc]
        for form in FORMS
    },
    "label": lambda p: p.label_pdf(dossier_label(a_dossier(), OFFICE, printed_at=PRINTED_AT)),
    "log": lambda papers: papers.log_file(a_log(*[Received()] * 40), LogKind.PDF),
    "shelves": lambda papers: papers.shelf_labels_pdf(
        shelf_labels(["A1"], OFFICE, counter="Quầy 3", printed_at=PRINTED_AT)
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_of_every_paper_is_marked(name: str) -> None:
    pdf = PAPERS[name](TrainingPapers(RenderedPapers()))

    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            said = page.get_textpage().get_text_range()
            assert "TẬP HUẤN" in said
            assert "không có giá trị" in said


def test_a_marked_paper_is_still_one_page_of_its_size() -> None:
    plain = RenderedPapers().slip_pdf(a_slip(a_dossier()), SlipPaper.A5)
    marked = PAPERS["slip"](TrainingPapers(RenderedPapers()))

    with pikepdf.open(BytesIO(plain)) as one, pikepdf.open(BytesIO(marked)) as other:
        assert len(one.pages) == len(other.pages)
        assert list(one.pages[0].mediabox) == list(other.pages[0].mediabox)
    assert PAPERS["slip"](TrainingPapers(RenderedPapers())) == marked


def test_the_office_on_every_slip_and_receipt_says_it(desk: Desk) -> None:
    code = desk.newest(1)[0].dossier_code

    assert desk.settings.offices[0].agency.endswith(TRAINING_MARK)
    assert TRAINING_MARK in desk._slip(desk.dossier(code)).office.agency
    assert desk.receipt_picture(code, RollWidth.MM_80)


def test_an_office_with_a_head_of_its_own_says_it_too(training: Path) -> None:
    office = read_settings(training).offices[0]
    own = replace(office, header_lines=("SỞ MẪU", "TRUNG TÂM MẪU"))
    plain = json.loads((training / FILE).read_text("utf-8"))["offices"][0]
    say_of_itself(training, offices=[plain | {"header_lines": list(own.header_lines)}])

    head = read_settings(training).offices[0].head

    assert head == ("SỞ MẪU", "TRUNG TÂM MẪU", TRAINING_MARK.strip())


def test_it_is_kept_and_made_anew_only_when_that_is_wanted(training: Path, home: Path) -> None:
    mark = training / "practised"
    mark.touch()

    assert ready_training_home(home) == training
    assert mark.exists()
    assert ready_training_home(home, anew=True) == training
    assert not mark.exists()
    assert {path.name for path in home.parent.iterdir()} == {home.name, training.name}


def test_no_other_folder_than_a_training_home_is_ever_deleted(home: Path, tmp_path: Path) -> None:
    for folder in (home, tmp_path):
        with pytest.raises(BadSettingsError):
            discard(folder)
    assert (home / FILE).exists()


def test_one_that_somebody_practises_in_is_not_deleted(training: Path, home: Path) -> None:
    claim = composition.claim_window(training)

    with pytest.raises(HomeInUseError):
        ready_training_home(home, anew=True)

    claim.release()
    assert is_training_home(training)


def test_the_training_home_of_a_training_home_is_itself(training: Path, home: Path) -> None:
    assert training_home(training) == training
    assert training_home(home) == training


@pytest.fixture
def practising(training: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    desktop = Desktop(qapp, training, read_settings(training), "vi")
    desktop.open()
    counter = Counter(desktop, qtbot)
    counter.come_back()
    desktop.screen.window.resize(1366, 768)
    yield counter
    end(desktop)


def test_the_window_says_it_everywhere_and_lets_a_beginner_in(practising: Counter) -> None:
    window = practising.desktop.screen.window
    assert "TẬP HUẤN" in window.windowTitle()
    practising.wait_for("Không in, không gửi đi đâu")
    practising.wait_for(PASSWORD)

    practising.keys.press(Qt.Key.Key_Return)
    practising.wait_for("Trần Thị Hạnh · Quầy 3")

    (mark,) = window.findChildren(Watermark)
    assert mark.size() == window.size()
    assert window.childAt(700, 400) is not mark  # clicks pass it
    frame = practising.desktop.screen.frame
    ground = mark.parentWidget()
    assert ground is not None
    above = [child for child in ground.children() if child in (mark, frame)]
    assert above[-1] is mark


def test_a_beginner_starts_again_from_the_sign_in_page(practising: Counter) -> None:
    practising.press_button("Làm lại với dữ liệu mẫu mới")

    practising.wait(lambda: not practising.desktop.screen.window.isVisible())
    assert list(practising.desktop.start_after)[-2:] == ["--training", "--anew"]


def test_the_training_window_is_opened_beside_the_counters(
    home: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("ui.desktop.app.start", started.append)
    desktop = Desktop(qapp, home, read_settings(home), "vi")
    desktop.open()
    counter = Counter(desktop, qtbot)
    counter.come_back()
    counter.press_button("Mở cửa sổ tập huấn")

    assert started == [
        [*started[0][:3], "--home", str(home), "--language", "vi", "desktop", "--training"]
    ]
    assert desktop.screen.window.isVisible()
    end(desktop)

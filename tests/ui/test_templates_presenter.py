"""The page of forms: what it says of a file before anybody puts it in force."""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from devices.papers.rendered_papers import RenderedPapers
from station.ports.officers import Officer, Role
from tests.paper_samples import OFFICE
from tests.pdf_reading import pages_of
from tests.ui.fake_tasks import InPlace
from ui.desks.templates import TemplatesDesk
from ui.desktop.kit.tone import Tone
from ui.desktop.templates.presenter import TemplatesPresenter
from ui.desktop.templates.view_model import FormLine, TemplatesSheet
from ui.settings import FILE, SCHEMA, StationSettings, read_settings, settings_text

TITLE = "GIẤY BIÊN NHẬN HỒ SƠ ĐẤT ĐAI"
CHANGES = (
    {"paper": "supplement", "recipients": ["Như trên", "Lưu: VT"], "qr": None},
    {"paper": "01", "procedures": ["1.004873"], "title": [TITLE]},
    {"paper": "01", "without": ["email"], "options": ["english"]},
)
SETTINGS = StationSettings(
    schema=SCHEMA,
    station_id="H42.06/3",
    agency_code="H42.06",
    station_number=3,
    sample=True,
    offices=(replace(OFFICE, valid_from=date(2020, 1, 1), agency="Trước kia"), OFFICE),
    devices=(),
    papers_at_reception=(),
)


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@dataclass
class AtPage:
    """The page, on a home of its own."""

    home: Path
    role: Role = Role.ADMINISTRATOR
    sheet: TemplatesSheet = field(default_factory=TemplatesSheet)
    shown: list[str] = field(default_factory=list)
    problem: str = ""
    done: str = ""
    printed: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        write(self.home / FILE, settings_text(SETTINGS).encode())

    def start(self) -> TemplatesPresenter:
        officer = Officer(officer_id="x", display_name="X", role=self.role)
        desk = TemplatesDesk(
            self.home, RenderedPapers(), officer=officer, today=date(2026, 11, 23), write=write
        )
        presenter = TemplatesPresenter(
            self,
            source=desk,
            draw_pages=self._draw,
            trial=self._trial,
            save=write,
            file_worker=InPlace(),
            printer_worker=InPlace(),
            language="vi",
        )
        presenter.refresh()
        return presenter

    def file(self, *changes: object, name: str = "mau.json") -> str:
        path = self.home / name
        path.write_text(json.dumps({"changes": changes}), encoding="utf-8")
        return str(path)

    def line(self, name: str, procedure: str = "") -> FormLine:
        return next(
            line for line in self.sheet.lines if (line.name, line.procedure) == (name, procedure)
        )

    def show_sheet(self, sheet: TemplatesSheet) -> None:
        self.sheet = sheet

    def show_pages(self, pages: tuple[bytes, ...], name: str) -> None:
        self.shown.append(name)

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def show_busy(self, busy: bool) -> None:
        """The tests' workers are never busy."""

    def _draw(self, pdf: bytes) -> list[bytes]:
        return [b""] * len(pages_of(pdf))

    def _trial(self, form: str, draw: object) -> str:
        assert callable(draw)
        self.printed.append(draw())
        return "HP"


def test_a_file_says_which_forms_it_changes_and_how_before_it_is_in_force(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()
    assert (at.sheet.in_force, at.sheet.in_force_tone) == ("Đang dùng: mẫu có sẵn", Tone.OK)

    presenter.on_file_chosen(at.file(*CHANGES))

    assert at.sheet.opened == "mau.json"
    assert at.line("Yêu cầu bổ sung").changes == "nơi nhận"
    assert at.line("Giấy hẹn").changes == "nội dung; phần thêm (tiếng Anh, giai đoạn 2); bỏ email"
    assert at.line("Giấy hẹn", "1.004873").changes.startswith("tiêu đề; ")
    assert at.line("Từ chối tiếp nhận").changes == ""
    assert at.sheet.lines[at.sheet.selected].name == "Giấy hẹn"
    assert "Đổi 3 mẫu" in at.sheet.fact
    assert not (tmp_path / "papers.json").exists()

    presenter.on_taken()

    assert "mau.json" in at.done
    assert (tmp_path / "papers.json").read_bytes() == Path(at.file(*CHANGES)).read_bytes()
    assert at.sheet.in_force == "Đang dùng: mẫu của cơ quan"
    assert at.line("Yêu cầu bổ sung").own == "nơi nhận"
    assert at.sheet.opened == ""


def test_a_form_is_seen_and_printed_as_the_file_would_have_it(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()
    presenter.on_file_chosen(at.file(*CHANGES))

    rows = [(line.name, line.procedure) for line in at.sheet.lines]
    presenter.on_selected(rows.index(("Giấy hẹn", "1.004873")))
    presenter.on_print()

    assert at.shown[-1] == "Giấy hẹn · 1.004873"
    (pdf,) = at.printed
    assert TITLE in pages_of(pdf)[0]
    assert "KHÔNG CÓ GIÁ TRỊ" in pages_of(pdf)[0]
    assert "có dấu bản xem trước" in at.done


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ([{"paper": "refusal", "without": ["reason"]}], "reason"),
        ([{"paper": "refusal", "subtitle": "{salary}"}], "salary"),
        ([{"paper": "refusal", "titel": []}], "titel"),
    ],
)
def test_a_file_that_breaks_a_form_is_refused_by_name_and_what_is_seen_stays(
    tmp_path: Path, changes: list[object], named: str
) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()

    presenter.on_file_chosen(at.file(*changes))

    assert named in at.problem
    assert at.sheet.opened == ""
    presenter.on_taken()
    assert not (tmp_path / "papers.json").exists()


def test_a_file_whose_texts_go_in_a_circle_is_refused_by_the_circle(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()
    looped = tmp_path / "vong.json"
    looped.write_text(json.dumps({"texts": {"a": "{b}", "b": "{a}"}}), encoding="utf-8")

    presenter.on_file_chosen(str(looped))

    assert "a → b → a" in at.problem


def test_a_broken_file_in_force_is_said_and_a_good_one_mends_it(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    (tmp_path / "papers.json").write_text("{", encoding="utf-8")
    presenter = at.start()

    assert at.sheet.in_force_tone is Tone.WARN
    assert "PAP-015" in at.problem
    presenter.on_file_chosen(at.file())
    assert at.problem == ""
    presenter.on_taken()
    assert at.sheet.in_force == "Đang dùng: mẫu của cơ quan"

    presenter.on_reset()
    assert at.sheet.in_force == "Đang dùng: mẫu có sẵn"
    assert not at.sheet.may_reset


def test_who_is_no_administrator_sees_the_forms_and_changes_nothing(tmp_path: Path) -> None:
    at = AtPage(tmp_path, role=Role.COUNTER)
    presenter = at.start()

    presenter.on_file_chosen(at.file(*CHANGES))
    presenter.on_taken()
    presenter.on_head(["x"])

    assert not at.sheet.may_change
    assert "AUT-003" in at.problem
    assert read_settings(tmp_path) == SETTINGS
    assert not (tmp_path / "papers.json").exists()


def test_logo_and_head_of_the_newest_office_change_and_go_again(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()
    emblem = Image.new("RGB", (300, 300), "white")
    emblem.paste("darkred", (90, 90, 210, 210))
    png = BytesIO()
    emblem.save(png, "PNG")
    (tmp_path / "hinh.png").write_bytes(png.getvalue())

    presenter.on_logo(str(tmp_path / "hinh.png"))
    presenter.on_head(["UBND tỉnh", " Sở  Tư pháp "])

    old, newest = read_settings(tmp_path).offices
    assert (old.logo, old.header_lines) == (b"", ())
    assert newest.header_lines == at.sheet.head == ("UBND tỉnh", "Sở Tư pháp")
    assert newest.logo == at.sheet.logo != b""

    presenter.on_head(["x"] * 5)
    assert "PAP-020" in at.problem
    presenter.on_logo("")
    presenter.on_head([])
    assert read_settings(tmp_path).offices[1] == OFFICE
    assert at.sheet.head == (OFFICE.parent_agency, OFFICE.agency)


def test_what_is_saved_to_edit_holds_the_form_that_is_seen_and_opens_again(tmp_path: Path) -> None:
    at = AtPage(tmp_path)
    presenter = at.start()
    presenter.on_selected([line.name for line in at.sheet.lines].index("Phiếu hướng dẫn"))

    presenter.on_save(str(tmp_path / "sua.json"))

    saved = json.loads((tmp_path / "sua.json").read_text(encoding="utf-8"))
    assert [one["paper"] for one in saved["changes"]] == ["guidance"]
    presenter.on_file_chosen(str(tmp_path / "sua.json"))
    assert at.problem == ""
    assert "không đổi mẫu nào" in at.sheet.fact
    presenter.on_dropped()
    assert at.sheet.opened == ""


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    at = AtPage(tmp_path)

    at.start().on_file_chosen(str(tmp_path / "away.json"))

    assert at.problem

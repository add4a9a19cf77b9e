"""Every page in every state, with invented data; ``program`` shows and draws them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit

from ui.desktop.dossier.page import DossierPage
from ui.desktop.dossier.view_model import DossierDetail
from ui.desktop.dossiers.page import DossierListPage
from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.frame.main_window import MainWindow
from ui.desktop.frame.view_model import Officer, Place, SearchResults
from ui.desktop.gallery import counter, samples
from ui.desktop.gallery import dossiers as details
from ui.desktop.gallery import till as money
from ui.desktop.gallery.asking import asking_scenes
from ui.desktop.gallery.citizen import CitizenScenes, citizen_told
from ui.desktop.gallery.english import spoken
from ui.desktop.gallery.frame import frame_scenes
from ui.desktop.gallery.lists import list_scenes
from ui.desktop.gallery.office import OfficeScenes
from ui.desktop.gallery.panels import dossier_panels, reception_panels
from ui.desktop.gallery.scan import drawn_page, scan_scenes
from ui.desktop.gallery.station import StationScenes
from ui.desktop.hand_over.page import HandOverPage
from ui.desktop.keys import Act
from ui.desktop.kit.page import Page
from ui.desktop.kit.tone import Tone
from ui.desktop.lock.view import LockPage
from ui.desktop.lock.view_model import LockState
from ui.desktop.preview.view import PreviewPage
from ui.desktop.reception.applicant_zone import ApplicantZone
from ui.desktop.reception.fees_zone import FeesZone
from ui.desktop.reception.note_words import Remark, remark_words
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.papers_zone import PapersZone
from ui.desktop.reception.procedure_zone import ProcedureZone
from ui.desktop.reception.view_model import LastSlip, Printed, Problem
from ui.desktop.reception.zones import ReceptionZones
from ui.desktop.results.page import ResultsPage
from ui.desktop.results.view_model import ResultSheet
from ui.desktop.scan.page import ScanPage
from ui.desktop.shortcuts import do
from ui.desktop.sign_in.view import SignInPage
from ui.desktop.sign_in.view_model import SignInField, SignInProblem, SignInState
from ui.desktop.till.page import TillPage
from ui.desktop.till.view_model import MoneyAct, TillMode, TillSheet
from ui.desktop.wording import language

UNIT = "UBND phường Lê Hồng Phong"


class Gallery:
    """One window with all pages, and the scenes that can be set in it."""

    def __init__(self) -> None:
        self.reception = ReceptionPage(
            ReceptionZones(ApplicantZone(), ProcedureZone(), PapersZone(), FeesZone())
        )
        self.list = DossierListPage()
        self.preview = PreviewPage()
        self.dossier = DossierPage()
        self.results = ResultsPage()
        self.hand_over = HandOverPage()
        self.till = TillPage()
        self.scan = ScanPage()
        self.sign_in = SignInPage()
        self.lock = LockPage()
        self.page = drawn_page()
        self.office = OfficeScenes(self.page)
        self.station = StationScenes(self._desk)
        pages: dict[Place, Page] = {
            Place.RECEPTION: self.reception,
            **self.office.pages,
            **self.station.pages,
            Place.LIST: self.list,
            Place.PREVIEW: self.preview,
            Place.DOSSIER: self.dossier,
            Place.RESULTS: self.results,
            Place.HAND_OVER: self.hand_over,
            Place.TILL: self.till,
            Place.SCAN: self.scan,
        }
        self.frame = DeskFrame(pages)
        self.window = MainWindow(self.sign_in)
        self.window.furnish(self.frame, self.lock)
        self.frame.show_officer(Officer("Hạnh", 3))
        self.frame.show_status(samples.status())
        self.frame.show_drafts(samples.open_drafts(), 0)
        self.citizen = CitizenScenes(self.window)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Give what can be shown, by name."""
        officers = {name: partial(self._in_window, scene) for name, scene in self._scenes().items()}
        return {**officers, **self.citizen.scenes()}

    def _in_window(self, scene: Callable[[], None]) -> None:
        self.citizen.page.hide()
        self.frame.citizen.offer(False)
        scene()

    def _scenes(self) -> dict[str, Callable[[], None]]:
        return {
            **self.office.scenes(self._desk),
            **self.station.scenes(),
            "palette": self._palette,
            **citizen_told(self.frame, self.reception.applicant, self._ready),
            "reception-blocked": self._blocked,
            "reception-ready": self._ready,
            "reception-longest": self._longest,
            "reception-error": self._error,
            "reception-catalogue": self._catalogue_news,
            "reception-empty": self._empty,
            "reception-accepted": self._accepted,
            "reception-zone-1": lambda: self._zone(1),
            "reception-zone-2": lambda: self._zone(2),
            "reception-zone-4": lambda: self._zone(4),
            **reception_panels(self.reception, self._ready),
            "reception-type-ahead": self._type_ahead,
            "reception-fees": self._fees,
            "reception-why": self._why,
            "reception-keys": self._keys,
            "reception-help": self._help,
            "list-usual": self._list,
            "list-empty": self._list_empty,
            **list_scenes(self.list, self._list),
            "dossier-due-today": lambda: self._dossier(details.due_today()),
            "dossier-waiting": lambda: self._dossier(details.waiting()),
            "dossier-result": lambda: self._dossier(details.with_result()),
            **dossier_panels(self.dossier, self._dossier),
            "results-list": self._results,
            "results-empty": lambda: self._results(0),
            "results-ready": lambda: self._result(counter.result_sheet()),
            "results-half": lambda: self._result(counter.result_sheet(ticked=2)),
            "results-refused": lambda: self._result(counter.stranger()),
            "results-papers": lambda: self._result(counter.papers_to_give_back()),
            "results-coming": lambda: self._result(counter.coming()),
            "results-done": self._result_done,
            "hand-over-half": self._hand_over,
            "hand-over-ready": lambda: self._hand_over(ready=True),
            "hand-over-empty": lambda: self._hand_over(empty=True),
            "hand-over-reason": self._hand_over_reason,
            "till-short": lambda: self._till(money.till(money.COUNTED)),
            "till-blank": lambda: self._till(money.till({})),
            "till-open": lambda: self._till(money.till({500_000: "1"}, is_open=False)),
            "till-payments": self._till_payments,
            "till-refund": self._till_refund,
            "till-transfer": lambda: self._till_payments(money.show_transfer),
            "till-reduce": lambda: self._till_payments(money.show_reducible),
            "till-charge": lambda: self._till_payments(money.show_chargeable),
            **frame_scenes(self.frame, self._ready),
            **asking_scenes(
                lambda below: self._scenes()[below](),
                self.frame,
                self.reception,
                self.hand_over,
                self.results,
                self.office.log,
            ),
            **scan_scenes(self.scan, lambda: self._desk(Place.SCAN)),
            "search": self._search,
            "code-unknown": self._code_unknown,
            "code-reader-test": self._code_reader_test,
            "preview": self._preview,
            "preview-broken": self._preview_broken,
            "preview-file": self._preview_file,
            "sign-in": self._sign_in,
            "sign-in-error": self._sign_in_error,
            "lock": self._lock,
        }

    def _code_unknown(self) -> None:
        self._ready()
        self.frame.codes.show_notice(samples.unknown_code())

    def _code_reader_test(self) -> None:
        self._ready()
        verdict, sentences = samples.reader_test()
        self.frame.codes.show_verdict(verdict, "Newland HR22 (1eab:1a03)", sentences)

    def _blocked(self) -> None:
        self._reception()
        self.reception.show_draft(
            spoken(samples.draft(blocked=True, thumbnail=self.page)), fresh=False
        )
        self.reception.focus_zone(3)

    def _ready(self) -> None:
        self._reception()
        self.reception.show_draft(
            spoken(samples.draft(blocked=False, thumbnail=self.page)), fresh=False
        )
        self.reception.focus_zone(3)

    def _longest(self) -> None:
        self._reception()
        longest = samples.draft(blocked=True, longest=True, thumbnail=self.page)
        self.reception.show_draft(longest, fresh=False)
        self.reception.focus_zone(3)

    def _error(self) -> None:
        self._blocked()
        self.reception.show_applicant(spoken(samples.wrong_applicant()))
        sentence = (
            "Thấy mã QR nhưng quá nhoè hoặc mòn để đọc chắc chắn. Không có ô nào bị thay đổi."
            " Giữ yên thẻ, lau mặt thẻ và ống kính, chụp lại; hoặc dùng đầu đọc, nhập tay."
        )
        self.reception.show_problem(Problem(spoken(f"{sentence} (ID-011)")))
        self.reception.focus_zone(1)

    def _catalogue_news(self) -> None:
        self._ready()
        changes = (
            "Cấp Giấy xác nhận tình trạng hôn nhân: thời hạn: 3 ngày làm việc → 5 ngày làm việc;"
            " thêm giấy tờ: Ảnh 3×4; Lệ phí cấp Giấy xác nhận: 15.000 đ → 20.000 đ"
        )
        words = remark_words(Remark.DRAFTS_CHANGED, language(), changes=spoken(changes))
        self.reception.show_problem(Problem(words, Tone.WARN))

    def _empty(self) -> None:
        self._reception()
        self.reception.show_draft(samples.empty_draft(), fresh=True)

    def _accepted(self) -> None:
        self._empty()
        due_at = samples.due().at or samples.NOW
        code = "H42.15-260924-0317"
        slip = LastSlip(
            code=code, due_at=due_at, printed=Printed.DONE, simulated=True, change_vnd=150_000
        )
        self.reception.show_last_slip(slip)

    def _zone(self, number: int) -> None:
        self._blocked()
        self.reception.focus_zone(number)

    def _type_ahead(self) -> None:
        self._empty()
        self.reception.focus_zone(2)
        self._type("khai")
        self.reception.show_matches(samples.matches("khai"))

    def _fees(self) -> None:
        self._ready()
        self.reception.focus_zone(4)
        self.reception.fees.enter_money()

    def _why(self) -> None:
        self._ready()
        self.reception.focus_zone(4)
        self.reception.fees.explain()

    def _palette(self) -> None:
        self._ready()
        do(self.window, Act.PALETTE)

    def _keys(self) -> None:
        self._ready()
        self.frame.show_keys()

    def _help(self) -> None:
        self._ready()
        self.frame.show_help()

    def _list(self) -> None:
        self._desk(Place.LIST)
        self.list.show_list(samples.dossier_list())
        self.list.first_focus().setFocus()

    def _dossier(self, detail: DossierDetail) -> None:
        self.window.show_desk()
        self.frame.show_place(Place.DOSSIER)
        self.dossier.show_dossier(spoken(detail))
        self.dossier.take_focus()

    def _results(self, count: int = 14) -> None:
        self._desk(Place.RESULTS)
        self.results.show_sheet(None)
        self.results.show_waiting(spoken(counter.waiting(count)))
        self.results.show_problem("")

    def _result(self, sheet: ResultSheet) -> None:
        self._results()
        self.results.show_sheet(spoken(sheet))
        self.results.sheet.focus_next_missing()

    def _result_done(self) -> None:
        self._result(counter.result_sheet())
        self.results.show_sheet(spoken(counter.returned()))
        self.results.show_done(
            spoken("Đã trả 0121 cho Đặng Thuỳ Dương. Giấy nhận đã in ra HP, chờ ký."),
            Tone.OK,
        )

    def _hand_over(self, *, ready: bool = False, empty: bool = False) -> None:
        self._desk(Place.HAND_OVER)
        self.hand_over.show_sheet(spoken(counter.folders(ready=ready, empty=empty)))
        self.hand_over.first_focus().setFocus()
        said = (
            ""
            if ready or empty
            else "0213 – CÔNG TY TNHH MINH ĐẠT: 4 loại giấy, 7 trang. Bỏ vào chồng."
        )
        self.hand_over.show_scan(spoken(said), Tone.OK)

    def _hand_over_reason(self) -> None:
        self._hand_over()
        self.hand_over.show_row(4)
        self.hand_over.ask_why()

    def _till(self, sheet: TillSheet) -> None:
        self._desk(Place.TILL)
        self.till.show_problem("")
        self.till.show_till(sheet)
        self.till.show_mode(TillMode.COUNT)

    def _till_payments(self, show: Callable[[TillPage], None] | None = None) -> None:
        self._till(money.till(money.COUNTED, of="H42.15-260924-0217" if show else ""))
        self.till.show_mode(TillMode.PAYMENTS)
        if show is not None:
            show(self.till)

    def _till_refund(self) -> None:
        self._till_payments()
        self.till.open_act(MoneyAct.REFUND)

    def _list_empty(self) -> None:
        self._desk(Place.LIST)
        self.list.show_list(samples.dossier_list(0))

    def _search(self) -> None:
        self._list()
        self.frame.enter_search()
        self._type("tran lan")
        found = samples.found()
        self.frame.show_search(SearchResults("tran lan", found, len(found)))

    def _preview(self) -> None:
        self._desk(Place.PREVIEW)
        self.preview.show_preview(spoken(samples.preview((self.page, self.page))))
        self.preview.first_focus().setFocus()

    def _preview_broken(self) -> None:
        self._desk(Place.PREVIEW)
        self.preview.show_preview(spoken(samples.preview((self.page,), broken=True)))

    def _preview_file(self) -> None:
        self._desk(Place.PREVIEW)
        self.preview.show_preview(spoken(samples.brought_file((self.page,) * 5)))
        self.preview.first_focus().setFocus()

    def _sign_in(self) -> None:
        self.sign_in.clear()
        self.sign_in.show_state(
            SignInState(
                now=samples.NOW,
                unit=UNIT,
                counter=3,
                officer_name="quay3",
                simulated_devices=True,
                sample_home=True,
            )
        )
        self.window.show_sign_in()

    def _sign_in_error(self) -> None:
        self._sign_in()
        problem = SignInProblem(SignInField.PASSWORD, spoken("Sai"), 4)
        self.sign_in.show_problem(problem)

    def _lock(self) -> None:
        self.lock.show_state(
            LockState(
                now=samples.NOW,
                officer_name="Trần Mỹ Hạnh",
                counter=3,
                locked_at=samples.NOW,
                unit=UNIT,
                open_drafts=2,
                waiting=3,
            )
        )
        self.window.show_lock()

    def _reception(self) -> None:
        self._desk(Place.RECEPTION)
        self.reception.applicant.set_doubted(False)
        self.reception.show_problem(None)
        self.reception.show_last_slip(None)

    def _desk(self, place: Place) -> None:
        self.window.show_desk()
        self.frame.close_panels()
        self.frame.show_status(samples.status())
        self.frame.show_place(place)

    def _type(self, text: str) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.setText(text)

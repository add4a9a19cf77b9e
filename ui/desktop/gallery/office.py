"""Invented sights of the pages about the day and the office, for the gallery."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ui.desktop.accounts.page import AccountsPage
from ui.desktop.accounts.view_model import AccountLine, AccountSheet
from ui.desktop.board.page import BoardPage
from ui.desktop.dossier.correction_spot import spot_of
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery import samples
from ui.desktop.gallery.board import board_scenes
from ui.desktop.gallery.english import spoken
from ui.desktop.gallery.signing import signing_scenes
from ui.desktop.home.page import HomePage
from ui.desktop.home.view_model import CheckLine, CheckSheet, WorkKind, WorkLine, WorkSheet
from ui.desktop.kit.page import Page
from ui.desktop.kit.tone import Tone
from ui.desktop.log.page import LogPage
from ui.desktop.log.view_model import AdjustmentLine, LogFigure, LogLine, LogSheet
from ui.desktop.settings.page import SettingsPage
from ui.desktop.settings.view_model import KeyLine, SettingsSheet
from ui.desktop.signing.page import SigningPage
from ui.desktop.sync.page import SyncPage
from ui.desktop.sync.view_model import SyncLine, SyncSheet
from ui.desktop.templates.page import TemplatesPage
from ui.desktop.templates.view_model import FormLine, TemplatesSheet
from ui.desktop.templates.words import ADDED, LEFT_OUT
from ui.desktop.wording import language

_PRINTER_OFF = CheckLine(
    name="Máy in nhiệt",
    state="Epson TM-T82III: tắt hoặc chưa nối",
    tone=Tone.ERR,
    advice="Bật máy, xem đèn nguồn. Cắm lại cáp, hoặc xem máy có cùng mạng không.",
    meanwhile="Vẫn tiếp nhận được; phiếu hẹn in ở máy in trang.",
)
_WELL = tuple(
    CheckLine(name=name, state=state, tone=Tone.OK)
    for name, state in (
        ("Đồng hồ", "07:25, lệch máy chủ 2 giây"),
        ("Đường truyền", "có mạng, gửi lúc 07:24"),
        ("Số hồ sơ", "còn 82/100 số"),
        ("Danh mục", "nhận 2 ngày trước"),
        ("Chờ gửi", "không có gì chờ"),
        ("Giấy chờ in", "không có tờ nào"),
        ("Đĩa", "còn 41 GB"),
        ("Đang dở", "không có"),
        ("Máy in trang", "HP LaserJet: sẵn sàng"),
        ("Đầu đọc thẻ", "Newland HR22: sẵn sàng"),
        ("Máy quét", "Canon DR-C225: sẵn sàng"),
    )
)
_FITS = "Tệp này đúng. Xem kỹ các mẫu nó đổi, rồi đưa vào sử dụng. Đổi 2 mẫu."
_CHOOSE = "Mở một tệp mẫu để xem nó đổi gì. Trang xem dùng dữ liệu dài nhất có thể gặp."
_ONE_PIN = "ký cả loạt, một mã PIN"
_WORK = tuple(
    WorkLine(
        kind=kind,
        words=words,
        tone=tone,
        who=who,
        short_code=code,
        what=what,
        when=when,
        dossier_code=f"H42.15-260924-{code}",
    )
    for kind, words, tone, who, code, what, when in (
        (WorkKind.OVERDUE, "Quá hạn", Tone.ERR, "Đỗ Văn Bình", "0140", "Tách thửa", "16:30 22/09"),
        (
            WorkKind.DUE_TODAY,
            "Còn 1 giờ làm việc",
            Tone.WARN,
            "Lê Thị Hoa",
            "0121",
            "Khai sinh",
            "11:15",
        ),
        (WorkKind.DRAFT, "Đang dở", Tone.INFO, "Nguyễn Văn An", "", "Tách thửa, hợp thửa", "09:31"),
        (WorkKind.TO_SIGN, "Chờ ký sao y", Tone.INFO, "14 bản", "", _ONE_PIN, ""),
        (WorkKind.TO_SUPPLEMENT, "Chờ bổ sung", Tone.MUTE, "Trần Thị Lan", "0198", "Khai tử", "–"),
    )
)
_LOG = tuple(
    LogLine(
        number=number,
        received_at=line.received_at,
        short_code=line.code[-4:],
        dossier_code=line.code,
        owner_name=line.owner_name,
        procedure_name=line.procedure_name,
        agency="VP Đăng ký đất đai",
        due_at=line.due_at,
        fee="150.000",
        papers="3/3",
        pages="8",
        note="",
    )
    for number, line in enumerate(reversed(samples.lines(5)), start=1)
)
_SENT_BACK = SyncLine(
    code="H42.15-260924-0209",
    short_code="0209",
    what="Tiếp nhận",
    since="09:02 24/09",
    state="bị trả lại",
    reason="Thiếu ngày cấp: người nộp, giấy tờ tuỳ thân, ngày cấp",
    tone=Tone.ERR,
    spot=spot_of("/submitter/id_document/issued_on"),
)
_WAITING = SyncLine(
    code="H42.15-260924-0211",
    short_code="0211",
    what="Tiếp nhận, Thu phí, In giấy tờ",
    since="09:38 24/09",
    state="chờ gửi",
)
_A_LOG = LogSheet(
    on=samples.NOW.date(),
    counter="Quầy 3",
    lines=_LOG,
    figures=(
        LogFigure("Tiếp nhận", "5", frozenset(range(1, 6))),
        LogFigure("Phí, lệ phí", "750.000 đ", frozenset(range(1, 6))),
    ),
    fees="750.000",
    pages="40",
    state="Chưa ký · số NK-2026-0188",
    may_sign=True,
    unsent="Quầy 2: 3 hồ sơ chưa gửi xong. Vẫn ký được; con số này in trên trang.",
)
_NO_LOG = LogSheet(on=samples.NOW.date(), counter="Quầy 3", figures=(LogFigure("Tiếp nhận", "0"),))
_ALL_SENT = SyncSheet(
    sentences=(("18", "việc đã nằm ở máy chủ. Không có gì chờ gửi.", Tone.OK),),
    facts=(("Máy chủ", "motcua.example.gov.vn"), ("Lần liên lạc cuối", "09:41")),
    can_pause=True,
)
_PAUSED = SyncSheet(
    sentences=(
        ("", "Hạnh tạm dừng gửi lúc 09:31, đến 09:46 máy tự gửi tiếp.", Tone.WARN),
        ("4", "việc đang chờ gửi, nằm an toàn ở máy này.", Tone.WARN),
    ),
    facts=(("Máy chủ", "motcua.example.gov.vn"), ("Lần liên lạc cuối", "09:31")),
    lines=(_WAITING,),
    can_pause=True,
    is_paused=True,
)


class OfficeScenes:
    """The pages, and what can be shown on them.

    Attributes:
        log: the daily log.
        pages: by their places.
    """

    def __init__(self, page: bytes) -> None:
        """``page``: of a paper, as PNG."""
        self._page = page
        self._home, self._board, self._settings = HomePage(), BoardPage(), SettingsPage()
        self._accounts, self.log, self._sync = AccountsPage(), LogPage(), SyncPage()
        self._templates, self._signing = TemplatesPage(), SigningPage()
        self.pages: dict[Place, Page] = {
            Place.HOME: self._home,
            Place.BOARD: self._board,
            Place.SIGNING: self._signing,
            Place.SETTINGS: self._settings,
            Place.ACCOUNTS: self._accounts,
            Place.TEMPLATES: self._templates,
            Place.LOG: self.log,
            Place.SYNC: self._sync,
        }

    def scenes(self, go_to: Callable[[Place], None]) -> dict[str, Callable[[], None]]:
        """Give what can be shown, by name."""
        acts: dict[str, tuple[Place, Callable[[], None]]] = {
            "home-well": (Place.HOME, partial(self._show_home, broken=False)),
            "home-broken": (Place.HOME, partial(self._show_home, broken=True)),
            "settings-usual": (Place.SETTINGS, self._show_settings),
            "accounts-usual": (Place.ACCOUNTS, partial(self._show_accounts, may_manage=True)),
            "accounts-refused": (Place.ACCOUNTS, partial(self._show_accounts, may_manage=False)),
            "templates-usual": (Place.TEMPLATES, partial(self._show_templates, opened=False)),
            "templates-opened": (Place.TEMPLATES, partial(self._show_templates, opened=True)),
            "log-usual": (Place.LOG, self._show_log),
            "log-signed": (Place.LOG, self._show_signed_log),
            "log-empty": (Place.LOG, lambda: self.log.show_sheet(spoken(_NO_LOG))),
            "sync-refused": (Place.SYNC, self._show_sync),
            "sync-paused": (Place.SYNC, lambda: self._sync.show_sheet(spoken(_PAUSED))),
            "sync-sent": (Place.SYNC, lambda: self._sync.show_sheet(spoken(_ALL_SENT))),
            **{n: (Place.SIGNING, act) for n, act in signing_scenes(self._signing).items()},
        }

        def shown(place: Place, act: Callable[[], None]) -> None:
            act()
            go_to(place)

        def own_password() -> None:
            shown(Place.SETTINGS, self._show_settings)
            self._settings.ask_for_password()

        scenes = {name: partial(shown, place, act) for name, (place, act) in acts.items()}
        board = board_scenes(self._board, lambda: go_to(Place.BOARD))
        return {**scenes, **board, "settings-password": own_password}

    def _show_home(self, *, broken: bool) -> None:
        checks = (_PRINTER_OFF, *_WELL) if broken else _WELL
        summary = "1 mục cần xem, vẫn làm việc được" if broken else "Sẵn sàng: 11/11 mục tốt"
        tone = Tone.WARN if broken else Tone.OK
        self._home.show_checks(spoken(CheckSheet(lines=checks, summary=summary, tone=tone)))
        work = _WORK if broken else ()
        figures = (
            ("Bị trả lại", "0", Tone.MUTE),
            *((line.words, "1", line.tone) for line in work),
            *((line.words, "0", Tone.MUTE) for line in _WORK if not broken),
            ("Chờ trả", "14", Tone.MUTE),
            ("Nhận hôm nay", "21", Tone.MUTE),
        )
        self._home.show_work(spoken(WorkSheet(lines=work, figures=figures)))

    def _show_settings(self) -> None:
        keys = (
            KeyLine("new", "Tiếp nhận mới", "mọi nơi", "F2"),
            KeyLine("log", "Nhật ký ngày", "mọi nơi", "Ctrl+G", changed=True),
        )
        self._settings.show_sheet(
            spoken(SettingsSheet(language=language(), keys=keys, restart_needed=True))
        )

    def _show_accounts(self, *, may_manage: bool) -> None:
        people = (
            AccountLine("quay3", "Trần Mỹ Hạnh", "counter", "Cán bộ quầy", True),
            AccountLine("quay4", "Lê Văn Tám", "counter", "Cán bộ quầy", False),
            AccountLine("vinh", "Quản trị trạm", "administrator", "Quản trị", True, is_own=True),
        )
        roles = (("administrator", "Quản trị"), ("counter", "Cán bộ quầy"))
        lines = people if may_manage else ()
        self._accounts.show_sheet(
            spoken(AccountSheet(lines=lines, roles=roles, may_manage=may_manage))
        )

    def _show_templates(self, *, opened: bool) -> None:
        lines = [
            FormLine(name=name, procedure=procedure, own=own, changes=changes if opened else "")
            for name, procedure, own, changes in (
                ("Giấy hẹn", "", LEFT_OUT[language()].format(facts="email"), ""),
                ("Giấy hẹn", "1.004873", "", "tiêu đề"),
                (
                    "Yêu cầu bổ sung",
                    "",
                    "",
                    f"nơi nhận; {ADDED[language()].format(facts='office_place')}",
                ),
                ("Từ chối tiếp nhận", "", "", ""),
                ("Phiếu hướng dẫn", "", "nội dung", ""),
            )
        ]
        self._templates.show_sheet(
            spoken(
                TemplatesSheet(
                    lines=tuple(lines),
                    selected=2,
                    opened="mau-giay.json" if opened else "",
                    in_force="Đang dùng: mẫu của cơ quan",
                    in_force_tone=Tone.OK,
                    head=("UBND tỉnh Ninh Bình", "UBND phường Quang Trung"),
                    may_change=True,
                    may_reset=True,
                    fact=_FITS if opened else _CHOOSE,
                    consequence="Dùng từ lần đăng nhập sau." if opened else "",
                    tone=Tone.OK if opened else Tone.MUTE,
                )
            )
        )
        self._templates.show_pages((self._page,), spoken("Yêu cầu bổ sung"))

    def _show_log(self) -> None:
        self.log.show_sheet(spoken(_A_LOG))
        self.log.show_sums("")

    def _show_signed_log(self) -> None:
        head = "09:10 23/11/2026 · NK-2026-0187 (20/11/2026) · 000.00.17.H25-201120-0311 · Hạnh"
        text = "hẹn trả 16:30 25/11/2026 → 16:30 27/11/2026"
        signed = replace(
            _A_LOG,
            state="NK-2026-0188 · Đã ký 16:55 · Bình",
            signed=True,
            unsent="",
            adjustments=(AdjustmentLine(head=head, text=text),),
        )
        self.log.show_sheet(spoken(signed))

    def _show_sync(self) -> None:
        self._sync.show_sheet(
            spoken(
                SyncSheet(
                    sentences=(("1", "việc máy chủ trả lại, cần anh/chị xem.", Tone.ERR),),
                    facts=(("Máy chủ", "motcua.example.gov.vn"),),
                    lines=(_SENT_BACK,),
                    can_pause=True,
                )
            )
        )

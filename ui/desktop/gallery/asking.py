"""Every panel that asks something and that no other scene opens, with invented data."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from station.usecases.handed_in import UnknownProcedureError
from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.gallery.counter import result_sheet
from ui.desktop.gallery.english import spoken
from ui.desktop.gallery.scan import drawn_page
from ui.desktop.hand_over.page import HandOverPage
from ui.desktop.hand_over.view_model import ListOffered
from ui.desktop.keys import Act
from ui.desktop.kit.tone import Tone
from ui.desktop.log.page import LogPage
from ui.desktop.log.view_model import SignQuestion
from ui.desktop.problems import words_of
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.exit_letter import ExitLetter
from ui.desktop.reception.grounds import lawful_grounds
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import Exit
from ui.desktop.results.page import ResultsPage
from ui.desktop.shortcuts import do
from ui.desktop.wording import language

_BY_KEY = {
    "accounts-close": ("accounts-usual", Act.CLOSE_ACCOUNT),
    "catalogue-keys-add": ("catalogue-keys", Act.ADD_KEY),
    "catalogue-keys-retire": ("catalogue-keys", Act.RETIRE_KEY),
    "log-adjustments": ("log-signed", Act.ADJUSTMENTS),
    "log-register": ("log-usual", Act.REGISTER),
    "preview-reprint": ("preview", Act.PRINT),
    "reception-check": ("reception-blocked", Act.CHECK),
    "reception-email": ("reception-ready", Act.EMAIL),
    "reception-reprint": ("reception-accepted", Act.REPRINT),
    "till-book": ("till-short", Act.NEW_BOOK),
}
"""Of what opens by its key alone: above which scene, and the key's act."""
_REASONS = {
    Exit.SUPPLEMENT: ("thành phần hồ sơ chưa đủ theo quy định", "giấy uỷ quyền thiếu chứng thực"),
    Exit.REFUSAL: ("ngoài thẩm quyền giải quyết",),
}
_GONE = UnknownProcedureError("1.012753")
"""Why a paper cannot be drawn."""
_DRAFTS = tuple(
    DraftLine(
        draft_id=UUID(int=number),
        officer="Hạnh",
        name=name,
        procedure="Tách thửa, hợp thửa đất",
        code=code,
        saved="09:31 24/09",
        expires="24/10/2026",
    )
    for number, (name, code) in enumerate(
        (("Nguyễn Văn An", ""), ("Công Tằng Tôn Nữ Nguyễn Phước Bảo Ân", "HD-260924-07"))
    )
)
_SEALED = ListOffered(
    number="BG-260924-02",
    agency="Văn phòng Đăng ký đất đai, chi nhánh khu vực Phủ Lý và Thanh Liêm",
    folders=tuple((f"H42.15-260924-02{n}", "Công Tằng Tôn Nữ Phước Bảo Ân") for n in range(10, 18)),
)
_SUMS = "Tiếp nhận 5 · hướng dẫn 2 · từ chối 1 · trả kết quả 12 · phí, lệ phí 750.000 đ"


def asking_scenes(
    show: Callable[[str], None],
    frame: DeskFrame,
    reception: ReceptionPage,
    hand_over: HandOverPage,
    results: ResultsPage,
    log: LogPage,
) -> dict[str, Callable[[], None]]:
    """Give the scenes; ``show`` brings that scene to the front above which a panel opens."""

    def by_key(below: str, act: Act) -> None:
        show(below)
        do(frame.window(), act)

    def exits(way: Exit, error: Exception | None = None) -> None:
        show("reception-blocked")
        reception.exits.show_reasons(_REASONS)
        reception.exits.show_typed({Exit.REFUSAL: spoken(_REASONS[Exit.REFUSAL][0])})
        do(frame.window(), Act.EXITS)
        reception.exits.choose(way.value)
        letter = ExitLetter(way, png=drawn_page(), count=2 if way is Exit.SUPPLEMENT else 1)
        if error is not None:
            letter = ExitLetter(way, problem=words_of(error, language()))
        reception.exits.show_letter(letter)

    def owed() -> None:
        show("results-ready")
        results.show_sheet(spoken(result_sheet(owed="150.000 đ", owed_tone=Tone.WARN, owes=True)))
        do(frame.window(), Act.COLLECT)

    def ground() -> None:
        reception.show_grounds(lawful_grounds(language()))
        by_key("reception-blocked", Act.GROUND)

    def other_paper() -> None:
        show("reception-ready")
        reception.papers.other.ask()

    def drafts() -> None:
        by_key("reception-ready", Act.KEPT)
        reception.show_kept_drafts(spoken(_DRAFTS), may_reassign=True)

    def signed() -> None:
        show("hand-over-half")
        hand_over.ask_signature(_SEALED)

    def sign_log() -> None:
        show("log-usual")
        title = spoken("Ký và khoá trang nhật ký")
        warning = spoken("Quầy 2: 3 hồ sơ chưa gửi xong. Vẫn ký được; con số này in trên trang.")
        log.ask_signature(SignQuestion(title=title, sums=spoken(_SUMS), warning=warning))

    def close() -> None:
        show("reception-ready")
        frame.ask_to_close()

    return {
        **{name: partial(by_key, *of) for name, of in _BY_KEY.items()},
        "close-question": close,
        "hand-over-signed": signed,
        "log-sign": sign_log,
        "reception-drafts": drafts,
        "reception-exit": partial(exits, Exit.GUIDANCE),
        "reception-exit-asked": partial(exits, Exit.SUPPLEMENT),
        "reception-exit-broken": partial(exits, Exit.REFUSAL, _GONE),
        "reception-ground": ground,
        "reception-other-paper": other_paper,
        "results-owed": owed,
    }

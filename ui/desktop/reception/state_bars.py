"""Below the zones: what became of the last dossier, what went wrong, and what may be done now."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.reception.readiness_words import readiness_words, slip_words
from ui.desktop.reception.view_model import Blocker, LastSlip, Printed, Problem, Readiness
from ui.desktop.shortcuts import bind


class StateBars(QObject):
    """The two banners and the action bar. Their other buttons are the page's to connect."""

    doubt_answered = Signal(bool)
    """Whether the slip in doubt came out."""
    at_once_wanted = Signal(str)
    """Give the result of this dossier, which was accepted just now."""
    other_way_wanted = Signal()
    """The slip that does not come out is to come out on the other printer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.see = Button(self.tr("Xem phiếu"), badge=badge(Act.PREVIEW), height=FIELD_HEIGHT)
        self.again = Button(self.tr("In lại"), badge=badge(Act.REPRINT), height=FIELD_HEIGHT)
        self.came_out = Button(self.tr("Đã ra"), badge=badge(Act.CAME_OUT), height=FIELD_HEIGHT)
        self.not_out = Button(self.tr("Chưa ra"), badge=badge(Act.NOT_OUT), height=FIELD_HEIGHT)
        self.other_way = Button(
            self.tr("In máy kia"), badge=badge(Act.OTHER_WAY), height=FIELD_HEIGHT
        )
        self.came_out.clicked.connect(lambda: self.doubt_answered.emit(True))
        self.not_out.clicked.connect(lambda: self.doubt_answered.emit(False))
        self.other_way.clicked.connect(self.other_way_wanted)
        self.understood = Button(self.tr("Đã rõ"), badge=badge(Act.BACK), height=FIELD_HEIGHT)
        self.kept = Button(self.tr("Đang dở…"), Kind.QUIET, badge=badge(Act.KEPT))
        self.exits = Button(self.tr("Chưa nhận…"), Kind.QUIET, badge=badge(Act.EXITS))
        self.ground = Button(
            self.tr("Căn cứ khác…"), Kind.QUIET, sign=Icon.NOTEBOOK, badge=badge(Act.GROUND)
        )
        self.slip = Button(self.tr("Phiếu vừa nhận"), sign=Icon.FILE, badge=badge(Act.PREVIEW))
        self.at_once = Button(
            self.tr("Trả ngay"), sign=Icon.CLIPBOARD, badge=badge(Act.GIVE_AT_ONCE)
        )
        self.at_once.clicked.connect(self.give_at_once)
        self._at_once = ""
        self.accept = Button(
            self.tr("Tiếp nhận và in"), Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.ACCEPT)
        )
        self.slip_banner = Banner(
            (self.see, self.other_way, self.again, self.came_out, self.not_out)
        )
        self.problem_banner = Banner((self.understood,))
        self.bar = ActionBar()
        for button in (
            self.kept, self.exits, self.ground, self.slip, self.at_once, self.accept
        ):  # fmt: skip
            self.bar.add(button)

    def bind_keys(self, page: QWidget) -> None:
        """Let their own keys act on this page."""
        bind(page, Act.GIVE_AT_ONCE, self.give_at_once)
        bind(page, Act.CAME_OUT, self.came_out.click)
        bind(page, Act.NOT_OUT, self.not_out.click)
        bind(page, Act.OTHER_WAY, self.other_way.click)

    def offer(self, readiness: Readiness, *, has_grounds: bool) -> None:
        """Open the primary button, and show the ways around what blocks it."""
        self.accept.set_blocked(bool(readiness.blocks) or readiness.accepting)
        missing = any(block.blocker is Blocker.MISSING_PAPERS for block in readiness.blocks)
        wanted = missing or readiness.ground is not None
        self.exits.setVisible(wanted)
        self.ground.setVisible(has_grounds and wanted)

    def give_at_once(self) -> None:
        """Go on with the dossier accepted last, if its result is given at once."""
        if self._at_once:
            self.at_once_wanted.emit(self._at_once)

    def say(
        self,
        readiness: Readiness,
        problem: Problem | None,
        last: LastSlip | None,
        *,
        is_blank: bool,
        compact: bool,
    ) -> None:
        """Say one thing in one place: a problem, the dossier just accepted, or what is missing."""
        slip = last if is_blank else None
        self.slip.show_words(not compact)  # else the promise has no room beside it
        self.ground.show_words(not compact)  # and what is missing none
        self.slip.setVisible(last is not None and (compact or slip is None))
        self._at_once = last.code if last is not None and last.at_once else ""
        at_once = bool(self._at_once) and is_blank
        self.at_once.setVisible(at_once)
        self.kept.setVisible(is_blank and not (at_once and compact))  # its key opens it as before
        if last is not None:
            self._offer_for(last)
        if problem is None or compact:
            self.problem_banner.hide()
        else:
            self.problem_banner.say(problem.sentence, problem.tone)
        if slip is None or problem or compact:
            self.slip_banner.hide()
        else:
            fact, printed, tone = slip_words(slip)
            self.slip_banner.say(f"{fact} {printed}".strip(), tone)
        state = readiness_words(readiness)
        if compact and problem:
            state = ("", problem.sentence, problem.tone)
        elif compact and slip:
            state = slip_words(slip)
        self.bar.state.say(*state, aloud=compact and bool(problem or slip))

    def _offer_for(self, slip: LastSlip) -> None:
        asked = slip.printed is Printed.DOUBTFUL
        for button in (self.came_out, self.not_out):
            button.setVisible(asked)
        for button in (self.see, self.again):
            button.setVisible(not asked)
        first = slip.printed is Printed.NOT_OWED
        self.again.set_words(self.tr("In phiếu") if first else self.tr("In lại"))
        other = slip.printed is Printed.FAILED and slip.held is not None and slip.held.elsewhere
        self.other_way.setVisible(other)

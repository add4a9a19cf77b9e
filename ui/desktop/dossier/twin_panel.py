"""Alt+G on the page of a dossier: what another counter received of the same person, beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossier.view_model import TwinSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.side_by_side import side_by_side

_WIDTH, _LABEL, _LONGEST = 760, 64, 500


class TwinPanel(AskingPanel):
    """Side by side; who may decide keeps both with a reason, or goes on to end this one."""

    kept = Signal(str, str)
    """Code of the other dossier, and why both go on."""
    end_wanted = Signal()
    """This one is to be withdrawn, by the act that the law has for it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Hồ sơ trùng ở quầy khác"), "dossier.twin")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet: TwinSheet | None = None
        self._inside: QWidget | None = None
        self._reason = OfferField(longest=_LONGEST)
        self._reason.setAccessibleName(self.tr("Lý do giữ cả hai"))
        self._note_as(reason=self._reason)
        self._offers = Offers(self._reason)
        self._offers.show_offers(
            (
                self.tr("hai việc khác nhau của cùng một người"),
                self.tr("người dân xác nhận cần cả hai"),
            )
        )
        self._end = Button(self.tr("Rút hồ sơ này…"), Kind.DANGER)
        self._keep = Button(self.tr("Giữ cả hai"), Kind.PRIMARY, badge=badge(Act.CONFIRM))
        label = FieldLabel(self.tr("Lý do"), self._reason, width=_LABEL)
        self._deciding = holding(
            column(
                row(label, (self._reason, 1)),
                self._offers,
                row(None, self._end, self._keep),
                gap=8,
            )
        )
        self._waits = Label(
            self.tr("Trưởng bộ phận quyết định: giữ cả hai, hoặc rút một. Chưa hồ sơ nào mất."),
            muted=True,
            wrap=True,
        )
        self._end.clicked.connect(self._want_end)
        self._keep.clicked.connect(self.confirm)
        self._reason.returnPressed.connect(self.confirm)

    def open_for(self, sheet: TwinSheet, anchor: QWidget) -> None:
        """Show both; what was typed about this twin before is still there."""
        if sheet != self._sheet or self._inside is None:
            if sheet.code != self.about:
                self.put_away()
                self.begin(sheet.code)
            self._sheet = sheet
            for part in (self._deciding, self._waits):
                self.body.removeWidget(part)
            take_out(self._inside, self.body)
            heads = (self.tr("Hồ sơ này"), self.tr("Ở quầy kia"))
            self._inside = side_by_side(sheet.lines, *heads)
            for part in (self._inside, self._deciding, self._waits):
                self.body.addWidget(part)
        self._deciding.setVisible(sheet.may_decide)
        self._waits.setVisible(not sheet.may_decide)
        self.body.activate()
        height = self.sizeHint().height() + 2 * SHADOW
        first = self._reason if sheet.may_decide else self
        self.open_at(anchor, QSize(_WIDTH, height), first=first)

    def renew(self, sheet: TwinSheet | None) -> None:
        """Show it as it is now, if it is open; nothing to decide closes it."""
        if not self.isVisible() or self._opener is None:
            return
        if sheet is None:
            self.close_panel()
        elif sheet != self._sheet:
            self.open_for(sheet, self._opener)

    def confirm(self) -> None:
        """Tell that both go on, and why."""
        if self._sheet is not None and self._sheet.may_decide and self._may_tell():
            self._tell_and_close()
            self.kept.emit(self._sheet.code, self._reason.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        return self.go_round((self._reason, self._end, self._keep), forward)

    def _clear(self) -> None:
        self._sheet = None
        self._reason.clear()

    def _want_end(self) -> None:
        self.close_panel()
        self.end_wanted.emit()

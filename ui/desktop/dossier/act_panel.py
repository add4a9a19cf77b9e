"""What a lawful act asks, above its button: only the fields that it needs."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from station.domain.acts import DossierAct
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossier.brought_rows import BroughtRows
from ui.desktop.dossier.paper_rows import PaperRows
from ui.desktop.dossier.view_model import (
    ActAnswer,
    ActChoice,
    ActField,
    AttachedPaper,
    ScannedPaper,
)
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.file_dialogs import ask_which_ones
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import column, holding, measure_anew, row, take_out
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.shortcuts import bind
from ui.desktop.typed_notes import Typed

_WIDTH, _LABEL, _WARNING = 620, 132, 48
_LONGEST_TEXT = 1000


class ActPanel(AskingPanel):
    """One act at a time. Tab stays inside; Esc closes it, and what was typed is kept."""

    answered = Signal(object, object)
    """The ``DossierAct`` and its ``ActAnswer``."""
    files_chosen = Signal(int, object)
    """Of a paper that was brought: its row, and the paths."""
    scan_wanted = Signal(str)
    """The dossier whose papers that were brought are to be scanned."""
    opening = Signal()
    """It was confirmed while a file is being opened; it stays open as it is."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Việc với hồ sơ"), "dossier.act")
        self._choice: ActChoice | None = None
        self._texts: dict[ActField, QLineEdit] = {}
        self._papers: PaperRows | None = None
        self._brought: BroughtRows | None = None
        self._code = ""
        self._scan: Button | None = None
        self._anchor: QWidget | None = None
        self._inside: QWidget | None = None
        self._confirm: Button | None = None

    def open_for(self, code: str, choice: ActChoice, anchor: QWidget) -> None:
        """Ask what this act needs; the same act again goes on where it was left."""
        about = act_of(code, choice.act)
        if (choice, about) != (self._choice, self.about) or self._inside is None:
            self.put_away()  # the keys must not be on a field that is taken out
            self._choice = choice
            self._fill(choice)
            self.begin(about)
        self._anchor, self._code = anchor, code
        self.open_at(anchor, self._size(), first=self._stops()[0])

    def confirm(self) -> None:
        """Tell what was entered."""
        if self._choice is None or not self._may_tell():
            return
        if self._brought is not None and self._brought.is_opening():
            self.opening.emit()
            return
        papers = self._papers or self._brought
        texts = {field: line.text() for field, line in self._texts.items()}
        answer = ActAnswer(
            texts=tuple(texts.items()),
            rows=papers.chosen() if papers else (),
            lacks=self._papers.lacks() if self._papers else {},
            given=self._brought.given() if self._brought else {},
        )
        act: DossierAct = self._choice.act
        self._tell_and_close()
        self.answered.emit(act, answer)

    def ask_files(self) -> bool:
        """Ask for files of a paper that was brought, if that is what it asks now."""
        if self._brought is None or not self._holds(QApplication.focusWidget()):
            return False
        self._brought.ask_files()
        return True

    def add_file(self, about: str, row: int, file: AttachedPaper | None) -> None:
        """One of those was found good and kept; None: it was not."""
        if self._brought is not None and about == self.about:
            self._brought.add_file(row, file)
            self.note()

    def show_scanned(self, code: str, scanned: ScannedPaper) -> None:
        """The scan desk made files of what was brought for this dossier."""
        if self._brought is not None and self.about == act_of(code, DossierAct.BRING):
            self._brought.show_scanned(scanned)
            self.note()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        return self.go_round(self._stops(), forward)

    def _clear(self) -> None:
        self._choice = None  # the next one has fields of its own

    def _fill(self, choice: ActChoice) -> None:
        take_out(self._inside, self.body)
        self._texts, self._papers, self._brought, self._scan = {}, None, None, None
        form = choice.form
        layout = column()
        self._inside = holding(layout)
        layout.addWidget(Label(form.title, BODY_STRONG))
        if form.warning:
            warning = Banner(least=_WARNING)
            layout.addWidget(warning)
            warning.say(form.warning, Tone.WARN)
        for field in form.fields:
            self._add(field, layout)
        for field, line in self._texts.items():
            line.setObjectName(field.name)
        for field, text in form.known:
            self._texts[field].setText(text)
        kind = Kind.DANGER if form.danger else Kind.PRIMARY
        self._confirm = Button(form.confirm, kind, badge=badge(Act.CONFIRM))
        self._confirm.clicked.connect(self.confirm)
        layout.addLayout(row(*self._tools(), None, self._confirm))
        self.body.addWidget(self._inside)

    def _add(self, field: ActField, layout: QVBoxLayout) -> None:
        match field:
            case ActField.ROWS:
                layout.addWidget(self._paper_rows())
            case ActField.BROUGHT:
                layout.addWidget(self._brought_rows())
            case ActField.REASON if self._choice and self._choice.form.reasons:
                self._add_reasons(self._choice.form.reasons, layout)
            case _:
                self._add_text(field, layout)

    def _add_reasons(self, reasons: tuple[str, ...], layout: QVBoxLayout) -> None:
        """Offer the catalogue's reasons: up and down in the field, or a press on one."""
        caption = self._caption(ActField.REASON)
        line = OfferField(caption, longest=_LONGEST_TEXT)
        offers = Offers(line)
        offers.show_offers(reasons)
        self._texts[ActField.REASON] = line
        layout.addLayout(row(FieldLabel(caption, line, width=_LABEL), (line, 1)))
        layout.addWidget(offers)
        line.returnPressed.connect(self.focusNextChild)

    def _add_text(self, field: ActField, layout: QVBoxLayout) -> None:
        line = Field(longest=_LONGEST_TEXT)
        self._texts[field] = line
        layout.addLayout(row(FieldLabel(self._caption(field), line, width=_LABEL), (line, 1)))

    def _want_scan(self) -> None:
        self.scan_wanted.emit(self._code)

    def _ask_which(self, row: int, name: str) -> None:
        title = self.tr("Tệp của: {paper}").format(paper=name)
        kinds = self.tr("Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)")
        ask_which_ones(self, title, kinds, partial(self._open_files, row))

    def _open_files(self, row: int, paths: list[str]) -> None:
        if self._brought is not None and paths:
            self._brought.await_files(row, len(paths))
            self.files_chosen.emit(row, paths)

    def _changes(self) -> Typed:
        return super()._changes() | (self._brought.changes() if self._brought else {})

    def _take_up(self, typed: Typed) -> None:
        super()._take_up(typed)
        if self._brought is not None:
            self._brought.take_up(typed)

    def _brought_rows(self) -> QWidget:
        self._brought = BroughtRows(self._choice.form.rows if self._choice else ())
        self._brought.resized.connect(self._fit)
        self._brought.files_wanted.connect(self._ask_which)
        self._scan = Button(
            self.tr("Quét giấy"), sign=Icon.SCAN, badge=badge(Act.DOSSIER_SCAN), height=FIELD_HEIGHT
        )
        self._scan.clicked.connect(self._want_scan)
        bind(self._scan, Act.DOSSIER_SCAN, self._want_scan)
        return self._brought

    def _tools(self) -> tuple[QWidget, ...]:
        return () if self._scan is None else (self._scan,)

    def _paper_rows(self) -> QWidget:
        form = self._choice.form if self._choice else None
        rows, reasons = (form.rows, form.row_reasons) if form else ((), ())
        self._papers = PaperRows(rows, reasons)
        self._papers.resized.connect(self._fit)
        return self._papers

    def _fit(self) -> None:
        """Grow and shrink with the papers, while it is open."""
        if self.isVisible() and self._anchor is not None:
            if self._brought is not None:
                measure_anew(self._brought, self)
            self.open_at(self._anchor, self._size())

    def _size(self) -> QSize:
        self.body.activate()
        return QSize(_WIDTH, self.sizeHint().height() + 2 * SHADOW)

    def _caption(self, field: ActField) -> str:
        match field:
            case ActField.REASON:
                return self.tr("Lý do")
            case ActField.MISSED_BEFORE:
                return self.tr("Vì sao lần trước sót")
            case ActField.NAME:
                return self.tr("Họ tên")
            case ActField.SHELF:
                return self.tr("Kệ")
            case ActField.RESULT:
                return self.tr("Tên kết quả")
            case ActField.RESULT_NUMBER:
                return self.tr("Số, ký hiệu")
            case ActField.DEADLINE:
                return self.tr("Hạn bổ sung (nếu có)")
            case ActField.NOTE:
                return self.tr("Ghi chú (nếu có)")
        return ""

    def _stops(self) -> list[QWidget]:
        """Give where Tab stops, from the top down."""
        stops: list[QWidget] = []
        for field in self._choice.form.fields if self._choice else ():
            if field is ActField.ROWS:
                stops += self._papers.stops() if self._papers else []
            elif field is ActField.BROUGHT:
                stops += self._brought.stops() if self._brought else []
                stops += self._tools()
            else:
                stops.append(self._texts[field])
        if self._confirm is not None:
            stops.append(self._confirm)
        return stops


def act_of(code: str, act: DossierAct) -> str:
    """Name an act with one dossier, as the panel says what it is about."""
    return f"{code} {act.value}"

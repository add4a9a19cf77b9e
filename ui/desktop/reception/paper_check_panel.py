"""Alt+K: is this paper in order, where is it from, how old is it, whose name does it bear."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from station.domain.documents import LawfulGround, RowCheck
from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.reception.paper_check_view_model import CheckField, PaperSource
from ui.desktop.reception.view_model import Paper

_WIDTH, _LINE, _AROUND = 720, 40, 118
_LABEL, _DATE = 84, 138
_F = CheckField
_NOT_CHECKED = ""


class PaperCheckPanel(DraftFieldsPanel):
    """The rows that matter for where the paper comes from."""

    edited = Signal(str, object, str)
    """Key of the paper, a ``CheckField``, and the new text or chosen value."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Kiểm tra giấy"), "reception.check")
        self._anchor: QWidget | None = None
        self._key = ""
        self._height = _AROUND
        self._name = Line("", BODY_STRONG)
        remark = OfferField(self.tr("Lý do không đạt"), longest=500)
        self._offers = Offers(remark)
        self._lines: dict[CheckField, Field] = {
            _F.REMARK: remark,
            _F.RESULT_CODE: Field(self.tr("Mã kết quả thay thế"), longest=50),
            _F.DATABASE: Field(self.tr("Cơ sở dữ liệu"), longest=500),
            _F.QUERY: Field(self.tr("Mã truy vấn, lỗi"), width=210, longest=500),
            _F.ISSUED_ON: Field(self.tr("Ngày cấp giấy"), width=_DATE, longest=20),
            _F.NAMED: Field(self.tr("Tên trên giấy"), longest=255),
        }
        self._choices: dict[CheckField, Segmented] = {
            _F.CHECK: Segmented(
                self.tr("Kết quả kiểm tra"),
                [
                    (_NOT_CHECKED, self.tr("Chưa kiểm")),
                    (RowCheck.OK, self.tr("Đạt")),
                    (RowCheck.NOT_OK, self.tr("Không đạt")),
                ],
            ),
            _F.SOURCE: Segmented(
                self.tr("Lấy từ"),
                [
                    (PaperSource.BROUGHT, self.tr("Người nộp")),
                    (PaperSource.REUSED, self.tr("Kho số hoá")),
                    (PaperSource.NATIONAL_STORE, self.tr("Kho DMQG")),
                    (PaperSource.HELD, self.tr("CSDL nhà nước")),
                ],
            ),
            _F.GROUND: Segmented(
                self.tr("Khai thác dữ liệu"),
                [
                    (LawfulGround.HELD_BY_STATE, self.tr("Có dữ liệu")),
                    (LawfulGround.NOT_RETRIEVABLE, self.tr("Không khai thác được")),
                    (LawfulGround.INACCURATE, self.tr("Không chính xác")),
                ],
            ),
        }
        self._remarks = Line("", CAPTION)
        self._lay_out()
        self._connect()

    def show_paper(self, paper: Paper | None) -> None:
        """Show this paper; None closes the panel."""
        if paper is None:
            self.close_panel()
            return
        self._key = paper.key
        if self.isVisible():
            self._begin_draft(paper.key)
        check = paper.check
        self._name.set_words(paper.name)
        for name, line in self._lines.items():
            state = check.of(name)
            line.show_text(state.text)
            line.set_mark(*((state.note.words, state.note.tone) if state.note else ("",)))
        for name, choice in self._choices.items():
            choice.show_value(check.of(name).text)
        reused = check.source in (PaperSource.REUSED, PaperSource.NATIONAL_STORE)
        held = check.source is PaperSource.HELD
        seen = {
            self._remark_row: check.is_bad,
            self._source_row: check.can_be_held,
            self._reuse_row: reused,
            self._ground_row: held,
            self._database_row: held,
        }
        for line_of_fields, is_seen in seen.items():
            line_of_fields.setVisible(is_seen)
        tone = Tone.WARN if check.notes and not held else Tone.MUTE
        self._remarks.set_words("; ".join(check.notes) or self._usual(), tone)
        self._offers.setVisible(check.is_bad)
        self._fit(sum(seen.values()) + 2, self._offers.shown_height() if check.is_bad else 0)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words for a paper that is not in order."""
        self._offers.show_offers(reasons)

    def open_for(self, anchor: QWidget) -> None:
        self._anchor = anchor
        self._begin_draft(self._key)
        first = self._choices[_F.CHECK].focus_target()
        self.open_at(anchor, QSize(_WIDTH, self._height), first=first)

    def _usual(self) -> str:
        return self.tr("Không đạt thì coi như chưa nộp; lý do in vào mẫu 02, 03.")

    def _fit(self, rows: int, offers: int) -> None:
        self._height = _AROUND + _LINE * rows + offers
        if self.isVisible() and self._anchor is not None and self.height() != self._height:
            self.open_at(self._anchor, QSize(_WIDTH, self._height))

    def _lay_out(self) -> None:
        lines, choices = self._lines, self._choices
        check = FieldLabel(self.tr("Kết quả"), choices[_F.CHECK], width=_LABEL)
        remark = FieldLabel(self.tr("Lý do"), lines[_F.REMARK], width=_LABEL)
        self._remark_row = holding(row(remark, (lines[_F.REMARK], 1)))
        source = FieldLabel(self.tr("Lấy từ"), choices[_F.SOURCE], width=_LABEL)
        self._source_row = holding(row(source, choices[_F.SOURCE], None))
        result = FieldLabel(self.tr("Mã kết quả"), lines[_F.RESULT_CODE], width=_LABEL)
        self._reuse_row = holding(row(result, (lines[_F.RESULT_CODE], 1)))
        ground = FieldLabel(self.tr("Khai thác"), choices[_F.GROUND], width=_LABEL)
        self._ground_row = holding(row(ground, choices[_F.GROUND], None))
        database = FieldLabel(self.tr("CSDL"), lines[_F.DATABASE], width=_LABEL)
        query = FieldLabel(self.tr("Mã, lỗi"), lines[_F.QUERY])
        self._database_row = holding(row(database, (lines[_F.DATABASE], 1), query, lines[_F.QUERY]))
        issued = FieldLabel(self.tr("Ngày cấp"), lines[_F.ISSUED_ON], width=_LABEL)
        named = FieldLabel(self.tr("Tên trên giấy"), lines[_F.NAMED])
        self.body.addLayout(row(Label(self.tr("Kiểm tra:"), BODY_STRONG), (self._name, 1)))
        self.body.addLayout(row(check, choices[_F.CHECK], None))
        for line_of_fields in (
            self._remark_row,
            self._offers,
            self._source_row,
            self._reuse_row,
            self._ground_row,
            self._database_row,
        ):
            self.body.addWidget(line_of_fields)
        self.body.addLayout(row(issued, lines[_F.ISSUED_ON], named, (lines[_F.NAMED], 1)))
        self.body.addWidget(self._remarks)
        self.body.addStretch(1)
        self.body.addWidget(
            key_line(
                ("← →", self.tr("chọn")), ("Tab", self.tr("ô kế tiếp")), ("Esc", self.tr("xong"))
            )
        )
        stops: tuple[Field | Segmented, ...] = (
            choices[_F.CHECK],
            lines[_F.REMARK],
            choices[_F.SOURCE],
            lines[_F.RESULT_CODE],
            choices[_F.GROUND],
            lines[_F.DATABASE],
            lines[_F.QUERY],
            lines[_F.ISSUED_ON],
            lines[_F.NAMED],
        )
        tab_through(stops)

    def _connect(self) -> None:
        for name, line in self._lines.items():
            line.textEdited.connect(lambda text, of=name: self.edited.emit(self._key, of, text))
            line.returnPressed.connect(self.focusNextChild)
        for name, choice in self._choices.items():
            choice.value_chosen.connect(
                lambda value, of=name: self.edited.emit(self._key, of, value)
            )

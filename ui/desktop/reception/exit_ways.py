"""Which way out is taken: cards with what follows each, one line where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.choices import Choice, Choices
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.layout import column, row
from ui.desktop.kit.segmented import Segmented
from ui.desktop.reception.view_model import Exit


class ExitWays(QWidget):
    """Where no paper is lacking a refusal alone is left; the other two say why they are not."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = self.tr("Cách giải quyết")
        self._cards, self._short = Choices(name), Segmented(name)
        self._offered: tuple[Exit, ...] = ()
        self._compact = False
        self.setLayout(column(self._cards, row(self._short, None), gap=0))
        self._cards.value_chosen.connect(self._take)
        self._short.value_chosen.connect(self._take)
        self.set_fit(Fit())

    @property
    def offered(self) -> tuple[Exit, ...]:
        return self._offered

    @property
    def says_what_follows(self) -> bool:
        """Tell whether each way says by itself what follows it."""
        return not self._compact and not self._low

    def set_fit(self, fit: Fit) -> None:
        self._compact, self._low = fit.compact, fit.low
        self._cards.set_low(fit.low)
        self._cards.setVisible(not fit.compact)
        self._short.setVisible(fit.compact)

    def offer(self, ways: tuple[Exit, ...]) -> None:
        """Let one of these be chosen."""
        self._offered = ways
        names = {
            Exit.GUIDANCE: self.tr("Hướng dẫn mang thêm"),
            Exit.SUPPLEMENT: self.tr("Yêu cầu bổ sung, mẫu 02"),
            Exit.REFUSAL: self.tr("Từ chối, mẫu 03"),
        }
        nothing = self.tr("Không thiếu giấy nào.")
        self._cards.set_choices(
            [
                Choice(way.value, name, self.follows(way), "" if way in ways else nothing)
                for way, name in names.items()
            ]
        )
        self._short.set_choices([(way.value, names[way]) for way in ways])

    def follows(self, way: Exit) -> str:
        """Say what follows a way out."""
        match way:
            case Exit.GUIDANCE:
                return self.tr("Không lập hồ sơ; phiếu có mã mở lại phần đã nhập trong 30 ngày.")
            case Exit.SUPPLEMENT:
                return self.tr("Hồ sơ có mã, chưa tính thời gian; từng giấy thiếu gì thì tự in.")
            case Exit.REFUSAL:
                return self.tr("Hồ sơ có mã, kết thúc tại quầy; trả lại giấy tờ cho người nộp.")

    def chosen(self) -> Exit:
        return Exit(self._cards.value() or self._offered[0])

    def show_way(self, way: Exit) -> None:
        self._cards.show_value(way.value)
        self._short.show_value(way.value)

    def focus_target(self) -> QWidget:
        return (self._short if self._compact else self._cards).focus_target()

    def _take(self, value: str) -> None:
        self.show_way(Exit(value))
        self.turned.emit()

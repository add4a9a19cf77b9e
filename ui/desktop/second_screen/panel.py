"""The choices of the citizen's display: whether, where, how large, and in which languages."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.second_screen.placing import ScreenFact
from ui.preferences import CITIZEN_PERCENTS, CitizenDisplay

_SIZE, _LABEL = QSize(480, 284), 108
_ON, _OFF, _LIGHT, _DARK = "on", "off", "light", "dark"
_ANY = ""


class CitizenPanel(FloatingPanel):
    """Every choice counts at once; Esc closes it."""

    chosen = Signal(object)
    """A ``CitizenDisplay``."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Màn hình dân"))
        self._display = CitizenDisplay()
        self._on = Segmented(
            self.tr("Màn hình dân"), ((_OFF, self.tr("Tắt")), (_ON, self.tr("Mở")))
        )
        self._screen = Combo(self.tr("Màn hình nào"))
        self._size = Segmented(
            self.tr("Cỡ chữ"), tuple((str(one), f"{one} %") for one in CITIZEN_PERCENTS)
        )
        self._looks = Segmented(
            self.tr("Nền"), ((_LIGHT, self.tr("Sáng")), (_DARK, self.tr("Tối")))
        )
        self._bilingual = Check(self.tr("Thêm tiếng Anh dưới lời tiếng Việt"))
        self.body.addWidget(Label(self.tr("Màn hình dân"), BODY_STRONG))
        for control in (self._on, self._screen, self._size, self._looks):
            label = FieldLabel(control.accessibleName(), control, width=_LABEL)
            grows = control is self._screen
            self.body.addLayout(row(label, (control, 1) if grows else control, *_rest(grows)))
        self.body.addLayout(row(_LABEL + GAP, self._bilingual, None))
        note = self.tr("Người dân chỉ thấy hồ sơ của mình. Khoá máy thì về trang chờ.")
        self.body.addWidget(Label(note, CAPTION, muted=True, wrap=True))
        self._connect()

    def show_choices(self, display: CitizenDisplay, screens: Sequence[ScreenFact]) -> None:
        """Show what is chosen, and the screens there are beside the officer's."""
        self._display = display
        self._on.show_value(None if display.on is None else _ON if display.on else _OFF)
        choices = [(_ANY, self.tr("Màn hình bất kỳ, trừ màn hình làm việc"))]
        choices += [(screen.key, screen.words) for screen in screens]
        if display.screen not in [key for key, _ in choices]:
            choices.append(
                (display.screen, self.tr("{name} (chưa nối)").format(name=display.screen))
            )
        self._screen.set_choices(choices)
        self._screen.show_value(display.screen)
        self._size.show_value(str(display.text_percent))
        self._looks.show_value(_DARK if display.dark else _LIGHT)
        self._bilingual.setChecked(display.bilingual)

    def open_for(self, anchor: QWidget) -> None:
        self.open_at(anchor, _SIZE, first=self._on.focus_target())

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = (
            self._on.focus_target(),
            self._screen,
            self._size.focus_target(),
            self._looks.focus_target(),
            self._bilingual,
        )
        return self.go_round(stops, forward)

    def _connect(self) -> None:
        self._on.value_chosen.connect(lambda value: self._choose(on=value == _ON))
        self._screen.value_chosen.connect(lambda key: self._choose(screen=key))
        self._size.value_chosen.connect(lambda value: self._choose(text_percent=int(value)))
        self._looks.value_chosen.connect(lambda value: self._choose(dark=value == _DARK))
        self._bilingual.clicked.connect(lambda on: self._choose(bilingual=on))

    def _choose(self, **changed: object) -> None:
        self.chosen.emit(replace(self._display, **changed))  # type: ignore[arg-type]


def _rest(grows: bool) -> tuple[None, ...]:
    return () if grows else (None,)

"""Ctrl+S on the list: under which name the filter in use is kept."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from station.usecases.saved_filters import LONGEST_NAME
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import row
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_SIZE = QSize(560, 0)  # as high as what stands in it


class SavePanel(AskingPanel):
    """A name is offered; Enter saves, Esc closes it and keeps what was typed."""

    name_given = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Lưu bộ lọc"), "list.save_filter")
        self._names: frozenset[str] = frozenset()
        self._said = Line("", tone=Tone.MUTE)
        self._name = Field(self.tr("Tên bộ lọc"), longest=LONGEST_NAME)
        self._save = Button(self.tr("Lưu"), Kind.PRIMARY, sign=Icon.PLUS, badge="Enter")
        self._note_as(name=self._name)
        self.body.addWidget(Label(self.tr("Lưu bộ lọc đang dùng"), BODY_STRONG))
        self.body.addWidget(self._said)
        label = FieldLabel(self.tr("Tên"), self._name)
        self.body.addLayout(row(label, (self._name, 1), self._save))
        told = self.tr("Của riêng anh/chị, ở trạm này. Trùng tên thì lưu đè lên bộ cũ.")
        self.body.addWidget(Label(told, CAPTION, muted=True))
        self._name.returnPressed.connect(self._give)
        self._name.textChanged.connect(self._show_save)
        self._save.clicked.connect(self._give)

    def open_for(self, anchor: QWidget, wanted: str, names: frozenset[str]) -> None:
        """Ask for the name of a filter, given in words."""
        self._names = frozenset(name.casefold() for name in names)
        if wanted != self.about:
            self.put_away()
            self._said.set_words(wanted, Tone.MUTE)
            self._name.setText(wanted[:LONGEST_NAME].strip(" ·"))
            self.begin(wanted)
        self._show_save()
        self.open_at(anchor, _SIZE, first=self._name)
        self._name.selectAll()

    def _show_save(self) -> None:
        name = self._name.text().strip()
        self._save.setEnabled(bool(name))
        taken = name.casefold() in self._names
        self._name.set_mark(self.tr("lưu đè") if taken else "", Tone.WARN)

    def _give(self) -> None:
        if self._may_tell() and self._name.text().strip():
            name = self._name.text()
            self._tell_and_close()
            self.name_given.emit(name)

    def _clear(self) -> None:
        self._name.clear()

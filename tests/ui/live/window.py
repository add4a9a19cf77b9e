"""A window with every kind of widget, told what to do by lines of JSON. Run as a program.

Argument: ``hold``, ``prefix``, or ``device:NAME``, the sign by which it knows the reader.
"""

import json
import os
import sys
import threading
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QNativeInterface, QShortcut, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from station.domain.codes import recognise
from tests.ui.live.keyboard import PAUSE
from ui.desktop.reader_keys.strokes import FUNCTION_KEYS, KeyKind, KeyStroke
from ui.desktop.reader_keys.x11 import X11ReaderKeys

KINDS = (
    "line", "text", "table", "combo", "editable", "button", "check", "spin", "page", "dialog",
    "message", "popup",
)  # fmt: skip


class Window(QObject):
    told = Signal(str)

    def __init__(self, app: QApplication, sign: str) -> None:
        super().__init__()
        self.app = app
        self.read: list[str] = []
        self.pressed_ms: list[int] = []
        self.fired = self.pauses = 0
        self._make_widgets()
        self.keys = _reader_keys(app, sign)
        self.keys.captured.connect(lambda capture: self.read.append(capture.text))
        self._watch_times()
        app.installEventFilter(self)
        app.installNativeEventFilter(self.keys.filter)
        self.told.connect(self._do)
        self.window.resize(700, 700)
        self.window.show()
        self.window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the Pause keys that have come all the way, behind everything before them."""
        arrived = isinstance(watched, QWindow) and event.type() == QEvent.Type.KeyPress
        if arrived and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Pause:
            self.pauses += 1
        return False

    def _make_widgets(self) -> None:
        self.window = QWidget()
        self.line, self.text, self.table = QLineEdit(), QTextEdit(), QTableWidget(3, 3)
        self.combo, self.editable = QComboBox(), QComboBox()
        self.combo.addItems(["Nam", "Nữ", "0 khác", "An", "Tổ 5"])
        self.editable.setEditable(True)
        self.editable.addItems(["", "a", "b"])
        self.button, self.check, self.spin = QPushButton("Lưu"), QCheckBox("Có"), QSpinBox()
        self.spin.setMaximum(999_999_999)
        self.page = QLabel("page")
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dialog: QDialog | None = None
        self.dialog_line = QLineEdit()
        layout = QVBoxLayout(self.window)
        for kind in KINDS[:9]:
            layout.addWidget(getattr(self, kind))
        self.button.clicked.connect(self._fire)
        self.line.returnPressed.connect(self._fire)
        for keys in ("Ctrl+B", "F9"):
            QShortcut(QKeySequence(keys), self.window, self._fire)

    def _watch_times(self) -> None:
        """Note when the server saw each letter go down: a busy server is late with its time.

        Shift keys are left out, as the judge leaves them out: the gap is that of the letters. So is
        the Pause key, which is none of the reader's.
        """
        take = self.keys.judge.take

        def watched(stroke: KeyStroke) -> bool:
            if stroke.pressed and stroke.kind is not KeyKind.SHIFT and stroke.key != PAUSE:
                self.pressed_ms.append(stroke.at_ms)
            return take(stroke)

        self.keys.judge.take = watched  # type: ignore[method-assign]

    def _fire(self) -> None:
        self.fired += 1

    def state(self) -> dict[str, Any]:
        """Everything that a stray key could have changed; ``read`` apart."""
        rows = range(3)
        cells = [self.table.item(row, column) for row in rows for column in rows]
        return {
            "line": self.line.text(),
            "text": self.text.toPlainText(),
            "table": [cell.text() if cell else "" for cell in cells],
            "combo": self.combo.currentIndex(),
            "editable": self.editable.currentText(),
            "check": self.check.isChecked(),
            "spin": self.spin.value(),
            "dialog": self.dialog_line.text() if self.dialog else "",
            "open": self.dialog is not None and self.dialog.isVisible(),
            "fired": self.fired,
        }

    def _do(self, line: str) -> None:
        order = json.loads(line)
        match order["do"]:
            case "focus":
                self._focus(order["kind"])
            case "reset":
                self._reset()
            case "stall":  # the window is busy
                QTimer.singleShot(order["after_ms"], lambda: QThread.msleep(order["for_ms"]))
            case "forget":
                self.pressed_ms.clear()
            case "follow":
                self.keys.follow(reader=order["reader"], prefix=None)
                self._watch_times()
            case "commit":
                self.app.inputMethod().commit()
            case "quit":
                self.app.quit()
        focus = type(self.app.focusWidget()).__name__
        answer = {
            "state": self.state(),
            "read": self.read,
            "focus": focus,
            "pressed_ms": self.pressed_ms,
            "own_keyboard": self.keys.own_keyboard,
            "pauses": self.pauses,
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def _focus(self, kind: str) -> None:
        if kind == "dialog":
            self.dialog = QDialog(self.window)
            self.dialog_line = QLineEdit()
            ok = QPushButton("OK")
            ok.setDefault(True)
            layout = QVBoxLayout(self.dialog)
            layout.addWidget(self.dialog_line)
            layout.addWidget(ok)
            ok.clicked.connect(self.dialog.accept)
            self.dialog.accepted.connect(self._fire)
            self.dialog.open()
            self.dialog_line.setFocus()
        elif kind == "message":
            yes_or_no = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
            box = QMessageBox(QMessageBox.Icon.Question, "?", "Xoá?", yes_or_no, self.window)
            box.setDefaultButton(QMessageBox.StandardButton.Yes)
            box.accepted.connect(self._fire)
            box.open()
            self.dialog = box
        else:
            target = self.combo if kind == "popup" else getattr(self, kind)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            if kind == "popup":
                self.combo.showPopup()
            else:
                self.window.activateWindow()

    def _reset(self) -> None:
        if self.dialog is not None:
            self.dialog.hide()
            self.dialog.deleteLater()
            self.dialog, self.dialog_line = None, QLineEdit()
        self.combo.hidePopup()
        self.line.clear()
        self.text.clear()
        self.table.clearContents()
        self.combo.setCurrentIndex(0)
        self.editable.setCurrentIndex(0)
        self.editable.clearEditText()
        self.check.setChecked(False)
        self.spin.setValue(0)
        self.fired = 0
        self.read.clear()
        self.app.inputMethod().reset()


def _reader_keys(app: QApplication, sign: str) -> X11ReaderKeys:
    native = app.nativeInterface()
    assert isinstance(native, QNativeInterface.QX11Application)
    return X11ReaderKeys(
        int(native.connection()),
        is_code=lambda text, ended: ended or recognise(text).is_known,
        reader=sign.removeprefix("device:") if sign.startswith("device:") else "",
        prefix=FUNCTION_KEYS["F13"] if sign == "prefix" else None,
    )


def _end_on_bug(*bug: Any) -> None:
    sys.__excepthook__(*bug)
    os._exit(1)


def main() -> None:
    sys.excepthook = _end_on_bug
    app = QApplication(sys.argv[:1])
    window = Window(app, sys.argv[1])

    def listen() -> None:
        for line in sys.stdin:
            window.told.emit(line)

    threading.Thread(target=listen, daemon=True).start()
    QTimer.singleShot(300, lambda: window.told.emit('{"do": "look"}'))
    app.exec()
    app.removeNativeEventFilter(window.keys.filter)
    window.keys.close()


if __name__ == "__main__":
    main()

"""The citizen's display on a computer with two screens, as a program of its own.

Started by ``test_window_citizen`` with a description of both; says what stood where.
"""

import json
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.desktop.citizen.window import CitizenWindow
from ui.desktop.kit.theme import dress
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.second_screen.placing import place
from ui.desktop.second_screen.screens import Screens
from ui.preferences import CitizenDisplay


def main() -> None:
    app = QApplication([])
    dress(app, LIGHT)
    officer, display = QWidget(), CitizenWindow()
    officer.setGeometry(20, 20, 400, 300)
    officer.show()
    screens = Screens(officer)
    screens.hear_window()
    chosen = CitizenDisplay(on=True)
    stood: dict[str, object] = {}

    def stand() -> None:
        placing = place(screens.facts(), screens.officer_key(), chosen)
        display.stand_on(screens.screen_of(placing))
        app.processEvents()

    def seen() -> object:
        if not display.isVisible():
            return None
        area = display.geometry()
        return [display.screen().name(), [area.x(), area.y(), area.width(), area.height()]]

    screens.changed.connect(stand)
    stand()
    stood["at first"] = seen()
    other = next(one for one in QGuiApplication.screens() if one.name() == "citizen")
    officer.move(other.geometry().topLeft())
    app.processEvents()
    stood["the officer moved"] = seen()
    chosen = CitizenDisplay(on=False)
    stand()
    stood["switched off"] = seen()
    sys.stdout.write(json.dumps(stood))


if __name__ == "__main__":
    main()

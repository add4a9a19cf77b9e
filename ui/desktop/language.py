"""The language of the window. The sources are Vietnamese; English is a translation file.

Only what Qt shows by itself is English in the sources: file dialogs, the menus of fields.
"""

from importlib.resources import as_file, files

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from station.words import Language


class TranslationMissingError(RuntimeError):
    """The program was packed without its translation: a fault of the build."""


def use_language(app: QApplication, language: Language) -> None:
    """Install the language, before the first window is built.

    Raises:
        TranslationMissingError: the compiled translation is missing or damaged.
    """
    name = "toolkit_vi" if language == "vi" else language
    translator = QTranslator(app)
    # By path: of bytes Qt keeps no copy, and reads them again at every text.
    with as_file(files("ui.desktop").joinpath("translations", f"{name}.qm")) as compiled:
        if not translator.load(str(compiled)):
            raise TranslationMissingError(language)
    app.installTranslator(translator)

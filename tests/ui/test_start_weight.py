"""What is imported, and when: before the password its weight is the wait for the window, after it
the memory that the window holds all day."""

import json
import os
import subprocess
import sys

_LOADED = """
import json, linecache, sys
from ui.desktop.qt_loading import load_qt
load_qt()
import ui.desktop.app
if sys.argv[1] == "desk":
    import ui.desktop.session
    from ui import composition
    from ui.desktop.screen import load_pages
    load_pages()
    composition.load_desk()
print(json.dumps([list(sys.modules), list(linecache.cache)]))
"""
LOADED_WHEN_NEEDED = (
    "cv2",
    "numpy",
    "pi_heif",
    "PIL",
    "pikepdf",
    "pypdfium2",
    "rapidfuzz",
    "reportlab",
    "requests",
    "zeroconf",
    "zxingcpp",
)
"""What draws, decodes and corrects: loaded by the first page, paper or mistyped word, and much
of it in other processes."""
TOO_HEAVY = (
    "station.usecases",
    "station.catalogue",
    "station.domain.dossier",
    "station.domain.events",
    "station.domain.id_card",
    "station.domain.procedure",
    "station.ports.store",
    "local_store",
    "subprocess",
    "sqlalchemy",
    *LOADED_WHEN_NEEDED,
)


def loaded_for(what: str) -> tuple[list[str], list[str]]:
    """Give the modules, and the files whose lines are kept in memory."""
    command = [sys.executable, "-c", _LOADED, what]
    done = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True)
    modules, sources = json.loads(done.stdout)
    return modules, sources


def test_the_sign_in_page_waits_for_no_act_and_no_store() -> None:
    loaded, _ = loaded_for("sign-in")

    assert [name for name in loaded if name.startswith(TOO_HEAVY)] == []
    assert "ui.desktop.sign_in.view" in loaded


def test_an_officer_at_rest_holds_nothing_that_draws_or_decodes() -> None:
    loaded, _ = loaded_for("desk")

    assert [name for name in loaded if name.partition(".")[0] in LOADED_WHEN_NEEDED] == []
    assert {"ui.desktop.session", "local_store.home", "devices.registry"} <= set(loaded)


def test_no_source_is_read_for_the_features_of_qt_that_nobody_uses() -> None:
    _, sources = loaded_for("desk")

    ours = (f"{os.sep}desktop{os.sep}", f"{os.sep}local_store{os.sep}")
    assert [file for file in sources if any(folder in file for folder in ours)] == []

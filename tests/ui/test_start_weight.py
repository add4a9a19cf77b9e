"""What is imported before somebody can type the password: its weight is the wait for the window."""

import subprocess
import sys

_LOADED = """
import sys
import ui.desktop.app
print("\\n".join(sys.modules))
"""
TOO_HEAVY = (
    "station.usecases",
    "station.catalogue",
    "station.domain.events",
    "station.ports.store",
    "local_store",
    "sqlalchemy",
    "cv2",
    "numpy",
)


def test_the_sign_in_page_waits_for_no_act_and_no_store() -> None:
    command = [sys.executable, "-c", _LOADED]
    done = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True)

    loaded = done.stdout.split()
    assert [name for name in loaded if name.startswith(TOO_HEAVY)] == []
    assert "ui.desktop.sign_in.view" in loaded

"""Keeps ``en.ts`` in step with the sources, and compiles it and the toolkit's own words.

``python -m ui.desktop.translations.build`` after a text was changed; a test fails until both the
English words and the compiled file are up to date.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TRANSLATED = HERE / "en.ts"
COMPILED = HERE / "en.qm"
TOOLKIT = HERE / "toolkit_vi.ts"
"""Words that Qt shows by itself, in file dialogs and the menus of fields: it speaks no Vietnamese,
so these are written by hand."""
TOOLKIT_COMPILED = HERE / "toolkit_vi.qm"


def sources() -> list[Path]:
    """Give the files with texts of the window; the gallery's samples are not for officers."""
    desktop = HERE.parent
    return sorted(p for p in desktop.rglob("*.py") if p.parent.name != "gallery")


def update(ts: Path) -> None:
    """Bring the sources' texts into a Linguist file; what is gone leaves it."""
    files = [str(path) for path in sources()]
    _run(
        "pyside6-lupdate",
        *("-no-obsolete", "-locations", "none", "-source-language", "vi_VN"),
        *("-target-language", "en_US"),
        *files,
        "-ts",
        str(ts),
    )


def compile_to(qm: Path, ts: Path = TRANSLATED) -> None:
    """Compile a translation for the program."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(tool)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{tool}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    update(TRANSLATED)
    compile_to(COMPILED)
    compile_to(TOOLKIT_COMPILED, TOOLKIT)

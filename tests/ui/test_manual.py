"""The officers' manual: every key that it names is a key of the window, every picture is there."""

import re
from pathlib import Path

import pytest

from tests.ui.manual_pictures import IMAGES
from ui.desktop.key_scopes import Scope
from ui.desktop.keys import KEYS, written
from ui.messages import codes

MANUAL = Path(__file__).parents[2] / "docs" / "huong-dan-su-dung.md"
PROGRAM = MANUAL.parents[1] / "ui"
OF_THE_FIELDS = {"Enter", "Tab", "Space", "↑ ↓", "↓", "Esc", "1", "2", "3", "1–4"}
"""What fields, lists, choices and panels do by themselves: no act has these keys."""
OF_ZONES = {"Alt+1", "Alt+2", "Alt+3", "Alt+4"}
"""Every page with zones has them."""
SCOPES = {
    "1.": (Scope.HOME, Scope.SETTINGS),
    "Tập huấn": (Scope.SETTINGS,),
    "2.": (Scope.RECEPTION, Scope.PAPERS, Scope.FEES),
    "Màn hình dân": (Scope.RECEPTION,),
    "Bàn quét": (Scope.RECEPTION, Scope.SCAN, Scope.PAGES, Scope.SIGNING),
    "Quét mã": (Scope.RECEPTION, Scope.DEVICES),
    "3.": (Scope.LIST, Scope.DOSSIER),
    "Trang một hồ sơ": (Scope.DOSSIER, Scope.PREVIEW, Scope.PAPERS),
    "4.": (Scope.RESULTS,),
    "5.": (Scope.HAND_OVER,),
    "6.": (Scope.TILL, Scope.ELSEWHERE),
    "7.": (Scope.CATALOGUE,),
    "8.": (Scope.SYNC, Scope.LOG),
    "Bảng trưởng bộ phận": (Scope.BOARD, Scope.LIST),
    "Cài đặt": (Scope.SETTINGS, Scope.ACCOUNTS, Scope.LIST),
    "9.": (),
    "Mất mạng": (),
    "Hai quầy": (Scope.DOSSIER,),
    "Giờ máy": (),
}
"""How the headings of the manual begin, and whose keys it may name below them."""
_ITALIC = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_LAST = r"F\d+|PgUp|PgDown|Enter|Esc|Tab|Space|Del|[A-Z]|[0-9](?:[…–][0-9])?|[,+←→↑↓](?: [↑↓→])?"
_KEY = re.compile(rf"(?:(?:Ctrl|Alt|Shift)\+)*(?:{_LAST})")


def named_keys(text: str) -> set[str]:
    """Give what stands in bold and reads as a key: words in bold are names of buttons."""
    return {bold for bold in _BOLD.findall(text) if _KEY.fullmatch(bold)}


def keys_of(*scopes: Scope) -> set[str]:
    there = [one for one in KEYS.values() if one.scope in (Scope.EVERYWHERE, *scopes)]
    return {written(one.keys) for one in there}


def sections() -> dict[str, str]:
    """Give the manual's text by heading."""
    parts = re.split(r"^##+ (.+)$", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("heading", sections())
def test_every_key_below_a_heading_is_a_key_of_that_page(heading: str) -> None:
    (scopes,) = [of for begins, of in SCOPES.items() if heading.startswith(begins)]

    named = named_keys(sections()[heading])

    assert named - keys_of(*scopes) - OF_THE_FIELDS - OF_ZONES == set()


def test_the_manual_names_every_key() -> None:
    named = named_keys(MANUAL.read_text(encoding="utf-8"))

    assert {written(one.keys) for one in KEYS.values()} - named == set()


def test_what_stands_in_italics_stands_on_the_screen() -> None:
    """Names of pages, buttons and rows; a line of code may break where no word does."""
    said = " ".join(one.read_text(encoding="utf-8") for one in PROGRAM.rglob("*.py")).lower()
    names = set(_ITALIC.findall(MANUAL.read_text(encoding="utf-8")))

    assert len(names) > 20
    assert {name for name in names if name.lower() not in said} == set()


@pytest.mark.parametrize(
    "page", ["huong-dan-su-dung.md", "administrator.md", "command-line.md", "printer-story.md"]
)
def test_every_error_that_is_named_is_one(page: str) -> None:
    said = (MANUAL.parent / page).read_text(encoding="utf-8")
    named = set(re.findall(r"\b[A-Z]{2,3}-[0-9]{3}\b", said)) - {"AES-256", "SHA-256"}
    families = set(re.findall(r"\b([A-Z]{2,3})-…", said))

    assert named | families
    assert named - set(codes()) == set()
    assert families - {code.partition("-")[0] for code in codes()} == set()


@pytest.mark.parametrize(
    "key", ["F2", "Ctrl+Enter", "Alt+0", "Shift+F11", "1–4", "+", "↑ ↓", "Del"]
)
def test_a_key_is_known_as_one(key: str) -> None:
    assert named_keys(f"bấm **{key}** để") == {key}


@pytest.mark.parametrize("words", ["Đồng ý, giữ 1 năm", "In phiếu", "Mở một hồ sơ"])
def test_words_in_bold_are_no_keys(words: str) -> None:
    assert named_keys(f"chọn **{words}**") == set()


def test_every_picture_of_the_manual_is_there_and_none_is_left_over() -> None:
    shown = re.findall(r"\(images/([^)]+)\)", MANUAL.read_text(encoding="utf-8"))
    other = {"phieu-nhiet.png"}  # of the printer's story

    assert sorted(shown) == sorted({one.name for one in IMAGES.glob("*.png")} - other)

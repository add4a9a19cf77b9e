"""In an English window the samples of the gallery say what the program would say."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.desktop import gallery
from ui.desktop.gallery.english import spoken
from ui.desktop.language import use_language

SENTENCES = frozenset(["chưa", "không", "bấm", "đang", "hẹn", "lúc", "còn", "việc"])
"""Words that stand in no name of the samples."""
DATA = frozenset(
    (
        "chưa nộp",
        "nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày"
        " làm việc tiếp theo",
        "nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày"
        " làm việc tiếp theo",
        "đang ký sao y",
        "Ngân hàng mẫu (không có thật)",
        "thành phần hồ sơ chưa đủ theo quy định",
        "giấy tờ chưa hợp lệ: thiếu chữ ký, chứng thực hoặc đã hết giá trị",
    )
)
"""What an officer typed, or a catalogue says."""


def samples() -> Iterator[str]:
    """Give every text of the samples that can be a sentence, joined as the sources join it."""
    folder = Path(gallery.__file__).parent
    for source in folder.glob("*.py"):
        if source.stem in ("controls", "english"):  # no samples of a page
            continue
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@pytest.fixture
def english(dressed: QApplication, vietnamese_afterwards: None) -> None:
    use_language(dressed, "en")


def test_no_sentence_of_the_samples_stays_vietnamese(english: None) -> None:
    said = {one: spoken(one) for one in samples() if words(one) & SENTENCES and one not in DATA}
    assert len(said) > 50
    assert {one for one, now in said.items() if words(now) & SENTENCES} == set()


def words(said: str) -> frozenset[str]:
    return frozenset(said.lower().replace(",", " ").replace(".", " ").split())


def test_names_figures_and_what_is_said_one_after_the_other_stay_in_their_places(
    english: None,
) -> None:
    for vietnamese, now in (
        ("Quầy 3, Trần Mỹ Hạnh", "Counter 3, Trần Mỹ Hạnh"),
        ("chờ ký", "to sign"),
        ("Đã trả 0121 cho Dương. Giấy nhận đã in ra HP, chờ ký.",
         "0121 was given to Dương. The receipt was printed on HP, to be signed."),
        ("Chứng thực bản sao từ bản chính giấy tờ, văn bản",) * 2,
    ):  # fmt: skip
        assert spoken(vietnamese) == now

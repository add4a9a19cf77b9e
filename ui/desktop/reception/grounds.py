"""The lawful grounds for accepting a dossier that lacks a paper, in words with their source."""

from typing import Final

from station.domain.acceptance import LawfulGround
from station.words import Language
from ui.desktop.reception.view_model import Ground

_WORDS: Final[dict[LawfulGround, dict[Language, str]]] = {
    LawfulGround.HELD_BY_STATE: {
        "vi": "Dữ liệu đã có trong cơ sở dữ liệu được công bố, không phải nộp "
        "(khoản 2a Điều 4 NĐ 309/2026/NĐ-CP)",
        "en": "The data is in a published database and need not be handed in "
        "(Decree 309/2026/NĐ-CP, Art. 4(2a))",
    },
    LawfulGround.NOT_RETRIEVABLE: {
        "vi": "Không khai thác được dữ liệu do sự cố, sẽ bổ sung sau "
        "(khoản 2a Điều 4 NĐ 309/2026/NĐ-CP)",
        "en": "The data cannot be retrieved because of an incident "
        "(Decree 309/2026/NĐ-CP, Art. 4(2a))",
    },
    LawfulGround.INACCURATE: {
        "vi": "Dữ liệu trong cơ sở dữ liệu không chính xác, đang được cập nhật "
        "(khoản 2a Điều 4 NĐ 309/2026/NĐ-CP)",
        "en": "The data in the database is inaccurate (Decree 309/2026/NĐ-CP, Art. 4(2a))",
    },
}


def lawful_grounds(language: Language) -> tuple[Ground, ...]:
    """Give the grounds on offer."""
    return tuple(Ground(ground.value, words[language]) for ground, words in _WORDS.items())


def ground_words(ground: str, language: Language) -> str:
    """Give the words of a ground; one in the officer's own words stands for itself."""
    known = next((known for known in LawfulGround if known.value == ground), None)
    return ground if known is None else _WORDS[known][language]

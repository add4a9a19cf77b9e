"""What every paper is called on the screen, in both languages. Free of Qt."""

from typing import Final

from station.words import Language, Words

PAPERS: Final[dict[str, Words]] = {
    "01": {"vi": "Giấy hẹn", "en": "Slip"},
    "receipt": {"vi": "Giấy hẹn in nhiệt", "en": "Thermal slip"},
    "supplement": {"vi": "Yêu cầu bổ sung", "en": "Supplement request"},
    "refusal": {"vi": "Từ chối tiếp nhận", "en": "Refusal"},
    "apology": {"vi": "Xin lỗi, hẹn lại", "en": "Apology"},
    "stop": {"vi": "Thông báo dừng giải quyết", "en": "Notice of a stop"},
    "control": {"vi": "Phiếu kiểm soát", "en": "Control sheet"},
    "register": {"vi": "Sổ theo dõi", "en": "Register"},
    "hand-over": {"vi": "Danh sách bàn giao", "en": "Hand-over list"},
    "result-receipt": {"vi": "Biên nhận trả kết quả", "en": "Result receipt"},
    "papers-back": {"vi": "Biên nhận trả hồ sơ", "en": "Papers given back"},
    "lost-slip": {"vi": "Xác nhận mất giấy hẹn", "en": "Lost slip"},
    "guidance": {"vi": "Phiếu hướng dẫn", "en": "Guidance"},
    "label": {"vi": "Nhãn hồ sơ", "en": "Label"},
    "shift-report": {"vi": "Biên bản chốt quỹ", "en": "Shift report"},
    "cash-count": {"vi": "Bảng kê tiền", "en": "Sheet of denominations"},
}
"""Every paper under the name by which it is queued and journalled."""


def paper_name(form: str, language: Language) -> str:
    """Name a paper; one of a newer program by its own name."""
    return PAPERS[form][language] if form in PAPERS else form

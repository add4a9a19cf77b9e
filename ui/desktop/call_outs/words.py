"""The words of the day's calls, in both languages. Free of Qt."""

from typing import Final

from station.words import Words

MUST_LEAVE: Final[Words] = {
    "vi": "Còn {count} bìa phải bàn giao trước {by} hôm nay: {codes}.",
    "en": "To be handed over before {by} today, {count}: {codes}.",
}
LATE: Final[Words] = {
    "vi": "{count} bìa chậm bàn giao: {codes}.",
    "en": "Late to be handed over, {count}: {codes}.",
}
APOLOGISE: Final[Words] = {
    "vi": "{count} hồ sơ chưa có kết quả, hôm nay phải xin lỗi và hẹn lại: {codes}.",
    "en": "Without a result, an apology and a new date are due today, {count}: {codes}.",
}
ANSWER: Final[Words] = {
    "vi": "{count} hồ sơ đang dở phải trả lời người nộp trước {by}.",
    "en": "Open drafts whose applicants must be answered before {by}: {count}.",
}
ANSWER_LATE: Final[Words] = {
    "vi": "{count} hồ sơ đang dở đã quá giờ phải trả lời người nộp ({by}).",
    "en": "Open drafts whose applicants should have been answered by {by}: {count}.",
}
MORE: Final[Words] = {"vi": "{codes} và {count} nữa", "en": "{codes} and {count} more"}
LEAVE_SHORT: Final[Words] = {
    "vi": "{count} bìa phải đi hôm nay",
    "en": "{count} must leave today",
}
LATE_SHORT: Final[Words] = {
    "vi": "{count} bìa chậm bàn giao",
    "en": "{count} late to hand over",
}

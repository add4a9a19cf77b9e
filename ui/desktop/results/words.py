"""The words of the results desk, in both languages. Free of Qt."""

from typing import Final

from station.domain.processing import CollectorKind
from station.words import Words

KINDS: Final[dict[CollectorKind, Words]] = {
    CollectorKind.OWNER: {"vi": "Chính chủ", "en": "Owner"},
    CollectorKind.SUBMITTER: {"vi": "Người nộp", "en": "Submitter"},
    CollectorKind.AUTHORISED: {"vi": "Được uỷ quyền", "en": "Authorised"},
    CollectorKind.POST: {"vi": "Bưu chính", "en": "Post"},
}
LETTER: Final[dict[CollectorKind, Words]] = {
    CollectorKind.AUTHORISED: {"vi": "Giấy uỷ quyền", "en": "Letter"},
    CollectorKind.POST: {"vi": "Số bưu gửi", "en": "Consignment"},
}
NAME: Final[Words] = {"vi": "Họ tên", "en": "Name"}
BORN: Final[Words] = {"vi": "Ngày sinh", "en": "Born"}
NUMBER: Final[Words] = {"vi": "Số giấy tờ", "en": "Number"}
FROM_CARD: Final[Words] = {"vi": "từ thẻ", "en": "from the card"}
TYPED: Final[Words] = {"vi": "gõ tay", "en": "typed"}
SHOWN: Final[Words] = {"vi": "đã xem lúc nhận", "en": "shown at reception"}

WHY: Final[dict[str, Words]] = {
    "identity": {
        "vi": "Số giấy tờ khác với hồ sơ.",
        "en": "The number differs from the dossier's.",
    },
    "no_number": {
        "vi": "Chưa xem giấy tờ tuỳ thân:",
        "en": "No identity paper was shown:",
    },
    "no_name": {"vi": "Chưa có họ tên người nhận.", "en": "Nobody is named."},
    "not_authorised": {
        "vi": "Giấy uỷ quyền nộp hồ sơ không gồm việc nhận kết quả, hoặc đã hết hạn.",
        "en": "The letter by which it was handed in does not cover collecting, or has expired.",
    },
    "no_letter": {"vi": "Chưa ghi giấy uỷ quyền:", "en": "The letter is not noted:"},
    "not_presented": {
        "vi": "Lúc nộp chưa xuất trình bản chính giấy tờ tuỳ thân:",
        "en": "The original identity paper was not shown at reception:",
    },
    "no_post": {
        "vi": "Hồ sơ không đăng ký nhận qua bưu chính.",
        "en": "Delivery by post was not registered.",
    },
}
WHAT_TO_DO: Final[dict[str, Words]] = {
    "no_number": {"vi": "quét thẻ hoặc gõ số", "en": "scan the card or type the number"},
    "not_presented": {
        "vi": "quét thẻ, hoặc ghi chú giấy tờ đã xem",
        "en": "scan it, or note which paper was seen",
    },
    "no_letter": {"vi": "loại, số, ngày", "en": "kind, number, date"},
    "no_name": {"vi": "", "en": ""},
}
"""What is merely not entered yet; every other reason is a refusal."""
REFUSED: Final[Words] = {"vi": "Không trả cho người này", "en": "Not for this person"}
LAWFUL: Final[Words] = {"vi": "Được nhận: {who}.", "en": "May collect: {who}."}
MAY_OWNER: Final[Words] = {"vi": "chính chủ {name}", "en": "the owner {name}"}
MAY_SUBMITTER: Final[Words] = {
    "vi": "người nộp {name} theo giấy uỷ quyền",
    "en": "the submitter {name} by the letter on file",
}
MAY_LETTER: Final[Words] = {
    "vi": "người có giấy uỷ quyền nhận kết quả",
    "en": "anybody with a letter of authorisation to collect",
}
MAY_POST: Final[Words] = {"vi": "bưu chính như đã đăng ký", "en": "the post, as registered"}

READY: Final[Words] = {"vi": "Đủ điều kiện trả.", "en": "Everything is in order."}
TICKED: Final[Words] = {"vi": "Đã đánh dấu {done}/{all}", "en": "Ticked {done} of {all}"}
OWED: Final[Words] = {"vi": "còn thiếu {sum}", "en": "{sum} are owed"}
AWAITED: Final[Words] = {"vi": "chờ {sum} tiền đến", "en": "{sum} awaited"}
PAPERS_LEFT: Final[Words] = {
    "vi": "Lấy từng giấy ra, đánh dấu bằng phím cách:",
    "en": "Take each paper out and tick it with Space:",
}
HELD_BACK: Final[Words] = {
    "vi": "đánh dấu, hoặc chọn lưu hồ sơ",
    "en": "tick the originals, or let the rest stay in the dossier",
}
KEPT_NOTE: Final = "Lưu tại hồ sơ: {papers}"
"""Stands in the journal and on the receipt, which are Vietnamese."""
RESULT: Final[Words] = {"vi": "Kết quả theo hồ sơ", "en": "The result of the dossier"}
NOT_YET: Final[Words] = {"vi": "Chưa có kết quả:", "en": "There is no result yet:"}
PROMISED: Final[Words] = {"vi": "hẹn trả {due}", "en": "promised for {due}"}
OPEN_DOSSIER: Final[Words] = {"vi": "mở hồ sơ để xem việc kế", "en": "open the dossier"}
SHELVE: Final[Words] = {
    "vi": "kết quả vừa về thì ghi kệ",
    "en": "if it has just come, note its shelf",
}
ALREADY: Final[Words] = {"vi": "Đã trả cho {name}", "en": "Given to {name}"}
AT: Final[Words] = {"vi": "lúc {at}", "en": "at {at}"}
WITHDRAWN: Final[Words] = {"vi": "Hồ sơ đã rút,", "en": "It was withdrawn;"}
NOTHING_TO_GIVE: Final[Words] = {"vi": "không còn gì để trả", "en": "nothing is left to give"}
NO_DUE: Final[Words] = {"vi": "chưa có ngày hẹn", "en": "no date yet"}
ON_SHELF: Final[Words] = {"vi": "Kệ {shelf}", "en": "Shelf {shelf}"}
AT_COUNTER: Final[Words] = {"vi": "Đã về quầy", "en": "At the counter"}
AT_ONCE: Final[Words] = {"vi": "Trả ngay", "en": "Given at once"}
NOT_HERE: Final[Words] = {"vi": "Chưa về quầy", "en": "Not here yet"}

ARRIVED: Final[Words] = {
    "vi": "Kết quả của {code} đã về quầy, {place}.",
    "en": "The result of {code} is at the counter, {place}.",
}
NO_SHELF: Final[Words] = {"vi": "không xếp kệ", "en": "on no shelf"}
GIVEN: Final[Words] = {"vi": "Đã trả {code} cho {name}.", "en": "{code} was given to {name}."}
PRINTED: Final[Words] = {
    "vi": "Giấy nhận đã in ra {printer}, chờ ký.",
    "en": "The receipt was printed on {printer}, to be signed.",
}
COLLECTED: Final[Words] = {"vi": "Đã thu {sum}.", "en": "{sum} were collected."}
CHANGE: Final[Words] = {"vi": "Trả lại {sum}.", "en": "Give {sum} back."}
RECEIPT: Final[Words] = {"vi": "Giấy nhận kết quả", "en": "Receipt of the result"}
PAPERS_RECEIPT: Final[Words] = {"vi": "Giấy nhận lại hồ sơ", "en": "Receipt of the papers"}

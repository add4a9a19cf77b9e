"""What the reception page says of what was typed, in both languages.

Notes stand inside a field and are a few words long; remarks are sentences.
"""

from enum import StrEnum
from typing import Final

from station.domain.documents import LawfulGround
from station.domain.id_card import IdWarning
from station.words import Language
from ui.desktop.reception.owner_view_model import OwnerField
from ui.desktop.reception.paper_check_view_model import PaperSource
from ui.desktop.reception.view_model import ApplicantField


class Doubt(StrEnum):
    """What the station finds in what was typed."""

    NO_DATE = "no_date"
    NEEDED = "needed"
    LAPSED = "lapsed"
    NOT_BEGUN = "not_begun"
    COLLECT_ONLY = "collect_only"
    NO_REASON = "no_reason"
    NO_DATABASE = "no_database"
    NO_SUM = "no_sum"
    TOO_LITTLE = "too_little"
    PARTED = "parted"


class Remark(StrEnum):
    """What the page says of the officer's own doing."""

    TOO_MANY_DRAFTS = "too_many_drafts"
    SET_ASIDE = "set_aside"
    OTHER_CARD = "other_card"
    NO_CARD_YET = "no_card_yet"
    PART_CHOSEN = "part_chosen"
    NO_PART = "no_part"
    CHIP_DIFFERS = "chip_differs"
    CHIP_UNCHECKED = "chip_unchecked"
    CHIP_ALTERED = "chip_altered"
    CHIP_ISSUER_UNKNOWN = "chip_issuer_unknown"
    CHIP_ISSUER_OTHER = "chip_issuer_other"
    CHIP_GENUINE = "chip_genuine"
    GUIDED = "guided"
    ASKED = "asked"
    REFUSED = "refused"
    REOPENED = "reopened"
    SHEET_PRINTED = "sheet_printed"
    MOVED = "moved"
    NOT_YOURS = "not_yours"
    CATALOGUE_CHANGED = "catalogue_changed"
    DRAFTS_CHANGED = "drafts_changed"
    PACK_REFUSED = "pack_refused"


_Words = dict[Language, str]
_REMARKS: Final[dict[Remark, _Words]] = {
    Remark.TOO_MANY_DRAFTS: {
        "vi": "Đang mở 9 hồ sơ. Các hồ sơ vẫn giữ nguyên; tiếp nhận xong một hồ sơ rồi mở tiếp.",
        "en": "9 dossiers are open. They are all kept; finish one to open another.",
    },
    Remark.SET_ASIDE: {
        "vi": "Đang mở 9 hồ sơ. {name} được cất vào danh sách đang dở (Alt+D), còn nguyên.",
        "en": "9 dossiers are open. {name} went to the list of drafts (Alt+D), all of it kept.",
    },
    Remark.PART_CHOSEN: {
        "vi": "Đơn vị nay là {chosen} ({number}/{count}); {key} lấy nơi kế: {others}.",
        "en": "The unit is {chosen} now ({number} of {count}); {key} takes the next: {others}.",
    },
    Remark.NO_PART: {
        "vi": "Chưa chọn đơn vị nay; {key} lấy lần lượt: {others}.",
        "en": "No unit is chosen; {key} takes one after the other: {others}.",
    },
    Remark.NO_CARD_YET: {
        "vi": "Chưa đọc được thẻ. Gõ số giấy tờ vào ô đầu tiên, hoặc đọc từ ảnh thẻ (Alt+Q).",
        "en": "No card was read. Type its number into the first field, or read a picture (Alt+Q).",
    },
    Remark.CHIP_DIFFERS: {
        "vi": "Chip ghi khác mã QR in trên thẻ: {fields}. Các ô đang theo chip; xem kỹ thẻ.",
        "en": "The chip says otherwise than the card's printed code: {fields}. The fields follow"
        " the chip; look at the card closely.",
    },
    Remark.CHIP_UNCHECKED: {
        "vi": "Đã đọc chip; chưa kiểm được dữ liệu có bị sửa không (chữ ký không đọc được).",
        "en": "The chip was read; whether it was altered is not known (no signature to be read).",
    },
    Remark.CHIP_ALTERED: {
        "vi": "Dữ liệu trong chip KHÔNG khớp chữ ký của nơi cấp. Xem kỹ thẻ, báo trưởng bộ phận.",
        "en": "The chip's data do NOT match its issuer's signature. Look closely; tell the head.",
    },
    Remark.CHIP_ISSUER_UNKNOWN: {
        "vi": "Dữ liệu chip không bị sửa; chưa kiểm nơi cấp (chưa có chứng thư CSCA).",
        "en": "Chip data not altered; issuer not checked (no CSCA certificate).",
    },
    Remark.CHIP_ISSUER_OTHER: {
        "vi": "Dữ liệu chip không bị sửa, nhưng nơi cấp không phải nơi đã khai báo. Xem kỹ thẻ.",
        "en": "Chip data not altered, but its issuer is none that is set up. Look closely.",
    },
    Remark.CHIP_GENUINE: {
        "vi": "Chip do nhà nước cấp, dữ liệu không bị sửa.",
        "en": "Issued by the state, chip data not altered.",
    },
    Remark.CATALOGUE_CHANGED: {
        "vi": "Danh mục thủ tục vừa đổi; hồ sơ đang mở không bị ảnh hưởng.",
        "en": "The catalogue changed; what is open is not concerned.",
    },
    Remark.PACK_REFUSED: {
        "vi": "Danh mục tỉnh gửi chưa dùng được. {why}",
        "en": "The catalogue that the province sent is not in force. {why}",
    },
    Remark.DRAFTS_CHANGED: {
        "vi": "Danh mục vừa đổi. {changes}. Hồ sơ đang mở giữ bản cũ hôm nay; chọn lại thủ tục"
        " để dùng bản mới.",
        "en": "The catalogue changed. {changes}. Open drafts keep theirs today; choose again for"
        " the new one.",
    },
    Remark.GUIDED: {
        "vi": "Đã hướng dẫn, chưa lập hồ sơ. Phiếu {code} mở lại phần đã nhập đến hết {day}.",
        "en": "Guidance given, no dossier made. Sheet {code} opens this again until {day}.",
    },
    Remark.ASKED: {
        "vi": "{code}: đã yêu cầu bổ sung. Thời gian giải quyết tính khi đủ giấy tờ.",
        "en": "{code}: papers asked for. The time runs once they are complete.",
    },
    Remark.REFUSED: {
        "vi": "{code}: đã từ chối tiếp nhận.",
        "en": "{code}: refused.",
    },
    Remark.REOPENED: {
        "vi": "Mở lại phần đã nhập của phiếu {code}. Giấy tờ kèm tệp thì đính lại.",
        "en": "Sheet {code} is open again. Attach the files once more.",
    },
    Remark.SHEET_PRINTED: {
        "vi": "Đã in phiếu hướng dẫn {code}.",
        "en": "Sheet {code} was printed.",
    },
    Remark.MOVED: {
        "vi": "Đã chuyển cho {officer}.",
        "en": "Given to {officer}.",
    },
    Remark.NOT_YOURS: {
        "vi": "Hồ sơ đang dở của {officer}. Chuyển cho mình trước, rồi mở.",
        "en": "This is {officer}'s draft. Give it to yourself first, then open it.",
    },
    Remark.OTHER_CARD: {
        "vi": "Đã thay {name} bằng người trên thẻ vừa đọc. Giấy tờ và thủ tục giữ nguyên.",
        "en": "{name} was replaced by the holder of the card. Papers and procedure are kept.",
    },
}
_DOUBTS: Final[dict[Doubt, _Words]] = {
    Doubt.NO_DATE: {"vi": "ngày/tháng/năm", "en": "day/month/year"},
    Doubt.NEEDED: {"vi": "chưa ghi", "en": "missing"},
    Doubt.LAPSED: {"vi": "đã hết hạn", "en": "has ended"},
    Doubt.NOT_BEGUN: {"vi": "chưa hiệu lực", "en": "has not begun"},
    Doubt.COLLECT_ONLY: {"vi": "chỉ cho nhận kết quả", "en": "for collecting only"},
    Doubt.NO_REASON: {"vi": "chưa ghi lý do", "en": "no reason"},
    Doubt.NO_DATABASE: {"vi": "chưa ghi CSDL", "en": "no database"},
    Doubt.NO_SUM: {"vi": "không phải số tiền", "en": "not a sum"},
    Doubt.PARTED: {"vi": "nay chia {count}: {key}", "en": "{count} units now: {key}"},
    Doubt.TOO_LITTLE: {"vi": "chưa đủ", "en": "not enough"},
}

_FIELDS: Final[dict[ApplicantField, _Words]] = {
    ApplicantField.NUMBER: {"vi": "số giấy tờ", "en": "number"},
    ApplicantField.PHONE: {"vi": "điện thoại", "en": "phone"},
    ApplicantField.EMAIL: {"vi": "email", "en": "e-mail"},
    ApplicantField.NAME: {"vi": "họ tên", "en": "name"},
    ApplicantField.BORN_ON: {"vi": "ngày sinh", "en": "date of birth"},
    ApplicantField.ADDRESS: {"vi": "địa chỉ", "en": "address"},
    ApplicantField.SEX: {"vi": "giới tính", "en": "sex"},
    ApplicantField.PAPER_TYPE: {"vi": "loại giấy tờ", "en": "kind of paper"},
    ApplicantField.ISSUED_ON: {"vi": "ngày cấp", "en": "date of issue"},
}
_OWNER_FIELDS: Final[dict[OwnerField, _Words]] = {
    OwnerField.NUMBER: {"vi": "số giấy tờ chủ hồ sơ", "en": "owner's number"},
    OwnerField.NAME: {"vi": "tên chủ hồ sơ", "en": "owner's name"},
    OwnerField.BORN_ON: {"vi": "ngày sinh chủ hồ sơ", "en": "owner's date of birth"},
    OwnerField.ADDRESS: {"vi": "địa chỉ chủ hồ sơ", "en": "owner's address"},
    OwnerField.PHONE: {"vi": "điện thoại chủ hồ sơ", "en": "owner's phone"},
    OwnerField.TAX_CODE: {"vi": "mã số thuế", "en": "tax code"},
    OwnerField.HEAD: {"vi": "người đại diện", "en": "representative"},
    OwnerField.ORGANISATION_KIND: {"vi": "loại tổ chức", "en": "kind of organisation"},
    OwnerField.LETTER: {"vi": "loại giấy uỷ quyền", "en": "kind of authorisation"},
    OwnerField.LETTER_NUMBER: {"vi": "số giấy uỷ quyền", "en": "number of the authorisation"},
    OwnerField.LETTER_ISSUED_ON: {"vi": "ngày lập giấy uỷ quyền", "en": "day of authorisation"},
    OwnerField.LETTER_EXPIRES_ON: {"vi": "thời hạn uỷ quyền", "en": "term of authorisation"},
    OwnerField.SCOPE: {"vi": "phạm vi uỷ quyền", "en": "scope of authorisation"},
}
_SOURCES: Final[dict[PaperSource, _Words]] = {
    PaperSource.REUSED: {"vi": "dùng lại", "en": "reused"},
    PaperSource.NATIONAL_STORE: {"vi": "kho DMQG", "en": "national store"},
}
_GROUNDS: Final[dict[LawfulGround, _Words]] = {
    LawfulGround.HELD_BY_STATE: {"vi": "có trong CSDL", "en": "in a database"},
    LawfulGround.NOT_RETRIEVABLE: {"vi": "CSDL lỗi", "en": "not retrievable"},
    LawfulGround.INACCURATE: {"vi": "CSDL sai", "en": "inaccurate"},
}
_LOOK_AT: Final[_Words] = {"vi": "so với thẻ", "en": "compare with card"}
_TYPE_IT: Final[_Words] = {"vi": "gõ theo thẻ", "en": "type from card"}
_NAME, _BORN, _ADDRESS = ApplicantField.NAME, ApplicantField.BORN_ON, ApplicantField.ADDRESS
_NUMBER, _SEX, _ISSUED = ApplicantField.NUMBER, ApplicantField.SEX, ApplicantField.ISSUED_ON

CARD_NOTES: Final[dict[IdWarning, tuple[tuple[ApplicantField, ...], _Words]]] = {
    IdWarning.PAYLOAD_CUT: ((_NAME, _ADDRESS), _LOOK_AT),
    IdWarning.FIELD_COUNT: ((_NAME,), _LOOK_AT),
    IdWarning.TEXT_REPAIRED: ((_NAME, _ADDRESS), _LOOK_AT),
    IdWarning.CASE_SWAPPED: ((_NAME,), _LOOK_AT),
    IdWarning.INPUT_METHOD: ((_NAME, _ADDRESS), _LOOK_AT),
    IdWarning.LETTERS_LOST: ((_NAME, _ADDRESS), _LOOK_AT),
    IdWarning.DIACRITICS_MISSING: ((_NAME,), {"vi": "thêm dấu", "en": "add the accents"}),
    IdWarning.REST_UNREADABLE: ((_NAME, _BORN, _ADDRESS), _TYPE_IT),
    IdWarning.CHECK_DIGIT: ((_NUMBER,), _LOOK_AT),
    IdWarning.NUMBER_MISSING: ((_NUMBER,), _TYPE_IT),
    IdWarning.NAME_MISSING: ((_NAME,), _TYPE_IT),
    IdWarning.NAME_UNUSUAL: ((_NAME,), _LOOK_AT),
    IdWarning.BIRTH_DATE_INCOMPLETE: ((_BORN,), _TYPE_IT),
    IdWarning.BIRTH_DATE_INVALID: ((_BORN,), _TYPE_IT),
    IdWarning.SEX_UNCLEAR: ((_SEX,), _LOOK_AT),
    IdWarning.ISSUE_DATE_INVALID: ((_ISSUED,), _TYPE_IT),
    IdWarning.CHIP_CONTRADICTS: ((_NUMBER, _BORN), _LOOK_AT),
    IdWarning.CHIP_ALTERED: ((_NUMBER,), _LOOK_AT),
}
"""Which fields a warning of the card's text concerns, until the officer has changed them.

Contradictions between number, birth date and sex are found again in what stands in the fields; a
replaced separator and an unreadable old number concern no field of this page.
"""


def doubt_words(doubt: Doubt, language: Language, **values: object) -> str:
    """Give the words of a doubt."""
    return _DOUBTS[doubt][language].format_map(values)


def field_words(name: ApplicantField, language: Language) -> str:
    """Give what a field is called inside a sentence."""
    return _FIELDS[name][language]


def stand_in_words(source: PaperSource, ground: LawfulGround, language: Language) -> str:
    """Give what stands for a paper that was not brought; empty where it was."""
    match source:
        case PaperSource.BROUGHT:
            return ""
        case PaperSource.HELD:
            return _GROUNDS[ground][language]
    return _SOURCES[source][language]


def owner_field_words(name: OwnerField, language: Language) -> str:
    """Give what a field of the owner is called inside a sentence."""
    return _OWNER_FIELDS[name][language]


def card_words(warning: IdWarning, language: Language) -> str:
    """Give the words of a warning that concerns fields."""
    return CARD_NOTES[warning][1][language]


def remark_words(remark: Remark, language: Language, **values: object) -> str:
    """Give the words of a remark."""
    return _REMARKS[remark][language].format_map(values)

"""What a finding about a person says: a few words beside the field, and a sentence elsewhere."""

from typing import Final

from station.domain.person_checks import Finding, PersonDoubt, PersonField, Whose
from station.words import Language

_Words = dict[Language, tuple[str, str]]
_WORDS: Final[dict[PersonDoubt, _Words]] = {
    PersonDoubt.NOT_TWELVE_DIGITS: {
        "vi": ("phải đủ 12 số", "số định danh phải đủ 12 chữ số"),
        "en": ("must have 12 digits", "a personal number has 12 digits"),
    },
    PersonDoubt.NO_SUCH_PROVINCE: {
        "vi": ("mã tỉnh lạ", "ba số đầu không phải mã tỉnh nào"),
        "en": ("unknown province", "the first three digits are no province's"),
    },
    PersonDoubt.OTHER_BIRTH_YEAR: {
        "vi": ("số thẻ: {subject}", "theo số định danh thì sinh năm {subject}"),
        "en": ("number: {subject}", "the personal number says {subject}"),
    },
    PersonDoubt.OTHER_SEX: {
        "vi": ("khác số thẻ", "khác với số định danh"),
        "en": ("not as in number", "the personal number says otherwise"),
    },
    PersonDoubt.CMND_DIGITS: {
        "vi": ("CMND có 9 số", "CMND có 9 số, loại sau cùng có 12 số"),
        "en": ("CMND: 9 digits", "a CMND has 9 digits, the last kind 12"),
    },
    PersonDoubt.CMND_ENDED: {
        "vi": ("CMND hết giá trị", "CMND không còn giá trị từ 01/01/2025"),
        "en": ("no longer valid", "no CMND is valid since 01/01/2025"),
    },
    PersonDoubt.ODD_PASSPORT: {
        "vi": ("xem lại số", "số hộ chiếu thường có 6 đến 9 chữ và số"),
        "en": ("check the number", "a passport's number has 6 to 9 letters and digits"),
    },
    PersonDoubt.ODD_NAME: {
        "vi": ("xem lại tên", "họ tên có số hoặc dấu lạ"),
        "en": ("check the name", "the name has digits or odd marks"),
    },
    PersonDoubt.ONE_WORD_NAME: {
        "vi": ("đủ họ và tên?", "họ tên chỉ có một chữ"),
        "en": ("full name?", "the name is one word"),
    },
    PersonDoubt.IN_THE_FUTURE: {
        "vi": ("ngày chưa tới", "ngày chưa tới"),
        "en": ("in the future", "the day is in the future"),
    },
    PersonDoubt.VERY_OLD: {
        "vi": ("{subject} tuổi?", "tính ra {subject} tuổi"),
        "en": ("{subject} years?", "that makes {subject} years"),
    },
    PersonDoubt.CHILD_ACTS: {
        "vi": (
            "mới {subject} tuổi",
            "người nộp mới {subject} tuổi, cần người đại diện theo pháp luật",
        ),
        "en": (
            "{subject} years old",
            "the applicant is {subject} years old and needs a legal representative",
        ),
    },
    PersonDoubt.BEFORE_BIRTH: {
        "vi": ("trước ngày sinh", "ngày cấp trước ngày sinh"),
        "en": ("before birth", "issued before the birth"),
    },
    PersonDoubt.TOO_YOUNG_FOR_PAPER: {
        "vi": ("khi chưa đủ 14", "giấy này không cấp cho người chưa đủ 14 tuổi"),
        "en": ("before age 14", "this paper is not issued before the age of 14"),
    },
    PersonDoubt.CARD_EXPIRED: {
        "vi": ("hết hạn {subject}", "thẻ đã đến tuổi phải đổi, hết hạn từ {subject}"),
        "en": ("ended {subject}", "the card had to be changed by age, it ended on {subject}"),
    },
    PersonDoubt.UNIT_MOVED: {
        "vi": ("nay: {subject}", "đơn vị hành chính nay là {subject}; địa chỉ giữ như trên thẻ"),
        "en": ("now: {subject}", "the unit is {subject} now; the address stays as on the card"),
    },
    PersonDoubt.ODD_PHONE: {
        "vi": ("xem lại số", "không phải số điện thoại ở Việt Nam"),
        "en": ("check the number", "no phone number of Viet Nam"),
    },
    PersonDoubt.ODD_EMAIL: {
        "vi": ("xem lại", "không giống địa chỉ thư điện tử"),
        "en": ("check it", "does not look like an e-mail address"),
    },
    PersonDoubt.TAX_CODE_DIGITS: {
        "vi": ("10, 12 hoặc 13 số", "mã số thuế có 10 số, chi nhánh 13 số, cá nhân 12 số"),
        "en": ("10, 12 or 13 digits", "a tax code has 10 digits, a branch's 13, a person's 12"),
    },
    PersonDoubt.TAX_CODE_CHECK_DIGIT: {
        "vi": ("sai số kiểm tra", "số kiểm tra của mã số thuế không đúng"),
        "en": ("check digit", "the check digit of the tax code is wrong"),
    },
    PersonDoubt.PERSONAL_TAX_CODE: {
        "vi": ("mã của cá nhân", "12 số là mã số thuế của cá nhân, hộ kinh doanh"),
        "en": ("a person's code", "12 digits are the tax code of a person or household business"),
    },
    PersonDoubt.OLD_TAX_CODE: {
        "vi": (
            "mã cũ",
            "từ 01/07/2025 hộ kinh doanh dùng số định danh của chủ hộ làm mã số thuế",
        ),
        "en": (
            "old code",
            "since 01/07/2025 a household business uses its head's personal number",
        ),
    },
    PersonDoubt.NOT_THE_HEADS_NUMBER: {
        "vi": ("khác số của chủ hộ", "mã số thuế khác số định danh của chủ hộ"),
        "en": ("not the head's", "the tax code is not the head's personal number"),
    },
    PersonDoubt.NO_ORGANISATION_KIND: {
        "vi": ("chọn loại tổ chức", "chưa chọn loại tổ chức; Cổng DVCQG cần biết"),
        "en": ("choose its kind", "the kind of organisation is not given; the portal asks for it"),
    },
    PersonDoubt.NO_AUTHORISATION: {
        "vi": ("theo giấy nào?", "nộp thay người khác mà chưa ghi theo giấy nào"),
        "en": ("by which paper?", "acts for another one, and nothing says by which paper"),
    },
    PersonDoubt.AUTHORISED_BY_NOBODY: {
        "vi": ("của ai?", "có giấy uỷ quyền mà chưa ghi người uỷ quyền (chủ hồ sơ)"),
        "en": ("by whom?", "there is an authorisation, but nobody who gave it (owner)"),
    },
    PersonDoubt.NO_DAY_OF_AUTHORISATION: {
        "vi": ("ngày nào?", "giấy uỷ quyền chưa ghi ngày lập"),
        "en": ("no day", "the day of the authorisation is not given"),
    },
    PersonDoubt.OVER_A_YEAR: {
        "vi": ("quá 1 năm?", "không ghi thời hạn thì chỉ có hiệu lực 1 năm (BLDS Điều 563)"),
        "en": ("over a year?", "without a term it holds for one year (BLDS Art. 563)"),
    },
    PersonDoubt.ENDS_BEFORE_IT_BEGINS: {
        "vi": ("trước ngày lập", "hết hạn trước ngày lập"),
        "en": ("before its day", "it ends before it begins"),
    },
}
_FIELDS: Final[dict[PersonField, dict[Language, str]]] = {
    PersonField.NUMBER: {"vi": "số giấy tờ", "en": "number"},
    PersonField.NAME: {"vi": "họ tên", "en": "name"},
    PersonField.BORN_ON: {"vi": "ngày sinh", "en": "date of birth"},
    PersonField.SEX: {"vi": "giới tính", "en": "sex"},
    PersonField.ISSUED_ON: {"vi": "ngày cấp", "en": "date of issue"},
    PersonField.ADDRESS: {"vi": "địa chỉ", "en": "address"},
    PersonField.PHONE: {"vi": "điện thoại", "en": "phone"},
    PersonField.EMAIL: {"vi": "thư điện tử", "en": "e-mail"},
    PersonField.TAX_CODE: {"vi": "mã số thuế", "en": "tax code"},
    PersonField.ORGANISATION_KIND: {"vi": "loại tổ chức", "en": "kind of organisation"},
    PersonField.AUTHORISATION_KIND: {"vi": "loại giấy", "en": "kind of paper"},
    PersonField.EXPIRES_ON: {"vi": "thời hạn", "en": "term"},
}
_WHOSE: Final[dict[Whose, dict[Language, str]]] = {
    Whose.SUBMITTER: {"vi": "Người nộp", "en": "Applicant"},
    Whose.OWNER: {"vi": "Chủ hồ sơ", "en": "Owner"},
    Whose.AUTHORISATION: {"vi": "Uỷ quyền", "en": "Authorisation"},
}


def finding_note(finding: Finding, language: Language) -> str:
    """Give the few words that have room inside a field."""
    return _WORDS[finding.doubt][language][0].format(subject=finding.subject)


def finding_text(whose: Whose, finding: Finding, language: Language) -> str:
    """Give the sentence: ``Người nộp, ngày sinh: theo số định danh thì sinh năm 1999``."""
    said = _WORDS[finding.doubt][language][1].format(subject=finding.subject)
    return f"{_WHOSE[whose][language]}, {field_name(finding.field, language)}: {said}"


def field_name(field: PersonField, language: Language) -> str:
    """Give what a field is called inside a sentence."""
    return _FIELDS[field][language]

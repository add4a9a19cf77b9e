"""The field that a server objects to, as officers call it: a pointer says nothing to them."""

from typing import Final

from station.words import Language, Words

_PARTS: Final[dict[str, Words]] = {
    "submitter": {"vi": "người nộp", "en": "applicant"},
    "owner": {"vi": "chủ hồ sơ", "en": "owner"},
    "representative": {"vi": "người đại diện", "en": "representative"},
    "authorisation": {"vi": "giấy uỷ quyền", "en": "letter"},
    "id_document": {"vi": "giấy tờ tuỳ thân", "en": "identity paper"},
    "full_name": {"vi": "họ tên", "en": "full name"},
    "name": {"vi": "tên", "en": "name"},
    "number": {"vi": "số", "en": "number"},
    "tax_code": {"vi": "mã số thuế", "en": "tax code"},
    "issued_on": {"vi": "ngày cấp", "en": "day of issue"},
    "expires_on": {"vi": "ngày hết hạn", "en": "day of expiry"},
    "date_of_birth": {"vi": "ngày sinh", "en": "date of birth"},
    "sex": {"vi": "giới tính", "en": "sex"},
    "address": {"vi": "địa chỉ", "en": "address"},
    "phone": {"vi": "điện thoại", "en": "telephone"},
    "email": {"vi": "email", "en": "e-mail"},
    "documents": {"vi": "giấy tờ", "en": "papers"},
    "files": {"vi": "tệp", "en": "files"},
    "fees": {"vi": "khoản thu", "en": "fees"},
    "payments": {"vi": "khoản đã thu", "en": "payments"},
    "delivery": {"vi": "nhận kết quả", "en": "delivery"},
    "procedure_code": {"vi": "mã thủ tục", "en": "procedure code"},
    "dossier_code": {"vi": "mã hồ sơ", "en": "dossier code"},
    "received_at": {"vi": "giờ nhận", "en": "time of reception"},
    "due_at": {"vi": "ngày hẹn", "en": "promised day"},
    "occurred_at": {"vi": "giờ ghi", "en": "time of the event"},
}
_ROW: Final[Words] = {"vi": "dòng {number}", "en": "row {number}"}


def field_named(pointer: str, language: Language) -> str:
    """Give ``người nộp, giấy tờ tuỳ thân, ngày cấp`` for a JSON pointer; empty for an unknown one.

    What has no name is left out: the rest still leads there.
    """
    words = []
    for part in pointer.split("/"):
        if part in _PARTS:
            words.append(_PARTS[part][language])
        elif words and part.isdecimal():
            words.append(_ROW[language].format(number=int(part) + 1))
    return ", ".join(words)

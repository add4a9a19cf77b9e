"""The words of what an error's details name by a key: states, acts, roles, reasons."""

from collections.abc import Mapping
from typing import Any, Final

from station.domain.acts import DossierAct
from ui.dossier_words import ACTS, GIVE_BACK, STATES
from ui.printer_words import PRINTER_STATES

_WITHOUT_RESULT: Final = {state.value for state in STATES if state.is_without_result}
_STATES: Final = {state.value: (said["vi"], said["en"]) for state, said in STATES.items()}
_ACTS: Final = {
    **{act.value: (said["vi"], said["en"]) for act, said in ACTS.items()},
    "accept": ("nhận giải quyết", "take it over"),
    "duty": ("báo nghĩa vụ tài chính", "announce a payment"),
    "duty-met": ("xác nhận đã nộp nghĩa vụ", "note the payment"),
    "result": ("ký kết quả", "sign the result"),
    "receive": ("tiếp nhận hồ sơ", "receive dossiers"),
    "work_on_dossier": ("xử lý hồ sơ", "work on dossiers"),
    "approve": ("xác nhận người thứ hai", "confirm as the second person"),
    "collect": ("thu phí", "collect fees"),
    "reduce": ("giảm khoản phải thu", "reduce what is owed"),
    "keep_till": ("mở và chốt ca", "open and close shifts"),
    "confirm_payment": ("xác nhận tiền đến", "confirm payments"),
    "refund": ("hoàn phí", "give fees back"),
    "void_receipt": ("huỷ thu", "void receipts"),
    "import_catalogue": ("nhập danh mục", "import catalogues"),
    "admit_unsigned": ("nhận danh mục chưa ký số", "admit unsigned catalogues"),
    "manage_accounts": ("quản lý người dùng", "manage accounts"),
    "trust_keys": ("quản lý khoá tin cậy", "manage trusted keys"),
    "reprint": ("in lại", "print once more"),
    "forget": ("xoá thông tin đã ghi nhớ", "forget what is remembered"),
    "sign_copies": ("ký sao y", "sign copies"),
    "settle_duplicates": ("quyết định hồ sơ trùng", "decide about duplicates"),
    "keep_duplicates": ("giữ cả hai hồ sơ trùng", "keep both duplicates"),
    "reassign_drafts": ("chuyển hồ sơ đang dở", "give open work to a colleague"),
    "care_for_store": ("kiểm tra dữ liệu", "care for the store"),
    "change_papers": ("sửa mẫu giấy, chọn máy in", "change papers and printers"),
    "sign_log": ("ký nhật ký ngày", "sign the daily log"),
    "enrol": ("đăng ký quầy", "enrol the station"),
}
_ROLES: Final = {
    "counter": ("cán bộ quầy", "counter officer"),
    "supervisor": ("trưởng bộ phận", "supervisor"),
    "administrator": ("quản trị", "administrator"),
    "commune": ("cán bộ xã", "commune officer"),
}
_REASONS: Final = {
    "identity": ("số giấy tờ khác với hồ sơ", "the identity number differs from the dossier's"),
    "no_number": ("chưa xuất trình giấy tờ tuỳ thân", "no identity paper was shown"),
    "not_presented": (
        "lúc nộp chưa xuất trình bản chính giấy tờ tuỳ thân, nay cũng chưa",
        "the original identity paper was shown neither at reception nor now",
    ),
    "no_name": ("chưa có họ tên người nhận", "nobody is named"),
    "not_authorised": ("giấy uỷ quyền không gồm việc nhận kết quả", "not authorised to collect"),
    "no_letter": ("không có giấy uỷ quyền", "there is no letter of authorisation"),
    "lapsed": ("đã hết hạn", "has ended"),
    "not_begun": ("chưa có hiệu lực", "has not begun"),
    "no_post": ("không đăng ký nhận qua bưu chính", "delivery by post was not registered"),
}
_LACKS: Final = {
    "paper": ("giấy tờ nào", "any paper"),
    "reason": ("lý do", "the reason"),
    "request": ("yêu cầu bổ sung", "the request"),
}
_PROBLEMS: Final = {
    "no_picture": ("tệp không phải hình đọc được", "the file is no picture that can be read"),
    "too_large": ("tệp hình quá lớn", "the file is too large"),
    "too_many_colours": ("hình nhiều màu quá, không thu nhỏ được", "it has too many colours"),
    "one_shade": ("hình chỉ có một màu, in ra không thấy gì", "it is one plain area"),
}
_WITNESSES: Final = {
    "program": ("ngày làm ra chương trình", "day on which the program was made"),
    "journal": ("việc cuối trong nhật ký", "last act in the journal"),
    "corrected": ("lần đồng hồ sai gần nhất", "last time the clock was wrong"),
    "rest": ("việc cuối, gần một tháng trước hoặc lâu hơn", "last act, a month or so ago"),
}
_PRINTERS: Final = {state.value: (said["vi"], said["en"]) for state, said in PRINTER_STATES.items()}
KEYED: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "status": _STATES,
    "act": _ACTS,
    "allowed": _ACTS,
    "role": _ROLES,
    "why": _REASONS,
    "what": _LACKS,
    "problem": _PROBLEMS,
    "witness": _WITNESSES,
    "state": _PRINTERS,
}
"""Name of a detail → its value → Vietnamese and English."""


def named(detail: str, value: str, language: str, beside: Mapping[str, Any]) -> str:
    """Give the words of a value, or the value where it is no key.

    Args:
        beside: all details of the error; in which state the dossier is says what an act is to it.
    """
    words = KEYED.get(detail, {}).get(value)
    if words is _ACTS[DossierAct.RETURN.value] and beside.get("status") in _WITHOUT_RESULT:
        words = GIVE_BACK["vi"], GIVE_BACK["en"]
    return value if words is None else words[0 if language == "vi" else 1]

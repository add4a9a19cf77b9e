"""The words of the page of one dossier, in both languages. Free of Qt."""

from typing import Final

from station.domain.acts import DossierAct
from station.words import Words
from ui.desktop.kit.tone import Tone

_A = DossierAct

FACTS: Final[dict[str, tuple[Words, Tone]]] = {
    "DossierReceived": ({"vi": "Tiếp nhận", "en": "Received"}, Tone.OK),
    "DossierLodged": ({"vi": "Nộp hồ sơ", "en": "Handed in"}, Tone.INFO),
    "SlipPrinted": ({"vi": "In giấy tờ", "en": "Paper printed"}, Tone.MUTE),
    "SupplementRequested": ({"vi": "Yêu cầu bổ sung", "en": "Papers asked for"}, Tone.WARN),
    "SupplementBrought": ({"vi": "Nhận giấy bổ sung", "en": "Papers brought"}, Tone.OK),
    "DossierRefused": ({"vi": "Từ chối tiếp nhận", "en": "Refused"}, Tone.ERR),
    "DossierCorrected": ({"vi": "Đính chính", "en": "Corrected"}, Tone.INFO),
    "DossierForwarded": ({"vi": "Bàn giao", "en": "Handed over"}, Tone.OK),
    "FolderTaken": ({"vi": "Bên nhận ký", "en": "Receiver signed"}, Tone.OK),
    "FolderHandedBack": ({"vi": "Trả lại bìa", "en": "Folder came back"}, Tone.WARN),
    "DossierAcceptedByAgency": ({"vi": "Nơi giải quyết nhận", "en": "Agency took it"}, Tone.OK),
    "FinancialDutyAnnounced": (
        {"vi": "Báo nghĩa vụ tài chính", "en": "Payment elsewhere asked"},
        Tone.WARN,
    ),
    "FinancialDutyMet": ({"vi": "Đã nộp nghĩa vụ", "en": "Payment elsewhere made"}, Tone.OK),
    "DossierStopped": ({"vi": "Dừng giải quyết", "en": "Stopped"}, Tone.ERR),
    "DeadlineExtended": ({"vi": "Gia hạn, xin lỗi", "en": "Extended with apology"}, Tone.WARN),
    "ResultIssued": ({"vi": "Ký kết quả", "en": "Result signed"}, Tone.OK),
    "ResultArrived": ({"vi": "Kết quả về quầy", "en": "Result at the counter"}, Tone.OK),
    "ResultReturned": ({"vi": "Trả kết quả", "en": "Result returned"}, Tone.OK),
    "DossierWithdrawn": ({"vi": "Rút hồ sơ", "en": "Withdrawn"}, Tone.MUTE),
    "DuplicateFlagged": ({"vi": "Trùng với quầy khác", "en": "Received elsewhere too"}, Tone.WARN),
    "DuplicatesKept": ({"vi": "Giữ cả hai hồ sơ trùng", "en": "Both duplicates kept"}, Tone.INFO),
    "DuplicateEnded": ({"vi": "Hồ sơ trùng đã kết thúc", "en": "The duplicate ended"}, Tone.INFO),
    "SlipDeclaredLost": ({"vi": "Báo mất giấy hẹn", "en": "Slip declared lost"}, Tone.WARN),
    "CopySigned": ({"vi": "Ký sao y bản chụp", "en": "Copy signed"}, Tone.OK),
    "CopyStamped": ({"vi": "Thêm dấu thời gian", "en": "Time stamp added"}, Tone.OK),
    "FeeCollected": ({"vi": "Thu phí", "en": "Fee collected"}, Tone.OK),
    "FeesCharged": ({"vi": "Tính phí", "en": "Fees charged"}, Tone.MUTE),
    "FeesReduced": ({"vi": "Giảm khoản phải thu", "en": "Owed fee reduced"}, Tone.WARN),
    "PaymentConfirmed": ({"vi": "Xác nhận tiền đến", "en": "Payment confirmed"}, Tone.OK),
    "ElectronicReceiptIssued": ({"vi": "Biên lai điện tử", "en": "Electronic receipt"}, Tone.OK),
    "FeeRefunded": ({"vi": "Hoàn phí", "en": "Fee given back"}, Tone.WARN),
    "ReceiptVoided": ({"vi": "Huỷ biên lai", "en": "Receipt voided"}, Tone.WARN),
    "NumbersRevealed": ({"vi": "Hiện số giấy tờ", "en": "Numbers shown"}, Tone.MUTE),
    "ApprovalAsked": ({"vi": "Gửi duyệt", "en": "Left for approval"}, Tone.WARN),
    "ApprovalGiven": ({"vi": "Đã duyệt", "en": "Approved"}, Tone.OK),
    "ApprovalRefused": ({"vi": "Không duyệt", "en": "Not approved"}, Tone.ERR),
}
NOT_CORRECTABLE: Final[Words] = {
    "vi": "Hồ sơ {state}: không đính chính được nữa. Không có gì bị thay đổi; báo trưởng bộ phận.",
    "en": "The dossier is {state}: it cannot be corrected any more. Nothing was changed; tell the"
    " supervisor.",
}
TWIN_KEPT: Final[Words] = {
    "vi": "Đã ghi: giữ cả hai hồ sơ. Quầy kia được báo khi có mạng.",
    "en": "Noted: both dossiers go on. The other counter hears of it when there is a line.",
}
PAPERS_GIVEN_BACK: Final[Words] = {"vi": "Trả giấy tờ", "en": "Papers given back"}
"""What giving back is where there is no result."""

CONFIRM: Final[dict[DossierAct, Words]] = {
    _A.SUPPLEMENT: {"vi": "In mẫu 02, chờ bổ sung", "en": "Print form 02, wait"},
    _A.BRING: {"vi": "Đã nhận các giấy này", "en": "These papers are here"},
    _A.REFUSE: {"vi": "In mẫu 03, trả giấy", "en": "Print form 03, give back"},
    _A.CORRECT: {"vi": "Lưu bản mới, in giấy hẹn mới", "en": "Save, print a new slip"},
    _A.FORWARD: {"vi": "Niêm phong danh sách", "en": "Seal the list"},
    _A.ARRIVE: {"vi": "Đã về quầy", "en": "It is here"},
    _A.RETURN: {"vi": "Đã trả, ghi nhận", "en": "Returned"},
    _A.WITHDRAW: {"vi": "Trả giấy tờ, đóng hồ sơ", "en": "Give papers back, close"},
    _A.DECLARE_SLIP_LOST: {"vi": "Ghi nhận mất giấy", "en": "Note the loss"},
}

SECOND_REQUEST: Final[Words] = {
    "vi": "Lần hai tính là trễ hạn (chỉ số 766). Nói rõ vì sao lần trước chưa yêu cầu.",
    "en": "Papers were asked for before. A second request counts as late (index 766): say why.",
}
ALONE: Final[Words] = {
    "vi": "{act} riêng hồ sơ này cho {agency}",
    "en": "{act} this dossier alone to {agency}",
}
BACK: Final[Words] = {
    "vi": "Trả lại người nộp: {papers}.",
    "en": "Give back: {papers}.",
}
PAID: Final[Words] = {
    "vi": "Đã thu {sum}: hoàn hay không theo quy định của khoản thu (Alt+T).",
    "en": "{sum} were paid: whether they go back is the fee's own rule (Alt+T).",
}
NEXT: Final[Words] = {"vi": "Việc kế: {act}.", "en": "Next: {act}."}
AGENCY_NEXT: Final[Words] = {"vi": "Chờ cơ quan: {act}.", "en": "Waits for the agency: {act}."}
CLOSED: Final[Words] = {
    "vi": "Không còn việc ở quầy.",
    "en": "Nothing is left to do.",
}
DONE: Final[Words] = {"vi": "{act}: đã ghi, hồ sơ {state}.", "en": "{act}: noted; now {state}."}
WAITS: Final[Words] = {"vi": "Chờ người dân: {what}.", "en": "Waits for the citizen: {what}."}

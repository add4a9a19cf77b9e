"""The states of a dossier and the acts on it, in words: one table for the window, the command
line and the errors. Free of Qt.

The words stand as within a sentence; a label begins with ``capitalised``.
"""

from typing import Final

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier, DossierStatus
from station.words import Language, Words

_S, _A = DossierStatus, DossierAct

STATES: Final[dict[DossierStatus, Words]] = {
    _S.LODGED: {"vi": "mới nộp", "en": "handed in"},
    _S.RECEIVED: {"vi": "đã tiếp nhận", "en": "received"},
    _S.REFUSED: {"vi": "đã từ chối", "en": "refused"},
    _S.PROCESSING: {"vi": "đang giải quyết", "en": "in process"},
    _S.WAITING_SUPPLEMENT: {"vi": "chờ bổ sung", "en": "waiting for papers"},
    _S.WAITING_FINANCIAL_DUTY: {"vi": "chờ nghĩa vụ tài chính", "en": "waiting for a payment"},
    _S.WITHDRAWN: {"vi": "đã rút", "en": "withdrawn"},
    _S.STOPPED: {"vi": "dừng giải quyết", "en": "stopped"},
    _S.RESULT_READY: {"vi": "đã có kết quả", "en": "result ready"},
    _S.RETURNED: {"vi": "đã trả kết quả", "en": "result returned"},
}

ACTS: Final[dict[DossierAct, Words]] = {
    _A.SUPPLEMENT: {"vi": "yêu cầu bổ sung", "en": "ask for papers"},
    _A.BRING: {"vi": "nhận bổ sung", "en": "take papers in"},
    _A.REFUSE: {"vi": "từ chối", "en": "refuse"},
    _A.CORRECT: {"vi": "đính chính", "en": "correct"},
    _A.FORWARD: {"vi": "bàn giao", "en": "hand over"},
    _A.ARRIVE: {"vi": "nhận kết quả về quầy", "en": "take the result in"},
    _A.RETURN: {"vi": "trả kết quả", "en": "return the result"},
    _A.WITHDRAW: {"vi": "rút hồ sơ", "en": "withdraw"},
    _A.DECLARE_SLIP_LOST: {"vi": "báo mất giấy hẹn", "en": "note a lost slip"},
    _A.EXTEND: {"vi": "gia hạn, xin lỗi", "en": "extend with an apology"},
    _A.STOP: {"vi": "dừng giải quyết", "en": "stop"},
    _A.ANNOUNCE_DUTY: {"vi": "báo nghĩa vụ tài chính", "en": "announce a payment"},
    _A.MEET_DUTY: {"vi": "xác nhận đã nộp nghĩa vụ", "en": "note the payment"},
    _A.ISSUE_RESULT: {"vi": "ký kết quả", "en": "sign the result"},
}
GIVE_BACK: Final[Words] = {"vi": "trả giấy tờ", "en": "give the papers back"}
"""What is left to do for a dossier that has no result."""
GIVE_AT_ONCE: Final[Words] = {"vi": "trả kết quả ngay", "en": "return the result at once"}
_REQUEST: Final[Words] = {"vi": "{state} lần {number}", "en": "{state}, request {number}"}


def act_on(status: DossierStatus, act: DossierAct, language: Language) -> str:
    """Say what an act is to a dossier in this state."""
    if act is DossierAct.RETURN and status.is_without_result:
        return GIVE_BACK[language]
    if act is DossierAct.RETURN and status is DossierStatus.RECEIVED:
        return GIVE_AT_ONCE[language]
    return ACTS[act][language]


def state_of(dossier: Dossier, language: Language) -> str:
    """Say how far a dossier is; while papers are awaited, by which request."""
    state = STATES[dossier.status][language]
    if dossier.status is not DossierStatus.WAITING_SUPPLEMENT:
        return state
    return _REQUEST[language].format(state=state, number=len(dossier.supplements))

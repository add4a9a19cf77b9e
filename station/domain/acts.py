"""The acts that the law allows on a dossier in its state. One table for use cases, CLI and window.

Sources: NĐ 61/2018/NĐ-CP Art. 17 (reception), 18 (transfer), 19 (processing), 20 (result), and
the states of the national portal (TrangThaiHoSo 1 to 10).
"""

from enum import StrEnum

from station.domain.dossier import Dossier, DossierStatus
from station.errors import StationError


class DossierAct(StrEnum):
    """What may be done with a dossier, at the counter or by the province."""

    SUPPLEMENT = "supplement"
    BRING = "bring"
    REFUSE = "refuse"
    CORRECT = "correct"
    FORWARD = "forward"
    ARRIVE = "arrive"
    RETURN = "return"
    WITHDRAW = "withdraw"
    DECLARE_SLIP_LOST = "lost_slip"
    EXTEND = "extend"
    STOP = "stop"
    ANNOUNCE_DUTY = "announce_duty"
    MEET_DUTY = "meet_duty"
    ISSUE_RESULT = "issue_result"


OF_THE_PROVINCE = frozenset(
    {
        DossierAct.EXTEND,
        DossierAct.STOP,
        DossierAct.ANNOUNCE_DUTY,
        DossierAct.MEET_DUTY,
        DossierAct.ISSUE_RESULT,
    }
)
"""Acts of the handling agency: they arrive as news and are no buttons at the counter."""

_A, _S = DossierAct, DossierStatus
_ALLOWED: dict[DossierStatus, tuple[DossierAct, ...]] = {
    _S.LODGED: (_A.SUPPLEMENT, _A.REFUSE, _A.WITHDRAW),
    _S.RECEIVED: (
        _A.FORWARD,
        _A.RETURN,
        _A.CORRECT,
        _A.SUPPLEMENT,
        _A.REFUSE,
        _A.WITHDRAW,
        _A.DECLARE_SLIP_LOST,
    ),
    _S.REFUSED: (_A.RETURN,),
    _S.PROCESSING: (
        _A.ARRIVE,
        _A.FORWARD,
        _A.SUPPLEMENT,
        _A.CORRECT,
        _A.WITHDRAW,
        _A.DECLARE_SLIP_LOST,
        _A.EXTEND,
        _A.STOP,
        _A.ANNOUNCE_DUTY,
        _A.ISSUE_RESULT,
    ),
    _S.WAITING_SUPPLEMENT: (
        _A.BRING,
        _A.REFUSE,
        _A.WITHDRAW,
        _A.DECLARE_SLIP_LOST,
        _A.STOP,
    ),
    _S.WAITING_FINANCIAL_DUTY: (
        _A.MEET_DUTY,
        _A.WITHDRAW,
        _A.DECLARE_SLIP_LOST,
        _A.STOP,
    ),
    _S.WITHDRAWN: (),
    _S.STOPPED: (_A.RETURN, _A.DECLARE_SLIP_LOST),
    _S.RESULT_READY: (_A.RETURN, _A.ARRIVE, _A.DECLARE_SLIP_LOST),
    _S.RETURNED: (),
}


class ActNotAllowedError(StationError):
    """The dossier is in a state in which the law does not know this act. Nothing was changed."""

    code = "DOS-020"

    def __init__(self, dossier: Dossier, act: DossierAct) -> None:
        allowed = allowed_acts(dossier)
        super().__init__(f"{act} is not allowed while {dossier.status}")
        self.dossier_code, self.act, self.allowed = dossier.code, act, allowed
        self.status, self.national_status = dossier.status, dossier.status.national_code


def allowed_acts(dossier: Dossier) -> tuple[DossierAct, ...]:
    """Give what may be done now; the act that is expected next stands first."""
    acts = [act for act in _ALLOWED[dossier.status] if _fits(dossier, act)]
    if dossier.is_answered_here:
        acts.sort(key=lambda act: act is not DossierAct.RETURN)
    return tuple(acts)


def require_allowed(dossier: Dossier, act: DossierAct) -> None:
    """Let the act pass, or refuse.

    Raises:
        ActNotAllowedError: names the state and what is allowed in it.
    """
    if act not in allowed_acts(dossier):
        raise ActNotAllowedError(dossier, act)


def _fits(dossier: Dossier, act: DossierAct) -> bool:
    """Tell whether more than the state speaks for the act."""
    match act:
        case DossierAct.FORWARD:
            # What is answered at once waits for no list, and goes on one if it cannot be after all.
            return dossier.awaits_hand_over or dossier.is_answered_here
        case DossierAct.REFUSE:
            # Once the agency has it, only the agency decides (Art. 19(8)).
            return not dossier.is_with_agency
        case DossierAct.EXTEND:
            return dossier.extension is None  # not more than once, Art. 19(9)
        case DossierAct.DECLARE_SLIP_LOST:
            has_slip = dossier.is_received and dossier.slip_lost_at is None
            return has_slip and dossier.returned is None
        case DossierAct.RETURN:
            if dossier.status is DossierStatus.RECEIVED:
                return dossier.immediate  # answered at once, Art. 17(4)
            return dossier.returned is None
        case DossierAct.ARRIVE:
            return not dossier.result_at_counter
    return True

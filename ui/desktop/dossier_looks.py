"""The tone of each state of a dossier, the same on every page. Free of Qt."""

from typing import Final

from station.domain.dossier import DossierStatus
from ui.desktop.kit.tone import Tone

_S = DossierStatus
TONES: Final[dict[DossierStatus, Tone]] = {
    _S.LODGED: Tone.INFO,
    _S.RECEIVED: Tone.INFO,
    _S.REFUSED: Tone.MUTE,
    _S.PROCESSING: Tone.INFO,
    _S.WAITING_SUPPLEMENT: Tone.WARN,
    _S.WAITING_FINANCIAL_DUTY: Tone.WARN,
    _S.WITHDRAWN: Tone.MUTE,
    _S.STOPPED: Tone.MUTE,
    _S.RESULT_READY: Tone.OK,
    _S.RETURNED: Tone.MUTE,
}

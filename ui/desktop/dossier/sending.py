"""What the province has of a dossier, in words. Free of Qt."""

from datetime import datetime
from typing import Final

from station.ports.outbox import Delivery
from station.words import Language, Words, figures, moment
from ui.desks.sync import DossierSending
from ui.desktop.dossier.view_model import Fact
from ui.desktop.kit.tone import Tone

_W: Final[dict[str, Words]] = {
    "acts": {"vi": "Việc", "en": "Acts"},
    "files": {"vi": "Tệp quét", "en": "Scans"},
    "contact": {"vi": "Liên lạc cuối", "en": "Last contact"},
    "all": {"vi": "có đủ {count}, {time}", "en": "all {count}, {time}"},
    "waiting": {"vi": "{count} chưa gửi", "en": "{count} not sent"},
    "refused": {"vi": "{count} bị trả lại", "en": "{count} sent back"},
    "files_all": {"vi": "có đủ {count}", "en": "all {count}"},
    "files_some": {"vi": "có {sent}/{count}", "en": "{sent} of {count}"},
    "files_wait": {"vi": "{count} tệp chưa gửi", "en": "{count} scans not sent"},
    "never": {"vi": "chưa lần nào", "en": "never"},
    "nobody": {"vi": "chưa nối máy chủ", "en": "no server yet"},
}


def server_facts(
    sending: DossierSending | None, now: datetime, language: Language
) -> tuple[Fact, ...]:
    """Say what the province has confirmed, and as of when that is known."""

    def fact(caption: str, value: str, tone: Tone | None = None) -> Fact:
        return Fact(caption=_W[caption][language], value=value, tone=tone)

    if sending is None:
        nobody = _W["nobody"][language]
        return fact("acts", nobody), fact("files", "–"), fact("contact", "–")
    contact = sending.contact_at
    since = moment(contact, now) if contact else _W["never"][language]
    return (
        fact("acts", *_acts(sending, now, language)),
        fact("files", *_files(sending, language)),
        fact("contact", since),
    )


def unsent_fact(sending: DossierSending | None, language: Language) -> Fact | None:
    """Say in two words what of it the province has not got; None: it has it all."""
    if sending is None:
        return None
    delivery = sending.delivery
    counts = (
        ("refused", delivery.count(Delivery.REFUSED), Tone.ERR),
        ("waiting", delivery.count(Delivery.WAITING), Tone.WARN),
        ("files_wait", delivery.files.waiting, Tone.WARN),
    )
    for key, count, tone in counts:
        if count:
            words = _W[key][language].format(count=figures(count))
            return Fact(caption=_W["acts"][language], value=words, tone=tone)
    return None


def _acts(sending: DossierSending, now: datetime, language: Language) -> tuple[str, Tone | None]:
    delivery = sending.delivery
    for key, state, tone in (
        ("refused", Delivery.REFUSED, Tone.ERR),
        ("waiting", Delivery.WAITING, Tone.WARN),
    ):
        if count := delivery.count(state):
            return _W[key][language].format(count=figures(count)), tone
    if delivery.sent_at is None:
        return "–", None
    time = moment(delivery.sent_at, now)
    sent = figures(delivery.count(Delivery.SENT))
    return _W["all"][language].format(count=sent, time=time), Tone.OK


def _files(sending: DossierSending, language: Language) -> tuple[str, Tone | None]:
    files = sending.delivery.files
    count = files.waiting + files.sent
    if not count:
        return "–", None
    if not files.waiting:
        return _W["files_all"][language].format(count=figures(count)), Tone.OK
    words = _W["files_some"][language]
    return words.format(sent=figures(files.sent), count=figures(count)), Tone.WARN

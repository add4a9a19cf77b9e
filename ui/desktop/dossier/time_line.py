"""The time line of a dossier; at the right end of a row whether the province has it."""

from collections.abc import Sequence

from station.ports.outbox import Delivery
from station.words import clock, day_and_month
from ui.desktop.dossier.view_model import Moment
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.time_line import Event, Mark, TimeLine
from ui.desktop.kit.tone import Tone


class DossierTimeLine(TimeLine):
    """What is not sent is amber, and says so; what is sent is a quiet cloud."""

    def show_moments(self, moments: Sequence[Moment]) -> None:
        self.show_events([self._event(moment) for moment in moments])

    def _event(self, moment: Moment) -> Event:
        at = moment.at
        midnight = at is not None and at.hour == at.minute == 0
        return Event(
            day=day_and_month(at.date()) if at else "",
            time=clock(at) if at and not midnight else "",
            title=moment.title,
            detail=moment.detail,
            tone=moment.tone,
            expected=moment.expected,
            mark=self._mark(moment.delivery),
        )

    def _mark(self, delivery: Delivery | None) -> Mark | None:
        match delivery:
            case Delivery.WAITING:
                words = self.tr("chưa gửi")
                return Mark(sign=Icon.CLOUD_OFF, text=words, spoken=words, tone=Tone.WARN)
            case Delivery.REFUSED:
                words = self.tr("bị trả lại")
                return Mark(sign=Icon.CIRCLE_X, text=words, spoken=words, tone=Tone.ERR)
            case Delivery.SENT:
                return Mark(sign=Icon.CLOUD, spoken=self.tr("đã ở máy chủ"))
            case None:
                return None

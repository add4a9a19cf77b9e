"""Above every page while there is no line: what waits, that it is safe, and what is pressing.

It grows with the days, from grey to amber; it is never a box to close. While the line is left to
somebody else it says until when, and takes it back.
"""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station.words import figures, moment
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone

PATIENCE: Final = timedelta(minutes=10)
"""A line that is away for less is told in the status bar alone."""


class LineBar(Banner):
    """Hidden while there is a line, and before it was away for long."""

    centre_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._centre = Button(
            self.tr("Xem đồng bộ"), badge=badge(Act.SYNC_CENTRE), height=FIELD_HEIGHT
        )
        self._resume = Button(
            self.tr("Gửi tiếp"), sign=Icon.PLAY, badge=badge(Act.PAUSE_LINE), height=FIELD_HEIGHT
        )
        super().__init__((self._centre, self._resume), parent, flush=True)
        self._centre.clicked.connect(self.centre_wanted)
        self._resume.clicked.connect(self.resume_wanted)
        self._resume.hide()
        self._told = ("", Tone.MUTE)
        self._status: StationStatus | None = None
        self._compact = False
        self.hide()

    def show_state(self, status: StationStatus) -> None:
        """Say how long there has been no line, and what that means today."""
        self._status, since = status, status.offline_since
        until = None if status.link is Link.NOT_ENROLLED else status.paused_until
        self._resume.setVisible(until is not None)
        self._centre.setVisible(until is None)
        if until is not None:
            self._tell(self._paused(status, until), Tone.WARN)
            return
        if status.link is not Link.OFFLINE or since is None or status.now - since < PATIENCE:
            self.hide()
            return
        day = (status.now.date() - since.date()).days + 1
        parts = (self._away(status, since, day), self._clocks(status), self._numbers(status))
        said = " · ".join(filter(None, parts))
        presses = day > 1 or status.clocks_not_begun > 0 or status.few_numbers
        self._tell(said, Tone.WARN if presses else Tone.MUTE)

    def set_compact(self, compact: bool) -> None:
        """Say less where the window is small; the sync centre says the rest."""
        self._compact = compact
        self._centre.show_words(not compact)
        if self._status is not None:
            self.show_state(self._status)

    def _tell(self, said: str, tone: Tone) -> None:
        if (said, tone) != self._told or self.isHidden():
            self._told = (said, tone)
            self.say(said, tone)

    def _paused(self, status: StationStatus, until: datetime) -> str:
        at = moment(until, status.now)
        if self._compact:
            words = self.tr("Tạm dừng gửi đến {until}: {count} chờ gửi")
        elif status.syncing:
            words = self.tr(
                "Đang gửi nốt phần dở, rồi nhường đường truyền đến {until}. Vẫn tiếp nhận như"
                " thường"
            )
        else:
            words = self.tr(
                "{who} tạm dừng gửi đến {until}, máy tự gửi tiếp: {count} việc chờ gửi, an toàn ở"
                " máy này. Vẫn tiếp nhận như thường"
            )
        who = status.pause.by if status.pause is not None else ""
        return words.format(who=who, until=at, count=figures(status.waiting))

    def _away(self, status: StationStatus, since: datetime, day: int) -> str:
        if self._compact:
            words = self.tr("Mất mạng ngày thứ {day}: {count} chờ gửi")
        elif day == 1:
            words = self.tr(
                "Mất mạng từ {since}: {count} việc chờ gửi, an toàn ở máy này. Vẫn tiếp nhận, in"
                " giấy hẹn như thường"
            )
        else:
            words = self.tr(
                "Mất mạng ngày thứ {day} (từ {since}): {count} việc chờ gửi, an toàn ở máy này. Nối"
                " tạm 4G từ điện thoại rồi bấm F5"
            )
        at = moment(since, status.now)
        return words.format(day=day, since=at, count=figures(status.waiting))

    def _clocks(self, status: StationStatus) -> str:
        if not status.clocks_not_begun:
            return ""
        words = self.tr("{count} hồ sơ phi địa giới chưa chạy hạn, có mạng gửi trước")
        return words.format(count=status.clocks_not_begun)

    def _numbers(self, status: StationStatus) -> str:
        if not status.few_numbers:
            return ""
        words = self.tr("còn {left}/{all} số hôm nay: gọi tỉnh xin thêm")
        return words.format(left=status.numbers_left, all=status.numbers or "–")

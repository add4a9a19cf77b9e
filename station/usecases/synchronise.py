"""One round with the province: clock, events in order, news, files by their hash.

Small things go first. What the province refuses holds back its own dossier only; a fault of the
line ends the round, and what was done by then stays done, because every call may be repeated.
"""

from collections.abc import Callable
from dataclasses import dataclass

from station.errors import StationError
from station.ports.clock import Clock
from station.ports.outbox import Outbox
from station.ports.province import FileRefusedError, Outcome, Province, ProvinceFaultError

LARGEST_BATCH = 200
_FILES_AT_A_TIME = 50
GoOn = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round did."""

    events_sent: int
    events_refused: int
    news: int
    files_sent: int
    files_failed: int
    finished: bool
    """False when it was asked to stop in between."""


def synchronise(
    *, outbox: Outbox, province: Province, clock: Clock, go_on: GoOn = lambda: True
) -> Round:
    """Exchange everything that waits.

    Args:
        go_on: asked between items; False pauses the round cleanly.

    Raises:
        StationError: what ended the round early (see ``Province``).
    """
    province.health()
    server = province.server_time()
    now = clock.now()
    outbox.note_contact(at=now, clock_offset_s=(server - now).total_seconds())
    sent, refused, through = _send_events(outbox, province, clock, go_on)
    news = _take_news(outbox, province, go_on) if through else 0
    files, failed, done = _send_files(outbox, province, clock, go_on) if through else (0, 0, False)
    return Round(
        events_sent=sent,
        events_refused=refused,
        news=news,
        files_sent=files,
        files_failed=failed,
        finished=through and done,
    )


def _send_events(
    outbox: Outbox, province: Province, clock: Clock, go_on: GoOn
) -> tuple[int, int, bool]:
    """Send in the journal's order; a batch that the server chokes on is halved."""
    size = LARGEST_BATCH
    passed = sent = refused = 0
    fault: StationError | None = None
    while batch := outbox.waiting_events(size, after=passed):
        if not go_on():
            return sent, refused, False
        try:
            verdicts = province.send(batch)
        except ProvinceFaultError as error:
            if len(batch) > 1:
                size = max(1, len(batch) // 2)
                continue
            fault = fault or error
            passed = batch[0].sequence  # one entry that the server chokes on stops no other
            continue
        outbox.record_verdicts(verdicts, at=clock.now())
        refused += sum(verdict.outcome is Outcome.REFUSED for verdict in verdicts)
        sent += sum(verdict.outcome is not Outcome.REFUSED for verdict in verdicts)
        size = min(LARGEST_BATCH, size * 2)
    if fault is not None and sent + refused == 0:
        raise fault
    return sent, refused, True


def _take_news(outbox: Outbox, province: Province, go_on: GoOn) -> int:
    new = 0
    while go_on():
        page = province.news(outbox.news_cursor())
        new += outbox.take_news(page.events, cursor=page.cursor)
        if not page.more:
            break
    return new


def _send_files(
    outbox: Outbox, province: Province, clock: Clock, go_on: GoOn
) -> tuple[int, int, bool]:
    sent = failed = 0
    tried: set[str] = set()
    while batch := [
        f for f in outbox.waiting_files(_FILES_AT_A_TIME + len(tried)) if f.sha256 not in tried
    ]:
        for file in batch:
            if not go_on():
                return sent, failed, False
            tried.add(file.sha256)
            try:
                content = outbox.read_file(file.sha256)
                if not province.upload(file.sha256, content, go_on=go_on):
                    return sent, failed, False
            except StationError as error:
                if not isinstance(error, FileRefusedError) and error.retryable:
                    raise
                outbox.file_failed(file.sha256, error=error.code, at=clock.now())
                failed += 1
                continue
            outbox.file_sent(file.sha256, at=clock.now())
            sent += 1
    return sent, failed, True

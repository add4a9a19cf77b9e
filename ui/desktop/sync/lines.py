"""Turns the state of the line into what the page says. Free of Qt."""

from collections.abc import Iterator, Sequence

from station.domain.ids import short_code
from station.ports.outbox import RefusedEvent
from station.words import Language, clock, day_and_month, figures, moment
from ui.desks.sync import LineState, WaitingDossier
from ui.desktop.dossier.correction_spot import spot_of
from ui.desktop.dossier.words import FACTS
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.kit.tone import Tone
from ui.desktop.sync import words as w
from ui.desktop.sync.field_names import field_named
from ui.desktop.sync.view_model import SyncLine, SyncSheet

_MOST_NAMED = 3


def sync_sheet(state: LineState, status: StationStatus, language: Language) -> SyncSheet:
    """Give the page."""
    refused = (_refused(one, language) for one in state.refused)
    waiting = (_waiting(one, language) for one in state.waiting)
    return SyncSheet(
        sentences=tuple(_sentences(state, status, language)),
        facts=tuple(_facts(state, language)),
        lines=(*refused, *waiting),
        can_pause=state.server is not None,
        is_paused=_is_paused(state, status),
    )


def _sentences(
    state: LineState, status: StationStatus, language: Language
) -> Iterator[tuple[str, str, Tone]]:
    events, files = state.status.events, state.status.files
    if state.server is None:
        yield "", w.NOT_ENROLLED[language], Tone.WARN
    elif _is_paused(state, status):
        yield "", _pause(state, status, w.PAUSED[language]), Tone.WARN
    elif status.link is Link.OFFLINE and status.offline_since is not None:
        yield (
            "",
            w.OFFLINE[language].format(time=moment(status.offline_since, status.now)),
            Tone.WARN,
        )
    elif status.syncing:
        yield "", w.SYNCING[language], Tone.INFO
    if _ended_today(state, status):
        yield "", _pause(state, status, w.RESUMED[language]), Tone.INFO
    if events.refused:
        yield figures(events.refused), w.REFUSED[language], Tone.ERR
    if state.clocks_not_begun:
        yield figures(state.clocks_not_begun), w.CLOCKS_NOT_BEGUN[language], Tone.WARN
    if state.twins:
        yield figures(state.twins), w.TWINS[language], Tone.WARN
    if events.waiting:
        yield figures(events.waiting), w.WAITING[language], Tone.WARN
    if files.waiting:
        yield figures(files.waiting), w.FILES[language], Tone.WARN
    if events.sent:
        yield figures(events.sent), w.SENT[language], Tone.OK
    if not (events.refused or events.waiting or files.waiting):
        yield "", w.NOTHING_WAITS[language], Tone.OK


def _is_paused(state: LineState, status: StationStatus) -> bool:
    return state.pause is not None and state.pause.holds(status.now)


def _ended_today(state: LineState, status: StationStatus) -> bool:
    if state.pause is None or state.pause.until.date() != status.now.date():
        return False
    return state.pause.has_ended(status.now)


def _pause(state: LineState, status: StationStatus, words: str) -> str:
    if state.pause is None:
        return ""
    since, until = (moment(at, status.now) for at in (state.pause.at, state.pause.until))
    return words.format(who=state.pause.by, since=since, time=until)


def _facts(state: LineState, language: Language) -> Iterator[tuple[str, str]]:
    contact, offset = state.status.last_contact_at, state.status.clock_offset_s
    last = f"{clock(contact)} {day_and_month(contact.date())}" if contact else w.NEVER[language]
    yield w.LAST_CONTACT[language], last
    if state.server is not None:
        yield w.SERVER[language], state.server.split("://", 1)[-1]
    if offset is not None:
        yield w.CLOCK[language], w.SECONDS[language].format(seconds=f"{offset:+.0f}")
    yield w.NUMBERS[language], figures(state.numbers_left)
    yield w.CATALOGUE[language], _catalogue(state, language)


def _catalogue(state: LineState, language: Language) -> str:
    fetched = state.catalogue
    if fetched is None:
        return w.NO_CATALOGUE[language]
    if fetched.refused is not None or fetched.pack is None:
        return w.CATALOGUE_REFUSED[language]
    return f"{fetched.pack}, {day_and_month(fetched.at.date())}"


def _refused(event: RefusedEvent, language: Language) -> SyncLine:
    problem = event.problem
    said = problem.title if language == "vi" else problem.title_en
    field = field_named(problem.field or "", language)
    return SyncLine(
        code=event.dossier_code or "",
        short_code=_short(event.dossier_code, language),
        what=_named((event.kind,), language),
        since=f"{clock(event.refused_at)} {day_and_month(event.refused_at.date())}",
        state=w.SENT_BACK[language],
        reason=f"{said}: {field}" if field else said,
        tone=Tone.ERR,
        spot=spot_of(problem.field or "") if event.dossier_code else None,
    )


def _waiting(one: WaitingDossier, language: Language) -> SyncLine:
    return SyncLine(
        code=one.dossier_code or "",
        short_code=_short(one.dossier_code, language),
        what=_named(one.kinds, language),
        since=f"{clock(one.since)} {day_and_month(one.since.date())}",
        state=w.WAITS[language],
    )


def _short(code: str | None, language: Language) -> str:
    return short_code(code) if code else w.OF_OFFICE[language]


def _named(kinds: Sequence[str], language: Language) -> str:
    names = dict.fromkeys(_name(kind, language) for kind in kinds)
    shown = list(names)[:_MOST_NAMED]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" +{more}" if more else "")


def _name(kind: str, language: Language) -> str:
    if kind in FACTS:
        return FACTS[kind][0][language]
    return w.FACTS_OF_OFFICE.get(kind, w.OTHER_FACT)[language]

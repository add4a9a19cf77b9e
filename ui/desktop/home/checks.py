"""The lines of the morning check, from what store and devices say. Free of Qt."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from station.domain.disk_room import DiskRoom, room_of
from station.ports.devices import DeviceState
from station.words import Language, clock, day_and_month, figures, moment
from ui.desks.home import StoreCheck
from ui.desktop.devices.lines import BROKEN, device_lines
from ui.desktop.devices.view_model import DeviceLine
from ui.desktop.devices.words import MEANWHILE
from ui.desktop.frame.view_model import FEW_NUMBERS, Link, StationStatus
from ui.desktop.home import words as w
from ui.desktop.home.view_model import CheckLine, CheckSheet
from ui.desktop.kit.tone import Tone

OLD_CATALOGUE_DAYS: Final = 30
"""A catalogue older than this is worth a word; the province publishes monthly at least."""
_GB = 1_000_000_000
_DISK_TONES: Final = {DiskRoom.ENOUGH: Tone.OK, DiskRoom.LITTLE: Tone.WARN}
_ORDER: Final = (Tone.ERR, Tone.WARN)


def check_sheet(
    store: StoreCheck | None,
    devices: Sequence[DeviceState] | None,
    status: StationStatus,
    now: datetime,
    language: Language,
) -> CheckSheet:
    """Give the whole check.

    Args:
        store, devices: None while they have not answered yet.
    """
    lines = [
        *(_of_store(store, status, now, language) if store is not None else ()),
        *_of_devices(devices, language),
    ]
    asking = store is None or devices is None
    bad = [line for line in lines if line.tone in _ORDER]
    if store is not None and store.clock.problem is not None:
        summary, tone = w.BLOCKED[language], Tone.ERR
    elif asking:
        summary, tone = w.LOOKING[language], Tone.MUTE
    elif bad:
        summary, tone = w.TO_SEE[language].format(bad=len(bad)), Tone.WARN
    else:
        summary, tone = w.READY[language].format(count=len(lines)), Tone.OK
    lines.sort(key=lambda line: _ORDER.index(line.tone) if line.tone in _ORDER else len(_ORDER))
    return CheckSheet(lines=tuple(lines), summary=summary, tone=tone, asking=asking)


def _of_store(
    check: StoreCheck, status: StationStatus, now: datetime, language: Language
) -> Iterator[CheckLine]:
    yield _clock(check, now, language)
    yield _line(check, status, now, language)
    yield _numbers(check, language)
    yield _catalogue(check, language)
    yield _outbox(check, language)
    yield _papers(check, language)
    if check.templates is not None:
        yield _templates(language)
    yield _disk(check, language)
    drafts = w.SOME_DRAFTS[language].format(count=check.drafts)
    yield CheckLine(
        name=w.DRAFTS[language],
        state=drafts if check.drafts else w.NO_DRAFTS[language],
        tone=Tone.INFO if check.drafts else Tone.OK,
    )


def _clock(check: StoreCheck, now: datetime, language: Language) -> CheckLine:
    name, wrong, offset = w.CLOCK[language], check.clock.problem, check.sync.clock_offset_s
    if wrong is not None:
        known = f"{clock(wrong.known)} {day_and_month(wrong.known.date())}"
        time = f"{clock(wrong.clock)} {day_and_month(wrong.clock.date())}"
        state = w.CLOCK_WRONG[wrong.witness][language].format(time=time, known=known)
        return CheckLine(name=name, state=state, tone=Tone.ERR, advice=w.CLOCK_ADVICE[language])
    if check.clock.correction.is_large:
        machine = check.clock.machine_at
        state = w.CLOCK_CORRECTED[language].format(
            time=clock(now), machine=f"{clock(machine)} {day_and_month(machine.date())}"
        )
        return CheckLine(name=name, state=state, tone=Tone.ERR, advice=w.CLOCK_SET_IT[language])
    if offset is None:
        return CheckLine(
            name=name, state=w.CLOCK_WELL[language].format(time=clock(now)), tone=Tone.OK
        )
    state = w.CLOCK_SERVER[language].format(time=clock(now), seconds=f"{abs(offset):.0f}")
    return CheckLine(name=name, state=state, tone=Tone.OK)


def _line(check: StoreCheck, status: StationStatus, now: datetime, language: Language) -> CheckLine:
    name = w.LINE[language]
    if not check.enrolled:
        return CheckLine(
            name=name,
            state=w.NOT_ENROLLED[language],
            tone=Tone.INFO,
            advice=w.NOT_ENROLLED_ADVICE[language],
            meanwhile=w.GOES_ON[language],
        )
    if status.paused_until is not None:
        return CheckLine(
            name=name,
            state=w.PAUSED[language].format(time=moment(status.paused_until, now)),
            tone=Tone.WARN,
            advice=w.PAUSED_ADVICE[language],
            meanwhile=w.GOES_ON_PAUSED[language],
        )
    if status.link is Link.OFFLINE and status.offline_since is not None:
        return CheckLine(
            name=name,
            state=w.OFFLINE[language].format(time=moment(status.offline_since, now)),
            tone=Tone.WARN,
            advice=w.OFFLINE_ADVICE[language],
            meanwhile=w.GOES_ON[language],
        )
    contact = check.sync.last_contact_at
    words = (
        w.ONLINE_SINCE[language].format(time=moment(contact, now))
        if contact
        else w.ONLINE[language]
    )
    return CheckLine(name=name, state=words, tone=Tone.OK)


def _numbers(check: StoreCheck, language: Language) -> CheckLine:
    left, every = check.numbers_left, check.numbers
    words = w.NUMBERS_LEFT[language].format(left=figures(left), all=figures(every))
    few = left < every * FEW_NUMBERS
    tone = Tone.ERR if not left else Tone.WARN if few else Tone.OK
    return CheckLine(
        name=w.NUMBERS[language],
        state=words if left else w.NUMBERS_SPENT[language],
        tone=tone,
        advice=w.NUMBERS_ADVICE[language] if tone in BROKEN else "",
    )


def _catalogue(check: StoreCheck, language: Language) -> CheckLine:
    days, name = check.catalogue_days, w.CATALOGUE[language]
    if days is None:
        return CheckLine(
            name=name,
            state=w.CATALOGUE_NONE[language],
            tone=Tone.INFO,
            advice=w.CATALOGUE_ADVICE[language],
            meanwhile=w.CATALOGUE_MEANWHILE[language],
        )
    old = days > OLD_CATALOGUE_DAYS
    words = w.CATALOGUE_AGE[language].format(days=days) if days else w.CATALOGUE_TODAY[language]
    return CheckLine(
        name=name,
        state=words,
        tone=Tone.WARN if old else Tone.OK,
        advice=w.CATALOGUE_ADVICE[language] if old else "",
        meanwhile=w.CATALOGUE_MEANWHILE[language] if old else "",
    )


def _outbox(check: StoreCheck, language: Language) -> CheckLine:
    events, name = check.sync.events, w.OUTBOX[language]
    if events.refused:
        return CheckLine(
            name=name,
            state=w.SENT_BACK[language].format(count=figures(events.refused)),
            tone=Tone.ERR,
            advice=w.SENT_BACK_ADVICE[language],
            meanwhile=w.GOES_ON[language],
        )
    waiting = events.waiting + check.sync.files.waiting
    if waiting:
        return CheckLine(
            name=name,
            state=w.WAITING[language].format(count=figures(waiting)),
            tone=Tone.INFO,
            advice=w.WAITING_ADVICE[language],
        )
    return CheckLine(name=name, state=w.NOTHING_WAITS[language], tone=Tone.OK)


def _papers(check: StoreCheck, language: Language) -> CheckLine:
    waiting = check.papers_waiting
    return CheckLine(
        name=w.PAPERS[language],
        state=w.PAPERS_WAIT[language].format(count=waiting) if waiting else w.NO_PAPERS[language],
        tone=Tone.WARN if waiting else Tone.OK,
        advice=w.PAPERS_ADVICE[language] if waiting else "",
    )


def _templates(language: Language) -> CheckLine:
    """Say that the office's own forms are not in force; nothing is said while they are."""
    return CheckLine(
        name=w.TEMPLATES[language],
        state=w.TEMPLATES_BROKEN[language],
        tone=Tone.WARN,
        advice=w.TEMPLATES_ADVICE[language],
        meanwhile=w.TEMPLATES_MEANWHILE[language],
    )


def _disk(check: StoreCheck, language: Language) -> CheckLine:
    free = check.disk_free
    tone = _DISK_TONES.get(room_of(free), Tone.ERR)
    amount = figures(free // _GB) if free >= 10 * _GB else f"{free / _GB:.1f}".replace(".", ",")
    return CheckLine(
        name=w.DISK[language],
        state=w.DISK_LEFT[language].format(gb=amount),
        tone=tone,
        advice=w.DISK_ADVICE[language] if tone in BROKEN else "",
    )


def _of_devices(devices: Sequence[DeviceState] | None, language: Language) -> Iterator[CheckLine]:
    for role, name in w.DEVICES.items():
        if devices is None:
            yield CheckLine(name=name[language], state=w.ASKING[language], tone=Tone.MUTE)
            continue
        lines = device_lines([one for one in devices if one.role == role], {}, language)
        yield _of_role(role, name[language], lines, language)


def _of_role(role: str, name: str, lines: Sequence[DeviceLine], language: Language) -> CheckLine:
    """Say how the best device of a role is: one that works is enough."""
    meanwhile = MEANWHILE[role][language]
    if not lines:
        advice = w.NO_DEVICE_ADVICE[language]
        return CheckLine(
            name=name,
            state=w.NO_DEVICE[language],
            tone=Tone.INFO,
            advice=advice,
            meanwhile=meanwhile,
        )
    best = next((line for line in lines if line.tone not in BROKEN), lines[0])
    more = len(lines) - 1
    state = f"{best.label}: {best.state}"
    broken = best.tone in BROKEN
    return CheckLine(
        name=name,
        state=w.MORE_DEVICES[language].format(state=state, count=more) if more else state,
        tone=best.tone if broken else Tone.OK,
        advice=" ".join(best.steps) if broken else "",
        meanwhile=meanwhile if broken else "",
    )

"""The sentences that explain a due date: line by line for the officer, in one for the slip."""

from datetime import date, datetime, timedelta

from station.domain.due_change_words import change_text, changed_briefly, waited_sentence
from station.domain.due_steps import (
    ClockNotStarted,
    Counted,
    Doubt,
    Due,
    Idle,
    Moved,
    NotCounted,
    OutsideTable,
    Received,
    ReceptionMoved,
    RolledOff,
    Step,
    Supplemented,
    Transferred,
    Waited,
    WholeDays,
    WholeMonths,
    WithinDay,
    Worked,
)
from station.domain.durations import duration_text, hours_text, unit_text
from station.domain.procedure import ProcessingTime, TimeUnit
from station.words import (
    WEEKDAYS,
    Language,
    capitalised,
    clock,
    day_and_month,
    listed,
    numeric_date,
    weekday_date,
)

_PlainStep = (
    Received
    | ReceptionMoved
    | NotCounted
    | Counted
    | WholeDays
    | Worked
    | WholeMonths
    | RolledOff
    | WithinDay
    | Due
)


def step_text(step: Step, language: Language) -> str:
    """Give one line of the explanation."""
    if isinstance(step, Supplemented | Waited | Transferred):
        return change_text(step, language)
    return _vietnamese(step) if language == "vi" else _english(step)


def _vietnamese(step: _PlainStep) -> str:
    match step:
        case Received(at):
            return f"Nhận {clock(at)} {weekday_date(at)}"
        case ReceptionMoved(why, limit, to):
            cause = {
                Moved.AFTER_CUTOFF: "Nhận sau giờ chốt",
                Moved.AFTER_CLOSING: "Nhận sau giờ làm việc",
                Moved.CLOSED_DAY: "Nhận vào ngày nghỉ",
            }[why]
            passed = f" {clock(limit)}" if limit else ""
            return f"{cause}{passed}: tính như nhận {clock(to)} {weekday_date(to)}"
        case NotCounted(first, last, why, name):
            cause = "ngày nhận hồ sơ" if why is Idle.EVENT_DAY else name or "nghỉ hằng tuần"
            return f"Không tính {_span(first, last)}: {cause}"
        case Counted(first, last, one, many, unit, in_place_of):
            made_up = _made_up_for(in_place_of)
            units = capitalised(unit_text(unit, "vi"))
            return f"{units} {_ordinal(one, many)}: {_span(first, last)}{made_up}"
        case WholeDays(hours, days):
            return f"{hours} giờ làm việc tính là {days} ngày làm việc"
        case Worked(begins, ends, in_place_of):
            made_up = _made_up_for(in_place_of)
            stretch = f"{clock(begins)}–{clock(ends)}"
            return f"Tính {hours_text(ends - begins)}: {stretch} {weekday_date(begins)}{made_up}"
        case WholeMonths(first, last, months) as period:
            short = f"; tháng đó không có ngày {period.wanted_day}" if period.is_shortened else ""
            return f"{months} tháng: {_span(first, last)}{short}"
        case RolledOff(last, to):
            return (
                f"Ngày cuối {weekday_date(last)} là ngày nghỉ: "
                f"thời hạn kết thúc vào ngày làm việc tiếp theo, {weekday_date(to)}"
            )
        case WithinDay(day):
            return f"Giải quyết trong ngày làm việc {weekday_date(day)}"
        case Due(at):
            return f"Hẹn trả sau {clock(at)} {weekday_date(at)}"


def _english(step: _PlainStep) -> str:
    match step:
        case Received(at):
            return f"Received at {clock(at)} on {weekday_date(at, 'en')}"
        case ReceptionMoved(why, limit, to):
            cause = {
                Moved.AFTER_CUTOFF: "Received after the cut-off",
                Moved.AFTER_CLOSING: "Received after closing",
                Moved.CLOSED_DAY: "Received on a day off",
            }[why]
            passed = f" of {clock(limit)}" if limit else ""
            return f"{cause}{passed}: counts as received at {clock(to)} on {weekday_date(to, 'en')}"
        case NotCounted(first, last, why, _, name_en):
            cause = "the day of reception" if why is Idle.EVENT_DAY else name_en or "weekly rest"
            return f"Not counted, {_span(first, last, 'en')}: {cause}"
        case Counted(first, last, one, many, unit, in_place_of):
            made_up = _worked_instead(in_place_of)
            numbers = str(one) if one == many else f"{one} to {many}"
            units = capitalised(unit_text(unit, "en"))
            return f"{units} {numbers}: {_span(first, last, 'en')}{made_up}"
        case WholeDays(hours, days):
            time = ProcessingTime(days, TimeUnit.WORKING_DAY)
            return f"{hours} working hours are counted as {duration_text(time, 'en')}"
        case Worked(begins, ends, in_place_of):
            stretch = f"{clock(begins)}–{clock(ends)} on {weekday_date(begins, 'en')}"
            made_up = _worked_instead(in_place_of)
            return f"Counted {hours_text(ends - begins, 'en')}: {stretch}{made_up}"
        case WholeMonths(first, last, months) as period:
            span = _span(first, last, "en")
            counted = duration_text(ProcessingTime(months, TimeUnit.MONTH), "en")
            missing = f"; that month has no day {period.wanted_day}" if period.is_shortened else ""
            return f"{counted.capitalize()}: {span}{missing}"
        case RolledOff(last, to):
            return (
                f"The last day, {weekday_date(last, 'en')}, is a day off: "
                f"the period ends on the next working day, {weekday_date(to, 'en')}"
            )
        case WithinDay(day):
            return f"Settled within the working day {weekday_date(day, 'en')}"
        case Due(at):
            return f"Result due after {clock(at)} on {weekday_date(at, 'en')}"


def reason_sentence(
    processing_time: ProcessingTime, steps: tuple[Step, ...], language: Language
) -> str:
    """Give one sentence for the slip: ``10 ngày làm việc từ 25/11/2026, không tính …``."""
    vietnamese = language == "vi"
    if waited := waited_sentence(steps, language):
        return waited
    begins = _beginning(processing_time.unit, steps)
    if processing_time.unit is TimeUnit.SAME_DAY:
        phrase = f"Trong ngày làm việc {begins}" if vietnamese else f"Within {begins}"
    else:
        joint = "từ" if vietnamese else "from"
        phrase = f"{duration_text(processing_time, language)} {joint} {begins}"
    if moved := next((step for step in steps if isinstance(step, ReceptionMoved)), None):
        phrase += f" ({_moved_briefly(moved, processing_time.unit, vietnamese)})"
    if left_out := _left_out(steps, vietnamese):
        phrase += f", {'không tính' if vietnamese else 'not counting'} {left_out}"
    if rolled := next((step for step in steps if isinstance(step, RolledOff)), None):
        phrase += (
            f"; ngày cuối {day_and_month(rolled.last)} là ngày nghỉ nên lùi sang ngày làm việc sau"
            if vietnamese
            else f"; it ends on a day off, {day_and_month(rolled.last)}, so the next working day"
        )
    if made_up := [step.first for step in steps if isinstance(step, Counted) and step.in_place_of]:
        days = listed([day_and_month(day) for day in made_up], "và" if vietnamese else "and")
        phrase += f"; tính cả ngày làm bù {days}" if vietnamese else f"; counting {days}, made up"
    return f"{phrase}{changed_briefly(steps, language)}."


def doubt_text(doubt: Doubt, language: Language) -> str:
    """Give what the officer must check before promising the day."""
    if isinstance(doubt, ClockNotStarted):
        if language == "vi":
            return (
                "Ngày hẹn là tạm tính: thời hạn tính từ khi cơ quan giải quyết nhận hồ sơ "
                "(NĐ 309/2026/NĐ-CP Điều 17 khoản 3). Nói rõ với người nộp."
            )
        return (
            "The date is provisional: the time runs from the handling agency's receipt "
            "(Decree 309/2026 Art. 17(3)). Tell the applicant so."
        )
    if isinstance(doubt, OutsideTable):
        first, last = numeric_date(doubt.first), numeric_date(doubt.last)
        if language == "vi":
            return (
                f"Lịch nghỉ chưa cập nhật: bảng ngày nghỉ chỉ có từ {first} đến {last}; ngoài "
                "khoảng đó mới trừ thứ Bảy, Chủ nhật. Kiểm tra ngày hẹn trước khi in."
            )
        return (
            f"The holiday table is out of date: it covers {first} to {last} only; outside of it "
            "just Saturdays and Sundays are left out. Check the date before printing."
        )
    if language == "vi":
        return (
            f"Lịch nghỉ năm {doubt.year} chưa có thông báo chính thức. "
            "Kiểm tra ngày hẹn trước khi in."
        )
    return (
        f"The holidays of {doubt.year} are not officially announced yet. "
        "Check the date before printing."
    )


def _ordinal(first: int, last: int) -> str:
    if first == last:
        return f"thứ {first}"
    return f"thứ {first} {'và' if last - first == 1 else 'đến'} thứ {last}"


def _made_up_for(replaced: date | None) -> str:
    return f" (làm bù cho {weekday_date(replaced)})" if replaced else ""


def _worked_instead(replaced: date | None) -> str:
    return f" (worked instead of {weekday_date(replaced, 'en')})" if replaced else ""


def _span(first: date, last: date, language: Language = "vi") -> str:
    begin, end = weekday_date(first, language), weekday_date(last, language)
    if first == last:
        return begin
    if (last - first).days == 1:
        return f"{begin} {'và' if language == 'vi' else 'and'} {end}"
    return f"từ {begin} đến {end}" if language == "vi" else f"{begin} to {end}"


def _beginning(unit: TimeUnit, steps: tuple[Step, ...]) -> str:
    """Give the first day that counts, or the moment from which hours run."""
    for step in steps if unit is not TimeUnit.WORKING_HOUR else ():
        match step:
            case Counted(first) | WholeMonths(first):
                return numeric_date(first)
            case WithinDay(day):
                return numeric_date(day)
    start = next(at for step in reversed(steps) if (at := _start(step)) is not None)
    return f"{clock(start)} {numeric_date(start)}"


def _start(step: Step) -> datetime | None:
    """Give the moment from which a period runs that begins with this step."""
    match step:
        case Received(at) | Transferred(at):
            return at
        case ReceptionMoved(to=at):
            return at
    return None


def _moved_briefly(moved: ReceptionMoved, unit: TimeUnit, vietnamese: bool) -> str:
    if moved.limit is None:
        cause = "nhận ngày nghỉ" if vietnamese else "received on a day off"
    elif vietnamese:
        cause = f"nhận sau {clock(moved.limit)}"
    else:
        cause = f"received after {clock(moved.limit)}"
    if unit in (TimeUnit.SAME_DAY, TimeUnit.WORKING_HOUR):
        return cause  # the day that counts has just been named
    day = numeric_date(moved.to)
    return f"{cause}, tính như nhận {day}" if vietnamese else f"{cause}, counts as {day}"


def _left_out(steps: tuple[Step, ...], vietnamese: bool) -> str:
    """Name the days left out between: the weekly rest in general, the holidays by their dates."""
    if any(isinstance(step, RolledOff) for step in steps):
        return ""  # calendar days count them; the end is explained on its own
    idle = [step for step in steps if isinstance(step, NotCounted)]
    rest = {
        (step.first + timedelta(days=ahead)).weekday()
        for step in idle
        if step.why is Idle.WEEKEND
        for ahead in range((step.last - step.first).days + 1)
    }
    names = WEEKDAYS["vi" if vietnamese else "en"]
    parts = [names[day] if vietnamese else f"{names[day]}s" for day in sorted(rest)]
    spans: list[tuple[date, date]] = []
    free = [step for step in idle if step.why in (Idle.HOLIDAY, Idle.SWAP)]
    for step in free:
        if spans and (step.first - spans[-1][1]).days == 1:
            spans[-1] = (spans[-1][0], step.last)
        else:
            spans.append((step.first, step.last))
    days = [
        day_and_month(first) if first == last else f"{day_and_month(first)}–{day_and_month(last)}"
        for first, last in spans
    ]
    if not days:
        return listed(parts, "và" if vietnamese else "and")
    several = len(days) > 1 or spans[0][0] != spans[0][1]
    if vietnamese:
        word = "ngày lễ" if free[0].why is Idle.HOLIDAY else "ngày nghỉ"
        word = "các ngày nghỉ" if several else word
    else:
        word = "the days off" if several else "the day off"
    joint = "và" if vietnamese else "and"
    return f"{', '.join(parts)}{f' {joint} ' if parts else ''}{word} {', '.join(days)}"

"""Makes what the scan desk shows of a draft and its pages. Free of Qt."""

from collections.abc import Sequence
from uuid import UUID

from station.domain.scan_pages import BASKET, TRAY, PageForm, PlaceKind, ScannedPage, in_row
from station.words import Language
from ui.desks.scan import Defect, DeskPage
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan import words as w
from ui.desktop.scan.view_model import Box, PageCell, RowLine, ScanSheet

_DIGITS = 9
_MM_PER_PIXEL = 25.4 / 200


def grid_of(draft: DraftEntry, *, basket_open: bool) -> tuple[ScannedPage, ...]:
    """Give the pages of the grid in their order."""
    session = draft.scan.session
    return session.at(BASKET) if basket_open else session.seen


def defects_of(draft: DraftEntry, page: ScannedPage) -> tuple[Defect, ...]:
    """Give what is wrong with a page that the officer has not accepted yet."""
    shown = draft.scan.pages.get(page.page_id)
    if shown is None or shown.findings is None or page.state.accepted:
        return ()
    found = [one for one in shown.findings.defects if one.kind not in w.REMARKS]
    if page.page_id in draft.scan.session.lacks_side:
        wide = shown.findings.width * _MM_PER_PIXEL
        high = shown.findings.height * _MM_PER_PIXEL
        found.append(Defect(kind=w.MISSING_SIDE, x=0, y=0, width=wide, height=high))
    return tuple(found)


def remarks_of(draft: DraftEntry, page: ScannedPage) -> tuple[Defect, ...]:
    """Give what is said of a page that nobody has to act on."""
    shown = draft.scan.pages.get(page.page_id)
    if shown is None or shown.findings is None or page.state.accepted:
        return ()
    return tuple(one for one in shown.findings.defects if one.kind in w.REMARKS)


def sheet_of(
    draft: DraftEntry,
    language: Language,
    *,
    basket_open: bool,
    running: bool,
    stopped: bool,
    has_source: bool,
    row: str | None,
) -> ScanSheet:
    """Make the whole page.

    Args:
        row: the row of the checklist that the cursor of its table is on.
    """
    entry = draft.scan
    pages = grid_of(draft, basket_open=basket_open)
    at = next((n for n, page in enumerate(pages) if page.page_id == entry.current), -1)
    unassigned = len(entry.session.at(TRAY))
    bad = [n for n, page in enumerate(entry.session.seen, start=1) if defects_of(draft, page)]
    fact, consequence, tone = _state(
        draft, language, running=running, has_source=has_source, unassigned=unassigned, bad=bad
    )
    who = draft.applicant.name or w.NOBODY[language]
    procedure = draft.procedure.name if draft.procedure else w.NO_PROCEDURE[language]
    said = w.SUPPLEMENT if entry.supplement_of else w.SUBJECT
    current = pages[at] if at >= 0 else None
    title = (
        w.say(w.OF_ALL, language, number=at + 1, all=len(pages)) if current else w.NO_PAGE[language]
    )
    return ScanSheet(
        draft=str(draft.draft_id),
        subject=w.say(said, language, who=who, procedure=procedure, code=entry.supplement_of),
        rows=_rows(draft, row),
        pages=tuple(_cell(draft, page, n, language) for n, page in enumerate(pages, start=1)),
        current=at,
        title=title,
        defects=", ".join(_defect_words(defects_of(draft, current), language)) if current else "",
        remarks=", ".join(_defect_words(remarks_of(draft, current), language)) if current else "",
        says_purpose=_says_purpose(current),
        basket_open=basket_open,
        unassigned=unassigned,
        basket=len(entry.session.at(BASKET)),
        size=w.say(w.LIMIT, language, size=w.size_words(entry.size)),
        fact=fact,
        consequence=consequence,
        tone=tone,
        may_return=bool(entry.session.seen) and not (unassigned or bad or running or stopped),
        running=running,
        stopped=stopped,
        next_tile=running and not basket_open,
    )


def marks_of(draft: DraftEntry, page: ScannedPage) -> tuple[Box, ...]:
    """Give where something is wrong, on the page as it is seen.

    The pipeline measures on the page as it came; it brought it upright by quarter turns, and the
    officer may have turned it on. What it straightened moves by less than the frame is wide.
    """
    shown = draft.scan.pages.get(page.page_id)
    if shown is None or shown.findings is None or page.state.back is not None:
        return ()
    found, turns = shown.findings, shown.findings.rotated // 90
    if page.state.form is PageForm.AS_SCANNED:
        turns = 0
    sideways = turns % 2 == 1
    width, height = (found.height, found.width) if sideways else (found.width, found.height)
    if not width or not height:
        return ()
    boxes = []
    for defect in defects_of(draft, page):
        box = (
            defect.x / _MM_PER_PIXEL / width,
            defect.y / _MM_PER_PIXEL / height,
            defect.width / _MM_PER_PIXEL / width,
            defect.height / _MM_PER_PIXEL / height,
        )
        for _ in range((turns + page.state.turns) % 4):
            left, top, wide, high = box
            box = (1 - top - high, left, high, wide)
        boxes.append(_inside(box))
    return tuple(boxes)


def banner_of(draft: DraftEntry, language: Language, *, basket_open: bool) -> str:
    """Say what is wrong with the current page, and what is safe; empty where nothing is."""
    pages = enumerate(grid_of(draft, basket_open=basket_open), start=1)
    number, page = next(((n, p) for n, p in pages if p.page_id == draft.scan.current), (0, None))
    defects = _defect_words(defects_of(draft, page), language) if page is not None else ()
    if not defects:
        return ""
    others = len(draft.scan.session.pages) - 1
    return w.say(
        w.BAD_PAGE, language, number=number, defects=", ".join(defects).lower(), others=others
    )


def digit_row(draft: DraftEntry, digit: int) -> str | None:
    """Give the key of the row that a digit means; None where there is none."""
    rows = draft.papers.rows
    return rows[digit - 1].key if 1 <= digit <= min(_DIGITS, len(rows)) else None


def next_unassigned(draft: DraftEntry, behind: UUID) -> UUID | None:
    """Give the next page that lies in no row, behind a page or from the beginning."""
    session = draft.scan.session
    order = session.page(behind).state.order
    tray = session.at(TRAY)
    later = [page for page in tray if page.state.order > order] or list(tray)
    return later[0].page_id if later else None


def _says_purpose(page: ScannedPage | None) -> bool | None:
    return page.state.says_purpose if page is not None and page.state.back else None


def _inside(box: Box) -> Box:
    left, top = max(0.0, min(1.0, box[0])), max(0.0, min(1.0, box[1]))
    return left, top, min(box[2], 1.0 - left), min(box[3], 1.0 - top)


def _defect_words(defects: Sequence[Defect], language: Language) -> list[str]:
    return list(dict.fromkeys(w.DEFECTS[one.kind][language] for one in defects))


def _rows(draft: DraftEntry, current: str | None) -> tuple[RowLine, ...]:
    session = draft.scan.session
    return tuple(
        RowLine(
            key=row.key,
            digit=str(number) if number <= _DIGITS else "",
            name=row.name,
            mandatory=row.mandatory,
            pages=sum(2 if page.state.back else 1 for page in session.at(in_row(row.key))),
            documents=len(session.documents(row.key)),
            current=row.key == current,
        )
        for number, row in enumerate(draft.papers, start=1)
    )


def _cell(draft: DraftEntry, page: ScannedPage, number: int, language: Language) -> PageCell:
    entry = draft.scan
    small, shown = entry.small.get(page.page_id), entry.pages.get(page.page_id)
    place = _place(draft, page, shown, language)
    defects = _defect_words(defects_of(draft, page), language)
    failed = page.page_id in entry.failed
    bad = w.FAILED[language] if failed else ", ".join(defects)
    said = place or w.UNASSIGNED[language]
    remarks = ", ".join(_defect_words(remarks_of(draft, page), language))
    two_sides = page.state.back is not None
    sides = w.TWO_SIDES[language] if two_sides else ""
    purpose = w.SAYS_PURPOSE[language] if _says_purpose(page) else ""
    parts = (w.say(w.PAGE, language, number=number), said, sides, purpose, bad, remarks)
    spoken = ", ".join(filter(None, parts))
    return PageCell(
        number=number,
        place=place,
        picture=small[1] if small else None,
        defect=bad,
        spoken=spoken,
        starts=page.state.starts,
        waiting=entry.shown(page) is None and not failed,
        two_sides=two_sides,
    )


def _place(draft: DraftEntry, page: ScannedPage, shown: DeskPage | None, language: Language) -> str:
    place = page.state.place
    if place.kind is PlaceKind.ROW:
        keys = [row.key for row in draft.papers]
        number = keys.index(place.row) + 1 if place.row in keys else 0
        return f"→ {number}"
    if place == BASKET and shown is not None and shown.findings and shown.findings.blank:
        return w.BLANK[language]
    return ""


def _state(
    draft: DraftEntry,
    language: Language,
    *,
    running: bool,
    has_source: bool,
    unassigned: int,
    bad: list[int],
) -> tuple[str, str, Tone]:
    if running:
        return w.SCANNING[language], w.MAY_WORK[language], Tone.INFO
    count = len(draft.scan.session.seen)
    if not count:
        if has_source:
            return w.EMPTY[language], w.PRESS_SCAN[language], Tone.MUTE
        return w.NO_SCANNER[language], w.USE_FILES[language], Tone.WARN
    todo = []
    if bad:
        todo.append(w.say(w.SOME_BAD, language, numbers=", ".join(map(str, bad))))
    if unassigned:
        todo.append(w.say(w.SOME_UNASSIGNED, language, count=unassigned))
    if todo:
        return w.STILL[language], ", ".join(todo), Tone.WARN
    return w.say(w.ALL_FILED, language, count=count), w.GO_BACK[language], Tone.OK

"""What one key does to a page and, pressed again, takes back. Free of Qt."""

from uuid import UUID

from station.domain.scan_pages import PageActError, PageForm
from station.domain.scan_session import ScanSession


def split_or_merge(session: ScanSession, page: UUID) -> ScanSession:
    """Begin another document at a page, or join it to the one before again."""
    starts = session.page(page).state.starts
    return session.merge(page) if starts else session.split(page)


def join_or_separate(session: ScanSession, page: UUID) -> ScanSession:
    """Put the page behind a page onto its sheet, or take it off again."""
    if session.page(page).state.back is not None:
        return session.separate(page)
    ids = [one.page_id for one in session.seen]
    at = ids.index(page) if page in ids else len(ids)
    if at + 1 >= len(ids):
        raise PageActError("join")
    return session.join(page, ids[at + 1])


def say_purpose_or_not(session: ScanSession, page: UUID) -> ScanSession:
    """Have the copy of two sides say what it is for, or not."""
    return session.say_purpose(page, not session.page(page).state.says_purpose)


def other_form(session: ScanSession, page: UUID) -> ScanSession:
    """Show a page as it came, or as it was cleaned."""
    clean = session.page(page).state.form is PageForm.CLEAN
    return session.show_as(page, PageForm.AS_SCANNED if clean else PageForm.CLEAN)


def moved(session: ScanSession, page: UUID, step: int) -> ScanSession:
    """Move a page forwards or backwards among the others; it stays with its paper."""
    ids = [one.page_id for one in session.seen]
    if page not in ids:
        raise PageActError("move")
    at = ids.index(page)
    if not 0 <= at + step < len(ids):
        return session
    behind = ids[at + step + (1 if step > 0 else 0) :]
    return session.move(page, behind[0] if behind else None, stays=True)

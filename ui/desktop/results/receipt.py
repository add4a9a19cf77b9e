"""The paper that whoever collects signs, for the preview. Free of Qt."""

from station.domain.dossier import Dossier
from station.forms.appointment_slip import earlier_prints
from station.forms.letter_layouts import PaperKind, form_called
from station.words import Language
from ui.desktop.preview.sources import Drawn, FixedSource, printer_of
from ui.desktop.results import words as w
from ui.desktop.results.acting import ResultsDesk


def has_receipt(dossier: Dossier) -> bool:
    """Tell whether a paper says what was given: an answer at once that nobody named has none."""
    return dossier.returned is not None and bool(
        dossier.results or dossier.status.is_without_result
    )


def receipt_source(desk: ResultsDesk, dossier: Dossier, language: Language) -> FixedSource:
    """Give the receipt of a dossier that was given, or the confirmation without a slip."""
    form, title = _kind(dossier).value, w.RECEIPT
    if dossier.status.is_without_result:
        title = w.PAPERS_RECEIPT
    sheet = form_called(form, dossier.form_set).layout.sheet.value

    def draw() -> Drawn:
        now = desk.dossier(dossier.code)
        return Drawn(desk.letters.pdf(now, form), earlier_prints(now, sheet, form=form))

    def put(reason: str) -> str:
        papers = desk.print_again(dossier.code, form=form, paper=sheet, reason=reason)
        return printer_of(papers, form)

    return FixedSource(title=title[language], code=dossier.code, draws=draw, puts=put)


def _kind(dossier: Dossier) -> PaperKind:
    if dossier.status.is_without_result:
        return PaperKind.PAPERS_BACK
    lost = dossier.returned is not None and dossier.returned.slip_lost
    return PaperKind.LOST_SLIP if lost else PaperKind.RESULT_RECEIPT

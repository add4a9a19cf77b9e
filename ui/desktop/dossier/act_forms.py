"""What each lawful act asks of the officer before it is done. Free of Qt."""

from collections.abc import Sequence

from station.catalogue.parts import Reason, ReasonFor
from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.usecases.request_supplement import lacking_words
from station.words import Language, capitalised, figures, listed
from ui.desktop.dossier.view_model import ActField, ActForm, PaperRow
from ui.desktop.dossier.words import ALONE, BACK, CONFIRM, PAID, SECOND_REQUEST
from ui.dossier_words import act_on

_F = ActField


def form_of(
    act: DossierAct, dossier: Dossier, language: Language, reasons: Sequence[Reason] = ()
) -> ActForm:
    """Give the form of an act on this dossier, with what the file knows already.

    Args:
        reasons: those of the catalogue in force, of all acts.
    """
    fields: tuple[ActField, ...] = ()
    rows: tuple[PaperRow, ...] = ()
    known: tuple[tuple[ActField, str], ...] = ()
    warning = ""
    title = capitalised(act_on(dossier.status, act, language))
    person = dossier.owning_party.person

    def offered(use: str) -> tuple[str, ...]:
        return tuple(reason.text for reason in reasons if reason.act == use)

    match act:
        case DossierAct.SUPPLEMENT:
            missing = set(dossier.missing)
            rows = tuple(
                PaperRow(
                    index=d.index,
                    name=d.name,
                    chosen=d.index in missing,
                    lacks=lacking_words(d),
                )
                for d in dossier.documents
                if d.index or d.lacks
            )
            fields = (_F.ROWS, _F.REASON, _F.DEADLINE)
            if dossier.supplements:
                fields, warning = (*fields, _F.MISSED_BEFORE), SECOND_REQUEST[language]
        case DossierAct.BRING:
            request = dossier.open_supplement
            lacking = request.still_lacking if request else ()
            rows = tuple(
                PaperRow(index=item.index, name=f"{item.name} ({item.what})", chosen=True)
                for item in lacking
            )
            fields = (_F.BROUGHT,)
        case DossierAct.REFUSE:
            fields = (_F.REASON,)
        case DossierAct.WITHDRAW:
            fields, warning = (_F.REASON,), _what_goes_back(dossier, language)
        case DossierAct.FORWARD:
            title = ALONE[language].format(act=title, agency=dossier.handling_agency)
        case DossierAct.ARRIVE:
            named = () if dossier.results else (_F.RESULT, _F.RESULT_NUMBER)
            fields = (*named, _F.SHELF)
        case DossierAct.DECLARE_SLIP_LOST:
            fields, known = (_F.NAME, _F.NOTE), ((_F.NAME, person.full_name),)
    return ActForm(
        title=title,
        confirm=CONFIRM[act][language],
        fields=fields,
        rows=rows,
        known=known,
        warning=warning,
        reasons=offered(act),
        row_reasons=offered(ReasonFor.NOT_OK),
        danger=act in (DossierAct.REFUSE, DossierAct.WITHDRAW),
    )


def _what_goes_back(dossier: Dossier, language: Language) -> str:
    """Say which originals the applicant takes home, and what is to be said of the money."""
    papers = [f"{paper.name} ({paper.count})" for paper in dossier.originals_to_withdraw]
    said = [BACK[language].format(papers=listed(papers))] if papers else []
    if dossier.paid_vnd:
        said.append(PAID[language].format(sum=f"{figures(dossier.paid_vnd)} đ"))
    return " ".join(said)

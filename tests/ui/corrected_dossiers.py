"""A received dossier, and what a correction of it sends."""

from collections.abc import Sequence
from dataclasses import replace

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.usecases.reception_input import CorrectionInput
from tests.builders import a_chain, a_reception
from ui.desktop.dossier.corrected_people import applicant_of, owner_of
from ui.desktop.dossier.correction import CorrectionAnswer, Field, Row, changes_of, known_texts


def a_dossier(**changes: object) -> Dossier:
    return fold(a_chain(a_reception(**changes)))


def unchanged(dossier: Dossier) -> CorrectionAnswer:
    return CorrectionAnswer(
        texts=known_texts(dossier),
        procedure_code=dossier.procedure_code,
        case=dossier.case,
        channel=dossier.channel.value,
        delivery=dossier.delivery.method.value,
        reason="ghi nhầm",
    )


def typed(answer: CorrectionAnswer, **texts: str) -> CorrectionAnswer:
    """Give the answer with other words in some of its lines."""
    return replace(answer, texts={**answer.texts, **{Field(k): v for k, v in texts.items()}})


def changes(
    dossier: Dossier, answer: CorrectionAnswer, rows: Sequence[Row] = ()
) -> CorrectionInput:
    return changes_of(dossier, answer, applicant_of(dossier), owner_of(dossier), rows)

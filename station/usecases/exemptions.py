"""Miễn, giảm: a fee is not charged only on a ground whose paper is in the dossier."""

from collections.abc import Sequence
from dataclasses import replace

from station.domain.documents import SubmittedDocument
from station.domain.dossier import FeeLine
from station.domain.procedure import Exemption, Fee
from station.errors import StationError
from station.text import clean, fold
from station.usecases.reception_input import FeeInput


class ExemptionWithoutPaperError(StationError):
    """A fee is to be waived, and the paper that proves the ground was not handed in."""

    code = "DOS-044"

    def __init__(self, fee: str, exemption: str, paper: str | None) -> None:
        super().__init__("an exemption without its paper")
        self.fee, self.exemption, self.paper = fee, exemption, paper


def exempted(
    line: FeeLine, chosen: FeeInput, fee: Fee, documents: Sequence[SubmittedDocument]
) -> FeeLine:
    """Give the line as its exemption leaves it.

    The ground is one of the tariff, by key or name, which may name its paper; or it is in the
    officer's words and then names the paper itself.

    Raises:
        ExemptionWithoutPaperError: no paper is named, or it is not among the papers.
    """
    words = clean(chosen.exemption or "")
    if not words:
        return line
    known = known_exemption(fee, words)
    said = known.name if known else words
    paper = clean(chosen.exemption_paper or "") or (known.paper if known else None)
    needed = known is None or known.paper is not None
    if (needed or paper) and not (paper and proves(paper, documents)):
        raise ExemptionWithoutPaperError(line.name, said, paper)
    return replace(
        line,
        exemption=said,
        exemption_paper=paper,
        exemption_basis=known.legal_basis if known else None,
    )


def known_exemption(fee: Fee, words: str) -> Exemption | None:
    """Give the ground of the tariff that is meant, by its key or its name."""
    named = (each for each in fee.exemptions if fold(each.name) == fold(words))
    return fee.exemption(words) or next(named, None)


def proves(paper: str, documents: Sequence[SubmittedDocument]) -> bool:
    """Tell whether a paper of this name was handed in, shown, or is held by the state."""
    wanted = fold(paper)
    return any(
        row.is_settled and (wanted in fold(row.name) or fold(row.name) in wanted)
        for row in documents
    )

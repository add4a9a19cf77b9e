"""N15: two dossiers of one person, line by line."""

from dataclasses import replace

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.twins import Twin
from tests.builders import MONDAY, a_chain, a_reception
from ui.desktop.dossier.twins import twin_notice, twin_sheet

PAPERS = tuple(f"Giấy {n}" for n in range(1, 8))
TWIN = Twin(
    dossier_code="H25-261123-0508",
    counter=5,
    officer_name="Mai",
    received_at=MONDAY,
    owner_name="Ai Khác",
    procedure_name="X",
    papers=PAPERS,
    fees_total_vnd=0,
)


def a_dossier() -> Dossier:
    return replace(fold(a_chain(a_reception())), twins=(TWIN,))


def test_n15_what_differs_is_marked_and_a_long_list_of_papers_is_cut() -> None:
    sheet = twin_sheet(a_dossier(), "vi", may_decide=True)

    assert sheet is not None
    lines = {line.caption: line for line in sheet.lines if line.caption}
    assert (lines["Mã"].there, lines["Mã"].differs) == (TWIN.dossier_code, False)
    assert lines["Chủ hồ sơ"].differs
    assert sheet.lines[-1].there == "+2"
    assert [line.differs for line in sheet.lines[-6:-1]] == [True] * 5


def test_n15_nobody_is_asked_once_it_is_decided_or_the_dossier_is_closed() -> None:
    decided = replace(a_dossier(), twins=(replace(TWIN, ended="withdrawn"),))

    assert "Quầy 5 (Mai)" in twin_notice(a_dossier(), "vi")
    assert twin_notice(decided, "vi") == ""
    assert twin_sheet(decided, "vi", may_decide=True) is None

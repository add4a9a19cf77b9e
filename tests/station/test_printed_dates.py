"""What was printed stands: days off that are announced later change no promise that was given."""

from dataclasses import replace
from datetime import date, datetime

from station.catalogue.calendars import built_in_calendar
from station.domain.calendar import DayOff, DayOffKind
from station.domain.history import fold
from station.domain.journal import VIETNAM
from station.domain.promise import promise
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.dossier_act import Acting
from station.usecases.reception_input import CorrectionInput
from tests.builders import MONDAY
from tests.fakes import PLACES
from tests.station.test_receive_dossier import COUNTER, HANH, Desk

PRINTED = datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM)


def test_a_swap_that_is_published_later_moves_new_promises_only() -> None:
    desk = Desk()
    dossier = desk.receive().dossier
    swap = DayOff(on=date(2026, 11, 26), name="hoán đổi", name_en="swap", kind=DayOffKind.SWAP)
    before = built_in_calendar()
    after = replace(
        before,
        years=tuple(
            replace(table, days_off=(*table.days_off, swap)) if table.year == 2026 else table
            for table in before.years
        ),
    )

    corrected = correct_dossier(
        dossier.dossier_id,
        CorrectDossier(changes=CorrectionInput(summary="Để vay vốn"), reason="sai trích yếu"),
        acting=Acting(officer=HANH, work=desk.work, clock=desk.clock, built_at=COUNTER.built_at),
        catalogue=desk.catalogue,
        calendar=after,
        places=PLACES,
    )
    procedure = desk.catalogue.procedure(dossier.procedure_code, MONDAY.date())
    assert procedure is not None
    anew = promise(MONDAY, procedure[0], dossier.processing_time, after, dossier.start_rule)

    assert dossier.due_at == corrected.due_at == fold(desk.work.entries).due_at == PRINTED
    assert anew.due.due_at > PRINTED

"""What the facts about a twin change in a dossier."""

from dataclasses import replace

from station.domain import events
from station.domain.dossier import Dossier
from station.domain.history_moment import Moment
from station.domain.twins import TwinKept, settled, with_twin


def flagged(dossier: Dossier, event: events.DuplicateFlagged, _: Moment) -> Dossier:
    return replace(dossier, twins=with_twin(dossier.twins, event.twin))


def kept(dossier: Dossier, event: events.DuplicatesKept, fact: Moment) -> Dossier:
    decision = TwinKept(reason=event.reason, decided_by=event.decided_by, at=fact.occurred_at)
    return replace(dossier, twins=settled(dossier.twins, event.dossier_code, kept=decision))


def ended(dossier: Dossier, event: events.DuplicateEnded, _: Moment) -> Dossier:
    return replace(dossier, twins=settled(dossier.twins, event.dossier_code, ended=event.status))

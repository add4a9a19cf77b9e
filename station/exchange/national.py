"""One dossier for the national portal: what a province's backend sends in two calls."""

from collections.abc import Sequence

import msgspec
import msgspec.structs

from station.domain.history import Step
from station.exchange.dossier_record import Surroundings, dossier_record
from station.exchange.missing_facts import Wanted
from station.exchange.progress import OfficerName, progress_records
from station.exchange.records import CapNhatTienDoHoSoMC, DongBoHoSoMC, NationalExchange
from station.exchange.supplements import supplement_records
from station.typed_reading import ready


def national_exchange(
    steps: Sequence[Step],
    around: Surroundings,
    *,
    officer_name: OfficerName,
    updating: bool = False,
) -> NationalExchange:
    """Make both payloads of a dossier, checked against the schema.

    Args:
        steps: the whole history, oldest first.
        updating: True when the portal has the dossier already (``TraCuuHoSo`` tells).

    Raises:
        MissingFactsError: names every fact that is missing and where it is entered.
    """
    dossier = steps[-1].dossier
    wanted = Wanted()
    record = dossier_record(dossier, around, wanted)
    supplements = supplement_records(steps, record.TaiLieuNop, officer_name, wanted)
    record = msgspec.structs.replace(record, DanhSachHoSoBoSung=supplements)
    progress = progress_records(steps, officer_name, wanted)
    wanted.require_nothing_missing(dossier.code)
    exchange = NationalExchange(
        DongBoHoSoMC=DongBoHoSoMC(isUpdating="True" if updating else "False", data=(record,)),
        CapNhatTienDoHoSoMC=CapNhatTienDoHoSoMC(data=progress),
    )
    return msgspec.convert(msgspec.to_builtins(exchange), ready(NationalExchange))


def schema() -> bytes:
    """Give the JSON Schema of the payloads, as it is kept in ``dvcqg.schema.json``."""
    text = msgspec.json.encode(msgspec.json.schema(NationalExchange))
    return msgspec.json.format(text, indent=1) + b"\n"

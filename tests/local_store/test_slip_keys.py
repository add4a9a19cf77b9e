"""By which keys slips are signed and known, before and after they were renewed."""

import pytest

from local_store.signing_key import StationSigningKey
from local_store.slip_keys import StationSlipKeys
from station.domain.ids import DossierCode
from station.domain.slip_code import SlipFacts, SlipJudgement, sign_slip, verify_slip
from station.ports.slip_keys import BadSlipKeyError, TrustedCounter
from tests.fakes import FakeSecrets
from tests.paper_samples import DUE_AT

AGENCY = "H42.06"


def a_counter(number: int, secrets: FakeSecrets | None = None) -> StationSlipKeys:
    secrets = secrets or FakeSecrets()
    return StationSlipKeys(secrets, StationSigningKey.of(secrets), agency=AGENCY, counter=number)


def a_slip(counter: int, keys: StationSlipKeys) -> str:
    code = DossierCode.parse("H42.06-261123-0217")
    facts = SlipFacts(dossier_code=code, version=1, counter=counter, due_at=DUE_AT)
    return sign_slip(facts, keys.sign)


def judged(text: str, keys: StationSlipKeys) -> SlipJudgement:
    return verify_slip(text, keys.of_counter).judgement


def test_slips_of_the_keys_before_stay_genuine_and_the_station_s_key_is_as_it_was() -> None:
    secrets = FakeSecrets()
    keys = a_counter(3, secrets)
    station = StationSigningKey.of(secrets).public_hex
    slips, publics = [a_slip(3, keys)], [keys.public_hex]

    for _ in range(2):
        publics.append(keys.renew())
        slips.append(a_slip(3, keys))

    again = a_counter(3, secrets)
    assert publics[0] == station == StationSigningKey.of(secrets).public_hex
    assert len(set(publics)) == 3
    assert again.public_hex == publics[-1]
    assert [judged(slip, again) for slip in slips] == [SlipJudgement.GENUINE] * 3


def test_another_counter_s_slips_are_known_once_its_key_was_told_and_only_its_own() -> None:
    ours, theirs, nobody = a_counter(3), a_counter(4), a_counter(5)
    slip = a_slip(4, theirs)
    assert judged(slip, ours) is SlipJudgement.UNKNOWN_KEY

    ours.trust(TrustedCounter(agency=AGENCY, counter=4, public_key=theirs.public_hex))
    theirs.renew()
    renewed = a_slip(4, theirs)

    assert judged(slip, ours) is SlipJudgement.GENUINE
    assert judged(renewed, ours) is SlipJudgement.FORGED
    ours.trust(TrustedCounter(agency=AGENCY, counter=4, public_key=theirs.public_hex))
    assert [judged(one, ours) for one in (slip, renewed)] == [SlipJudgement.GENUINE] * 2
    assert judged(a_slip(4, nobody), ours) is SlipJudgement.FORGED
    assert judged(a_slip(5, theirs), ours) is SlipJudgement.UNKNOWN_KEY
    assert len(ours.others()) == 2


@pytest.mark.parametrize("key", ["", "zz" * 32, "ab" * 31, "ab" * 33])
def test_what_is_no_key_is_refused(key: str) -> None:
    ours = a_counter(3)

    with pytest.raises(BadSlipKeyError):
        ours.trust(TrustedCounter(agency=AGENCY, counter=4, public_key=key))

    assert ours.others() == ()

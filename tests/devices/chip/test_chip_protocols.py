"""The worked examples of ICAO 9303-11, appendices D and G, byte for byte."""

from collections.abc import Callable, Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from devices.chip.apdu import ChipError, Command, SealedChannel
from devices.chip.basic_access import open_by_zone
from devices.chip.ciphers import Aes, TwoKeyTripleDes, encryption_key, sealing_key
from devices.chip.curves import CURVES, BadPointError
from devices.chip.pace import PaceOffer, open_by_pace
from station.domain.chip import ZoneKey


def hexadecimal(text: str) -> bytes:
    return bytes.fromhex(text.replace(" ", ""))


class Script:
    """A card that knows one conversation: what it must hear, what it then says."""

    def __init__(self, *lines: tuple[str | None, str]) -> None:
        self._lines = iter(lines)

    def transmit(self, command: bytes) -> bytes:
        heard, said = next(self._lines)
        assert heard is None or command == hexadecimal(heard)
        return hexadecimal(said)


def dice(*throws: str) -> Callable[[int], bytes]:
    left: Iterator[bytes] = iter([hexadecimal(one) for one in throws])

    def throw(count: int) -> bytes:
        return next(left).rjust(count, b"\x00")

    return throw


def test_keys_are_derived_from_the_zone() -> None:
    seed = hexadecimal("239AB9CB282DAF66231DC5A4DF6BFBAE")

    # Appendix D.2 sets the parity bits, which DES does not look at.
    keys = (encryption_key(TwoKeyTripleDes(), seed), sealing_key(TwoKeyTripleDes(), seed))
    with_parity = [
        bytes(byte & 0xFE | (bin(byte & 0xFE).count("1") + 1) % 2 for byte in key) for key in keys
    ]
    assert with_parity == [
        hexadecimal("AB94FDECF2674FDFB9B391F85D7F76F2"),
        hexadecimal("7962D9ECE03D1ACD4C76089DCE131543"),
    ]


def test_basic_access_control_as_in_appendix_d() -> None:
    card = Script(
        ("00 84 00 00 08", "4608F91988702212 9000"),
        (
            "00 82 00 00 28 72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
            "5F1448EEA8AD90A7 28",
            "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F 2F2D235D074D74499000",
        ),
        (
            "0C A4 02 0C 15 8709016375432908C044F6 8E08BF8B92D635FF24F8 00",
            "99029000 8E08FA855A5D4C50A8ED 9000",
        ),
        (
            "0C B0 00 00 0D 970104 8E08ED6705417E96BA55 00",
            "8709019FF0EC34F9922651 99029000 8E08AD55CC17140B2DED 9000",
        ),
    )
    channel = open_by_zone(
        card,
        "L898902C<369080619406236",
        random_bytes=dice("781723860C06C226", "0B795240CB7049B01C19B33E32804F0B"),
    )

    assert channel is not None
    assert channel.send(Command(0xA4, 0x02, 0x0C, hexadecimal("011E"))) == b""
    assert channel.send(Command(0xB0, 0, 0, expected=4)) == hexadecimal("60145F01")


PACE_MAPPING = "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99"
PACE_AGREEMENT = "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595"


def less_one(secret: str) -> str:
    """Our secrets are drawn as one less, for none of them may be 0."""
    return f"{int(secret, 16) - 1:064X}"


def test_pace_as_in_appendix_g() -> None:
    identifier = hexadecimal("04007F00070202040202")
    offer = PaceOffer(identifier, Aes(16), 13)
    card = Script(
        ("00 22 C1 A4 12 800A04007F00070202040202 830101 84010D", "9000"),
        (
            "10 86 00 00 02 7C00 00",
            "7C12 8010 95A3A016522EE98D01E76CB6B98B42C3 9000",
        ),
        (
            "10 86 00 00 45 7C43 8141 04"
            "7ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
            "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D 00",
            "7C43 8241 04"
            "824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
            "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54 9000",
        ),
        (
            "10 86 00 00 45 7C43 8341 04"
            "2DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
            "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462 00",
            "7C43 8441 04"
            "9E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
            "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094 9000",
        ),
        (
            "00 86 00 00 0C 7C0A 8508 C2B0BD78D94BA866 00",
            "7C0A 8608 3ABB9674BCE93C08 9000",
        ),
    )
    channel = open_by_pace(
        card,
        offer,
        ZoneKey("T22000129364081251010318"),
        random_bytes=dice(less_one(PACE_MAPPING), less_one(PACE_AGREEMENT)),
    )

    assert isinstance(channel, SealedChannel)


CURVES_OF_THE_LIBRARY: dict[int, ec.EllipticCurve] = {
    12: ec.SECP256R1(),
    13: ec.BrainpoolP256R1(),
    15: ec.SECP384R1(),
    16: ec.BrainpoolP384R1(),
}


@pytest.mark.parametrize("number", sorted(CURVES))
def test_a_curve_is_the_one_that_the_library_knows(number: int) -> None:
    key = ec.generate_private_key(CURVES_OF_THE_LIBRARY[number]).private_numbers()
    curve = CURVES[number]

    public = curve.multiply(key.private_value, curve.generator)

    assert public == (key.public_numbers.x, key.public_numbers.y)
    assert curve.decode(curve.encode(public)) == public
    with pytest.raises(BadPointError):
        curve.multiply(curve.n, curve.generator)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x04" + bytes(64), b"\x02" + bytes(64), b"\x04" + b"\xff" * 64, b"\x04" + bytes(63)],
    ids=["nothing", "origin", "compressed", "too-large", "short"],
)
def test_what_is_no_point_of_the_curve_is_refused(data: bytes) -> None:
    with pytest.raises(BadPointError):
        CURVES[12].decode(data)


@pytest.mark.parametrize(
    "answer",
    ["9000", "", "90", "8709019FF0EC34F9922651 99029000 8E080000000000000000 9000",
     "990290008E 9000", "87FF01 9000"],
    ids=["no-seal", "nothing", "half", "wrong-seal", "cut", "too-long"],
)  # fmt: skip
def test_a_sealed_answer_that_is_not_right_is_refused(answer: str) -> None:
    key = bytes(range(16))
    channel = SealedChannel(Script((None, answer)), TwoKeyTripleDes(), key, key, 0)

    with pytest.raises(ChipError):
        channel.send(Command(0xB0, 0, 0, expected=4))

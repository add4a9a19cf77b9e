"""Points on the elliptic curves of ICAO 9303-11, table 6.

PACE moves the generator of a curve, and no library that ships for our platforms can work with a
generator of one's own. Nothing here runs in constant time: what it handles lives for one reading.
"""

from dataclasses import dataclass

Point = tuple[int, int]
UNCOMPRESSED = 4


class BadPointError(Exception):
    """The bytes are no point of the curve."""


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over the integers modulo ``p``; ``n`` is the order of ``generator``."""

    p: int
    a: int
    b: int
    generator: Point
    n: int

    @property
    def length(self) -> int:
        """How many bytes a coordinate has."""
        return (self.p.bit_length() + 7) // 8

    def encode(self, point: Point) -> bytes:
        return bytes([UNCOMPRESSED]) + b"".join(c.to_bytes(self.length, "big") for c in point)

    def decode(self, data: bytes) -> Point:
        """Read a point.

        Raises:
            BadPointError: it is not on the curve. Accepting one would betray our key.
        """
        if len(data) != 1 + 2 * self.length or data[0] != UNCOMPRESSED:
            raise BadPointError(f"{len(data)} bytes")
        x = int.from_bytes(data[1 : 1 + self.length], "big")
        y = int.from_bytes(data[1 + self.length :], "big")
        on_curve = (y * y - x * x * x - self.a * x - self.b) % self.p == 0
        if not on_curve or x >= self.p or y >= self.p:
            raise BadPointError("not on the curve")
        return x, y

    def add(self, one: Point | None, other: Point | None) -> Point | None:
        """Add two points; None is the point at infinity."""
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2) = one, other
        if x1 == x2 and (y1 + y2) % self.p == 0:
            return None
        if one == other:
            slope = (3 * x1 * x1 + self.a) * pow(2 * y1, -1, self.p)
        else:
            slope = (y2 - y1) * pow(x2 - x1, -1, self.p)
        x3 = (slope * slope - x1 - x2) % self.p
        return x3, (slope * (x1 - x3) - y1) % self.p

    def multiply(self, factor: int, point: Point) -> Point:
        """Add a point to itself so many times.

        Raises:
            BadPointError: the sum is the point at infinity, which no honest chip brings about.
        """
        total: Point | None = None
        for bit in f"{factor:b}":
            total = self.add(total, total)
            if bit == "1":
                total = self.add(total, point)
        if total is None:
            raise BadPointError("infinity")
        return total


def _curve(p: str, a: str, b: str, x: str, y: str, n: str) -> Curve:
    numbers = [int(text.replace(" ", ""), 16) for text in (p, a, b, x, y, n)]
    return Curve(numbers[0], numbers[1], numbers[2], (numbers[3], numbers[4]), numbers[5])


CURVES = {
    12: _curve(  # NIST P-256
        "FFFFFFFF 00000001 00000000 00000000 00000000 FFFFFFFF FFFFFFFF FFFFFFFF",
        "FFFFFFFF 00000001 00000000 00000000 00000000 FFFFFFFF FFFFFFFF FFFFFFFC",
        "5AC635D8 AA3A93E7 B3EBBD55 769886BC 651D06B0 CC53B0F6 3BCE3C3E 27D2604B",
        "6B17D1F2 E12C4247 F8BCE6E5 63A440F2 77037D81 2DEB33A0 F4A13945 D898C296",
        "4FE342E2 FE1A7F9B 8EE7EB4A 7C0F9E16 2BCE3357 6B315ECE CBB64068 37BF51F5",
        "FFFFFFFF 00000000 FFFFFFFF FFFFFFFF BCE6FAAD A7179E84 F3B9CAC2 FC632551",
    ),
    13: _curve(  # brainpoolP256r1
        "A9FB57DB A1EEA9BC 3E660A90 9D838D72 6E3BF623 D5262028 2013481D 1F6E5377",
        "7D5A0975 FC2C3057 EEF67530 417AFFE7 FB8055C1 26DC5C6C E94A4B44 F330B5D9",
        "26DC5C6C E94A4B44 F330B5D9 BBD77CBF 95841629 5CF7E1CE 6BCCDC18 FF8C07B6",
        "8BD2AEB9 CB7E57CB 2C4B482F FC81B7AF B9DE27E1 E3BD23C2 3A4453BD 9ACE3262",
        "547EF835 C3DAC4FD 97F8461A 14611DC9 C2774513 2DED8E54 5C1D54C7 2F046997",
        "A9FB57DB A1EEA9BC 3E660A90 9D838D71 8C397AA3 B561A6F7 901E0E82 974856A7",
    ),
    15: _curve(  # NIST P-384
        "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF"
        "FFFFFFFF FFFFFFFE FFFFFFFF 00000000 00000000 FFFFFFFF",
        "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF"
        "FFFFFFFF FFFFFFFE FFFFFFFF 00000000 00000000 FFFFFFFC",
        "B3312FA7 E23EE7E4 988E056B E3F82D19 181D9C6E FE814112"
        "0314088F 5013875A C656398D 8A2ED19D 2A85C8ED D3EC2AEF",
        "AA87CA22 BE8B0537 8EB1C71E F320AD74 6E1D3B62 8BA79B98"
        "59F741E0 82542A38 5502F25D BF55296C 3A545E38 72760AB7",
        "3617DE4A 96262C6F 5D9E98BF 9292DC29 F8F41DBD 289A147C"
        "E9DA3113 B5F0B8C0 0A60B1CE 1D7E819D 7A431D7C 90EA0E5F",
        "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF"
        "C7634D81 F4372DDF 581A0DB2 48B0A77A ECEC196A CCC52973",
    ),
    16: _curve(  # brainpoolP384r1
        "8CB91E82 A3386D28 0F5D6F7E 50E641DF 152F7109 ED5456B4"
        "12B1DA19 7FB71123 ACD3A729 901D1A71 87470013 3107EC53",
        "7BC382C6 3D8C150C 3C72080A CE05AFA0 C2BEA28E 4FB22787"
        "139165EF BA91F90F 8AA5814A 503AD4EB 04A8C7DD 22CE2826",
        "04A8C7DD 22CE2826 8B39B554 16F0447C 2FB77DE1 07DCD2A6"
        "2E880EA5 3EEB62D5 7CB43902 95DBC994 3AB78696 FA504C11",
        "1D1C64F0 68CF45FF A2A63A81 B7C13F6B 8847A3E7 7EF14FE3"
        "DB7FCAFE 0CBD10E8 E826E034 36D646AA EF87B2E2 47D4AF1E",
        "8ABE1D75 20F9C2A4 5CB1EB8E 95CFD552 62B70B29 FEEC5864"
        "E19C054F F9912928 0E464621 77918111 42820341 263C5315",
        "8CB91E82 A3386D28 0F5D6F7E 50E641DF 152F7109 ED5456B3"
        "1F166E6C AC0425A7 CF3AB6AF 6B7FC310 3B883202 E9046565",
    ),
}
"""By the number that a chip's list of security protocols gives them."""

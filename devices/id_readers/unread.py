"""Why a picture gave no card. Free of decoders, for it travels between processes."""

from station.errors import StationError


class NoCardReadError(StationError):
    """No code of an ID card was found in the picture; its subclasses say what was found."""

    code = "ID-005"


class OnlyOtherCodesError(NoCardReadError):
    """The picture shows codes, none of an ID card."""

    code = "ID-008"

    def __init__(self, codes_seen: int) -> None:
        super().__init__(f"no ID card among {codes_seen} codes")
        self.codes_seen = codes_seen


class CodeTooSmallError(NoCardReadError):
    """A code is there, but its modules are smaller than two pixels."""

    code = "ID-009"


class CodeTooDarkError(NoCardReadError):
    """A code is there, but dark and light are hardly apart: too little light, or glare."""

    code = "ID-010"


class CodeTooBlurredError(NoCardReadError):
    """A code is there, but too blurred, moved or worn."""

    code = "ID-011"


class CodeCutOffError(NoCardReadError):
    """A code is there, but not all of it is in the picture."""

    code = "ID-012"


class DecodersDisagreeError(StationError):
    """Two decoders read different things in the same picture, so neither is believed."""

    code = "ID-006"


class SeveralCardsError(StationError):
    """The picture shows the codes of more than one card: it cannot be known which is meant."""

    code = "ID-007"

    def __init__(self, cards: int) -> None:
        super().__init__(f"{cards} cards")
        self.cards = cards

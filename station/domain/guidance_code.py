"""The code on a guidance sheet: short enough to be read out, and it opens the draft again."""

import re
import secrets
from typing import Final

LETTERS: Final = "ACDEFGHJKLMNPQRTUVWXY3479"
"""No two of them look or sound alike."""
_LENGTH = 7
_CODE = re.compile(rf"HD-[{LETTERS}]{{{_LENGTH}}}")


def new_guidance_code() -> str:
    """Make a code that nobody can guess: there are six billion."""
    return "HD-" + "".join(secrets.choice(LETTERS) for _ in range(_LENGTH))


def is_guidance_code(text: str) -> bool:
    """Tell whether a text, in capitals, is such a code."""
    return _CODE.fullmatch(text) is not None

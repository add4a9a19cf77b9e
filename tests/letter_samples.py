"""Every letter-like paper with everything at its longest, and with nothing known."""

import unicodedata

from station.forms.letter import Letter
from station.forms.letter_layouts import Form, forms_of
from station.forms.template_preview import LONG, LONG_NAME, LONGEST, emptiest_case, facts_of, filled
from tests.paper_samples import OFFICE

__all__ = ["CODE", "FORMS", "LONG", "LONG_NAME", "the_emptiest", "the_longest"]
FORMS = tuple({id(f): f for s in ("tt-01-2018", "tt-03-2025") for f in forms_of(s)}.values())
CODE = LONGEST["code"]


def the_longest(form: Form) -> Letter:
    """Give a form with 30 rows and every text at its longest, as a careless source spells it."""
    longest = {name: LONGEST.get(name, LONG) for name in facts_of(form)}
    apart = {name: unicodedata.normalize("NFD", text) for name, text in longest.items()}
    return filled(form, OFFICE, apart)


def the_emptiest(form: Form) -> Letter:
    """Give a form of which nothing is known but its code."""
    return emptiest_case(form, OFFICE)

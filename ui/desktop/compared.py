"""Two dossiers beside one another, line by line. Plain values, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Final

_MOST_PAPERS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """One thing that two dossiers are compared by."""

    caption: str
    here: str
    there: str
    differs: bool = False


def paper_lines(here: Sequence[str], there: Sequence[str], caption: str) -> Iterator[ComparedLine]:
    """Give what was handed in, a paper a line; what only one of the two has stands out."""
    for one, other in islice(zip_longest(here, there, fillvalue=""), _MOST_PAPERS):
        differs = (one != "" and one not in there) or (other != "" and other not in here)
        yield ComparedLine(caption=caption, here=one, there=other, differs=differs)
        caption = ""
    more = max(len(here), len(there)) - _MOST_PAPERS
    if more > 0:
        yield ComparedLine(caption="", here=_more(here), there=_more(there))


def _more(names: Sequence[str]) -> str:
    return f"+{len(names) - _MOST_PAPERS}" if len(names) > _MOST_PAPERS else ""

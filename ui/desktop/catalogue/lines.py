"""The lines of the catalogue page, from packs and from what one of them changes."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from station.catalogue.admission import FRESH_DAYS, ImportedPack
from station.catalogue.differences import Difference
from station.catalogue.pack import PackStatus
from station.words import Language, numeric_date
from ui.desks.catalogue import Signer
from ui.desktop.catalogue import words as w
from ui.desktop.catalogue.view_model import ChangeLine, PackLine
from ui.desktop.kit.tone import Tone

MOST_LINES: Final = 5_000
"""Of changes that are shown: more than any pack has, and no more than a table takes at once."""
_FROM_THE_PROVINCE: Final = (PackStatus.OFFICIAL, PackStatus.REFERENCE)


def pack_lines(
    packs: Sequence[ImportedPack], signers: Sequence[Signer], today: date, language: Language
) -> tuple[PackLine, ...]:
    """Give the packs, the newest first; of each name the last that holds is the one in force."""
    lines, seen = [], set()
    for pack in reversed(packs):
        holds = pack.holds_on(today)
        replaced = holds and pack.base is None and pack.name in seen
        if holds:
            seen.add(pack.name)
        words, tone = _period(pack, today, language, replaced=replaced)
        signed, signed_tone = signed_of(pack.signed_by, signers, language)
        lines.append(
            PackLine(
                name=pack.name,
                version=pack.version,
                kind=w.KINDS[pack.status][language],
                signed=signed,
                signed_tone=signed_tone,
                holds=words,
                holds_tone=tone,
            )
        )
    return tuple(lines)


def signed_of(key: str | None, signers: Sequence[Signer], language: Language) -> tuple[str, Tone]:
    """Say who signed a pack."""
    if key is None:
        return w.UNSIGNED[language], Tone.WARN
    for signer in signers:
        if signer.key == key:
            name = signer.name or w.PROVINCE[language]
            return w.SIGNED[language].format(name=name), Tone.OK
    return w.UNKNOWN[language], Tone.WARN


def holds_of(first: date, last: date | None, language: Language) -> str:
    """Say from which day to which a pack holds."""
    if last is None:
        return w.SINCE[language].format(first=numeric_date(first))
    return w.FROM_TO[language].format(first=numeric_date(first), last=numeric_date(last))


def counts_of(difference: Difference, language: Language) -> str:
    """Say in one line how much changes."""
    if difference.is_empty:
        return w.NOTHING[language]
    return w.COUNTS[language].format(
        added=len(difference.added),
        removed=len(difference.removed),
        changed=len(difference.changed),
    )


def change_lines(difference: Difference, language: Language) -> tuple[ChangeLine, ...]:
    """Give what changes first, then what goes, then what comes: in the order of the risk."""
    lines: list[ChangeLine] = []
    for each in difference.changed:
        lines.append(ChangeLine(mark="~", code=each.code, words=each.name, tone=Tone.WARN))
        lines += [
            ChangeLine(mark="", code="", words=change.words(language), tone=Tone.MUTE)
            for change in each.changes
        ]
    lines += [
        ChangeLine(mark="−", code=code, words=name, tone=Tone.ERR)
        for code, name in difference.removed
    ]
    lines += [
        ChangeLine(mark="+", code=code, words=name, tone=Tone.OK) for code, name in difference.added
    ]
    return tuple(lines[:MOST_LINES])


def _period(
    pack: ImportedPack, today: date, language: Language, *, replaced: bool
) -> tuple[str, Tone]:
    if pack.effective_to is not None and pack.effective_to < today:
        return w.ENDED[language], Tone.MUTE
    if pack.effective_from is not None and pack.effective_from > today:
        first = numeric_date(pack.effective_from)
        return w.COMING[language].format(first=first), Tone.INFO
    if replaced:
        return w.REPLACED[language], Tone.MUTE
    days = pack.age_days(today)
    if days > FRESH_DAYS and pack.status in _FROM_THE_PROVINCE:
        return w.OLD[language].format(days=days), Tone.WARN
    return holds_of(pack.holds_from, pack.effective_to, language), Tone.OK

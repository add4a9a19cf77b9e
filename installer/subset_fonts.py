"""Write the subset fonts that ship with the program. Run it again only when a source font changes.

``python -m installer.subset_fonts --source /usr/share/fonts`` reads the fonts of the Debian
packages fonts-liberation2 (2.1 or later), fonts-noto-core and fonts-inter, keeps the letters that
Vietnamese offices need, and writes the committed files below ``devices/papers/fonts`` and
``ui/desktop/kit/fonts``. The papers' fonts lose their hinting (a PDF embeds them, a printer does
not use it): 384 → 31 KB.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_ROOT = Path(__file__).resolve().parent.parent
_PAPERS = "devices/papers/fonts"
_SCREEN = "ui/desktop/kit/fonts"

LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x180)))  # Latin-1, and Latin Extended-A: Êđê, Gia Rai names
    + "ƀɃƠơƯư"
    + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    + "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"  # combining tones, breve, horn, dot
    + "\u2011–—‘’‚“”„†•…‰′″‹›₂₫€№™"
    + "←↑→↓↵⇥⇧⌫−×÷≈≠≤≥■□▲▼●○✓✗⚠"
)


@dataclass(frozen=True, slots=True)
class FontJob:
    """One source font, and what of it ships where.

    Attributes:
        family: a new family name, where the licence reserves the old one (OFL 1.1, clause 3).
        hinted: keep the hints, which a raster at small sizes needs.
        features: the OpenType features kept.
    """

    source: str
    target: str
    hinted: bool
    features: tuple[str, ...] = ()
    family: str | None = None
    signs: tuple[str, ...] = ()
    """Fonts of the same scale that lend what the source lacks: arrows, the minus sign."""


JOBS = (
    *(
        FontJob(
            f"truetype/liberation2/LiberationSerif-{style}.ttf",
            f"{_PAPERS}/CounterSerif-{style}.ttf",
            hinted=False,
            family="Counter Serif",
        )
        for style in ("Regular", "Bold", "Italic", "BoldItalic")
    ),
    *(
        FontJob(
            f"truetype/noto/NotoSans-{style}.ttf",
            f"{_PAPERS}/CounterSans-{style}.ttf",
            hinted=False,
            family="Counter Sans",
            signs=tuple(
                f"truetype/noto/NotoSans{signs}-Regular.ttf" for signs in ("Math", "Symbols2")
            ),
        )
        for style in ("Regular", "Bold")
    ),
    *(
        FontJob(f"opentype/inter/Inter-{style}.otf", f"{_PAPERS}/Inter-{style}.otf", hinted=True)
        for style in ("Medium", "Bold")
    ),
    *(
        FontJob(
            f"opentype/inter/Inter-{style}.otf",
            f"{_SCREEN}/Inter-{style}.otf",
            hinted=True,
            features=("kern", "mark", "ccmp", "locl", "calt", "case", "tnum"),
        )
        for style in ("Regular", "Medium", "SemiBold")
    ),
)


def subset_font(fonts: Path, target: Path, job: FontJob) -> None:
    """Write the part of one font that the job asks for; the same input gives the same bytes."""
    source = fonts / job.source
    options = subset.Options(
        hinting=job.hinted,
        layout_features=list(job.features),
        name_IDs=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
        drop_tables=["FFTM", "kern", "DSIG"],
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    for lender in job.signs:
        _lend(TTFont(fonts / lender), font)
    if job.family:
        _rename(font, job.family)
    subset.save_font(font, str(target), options)


def _lend(lender: TTFont, font: TTFont) -> None:
    """Put those of the letters into a font that only the lender has."""
    glyphs, known = lender.getGlyphSet(), lender.getBestCmap()
    tables = [table for table in font["cmap"].tables if table.isUnicode()]
    order = font.getGlyphOrder()
    for code in sorted(set(map(ord, LETTERS)) - set(font.getBestCmap())):
        if code not in known:
            continue
        name, pen = f"uni{code:04X}", TTGlyphPen(None)
        glyphs[known[code]].draw(DecomposingFilterPen(pen, glyphs))
        order = [*order, name]
        font.setGlyphOrder(order)
        glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["glyf"][name] = glyph
        font["hmtx"][name] = lender["hmtx"][known[code]]
        for table in tables:
            table.cmap[code] = name


def _rename(font: TTFont, family: str) -> None:
    """Give the font another family name; its copyright and licence records stay."""
    names = font["name"]
    style = names.getDebugName(2)
    renamed = {
        1: family,
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
    }
    for record in list(names.names):
        if record.nameID in renamed:
            record.string = renamed[record.nameID]
        elif record.nameID in (7, 10, 16, 17, 18, 21, 22):
            names.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)


def main(argv: Sequence[str] | None = None) -> int:
    """Write all fonts; exit status 1 when a source font is missing."""
    parser = argparse.ArgumentParser(prog="subset_fonts", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("--root", type=Path, default=_ROOT, help="where the project's folders are")
    arguments = parser.parse_args(argv)
    sources = {name for job in JOBS for name in (job.source, *job.signs)}
    missing = sorted(name for name in sources if not (arguments.source / name).is_file())
    if missing:
        sys.stderr.write(f"not installed: {', '.join(missing)}\n")
        return 1
    for job in JOBS:
        target = arguments.root / job.target
        target.parent.mkdir(parents=True, exist_ok=True)
        subset_font(arguments.source, target, job)
        sys.stdout.write(f"{job.target}: {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

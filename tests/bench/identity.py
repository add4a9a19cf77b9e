"""Reading ID cards from pictures, beside ZXing, ZBar and OpenCV on the same pictures.

``BENCH_FULL=1`` takes 300 pictures and the 96 of the harder set instead of a sample of each. The
figures are for a seed that nothing was tuned on; another ``BENCH_SEED`` takes other pictures.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from pyzbar import pyzbar

from devices.id_readers.budget import Budget
from devices.id_readers.cascade import Cascade, Stage
from devices.id_readers.picture import read_frames
from devices.id_readers.qr.symbol_reader import Method
from devices.id_readers.worker import PictureWorker
from devices.pictures import GrayPixels
from station.domain.id_card import IdCard
from station.domain.id_text import parse_id_text
from tests.bench import zxing_samples
from tests.bench.timing import Line
from tests.card_pictures.scene import Shot, shoot

_FULL = os.environ.get("BENCH_FULL") == "1"
_SEED = int(os.environ.get("BENCH_SEED", "31337"))
_PICTURES, _HARD = (300, 96) if _FULL else (60, 32)
_PEERS_EVERY = 3
"""ZBar and OpenCV take long: they read every third picture."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one picture."""

    shot: Shot
    card: IdCard | None
    decoder: str | None
    ms: float
    """Processor time."""

    @property
    def truth(self) -> IdCard:
        return parse_id_text(self.shot.text)

    @property
    def verdict(self) -> str:
        if self.card is None:
            return "refused"
        return "read" if self.card == self.truth else "wrong"


def lines(folder: Path) -> Iterator[Line]:
    """Read both sets, then what no single frame gave by three, then the parts one by one."""
    usual = [_outcome(shoot(_SEED, number)) for number in range(_PICTURES)]
    yield from _rates("ID cards", usual, least=0.99)
    yield from _times(usual)
    yield from _frames(usual)
    hard = [_outcome(shoot(_SEED, number, hard=True)) for number in range(_HARD)]
    yield from _rates("harder ID cards", hard, least=0.96)
    yield from _peers([one.shot for one in (*usual, *hard)][::_PEERS_EVERY])
    yield from _without_each_stage([one.shot for one in (*usual, *hard)][::_PEERS_EVERY])
    yield from _ablation([one.shot for one in (*usual, *hard) if one.decoder != "zxing-cpp"])
    yield from _memory(folder, usual)
    yield from zxing_samples.lines(folder)


def _outcome(shot: Shot) -> Outcome:
    started = time.thread_time()
    reading = read_frames([shot.pixels])
    return Outcome(shot, reading.card, reading.decoder, (time.thread_time() - started) * 1000)


def _rates(what: str, outcomes: list[Outcome], *, least: float) -> Iterator[Line]:
    verdicts = Counter(one.verdict for one in outcomes)
    share = verdicts["read"] / len(outcomes)
    yield Line(
        f"{what} read, of {len(outcomes)}",
        f"{verdicts['read']} ({share:.1%}), by {_said(Counter(o.decoder for o in outcomes))}",
        f"≥ {least:.0%}",
        share >= least,
    )
    yield Line(f"{what} read wrong", str(verdicts["wrong"]), "0", verdicts["wrong"] == 0)
    kinds = sorted({one.shot.trouble or one.shot.camera for one in outcomes})
    for kind in kinds:
        of_kind = [one for one in outcomes if (one.shot.trouble or one.shot.camera) is kind]
        yield Line(f"  {kind}", _said(Counter(one.verdict for one in of_kind)), "", None)


def _times(outcomes: list[Outcome]) -> Iterator[Line]:
    runs = np.array([one.ms for one in outcomes])
    median, p95 = (float(value) for value in np.percentile(runs, (50, 95)))
    yield Line(
        "ID card picture, processor time",
        f"median {median:.1f} ms, p95 {p95:.0f} ms, max {runs.max():.0f} ms",
        "≤ 5, 120, 600",
        median <= 5 and p95 <= 120 and bool(runs.max() <= 600),
    )


def _frames(outcomes: list[Outcome]) -> Iterator[Line]:
    """Take two more frames of each card that its first did not give."""
    read = wrong = 0
    for number, one in enumerate(outcomes):
        frames = [one.shot.pixels]
        card = one.card
        while card is None and len(frames) < 3:
            frames.append(shoot(_SEED, number, frame=len(frames)).pixels)
            card = read_frames(frames).card
        read += card == one.truth
        wrong += card not in (None, one.truth)
    share = read / len(outcomes)
    yield Line(
        "ID cards read within 3 frames", f"{read} ({share:.1%}), {wrong} wrong", "≥ 99.9 %",
        share >= 0.999 and wrong == 0,
    )  # fmt: skip


def _peers(shots: list[Shot]) -> Iterator[Line]:
    """Let the others read the same pictures, each as its manual shows it; then by what is wrong
    with the pictures: read, refused and wrong of each decoder."""
    detector = cv2.QRCodeDetector()
    peers: dict[str, Callable[[GrayPixels], Iterable[str]]] = {
        "ours": _by_stages,
        "ZXing": lambda pixels: [one.text for one in zxingcpp.read_barcodes(pixels)],
        "ZBar": lambda pixels: [
            one.data.decode("utf-8", "replace")
            for one in pyzbar.decode(pixels, [pyzbar.ZBarSymbol.QRCODE])
        ],
        "OpenCV": lambda pixels: [detector.detectAndDecode(pixels)[0]],
    }
    confusion: dict[str, dict[str, Counter[str]]] = {}
    for name, read in peers.items():
        verdicts, runs = Counter[str](), []
        for shot in shots:
            started = time.thread_time()
            texts = [text for text in read(shot.pixels) if text]
            runs.append((time.thread_time() - started) * 1000)
            right = shot.text in texts
            verdict = "read" if right else "wrong" if texts else "refused"
            verdicts[verdict] += 1
            of_kind = confusion.setdefault(str(shot.trouble or shot.camera), {})
            of_kind.setdefault(name, Counter())[verdict] += 1
        median, p95 = np.percentile(runs, (50, 95))
        yield Line(
            f"  {name} alone, on {len(shots)} of both sets",
            f"{_said(verdicts)}; median {median:.0f} ms, p95 {p95:.0f} ms",
            "",
            None,
        )
    for kind, by_decoder in sorted(confusion.items()):
        said = (f"{name} {_confused(counts)}" for name, counts in by_decoder.items())
        yield Line(f"  {kind}: read/refused/wrong", ", ".join(said), "", None)


def _confused(counts: Counter[str]) -> str:
    return "/".join(str(counts[verdict]) for verdict in ("read", "refused", "wrong"))


def _without_each_stage(shots: list[Shot]) -> Iterator[Line]:
    """Read all pictures, each time without one stage of the cascade."""
    for left_out in (None, *Stage):
        stages = frozenset(Stage) - {left_out} if left_out is not None else frozenset(Stage)
        started = time.thread_time()
        right = sum(shot.text in _by_stages(shot.pixels, stages) for shot in shots)
        mean = (time.thread_time() - started) * 1000 / max(1, len(shots))
        what = f"  the cascade without {left_out}" if left_out else "  the whole cascade"
        yield Line(what, f"{right} of {len(shots)}; mean {mean:.0f} ms", "", None)


def _by_stages(
    pixels: GrayPixels, stages: frozenset[Stage] = frozenset(Stage), method: Method | None = None
) -> list[str]:
    cascade = Cascade(pixels, Budget(0.55), stages, method or Method())
    for _, found in cascade.readings():
        texts = [one.text for one in found if "|" in one.text]
        if texts:
            return texts
    return []


def _ablation(shots: list[Shot]) -> Iterator[Line]:
    """Read what ZXing could not, each time without one part of the own reader."""
    modules = frozenset({Stage.MODULES})
    variants: dict[str, tuple[frozenset[Stage], Method]] = {
        "the own reader": (modules, Method()),
        "without decision feedback": (modules, Method(feedback=False)),
        "without a bend": (modules, Method(bending=False)),
        "without hidden finders": (modules, Method(hidden_finders=False)),
        "without erasures": (modules, Method(erasures=False)),
        "without padding as training": (modules, Method(padding=False)),
        "without decoded blocks as training": (modules, Method(rounds=1)),
        "without resolving what is smeared": (modules, Method(resolve=False)),
        "without windows to resolve it in": (modules, Method(windows=False)),
        "ZBar instead": (frozenset({Stage.ZBAR}), Method()),
    }
    for name, (stages, method) in variants.items():
        started = time.thread_time()
        right = sum(shot.text in _by_stages(shot.pixels, stages, method) for shot in shots)
        mean = (time.thread_time() - started) * 1000 / max(1, len(shots))
        figure = f"{right} of the {len(shots)} that ZXing does not read; mean {mean:.0f} ms"
        yield Line(f"  {name}", figure, "", None)


def _memory(folder: Path, outcomes: list[Outcome]) -> Iterator[Line]:
    """Read pictures of every camera in the process that the program reads pictures in."""
    status = Path("/proc/self/status")
    if not status.exists():
        yield Line("Memory of the process that reads pictures", "not told here", "", None)
        return
    worker = PictureWorker()
    worker.warm_up()
    ready = _peak_mb(worker)
    for number, one in enumerate(outcomes[:12]):
        file = folder / f"{number}.png"
        cv2.imwrite(str(file), one.shot.pixels)
        worker.read_id_card(file)
    largest = max(one.shot.pixels.size for one in outcomes[:12]) / 1e6
    figure = f"{ready} MB ready, {_peak_mb(worker)} MB at most, pictures up to {largest:.0f} MP"
    worker.close()
    yield Line("Memory of the process that reads pictures", figure, "", None)


def _peak_mb(worker: PictureWorker) -> int:
    status = Path(f"/proc/{worker.process_id}/status").read_text(encoding="ascii")
    (line,) = (one for one in status.splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1000


def _said(counts: Counter[str] | Counter[str | None]) -> str:
    return ", ".join(f"{name or 'none'} {count}" for name, count in counts.most_common())

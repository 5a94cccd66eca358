"""What drawing the figure costs: one frame of every figure, and of a breathing hold.

The raster engine, as a widget on the screen uses it. Times are medians, in
milliseconds; the machine's load is told, for it moves them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "app"))

from _measure import row, say  # noqa: E402
from PySide6.QtCore import QRectF  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402

from supple.figure.port import FigurePainter, FigureView  # noqa: E402
from supple.shell.resources import open_figures  # noqa: E402

FRAME_GOAL_MS = 8.0
WARM_UP = 3


def frame_ms(figures: FigurePainter, image: QImage, name: str, frames: int, moving: bool) -> float:
    """Median of painting ``name``: moving, or held and breathing."""
    times = []
    for i in range(frames + WARM_UP):
        u = (i % 20) / 20
        cycle = u if moving and figures.cycles(name) else None
        view = FigureView(name, phase=0.3 + 0.7 * u if moving else 1.0, breath=u, cycle=cycle)
        painter = QPainter(image)
        began = time.perf_counter()
        figures.paint(painter, QRectF(0, 0, image.width(), image.height()), view)
        times.append((time.perf_counter() - began) * 1000)
        painter.end()
    return statistics.median(times[WARM_UP:])


def blank_ms(image: QImage, frames: int) -> float:
    """Median of filling the same picture with one colour: nothing can be drawn in less."""
    times = []
    for _ in range(frames + WARM_UP):
        painter = QPainter(image)
        began = time.perf_counter()
        painter.fillRect(image.rect(), 0x123456)
        times.append((time.perf_counter() - began) * 1000)
        painter.end()
    return statistics.median(times[WARM_UP:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=40, help="frames of each (default 40)")
    parser.add_argument("--width", type=int, default=900)
    parser.add_argument("--height", type=int, default=700)
    said = parser.parse_args()
    app = QGuiApplication(["bench"])
    figures = open_figures()
    image = QImage(said.width, said.height, QImage.Format.Format_RGB32)
    print(f"{said.width} x {said.height}, medians of {said.frames}, load {os.getloadavg()[0]:.1f}")
    every = []
    for name in sorted(figures.ids()):
        moving = frame_ms(figures, image, name, said.frames, True)
        held = frame_ms(figures, image, name, said.frames, False)
        every.append(moving)
        say(name, f"{moving:5.2f} ms moving, {held:5.2f} ms held")
    middle = statistics.median(every)
    fine = middle <= FRAME_GOAL_MS
    say("median of all figures", f"{middle:.2f} ms", f"<= {FRAME_GOAL_MS} ms", fine)
    say("slowest figure", f"{max(every):.2f} ms")
    floor = blank_ms(image, said.frames)
    say("one colour over the same picture", f"{floor:.2f} ms")
    goal = f"<= {FRAME_GOAL_MS:.0f} ms"
    what = f"a frame of the figure, {said.width} x {said.height}"
    row(what, f"{middle:.1f} ms", "one colour filled in", f"{floor:.1f} ms", goal, fine)
    app.quit()
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())

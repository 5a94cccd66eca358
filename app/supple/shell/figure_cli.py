"""``supple figure sheet | show | check``: the figure as picture files, and its files checked."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from supple.core.problem import UserError
from supple.core.routine import Side
from supple.figure.port import HAIRS, SKINS, FigurePainter, FigureView
from supple.shell.options import FINE, MENDABLE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

STAGE: Final = {False: "#F2EDE4", True: "#182024"}
"""The ground of a picture in the light and the dark theme."""
CELL: Final = (560, 430)
"""Size of one picture of a sheet, in pixels."""
GAP: Final = 16
COLUMNS: Final = 2
SECONDS: Final = {"move": 2.0, "hold": 1.2, "cycle": 2.4}
"""How long the parts of a film last."""


def run(argv: Sequence[str]) -> int:
    """Carry out ``sheet OUT``, ``show ID`` or ``check FILE``; returns the exit code.

    Raises UserError when the figure is not known or a file cannot be written.
    """
    said = parser().parse_args(argv)
    if said.action == "check":
        found = check(said.file)
        print(*(found or [f"{said.file}: all good"]), sep="\n")
        return MENDABLE if found else FINE
    from supple.shell.resources import open_figures

    figures = open_figures()
    look = FigureView(
        "", Side(said.side), dark=said.theme == "dark", skin=said.skin, hair=said.hair
    )
    return _draw(said, figures, look, _qt())


def _draw(said: argparse.Namespace, figures: FigurePainter, look: FigureView, _app: object) -> int:
    """``_app`` only has to live while there is painting."""
    if said.action == "sheet":
        _save(sheet(figures, look), said.out)
        return FINE
    view = replace(look, figure=_known(figures, said.id), phase=said.phase, cycle=said.cycle)
    size = (said.width, said.height)
    if said.frames:
        write_frames(film_pictures(figures, view, size, said.fps), said.frames)
    elif said.film:
        _film(list(film_pictures(figures, view, size, said.fps)), said.film, said.fps)
    else:
        _save(picture(figures, view, size), said.out)
    return FINE


def check(path: Path) -> list[str]:
    """What is wrong in a figure file: its writing first, then hands and feet out of place.

    Raises UserError when the file cannot be read.
    """
    from supple.core.problem import ProblemsFound
    from supple.figure.contacts import all_faults
    from supple.figure.decode import decode
    from supple.store.json_positions import read_with_positions

    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read: {error}.") from error
    document = read_with_positions(text)
    if document.problems:
        return [str(replace(p, file=str(path))) for p in document.problems]
    try:
        drawing = decode(document.value, document.locate)
    except ProblemsFound as error:
        return [str(replace(p, file=str(path))) for p in error.problems]
    return [f"{path}: {fault}" for fault in all_faults(drawing)]


def picture(figures: FigurePainter, view: FigureView, size: tuple[int, int]) -> QImage:
    """One figure on its ground; ``size`` in pixels."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(STAGE[view.dark]))
    painter = QPainter(image)
    figures.paint(painter, QRectF(0, 0, *size), view)
    painter.end()
    return image


def sheet(figures: FigurePainter, look: FigureView) -> QImage:
    """Every figure, start and stretched, in the order of their ids."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    ids = sorted(figures.ids())
    rows = -(-len(ids) // COLUMNS)
    pair = 2 * CELL[0] + GAP
    image = QImage(
        COLUMNS * (pair + GAP) + GAP, rows * (CELL[1] + GAP) + GAP, QImage.Format.Format_RGB32
    )
    image.fill(QColor(STAGE[look.dark]))
    painter = QPainter(image)
    for i, name in enumerate(ids):
        row, column = divmod(i, COLUMNS)
        left, top = GAP + column * (pair + GAP), GAP + row * (CELL[1] + GAP)
        for phase in (0, 1):
            cell = QRectF(left + phase * (CELL[0] + GAP), top, *CELL)
            figures.paint(painter, cell, replace(look, figure=name, phase=float(phase)))
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class Beat:
    """One picture of a film."""

    phase: float
    cycle: float | None = None


def film(cycles: bool, fps: float) -> list[Beat]:
    """Start to stretched, the hold or one repetition, and back; ``fps`` pictures a second."""
    steps = max(2, round(SECONDS["move"] * fps))
    begin = 0.0 if cycles else None
    up = [Beat(_ease(i / steps), begin) for i in range(steps + 1)]
    if cycles:
        count = max(2, round(SECONDS["cycle"] * fps))
        middle = [Beat(1.0, i / count) for _ in range(2) for i in range(count)]
    else:
        middle = [Beat(1.0)] * max(1, round(SECONDS["hold"] * fps))
    return [*up, *middle, *reversed(up)]


def film_pictures(
    figures: FigurePainter, view: FigureView, size: tuple[int, int], fps: float
) -> Iterator[QImage]:
    """The pictures of a film of ``view``'s figure, ``size`` in pixels."""
    for beat in film(figures.cycles(view.figure), fps):
        yield picture(figures, replace(view, phase=beat.phase, cycle=beat.cycle), size)


def write_frames(images: Iterable[QImage], folder: Path) -> int:
    """Write ``frame-0000.png`` ... into ``folder``; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, image in enumerate(images, 1):
        _save(image, folder / f"frame-{count - 1:04}.png")
    return count


def _ease(u: float) -> float:
    return u * u * u * (u * (6 * u - 15) + 10)


def _known(figures: FigurePainter, name: str) -> str:
    if name in figures.ids():
        return name
    raise UserError(f"There is no figure “{name}”. Known: {', '.join(sorted(figures.ids()))}.")


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise UserError(f"{path} cannot be written. Check the folder and the ending (.png).")


def _film(images: list[QImage], path: Path, fps: float) -> None:
    from supple.shell.film import write_film

    try:
        write_film(images, path, fps)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}.") from error


def _qt() -> object:
    """Painting needs a QGuiApplication; without a window it draws into memory."""
    from PySide6.QtGui import QGuiApplication

    existing = QGuiApplication.instance()
    if existing is not None:
        return existing
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["supple"])


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("must be from 0 to 1")
    return value


def parser() -> argparse.ArgumentParser:
    """What ``supple figure`` takes."""
    look = argparse.ArgumentParser(add_help=False)
    look.add_argument("--theme", choices=("light", "dark"), default="light")
    look.add_argument("--side", choices=("left", "right"), default="right")
    look.add_argument("--skin", type=int, choices=range(SKINS), default=0)
    look.add_argument("--hair", type=int, choices=range(HAIRS), default=0)
    made = argparse.ArgumentParser(prog="supple figure", description="The figure as pictures.")
    actions = made.add_subparsers(dest="action", metavar="ACTION", required=True)
    one = actions.add_parser("sheet", parents=[look], help="all figures, start and stretched")
    one.add_argument("out", type=Path, metavar="OUT.png")
    test = actions.add_parser("check", help="say what is wrong in a figure file")
    test.add_argument("file", type=Path, metavar="FILE.json")
    show = actions.add_parser("show", parents=[look], help="one figure, or a film of it")
    show.add_argument("id", metavar="ID")
    show.add_argument("--phase", type=_share, default=1.0, help="0 start to 1 stretched")
    show.add_argument("--cycle", type=_share, help="0 to 1 within one repetition")
    show.add_argument("--width", type=int, default=900, metavar="PIXELS")
    show.add_argument("--height", type=int, default=700, metavar="PIXELS")
    where = show.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--out", type=Path, metavar="OUT.png")
    where.add_argument("--frames", type=Path, metavar="DIR", help="a film, picture by picture")
    where.add_argument("--film", type=Path, metavar="OUT.png", help="a film, as an animated PNG")
    show.add_argument("--fps", type=float, default=12.0, help="pictures a second of a film")
    return made

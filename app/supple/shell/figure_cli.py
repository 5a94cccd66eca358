"""``supple figure sheet | show | check``: the figure as picture files, and its files checked."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import Side
from supple.figure.port import HAIRS, SKINS, FigurePainter, FigureView
from supple.shell.options import FINE, MENDABLE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from supple.figure.drawing import Drawing

STAGE: Final = {False: "#F2EDE4", True: "#182024"}
"""The ground of a picture in the light and the dark theme."""
CELL: Final = (560, 430)
"""Size of one picture of a sheet, in pixels."""
GAP: Final = 16
COLUMNS: Final = 2
LONGEST: Final = 8000
"""Pixels of a side of a picture."""
FASTEST: Final = 60
"""Pictures a second."""
LARGEST_FILE: Final = 1_000_000
"""Bytes; the longest figure that ships has 8,000."""
FIGURE_FILE: Final = ("A figure file", '{"format": 1, "id": "mine", "poses": {}}')
"""What it is called, and how one begins."""
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
    """What is wrong in a figure file: its writing first, then hands and feet out of place."""
    from supple.figure.contacts import all_faults
    from supple.store.plain_file import shown_path

    name = shown_path(path)
    try:
        return [f"{name}: {fault}" for fault in all_faults(_read(path))]
    except ProblemsFound as error:
        return [str(replace(p, file=name)) for p in error.problems]
    except ArithmeticError:
        return [f"{name}: The figure holds numbers that cannot be drawn. Make them smaller."]


def _read(path: Path) -> Drawing:
    """Raises ProblemsFound with all that is wrong in its writing."""
    from supple.figure.decode import decode
    from supple.store.json_bytes import decode_json
    from supple.store.json_positions import read_with_positions
    from supple.store.plain_file import read_plain

    text = decode_json(read_plain(path, LARGEST_FILE, ".json"))
    document = read_with_positions(text, *FIGURE_FILE)
    if document.problems:
        raise ProblemsFound(tuple(document.problems))
    return decode(document.value, document.locate)


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


def _number(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if least <= value <= most:
        return value
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least:g} to {most:g}")


def _share(text: str) -> float:
    return _number(text, 0, 1)


def _rate(text: str) -> float:
    return _number(text, 1, FASTEST)


def _pixels(text: str) -> int:
    return round(_number(text, 1, LONGEST))


def parser() -> argparse.ArgumentParser:
    """What ``supple figure`` takes."""
    look = argparse.ArgumentParser(add_help=False)
    look.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="the colours; else light"
    )
    look.add_argument(
        "--side", choices=("left", "right"), default="right", help="which leg; else the right"
    )
    look.add_argument(
        "--skin", type=int, choices=range(SKINS), default=0, help="its tone, fair to dark; else 0"
    )
    look.add_argument("--hair", type=int, choices=range(HAIRS), default=0, help="its cut; else 0")
    made = argparse.ArgumentParser(prog="supple figure", description="The figure as pictures.")
    actions = made.add_subparsers(dest="action", metavar="ACTION", required=True)
    one = actions.add_parser("sheet", parents=[look], help="all figures, start and stretched")
    one.add_argument("out", type=Path, metavar="OUT.png")
    test = actions.add_parser("check", help="say what is wrong in a figure file")
    test.add_argument("file", type=Path, metavar="FILE.json")
    show = actions.add_parser("show", parents=[look], help="one figure, or a film of it")
    show.add_argument("id", metavar="ID")
    show.add_argument(
        "--phase", type=_share, default=1.0, help="0 start to 1 stretched; else stretched"
    )
    show.add_argument("--cycle", type=_share, help="0 to 1 within one repetition")
    for side, usual in (("--width", 900), ("--height", 700)):
        words = f"of the picture; else {usual}"
        show.add_argument(side, type=_pixels, default=usual, metavar="PIXELS", help=words)
    where = show.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "-o", "--out", type=Path, metavar="OUT.png", help="one picture; this or one of the next two"
    )
    where.add_argument("--frames", type=Path, metavar="DIR", help="a film, picture by picture")
    where.add_argument("--film", type=Path, metavar="OUT.png", help="a film, as an animated PNG")
    show.add_argument(
        "--fps", type=_rate, default=12.0, help="pictures a second of a film; else 12"
    )
    return made

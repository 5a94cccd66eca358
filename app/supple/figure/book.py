"""Every figure there is, read when it is first needed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from supple.core.problem import Problem, ProblemsFound

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from supple.figure.drawing import Drawing
    from supple.figure.port import FigureView
    from supple.figure.stage import Stage

log = logging.getLogger(__name__)
Read = Callable[[str], bytes]


class Figures:
    """Draws the figures of a collection. See ``port.FigurePainter``."""

    def __init__(self, read: Read, names: Iterable[str]) -> None:
        self._read = read
        self._names = frozenset(names)
        self._drawings: dict[str, Drawing | None] = {}
        self._stage: Stage | None = None

    def ids(self) -> frozenset[str]:
        """Every figure there is."""
        return self._names

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        """Draw ``view`` into ``rect`` (device-independent pixels), and nowhere else.

        A figure that is unknown or cannot be read draws nothing and is logged once.
        """
        drawing = self.drawing(view.figure)
        if drawing is None:
            return
        if self._stage is None:
            from supple.figure.stage import Stage

            self._stage = Stage()
        self._stage.paint(painter, rect, drawing, view)

    def description(self, figure: str) -> str:
        """The picture in words; "" for an unknown id."""
        drawing = self.drawing(figure)
        return drawing.description if drawing else ""

    def cycles(self, figure: str) -> bool:
        """Whether the figure has a movement that ``FigureView.cycle`` plays."""
        drawing = self.drawing(figure)
        return bool(drawing and drawing.cycle)

    def place(self, rect: QRectF, view: FigureView, part: str) -> tuple[float, float] | None:
        """Where a part of the body, such as ``near.hip``, is drawn in ``rect``.

        In the painter's coordinates; None for an unknown figure or part.
        """
        from PySide6.QtCore import QPointF

        from supple.figure.scene import solve_scene
        from supple.figure.stage import fit

        drawing = self.drawing(view.figure)
        if drawing is None:
            return None
        points = solve_scene(drawing, view.phase, view.cycle, view.breath).person.points
        if part not in points:
            return None
        place = fit(rect, drawing.box, view.side).map(QPointF(*points[part]))
        return (place.x(), place.y())

    def drawing(self, figure: str) -> Drawing | None:
        """The figure's data, or None when there is none that can be used."""
        if figure not in self._drawings:
            self._drawings[figure] = self._load(figure)
        return self._drawings[figure]

    def _load(self, figure: str) -> Drawing | None:
        if figure not in self._names:
            log.warning("There is no figure called %r.", figure)
            return None
        try:
            return read_figure(self._read(f"figures/{figure}.json"), figure)
        except (OSError, ProblemsFound) as e:
            log.warning("The figure %r cannot be shown: %s", figure, e)
            return None


def load_figures(read: Read, names: Iterable[str]) -> Figures:
    """The figures called ``names``.

    ``read`` gives the bytes of a resource such as ``figures/march.json``; it is called
    when a figure is first asked for, and may raise ``OSError``.
    """
    return Figures(read, names)


def read_figure(data: bytes, figure: str) -> Drawing:
    """One figure file. Raises ``ProblemsFound`` with every problem and its path."""
    import json

    from supple.figure.decode import decode

    try:
        document = json.loads(data)
    except ValueError as e:
        problem = Problem("", f"This is not JSON: {e}.", "Check commas, quotes and brackets.")
        raise ProblemsFound((problem,)) from e
    drawing = decode(document)
    if drawing.id != figure:
        what = f"The id is “{drawing.id}”, the file's name “{figure}”."
        raise ProblemsFound((Problem("id", what, "Make them the same."),))
    return drawing

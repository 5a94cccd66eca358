"""Every figure there is, read when it is first needed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from supple.core.own_figures import is_own
from supple.core.problem import Problem, ProblemsFound, UserError

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from supple.figure.drawing import Drawing
    from supple.figure.image_stage import ImageStage
    from supple.figure.own_shelf import OwnFiles, OwnShelf
    from supple.figure.port import FigureView
    from supple.figure.stage import Stage

log = logging.getLogger(__name__)
Read = Callable[[str], bytes]
HELD_BYTES = 40_000_000
"""Of images, unpacked, that are remembered beside the last one: a picture takes up to 10 MB."""


class Figures:
    """Draws the figures of a collection, and the person's own. See ``port.FigurePainter``."""

    def __init__(
        self, read: Read, names: Iterable[str], own: Callable[[], OwnFiles] | None = None
    ) -> None:
        """``own`` gives the files of the person's own figures, when the first is asked for."""
        self._read = read
        self._names = frozenset(names)
        self._open_own = own
        self._shelf: OwnShelf | None = None
        self._words: Callable[[str], str] = _no_words
        self._drawings: dict[str, Drawing | None] = {}
        self._stage: Stage | None = None
        self._images: dict[str, QImage] = {}
        self._let_go: set[str] = set()
        """Images that are read anew when they are shown again."""
        self._image_stage: ImageStage | None = None

    def ids(self) -> frozenset[str]:
        """Every figure that ships."""
        return self._names

    @property
    def own(self) -> OwnShelf:
        """The person's own figures."""
        if self._shelf is None:
            from supple.figure.own_shelf import OwnShelf

            self._shelf = OwnShelf(self._open_own() if self._open_own else None)
        return self._shelf

    def own_changed(self) -> None:
        """The files of own figures may have changed: look anew when asked next."""
        if self._shelf is not None:
            self._shelf.forget()
        self._forget_own()

    def lend(self, file_name: str, data: bytes) -> str:
        """Show a figure that is not saved, such as ``own-calf.png``, under its id, returned.

        Raises UserError when the name is none of an own figure.
        """
        figure = self.own.lend(file_name, data)
        self._forget_own(figure)
        return figure

    def unlend(self) -> None:
        """Let go of every figure lent."""
        if self._shelf is not None:
            self._shelf.unlend()
            self._forget_own()

    def set_words(self, words: Callable[[str], str]) -> None:
        """Who knows what an image shows, "" for nobody, where it does not say so itself."""
        self._words = words

    def version(self, figure: str) -> str:
        """Differs when the picture of an own figure does; "" for what ships."""
        return self.own.version(figure) if is_own(figure) else ""

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        """Draw ``view`` into ``rect`` (device-independent pixels), and nowhere else.

        A figure that is unknown or cannot be read draws nothing and is logged once.
        """
        drawing = self.drawing(view.figure)
        if drawing is not None:
            if self._stage is None:
                from supple.figure.stage import Stage

                self._stage = Stage()
            self._stage.paint(painter, rect, drawing, view)
            return
        image = self.image(view.figure)
        if image is not None:
            if self._image_stage is None:
                from supple.figure.image_stage import ImageStage

                self._image_stage = ImageStage()
            self._image_stage.paint(painter, rect, image, view)

    def description(self, figure: str) -> str:
        """The picture in words; "" for an unknown id."""
        drawing = self.drawing(figure)
        if drawing is not None:
            return drawing.description
        image = self.image(figure)
        if image is None:
            return ""
        from supple.figure.photo import words_of

        return words_of(image) or self._words(figure) or "Your picture"

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

    def image(self, figure: str) -> QImage | None:
        """The image an own figure is, or None when it is a pose, or there is none."""
        if not is_own(figure) or self.drawing(figure) is not None:
            return None
        image = self._images.pop(figure, None)
        if image is None and figure in self._let_go:
            self._let_go.discard(figure)
            self._load(figure)
            image = self._images.pop(figure, None)
        if image is not None:
            self._images[figure] = image  # as the youngest
            self._let_go_of_old()
        return image

    def _let_go_of_old(self) -> None:
        held = sum(image.sizeInBytes() for image in self._images.values())
        while held > HELD_BYTES and len(self._images) > 1:
            oldest = next(iter(self._images))
            held -= self._images.pop(oldest).sizeInBytes()
            self._let_go.add(oldest)

    def _load(self, figure: str) -> Drawing | None:
        try:
            if is_own(figure):
                return self._load_own(figure)
            if figure in self._names:
                return read_figure(self._read(f"figures/{figure}.json"), figure)
            log.warning("There is no figure called %r.", figure)
        except (OSError, UserError) as e:
            log.warning("The figure %r cannot be shown: %s", figure, e)
        return None

    def _load_own(self, figure: str) -> Drawing | None:
        """A pose; None for an image, which is then at hand."""
        from supple.core.own_figures import IMAGE

        found = self.own.read(figure)
        if found is None:
            log.warning("There is no figure called %r.", figure)
            return None
        name, data = found
        if not name.endswith(IMAGE):
            from supple.figure.own_pose import read_own_figure

            return read_own_figure(data, figure)
        from supple.figure.photo import decode

        self._images[figure] = decode(data)
        return None

    def _forget_own(self, figure: str = "") -> None:
        """Read ``figure``, or every own one, anew."""
        gone = [f for f in self._drawings if is_own(f) and figure in ("", f)]
        for name in gone:
            del self._drawings[name]
            self._images.pop(name, None)
            self._let_go.discard(name)
        if gone:
            # Both remember pictures by the id.
            self._stage = None
            self._image_stage = None


def _no_words(_figure: str) -> str:
    return ""


def load_figures(
    read: Read, names: Iterable[str], own: Callable[[], OwnFiles] | None = None
) -> Figures:
    """The figures called ``names``, and those of ``own``.

    ``read`` gives the bytes of a resource such as ``figures/march.json``; it is called
    when a figure is first asked for, and may raise ``OSError``.
    """
    return Figures(read, names, own)


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

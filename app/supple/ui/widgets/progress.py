"""How far the session has come, one piece per stretch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_GAP = 6


class SessionProgress(QLabel):
    """A bar in pieces as wide as their stretches are long.

    To a screen reader it is text: a progress bar would be read out by itself.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks: tuple[float, ...] = (1.0,)
        self._block = 0
        self._fraction = 0.0
        self._shares: tuple[float, ...] | None = None
        self._drawn = -1
        self._token = "ink"
        self._scale = 1.0
        self.setAccessibleName("Session")
        look.changed.connect(self.update)

    @property
    def shown(self) -> tuple[tuple[float, ...], int, float]:
        """What ``show_progress`` was given last."""
        return self._blocks, self._block, self._fraction

    def show_progress(self, blocks: Sequence[float], block: int, fraction: float) -> None:
        """``fraction`` (0 to 1) of piece ``block`` is done, and all before it.

        ``blocks`` are the stretches' planned seconds.
        """
        changed = tuple(blocks) != self._blocks or block != self._block
        changed = changed or self._shares is not None
        self._shares = None
        self._blocks, self._block, self._fraction = tuple(blocks), block, fraction
        drawn = round(self._edge())
        if changed or drawn != self._drawn:
            self._drawn = drawn
            self.update()

    @property
    def shares(self) -> tuple[float, ...]:
        """What ``show_shares`` was given last; () where progress is shown since."""
        return self._shares or ()

    def show_shares(self, blocks: Sequence[float], shares: Sequence[float]) -> None:
        """``shares`` (0 to 1) of each piece are done, whatever came before or after it."""
        self._blocks, self._shares = tuple(blocks), tuple(shares)
        self.update()

    def tell(self, text: str) -> None:
        """What a screen reader says of it, such as ``1 of 6, 8:20 left``; call it rarely."""
        self.setAccessibleName(f"Session, {text}")

    def set_token(self, token: str) -> None:
        """The colour of what is done."""
        if token != self._token:
            self._token = token
            self.update()

    def set_scale(self, scale: float) -> None:
        """1 is a gap of 6 pixels."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        radius = self.height() / 2
        for index, box in enumerate(self._boxes()):
            draw.rounded(painter, box, radius, theme.color("track"), theme.edge)
            done = self._done(index)
            if done > 0:
                shape = QPainterPath()
                shape.addRoundedRect(box, radius, radius)
                filled = QRectF(box)
                filled.setWidth(box.width() * done)
                cut = QPainterPath()
                cut.addRect(filled)
                painter.fillPath(shape.intersected(cut), theme.color(self._token))
        painter.end()

    def _done(self, index: int) -> float:
        if self._shares is not None:
            return self._shares[index] if index < len(self._shares) else 0.0
        return 1.0 if index < self._block else self._fraction if index == self._block else 0.0

    def _boxes(self) -> list[QRectF]:
        gap = _GAP * self._scale
        room = self.width() - gap * (len(self._blocks) - 1)
        total = sum(self._blocks) or 1.0
        boxes, x = [], 0.0
        for seconds in self._blocks:
            width = room * seconds / total
            boxes.append(QRectF(x, 0, width, self.height()))
            x += width + gap
        return boxes

    def _edge(self) -> float:
        boxes = self._boxes()
        if self._block >= len(boxes):
            return float(self.width())
        box = boxes[self._block]
        return box.left() + box.width() * self._fraction

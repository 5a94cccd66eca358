"""A figure that goes into its stretch and out again while it is looked at."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.core.routine import Side
from supple.figure.port import FigurePainter, FigureView
from supple.ui.look import Look
from supple.ui.session.pose import round_trip
from supple.ui.widgets import draw
from supple.ui.widgets.stage import FigureStage, StageView

FRAME_MS = 33
_ROUND_S = 3.0
"""One repetition."""
_ICON = 40


class MovingStage(FigureStage):
    """Shows one figure in motion, for the left side, which is done first."""

    def __init__(self, look: Look, figures: FigurePainter, parent: QWidget | None = None) -> None:
        super().__init__(look, figures, parent)
        self._painter = figures
        self._motion = look
        self._figure = ""
        self._repeats = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._step)

    def show_figure(self, figure: str, *, repeats: bool = False) -> None:
        """Show ``figure``; ``repeats``: in its repeated movement where it has one."""
        if (figure, repeats) == (self._figure, self._repeats) and self.view is not None:
            return
        self._figure, self._repeats = figure, repeats
        self._clock.start()
        if not figure:
            self.clear()
            self.setAccessibleName("No picture")
        self._follow()
        self._step()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._figure:
            return
        side, dpr = self._motion.px(_ICON), self.devicePixelRatioF()
        mark = self._motion.pixmap("picture", "muted", side, dpr)
        painter = draw.smooth(self)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, mark)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _follow(self) -> None:
        moves = bool(self._figure) and not self._motion.reduced_motion and self.isVisible()
        if moves and not self._timer.isActive():
            self._timer.start()
        elif not moves:
            self._timer.stop()

    def _step(self) -> None:
        if not self._figure:
            return
        elapsed = self._clock.elapsed() / 1000 if self._timer.isActive() else 0.0
        phase, cycle = (round_trip(elapsed), None) if self._timer.isActive() else (1.0, None)
        if self._repeats and self._painter.cycles(self._figure):
            phase, cycle = 1.0, round(elapsed / _ROUND_S % 1.0 * 60) / 60
        self.show_view(StageView(FigureView(self._figure, Side.LEFT, phase, cycle=cycle)))

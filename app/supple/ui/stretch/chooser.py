"""All figures to choose from, each moving while it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from supple.core.routine import Side
from supple.figure.port import FigureView
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.picture import Pictures
from supple.ui.reveal import follow
from supple.ui.session.pose import round_trip
from supple.ui.stretch.moving import FRAME_MS
from supple.ui.widgets import draw

_WIDTH = 760
_TILE, _STAGE = 150, 104
_COLUMNS = 4


class FigureChooser(Overlay):
    """A grid of figures; ``chosen`` carries the id of the one picked."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        pictures: Pictures,
        figures: Sequence[tuple[str, str]],
        current: str,
    ) -> None:
        """``figures`` are ids with their names; ``current`` is the one in use."""
        super().__init__(look, parent, "Choose a figure", _WIDTH)
        self._tiles = [Tile(look, pictures, figure, name) for figure, name in figures]
        self._current = current
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setSpacing(10)
        for place, tile in enumerate(self._tiles):
            tile.setChecked(tile.figure == current)
            tile.clicked.connect(lambda _=False, figure=tile.figure: self._choose(figure))
            tile.step_asked.connect(lambda by, n=place: self._step(n, by))
        self._scroller = Scroller(look, bottom=4, edge=4)
        self._scroller.set_right(16)
        self._scroller.set_body(self._grid)
        self.refit()
        self.content.addWidget(self._scroller)
        self.add_button("Cancel", "secondary", accepts=False, key="Esc")

    def first(self) -> QWidget | None:
        return next((t for t in self._tiles if t.figure == self._current), self._tiles[0])

    def refit(self) -> None:
        parent, look = self.parentWidget(), self._look
        if parent is None:
            return
        columns = _COLUMNS if parent.width() >= look.px(_WIDTH) else 3
        if columns != self._columns:
            self._columns = columns
            self._lay_out()
        rows = -(-len(self._tiles) // columns)
        wanted = rows * (look.px(_TILE) + 10) + 12
        room = parent.height() - look.px(210)
        self._scroller.setFixedHeight(max(look.px(_TILE), min(wanted, room)))

    def _lay_out(self) -> None:
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _choose(self, figure: str) -> None:
        self.accept()
        self.chosen.emit(figure)

    def _step(self, place: int, by: tuple[int, int]) -> None:
        target = place + by[0] + by[1] * self._columns
        if 0 <= target < len(self._tiles):
            self._tiles[target].setFocus(Qt.FocusReason.TabFocusReason)


class Tile(QAbstractButton):
    """A figure with its name; it moves under the pointer or with the focus."""

    step_asked = Signal(object)
    """Columns and rows that an arrow key leads to."""

    def __init__(self, look: Look, pictures: Pictures, figure: str, name: str) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self.figure = figure
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(pictures.figures.description(figure))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("plainFocus", True)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.update)

    @property
    def moves(self) -> bool:
        """Whether it is in motion."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(_TILE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        follow(self, event)
        self._set_moving()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_moving()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._set_moving()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_moving()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.step_asked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        chosen, here = self.isChecked(), self.hasFocus()
        fill = look.theme.color("sunken" if self.underMouse() else "surface")
        edge = look.theme.color("primary" if chosen or here else "line")
        draw.rounded(painter, box, 12, fill, edge, 2 if chosen or here else 1)
        stage = QRectF(6, 6, box.width() - 12, look.px(_STAGE))
        self._paint_figure(painter, stage)
        words = QRectF(10, stage.bottom() + 2, box.width() - 20, box.bottom() - stage.bottom() - 4)
        font = look.font("small-strong" if chosen else "small-medium")
        painter.setFont(font)
        painter.setPen(look.theme.color("ink"))
        text = _two_lines(self.text(), QFontMetricsF(font), words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _paint_figure(self, painter: QPainter, stage: QRectF) -> None:
        pictures = self._pictures
        if not self.moves:
            pictures.paint(painter, stage, self.figure, self.devicePixelRatioF(), 8)
            return
        draw.rounded(painter, stage, 8, self._look.theme.color("stage"))
        dark, skin, hair = pictures.dress
        phase = round_trip(self._clock.elapsed() / 1000)
        view = FigureView(
            self.figure,
            Side.LEFT,
            phase,
            dark=dark,
            skin=skin,
            hair=hair,
            backdrop=False,
            arrow=0.0,
        )
        pictures.figures.paint(painter, stage.adjusted(4, 4, -4, -4), view)

    def _set_moving(self) -> None:
        wanted = (self.hasFocus() or self.underMouse()) and not self._look.reduced_motion
        if wanted and not self.moves:
            self._clock.start()
            self._timer.start()
        elif not wanted:
            self._timer.stop()
        self.update()


def _two_lines(text: str, metrics: QFontMetricsF, width: float) -> str:
    """``text`` on two lines at most, the second cut where it is too long."""
    first, rest = "", text
    for word in text.split():
        longer = f"{first} {word}".strip()
        if metrics.horizontalAdvance(longer) > width:
            break
        first, rest = longer, text[len(longer) :].strip()
    if not first or not rest:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)}"

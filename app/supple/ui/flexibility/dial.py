"""The drawn leg that is raised to the angle it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from supple.core.flexibility import NOT_TIGHT_DEG, TIGHT_DEG
from supple.core.routine import Side
from supple.figure.port import LEG_ANGLE, LEG_ANGLE_MOST, FigureView
from supple.ui.flexibility.dial_plan import GRAB, LEG, MOST, DialPlan, held
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets import draw

TYPED_MS = 1500
"""So long a further digit belongs to the one before."""
STEP, LEAP = 1, 5
BANDS = (
    (0.0, TIGHT_DEG, "accent-soft"),
    (TIGHT_DEG, NOT_TIGHT_DEG, "rest-soft"),
    (NOT_TIGHT_DEG, float(MOST), "primary-soft"),
)
_NUMBERED = (0, 30, 60, 80, 90)
_CLOSE = 190
"""Pixels of radius below which 80 and 90 have no room beside one another, at text size 1."""
_HANDLE, _RING = 38.0, 50.0
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class AngleDial(QSlider):
    """0 to 110 degrees, by dragging the leg, by keys, or by typing the number."""

    saved = Signal()
    """Enter was pressed."""
    set_first = Signal()
    """The person has set an angle where none was set before."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._pictures = pictures
        self._side = Side.LEFT
        self._last: float | None = None
        self._grip: float | None = None
        """Degrees between the pointer and the leg while it is dragged."""
        self._typed = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPED_MS)
        self._typing.timeout.connect(self._end_typing)
        self.is_set = False
        """Whether the person has set an angle."""
        self.setRange(0, MOST)
        self.setSingleStep(STEP)
        self.setPageStep(LEAP)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The handle has a ring of its own.
        self.setProperty("plainFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.valueChanged.connect(self._describe)
        look.changed.connect(self.update)
        self._describe()

    @property
    def side(self) -> Side:
        """The leg that is raised."""
        return self._side

    def begin(self, side: Side, last: float | None, value: int | None = None) -> None:
        """Begin with ``side``, flat or at ``value``; ``last``: degrees of the last check."""
        self._side, self._last = side, last
        self.is_set = value is not None
        self._grip = None
        self._end_typing()
        self.setValue(value or 0)
        self._describe()
        self.update()

    def choose(self, degrees: float) -> None:
        """Set the angle as the person does; it is kept within 0 to 110."""
        first, self.is_set = not self.is_set, True
        self.setValue(held(degrees))
        if first:
            self.set_first.emit()
            self.update()

    def press(self, key: int, *, shift: bool = False) -> bool:
        """Do what a key does; False for a key that does nothing here."""
        step = LEAP if shift else STEP
        moves = {
            Qt.Key.Key_Up: step,
            Qt.Key.Key_Right: step,
            Qt.Key.Key_Down: -step,
            Qt.Key.Key_Left: -step,
            Qt.Key.Key_PageUp: LEAP,
            Qt.Key.Key_PageDown: -LEAP,
            Qt.Key.Key_Home: -MOST,
            Qt.Key.Key_End: MOST,
        }
        if key in _DIGITS:
            self._type(chr(key))
        elif key == Qt.Key.Key_Backspace and self._typed:
            self._typed = self._typed[:-1]
            self.choose(int(self._typed or "0"))
        elif (move := moves.get(Qt.Key(key))) is not None:
            self._end_typing()
            self.choose(self.value() + move)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end_typing()
            self.saved.emit()
        else:
            return False
        return True

    def plan(self) -> DialPlan:
        """Where everything stands now."""
        return DialPlan.of(self.width(), self.height(), self._side, self._look.text_scale)

    def view(self) -> FigureView:
        """The figure as it lies now."""
        dark, skin, hair = self._pictures.dress
        phase = self.value() / LEG_ANGLE_MOST
        return FigureView(
            LEG_ANGLE,
            side=self._side,
            phase=phase,
            dark=dark,
            skin=skin,
            hair=hair,
            backdrop=False,
        )

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(528), self._look.px(330))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(280), 170)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        command = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if command or not self.press(event.key(), shift=shift):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that is scrolled must not move the leg.
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        plan, at = self.plan(), event.position()
        if self._on_leg(at):
            self._grip = self.value() - plan.angle(at.x(), at.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._on_band(at):
            self._grip = 0.0
            self.choose(plan.angle(at.x(), at.y()))
        self._end_typing()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._grip is not None:
            self.choose(self.plan().angle(at.x(), at.y()) + self._grip)
        else:
            self._show_hand(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self._show_hand(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.unsetCursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        plan = self.plan()
        painter = draw.smooth(self)
        self._paint_bands(painter, plan)
        self._paint_angle(painter, plan)
        self._paint_border(painter, plan)
        self._pictures.figures.paint(painter, QRectF(*plan.scene()), self.view())
        self._paint_handle(painter, plan)
        painter.end()

    # Inside

    def _type(self, digit: str) -> None:
        """One more digit of a number; one that would be too large begins anew."""
        typed = self._typed + digit
        if int(typed) > MOST or len(typed) > 3:
            typed = digit
        self._typed = typed
        self._typing.start()
        self.choose(int(typed))

    def _end_typing(self) -> None:
        self._typing.stop()
        self._typed = ""

    def _on_leg(self, at: QPointF) -> bool:
        plan = self.plan()
        reach = max(GRAB, 60 * plan.unit)
        return plan.from_leg(at.x(), at.y(), self.value()) <= reach

    def _on_band(self, at: QPointF) -> bool:
        plan = self.plan()
        angle = plan.angle(at.x(), at.y())
        near = abs(plan.distance(at.x(), at.y()) - plan.band) <= max(plan.band_width, 14.0)
        return near and -2 <= angle <= MOST + 2

    def _show_hand(self, at: QPointF) -> None:
        if self._on_leg(at):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._on_band(at):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def _describe(self) -> None:
        leg = f"{self._side.value.capitalize()} leg"
        self.setAccessibleName(f"{leg}, degrees")
        words = f"{leg}, {self.value()} degrees" if self.is_set else f"{leg}, not set yet"
        if self._last is not None:
            words += f". Last time {self._last:.0f} degrees"
        self.setAccessibleDescription(words)

    def _paint_bands(self, painter: QPainter, plan: DialPlan) -> None:
        theme = self._look.theme
        ring = _around(plan, plan.band)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for start, end, token in BANDS:
            pen = QPen(theme.color(token), plan.band_width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            gap = 0.5 if end < MOST else 0.0
            _arc(painter, plan, ring, start + (0.5 if start else 0.0), end - gap)
        inner = plan.band - plan.band_width / 2
        for degrees in range(0, MOST + 1, 10):
            long = degrees in _NUMBERED and degrees != NOT_TIGHT_DEG
            painter.setPen(QPen(theme.color("control"), 1.5 if long else 1.0))
            a, b = (plan.place(degrees, r) for r in (inner - (11 if long else 6), inner - 1))
            painter.drawLine(QLineF(*a, *b))
        self._paint_numbers(painter, plan)

    def _paint_numbers(self, painter: QPainter, plan: DialPlan) -> None:
        theme, look = self._look.theme, self._look
        for degrees in _NUMBERED:
            main = degrees == NOT_TIGHT_DEG
            if degrees == 90 and plan.band < look.px(_CLOSE):
                continue
            painter.setFont(look.font("body-strong" if main else "body", numbers=True))
            painter.setPen(theme.color("ink" if main else "muted"))
            # The sign hangs over, so that the number stands above its mark.
            away = plan.band + plan.band_width / 2 + look.px(15)
            x, y = plan.place(degrees, away)
            box = QRectF(x - 40, y - 12, 80, 24)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{degrees}°")

    def _paint_angle(self, painter: QPainter, plan: DialPlan) -> None:
        """A small arc from the floor to the leg."""
        if self.value() < 4:
            return
        pen = QPen(self._look.theme.color(self._side.value), max(4.0, 12 * plan.unit))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        _arc(painter, plan, _around(plan, 215 * plan.unit), 0, self.value())

    def _paint_border(self, painter: QPainter, plan: DialPlan) -> None:
        """The dashed line at 80 degrees."""
        pen = QPen(self._look.theme.color("ink"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.5, 3.5])
        painter.setPen(pen)
        outer = plan.band + plan.band_width / 2
        start = plan.place(NOT_TIGHT_DEG, 90 * plan.unit)
        painter.drawLine(QLineF(*start, *plan.place(NOT_TIGHT_DEG, outer)))

    def _paint_handle(self, painter: QPainter, plan: DialPlan) -> None:
        theme = self._look.theme
        scale = max(0.8, min(1.3, plan.unit / 0.4))
        # The knee keeps a little bend, so the ankle lies a degree below the thigh's line.
        middle = QPointF(*plan.place(self.value() - 1.0, LEG * plan.unit))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.drawEllipse(middle, _RING * scale / 2, _RING * scale / 2)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color(self._side.value), 4 * scale))
        radius = _HANDLE * scale / 2 - 2 * scale
        painter.drawEllipse(middle, radius, radius)
        pen = QPen(theme.color("ink"), 2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for way in (-1, 1):
            tip = middle + QPointF(0, 8 * way * scale)
            wing = QPointF(5 * scale, -5 * way * scale)
            painter.drawPolyline(QPolygonF([tip + QPointF(-wing.x(), wing.y()), tip, tip + wing]))


def _around(plan: DialPlan, radius: float) -> QRectF:
    return QRectF(plan.hip_x - radius, plan.hip_y - radius, 2 * radius, 2 * radius)


def _arc(painter: QPainter, plan: DialPlan, box: QRectF, start: float, end: float) -> None:
    """Part of a circle from ``start`` to ``end`` degrees of the dial."""
    span = round((end - start) * 16)
    if plan.side is Side.LEFT:
        painter.drawArc(box, round((180 - start) * 16), -span)
    else:
        painter.drawArc(box, round(start * 16), span)

"""The drawn leg that is raised to the angle it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from supple.core.routine import Side
from supple.figure.port import LEG_ANGLE, LEG_ANGLE_MOST, FigureView
from supple.ui.flexibility.dial_paint import (
    paint_angle,
    paint_bands,
    paint_border,
    paint_handle,
)
from supple.ui.flexibility.dial_plan import GRAB, MOST, DialPlan, held
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets import draw

TYPED_MS = 1500
"""So long a further digit belongs to the one before."""
STEP, LEAP = 1, 5
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
        look, degrees = self._look, self.value()
        paint_bands(painter, look, plan)
        paint_angle(painter, look, plan, degrees)
        paint_border(painter, look, plan)
        self._pictures.figures.paint(painter, QRectF(*plan.scene()), self.view())
        paint_handle(painter, look, plan, degrees, focus=self.hasFocus())
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

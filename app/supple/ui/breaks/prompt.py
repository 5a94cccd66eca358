"""The prompt: a small window that says it is time, and leaves the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBitmap,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.break_view import PromptView, hides_in
from supple.core.key_names import brief, spoken
from supple.ui.breaks.place import corner, screen_in_use
from supple.ui.breaks.time_left import HIGH, paint_time_left
from supple.ui.heard import let_hear
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.focus import FocusRing

SIZE = (480, 228)
"""Pixels at text size 1."""
SETTLE_S = 0.6
"""Seconds after it came in which a click was meant for what lay below it."""
_PICTURE, _RADIUS, _EDGE = 104, 14, 20
_SMOOTH_MS, _CALM_MS = 100, 1000
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
_SHY = Qt.WindowType.WindowDoesNotAcceptFocus
_PLAY_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = ("S", "Esc")
"""They snooze and skip here."""


class BreakPrompt(QWidget):
    """Shows one :class:`PromptView` at a time and says what the person wants.

    It comes without the keyboard. Only a click on it asks for that; its keys work from then on.
    It counts its time down but goes only when it is withdrawn.
    """

    start_asked = Signal(str)
    """Id of the routine."""
    snooze_asked = Signal(int)
    """Minutes."""
    skip_asked = Signal()
    ran_out = Signal()
    """Its time is over and it is still here: it is for whoever keeps the time to withdraw it."""

    def __init__(self, look: Look, pictures: Pictures, now: Callable[[], float]) -> None:
        """``now`` is the monotonic clock that :attr:`PromptView.closes_at` is told in."""
        super().__init__(None, _FLAGS)
        self._look = look
        self._now = now
        self._view: PromptView | None = None
        self._came_at = 0.0
        self._start_key = ""
        self.setWindowTitle("Supple")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # Elsewhere a tool window goes away with the program's other windows.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("plainFocus", True)
        self._picture = Picture(pictures, padding=2)
        self._title = Text(look, "", "prompt")
        self._why = Text(look, "", token="muted", wrap=True)
        self._left = Text(look, "", "small", "muted", numbers=True)
        self._keys = Text(look, "", "small", "muted")
        self.start = Button(look, "", "primary", "prompt", icon="play-solid", key="Enter")
        self.snooze = Button(look, "", "secondary", "prompt", key="S")
        self.skip = Button(look, "Skip", "quiet", "prompt", key="Esc")
        self.start.clicked.connect(self._on_start)
        self.snooze.clicked.connect(self._on_snooze)
        self.skip.clicked.connect(self._on_skip)
        self._build()
        let_hear()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self.ring = FocusRing(look, self)
        look.changed.connect(self._refresh)
        self._refresh()

    @property
    def view(self) -> PromptView | None:
        """What is shown now; None when nothing is."""
        return self._view if self.isVisible() else None

    def show_prompt(self, view: PromptView) -> None:
        """Come to the corner of the screen in use, above all windows, without the keyboard."""
        self._view = view
        self._title.say(view.title)
        self._why.say(view.why)
        self.start.setText(f"Start, {view.minutes}")
        self._describe_start()
        self.start.setToolTip(view.name)
        self.snooze.setText(f"Snooze {view.snooze_min}")
        self.snooze.setAccessibleName(f"Snooze for {view.snooze_min} minutes")
        self._picture.show_figure(view.figure)
        self._picture.setToolTip(view.name)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.why)
        self._came_at = self._now()
        self._accept_keys(False)
        self._show_keys()
        self._refresh()
        self.tick()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()
        announce(self, f"{view.title}. {view.why}")

    def set_start_key(self, key: str) -> None:
        """What was taught as "Start, or confirm", by its canonical name; "" for nothing."""
        self._start_key = "" if key in _OURS else key
        shown = self._start_key or "Enter"
        self.start.set_key(brief(shown), spoken(shown))
        self._describe_start()

    def withdraw(self) -> None:
        """Go away."""
        self.hide()

    def tick(self) -> None:
        """Show the time that is left now."""
        left_s = self._left_s()
        self._left.say(hides_in(left_s))
        high = HIGH + 2
        self.update(QRect(0, self.height() - high, self.width(), high))
        if left_s <= 0 and self.isVisible():
            self._timer.stop()
            self.ran_out.emit()

    @property
    def ticking(self) -> bool:
        """Whether it looks at the clock again by itself."""
        return self._timer.isActive()

    @property
    def tick_ms(self) -> int:
        """Milliseconds from one look at the clock to the next."""
        return self._timer.interval()

    # Qt's own

    def sizeHint(self) -> QSize:
        # Longer words, as of a larger text, make it larger.
        wanted = super().sizeHint()
        width = max(self._look.px(SIZE[0]), wanted.width())
        return QSize(width, max(self._look.px(SIZE[1]), wanted.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard: a click beside the buttons is the wish for it."""
        if self._settled():
            self._accept_keys(True)
            self.activateWindow()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _PLAY_KEYS or self._is_start(event):
            self._on_start()
        elif key == Qt.Key.Key_S:
            self._on_snooze()
        elif key == Qt.Key.Key_Escape:
            self._on_skip()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._show_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if QGuiApplication.platformName() != "xcb":
            return
        # Without a compositor nothing is see-through, and the corners would be black.
        shape = QBitmap(self.size())
        shape.fill(Qt.GlobalColor.color0)
        painter = QPainter(shape)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.rounded(painter, QRectF(self.rect()), _RADIUS, Qt.GlobalColor.color1)  # type: ignore[arg-type]
        painter.end()
        self.setMask(shape)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        theme = self._look.theme
        box = QRectF(self.rect())
        draw.rounded(painter, box, _RADIUS, theme.color("surface"), theme.color("line"))
        paint_time_left(painter, self._look, self, _RADIUS, self._part())
        painter.end()

    # Inside

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addSpacing(4)
        for text in (self._title, self._why, self._left, self._keys):
            words.addWidget(text)
        words.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(20)
        above.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(words, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        for button in (self.start, self.snooze, self.skip):
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE + 1, _EDGE + 1, _EDGE + 1, _EDGE + HIGH + 8)
        column.setSpacing(20)
        column.addLayout(above)
        column.addLayout(below)

    def _left_s(self) -> float:
        return self._view.closes_at - self._now() if self._view is not None else 0.0

    def _part(self) -> float:
        view = self._view
        return self._left_s() / view.shows_s if view is not None and view.shows_s > 0 else 0.0

    def _settled(self) -> bool:
        return self._now() - self._came_at >= SETTLE_S

    def _accept_keys(self, on: bool) -> None:
        """Whether a click may bring the keyboard here. The window itself stays as it is."""
        self.winId()
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(_SHY, not on)

    def _refresh(self) -> None:
        side = self._look.px(_PICTURE)
        self._picture.setFixedSize(side, side)
        self._timer.setInterval(_CALM_MS if self._look.reduced_motion else _SMOOTH_MS)
        layout = self.layout()
        if layout is not None:
            # The rows inside it do not know yet that their words are others now.
            layout.activate()
        self.setFixedSize(self.sizeHint())
        screen = screen_in_use()
        self.move(corner(screen.availableGeometry(), self.size()))

    def _describe_start(self) -> None:
        if self._view is not None:
            key = spoken(self._start_key or "Enter")
            self.start.setAccessibleDescription(f"{self._view.name}. Key: {key}")

    def _is_start(self, event: QKeyEvent) -> bool:
        if not self._start_key:
            return False
        from supple.ui.settings.key_press import name_of

        try:
            return name_of(event) == self._start_key
        except ValueError:
            return False

    def _show_keys(self) -> None:
        """Keys are promised only while they come here, or work from anywhere."""
        anywhere = self._view.anywhere if self._view is not None else ""
        self._keys.say(anywhere)
        self._keys.setVisible(bool(anywhere) and not self.isActiveWindow())
        for button in (self.start, self.snooze, self.skip):
            button.show_key(self.isActiveWindow())

    def _on_start(self) -> None:
        if self._view is not None and self._settled():
            self.start_asked.emit(self._view.routine)

    def _on_snooze(self) -> None:
        if self._view is not None and self._settled():
            self.snooze_asked.emit(self._view.snooze_min)

    def _on_skip(self) -> None:
        if self._view is not None and self._settled():
            self.skip_asked.emit()

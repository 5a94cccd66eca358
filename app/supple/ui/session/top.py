"""The head of the session page: the stretch's name, the counter and the progress bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.core.snapshot import Snapshot
from supple.ui.look import Look
from supple.ui.session import words
from supple.ui.session.frame import Frame
from supple.ui.widgets import draw
from supple.ui.widgets.label import Label
from supple.ui.widgets.progress import SessionProgress

_GAP = 12
_WIDEST = ("88 of 88", "8:88:88 left")


class Top(QWidget):
    """Stands still but for the counter, once a second."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = ""
        self.name = Label(look, "", "name", parent=self)
        self.counter = Counter(look, self)
        self.progress = SessionProgress(look, self)
        self._percent = -1
        self._note = ""

    def set_note(self, note: str) -> None:
        """What stands in the place of how far it has come; "" for nothing."""
        self._note = note

    def clear(self, title: str) -> None:
        """Show ``title`` and nothing else yet."""
        self._title = title
        self._elide()
        self.counter.show_words(self._note, "")
        self.progress.show_progress((1.0,), 0, 0.0)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw what changed."""
        if snapshot.title != self._title:
            self._title = snapshot.title
            self._elide()
        place, left = words.counter(snapshot)
        self.counter.show_words(self._note or place, left)
        self.progress.show_progress(snapshot.blocks, snapshot.block, snapshot.block_fraction)
        self._tell(snapshot, f"{place}, {left}")

    def counter_width(self, scale: float) -> int:
        """The room the counter needs at ``scale``, pixels."""
        scale *= self._look.session_text_scale
        metrics = QFontMetricsF(self._look.font("counter", scale))
        place, left = _WIDEST
        widths = (metrics.horizontalAdvance(text) for text in (self._note or place, left))
        return round(sum(widths) + (2 * _GAP + 4) * scale)

    def place(self, frame: Frame) -> None:
        """Take the frame's places."""
        self.setGeometry(0, 0, frame.body.width(), frame.progress.bottom() + 1)
        self.name.setGeometry(frame.title)
        self.name.set_scale(frame.text_scale)
        self.counter.setGeometry(frame.counter)
        self.counter.set_scale(frame.text_scale)
        self.progress.setGeometry(frame.progress)
        self.progress.set_scale(frame.scale)
        self._elide()

    def _elide(self) -> None:
        metrics = self.name.fontMetrics()
        width = self.name.width()
        self.name.say(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, width))
        self.name.setAccessibleName(self._title)

    def _tell(self, snapshot: Snapshot, text: str) -> None:
        total = sum(snapshot.blocks) or 1.0
        done = sum(snapshot.blocks[: snapshot.block])
        if snapshot.block < len(snapshot.blocks):
            done += snapshot.blocks[snapshot.block] * snapshot.block_fraction
        percent = round(100 * done / total)
        if percent != self._percent:
            self._percent = percent
            self.progress.tell(text)


class Counter(QLabel):
    """Two short texts with a line between them, at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = ""
        self._left = ""
        self._scale = 1.0
        look.changed.connect(self.update)

    def show_words(self, place: str, left: str) -> None:
        """Such as ``1 of 6`` and ``8:20 left``."""
        if (place, left) != (self._place, self._left):
            self._place, self._left = place, left
            self.setText(f"{place}, {left}" if left else place)

    def set_scale(self, scale: float) -> None:
        """1 is 26 pixels."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        font = self._look.font("counter", self._scale)
        metrics = QFontMetricsF(font)
        painter = draw.smooth(self)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        box = QRectF(self.rect())
        painter.drawText(box, align, self._left)
        x = box.right() - metrics.horizontalAdvance(self._left)
        if self._place and self._left:
            gap = _GAP * self._scale
            width = max(2.0, 2 * self._scale)
            height = 30 * self._scale
            middle = box.center().y()
            line = QRectF(x - gap - width, middle - height / 2, width, height)
            painter.fillRect(line, theme.color("line"))
            x -= 2 * gap + width
        painter.drawText(QRectF(0, 0, x, self.height()), align, self._place)
        painter.end()

"""One choice out of a few, side by side in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class Segmented(QWidget):
    """A row of exclusive choices; ``chosen`` carries the key of the one a person picks."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        options: Sequence[tuple[str, str]],
        current: str,
        *,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``options`` are pairs of key and label; ``name`` is read before them."""
        super().__init__(parent)
        self._look = look
        self.small = small
        self.radius = 8 if small else 10
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._parts: dict[str, _Part] = {}
        for key, label in options:
            part = _Part(look, self, label, first=not self._parts)
            part.clicked.connect(lambda _=False, key=key: self._on_click(key))
            row.addWidget(part)
            self._parts[key] = part
        list(self._parts.values())[-1].last = True
        self._current = current
        self.choose(current)

    @property
    def current(self) -> str:
        """The key of the choice."""
        return self._current

    def choose(self, key: str) -> None:
        """Set the choice without a signal. Raises ``KeyError`` for an unknown key."""
        self._parts[key].setChecked(True)
        self._current = key

    def rename(self, key: str, label: str) -> None:
        """Another label for a choice. Raises ``KeyError`` for an unknown key."""
        part = self._parts[key]
        if part.text() != label:
            part.setText(label)
            part.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, self.radius, theme.color("surface"), theme.color("control"))
        painter.end()

    def _on_click(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.chosen.emit(key)


class _Part(QAbstractButton):
    def __init__(self, look: Look, frame: Segmented, label: str, *, first: bool) -> None:
        super().__init__(frame)
        self._look = look
        self._frame = frame
        self._first = first
        self.last = False
        self.setText(label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        scale = self._look.text_scale
        pad, height = (10, 34) if self._frame.small else (16, 40)
        width = QFontMetricsF(self._font(True)).horizontalAdvance(self.text())
        return QSize(round(width + 2 * pad * scale) + 2, round(height * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        # Not by fillPath or fillRect, which take gradients: see draw.flat.
        if self.isChecked() or self.underMouse():
            painter.setClipRect(box)
            token = "primary" if self.isChecked() else "sunken"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(token))
            painter.drawPath(self._shape())
        if not self._first and not self.isChecked():
            draw.flat(painter, QRect(0, 1, 1, self.height() - 2), theme.color("line"))
        painter.setFont(self._font(self.isChecked()))
        painter.setPen(theme.color("on-primary" if self.isChecked() else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _font(self, strong: bool) -> QFont:
        size = "small" if self._frame.small else "body"
        return self._look.font(f"{size}-{'strong' if strong else 'medium'}")

    def _shape(self) -> QPainterPath:
        """The part's box, round where the frame is and square inside it."""
        radius = self._frame.radius
        box = QRectF(self.rect())
        if not self.isChecked():
            box.adjust(1, 1, -1, -1)
        if not self._first:
            box.setLeft(box.left() - radius)
        if not self.last:
            box.setRight(box.right() + radius)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        return path

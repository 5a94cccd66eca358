"""The button: eight kinds, eight sizes, with an icon before and a key cap after the label."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.theme import Theme, blend
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import HEIGHT as CAP_HEIGHT
from supple.ui.widgets.keycap import cap_width, paint_cap

KINDS = ("primary", "secondary", "soft", "ghost", "quiet", "regret", "care", "danger")


class _Size(NamedTuple):
    height: int
    pad: int
    radius: int
    role: str
    icon: int
    gap: int
    cap: float = 1.0
    """How large the key cap is, as a factor."""


SIZES = {
    "bar": _Size(48, 16, 10, "button", 18, 8),
    "huge": _Size(84, 28, 16, "button-huge", 34, 14, 1.8),
    "main": _Size(60, 16, 12, "button-large", 24, 10),
    "tiny": _Size(24, 8, 6, "button-small", 14, 4),
    "small": _Size(32, 12, 8, "button-small", 15, 6),
    "prompt": _Size(48, 13, 10, "button", 18, 8),
    "normal": _Size(40, 16, 10, "button", 18, 8),
    "large": _Size(56, 24, 12, "button-large", 20, 10),
}


class _Paint(NamedTuple):
    fill: QColor | None
    border: QColor | None
    ink: QColor


class Button(QPushButton):
    """A push button. Without text it is square and needs ``hint`` for its name."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "secondary",
        size: str = "normal",
        *,
        icon: str = "",
        key: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``icon`` is an icon's name, ``key`` what the key cap shows, ``hint`` the tool tip."""
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._size = SIZES[size]
        self._icon = icon
        self._key = key
        self._shows_key = bool(key)
        self._own_scale: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setToolTip(hint)
        # Enter presses a focused button here as Space does, not in dialogs only.
        self.setAutoDefault(True)
        if hint:
            self.setAccessibleName(text or hint)
        if key:
            self.setAccessibleDescription(f"Key: {key}")
        look.changed.connect(self._refresh)

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Another of ``KINDS``."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Another icon; "" for none."""
        if icon != self._icon:
            self._icon = icon
            self._refresh()

    def set_key(self, key: str, spoken: str = "") -> None:
        """Another key; ``spoken`` is what it is called where it is read out."""
        self.setAccessibleDescription(f"Key: {spoken or key}")
        if key != self._key:
            self._key = key
            self._refresh()

    def show_key(self, on: bool) -> None:
        """Whether the key cap is seen, for keys that do not work all the time."""
        if on != self._shows_key:
            self._shows_key = on
            self._refresh()

    @property
    def shows_key(self) -> bool:
        """Whether there is a key cap to be seen."""
        return self._shows_key

    def set_scale(self, scale: float) -> None:
        """Follow the session page's scale instead of the program's text size."""
        if scale != self._own_scale:
            self._own_scale = scale
            self._refresh()

    def sizeHint(self) -> QSize:
        size, scale = self._size, self._scale()
        height = round(size.height * scale)
        if not self.text() and not self._shows_key:
            return QSize(height, height)
        return QSize(round(self._content_width() + 2 * size.pad * scale), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        look = self._paint()
        radius = self._size.radius * self._scale()
        draw.rounded(painter, QRectF(self.rect()), radius, look.fill, look.border)
        self._paint_content(painter, look.ink)
        painter.end()

    def _content_width(self) -> float:
        scale = self._scale()
        widths = []
        if self._icon:
            widths.append(float(round(self._size.icon * scale)))
        if self.text():
            font = self._font()
            widths.append(QFontMetricsF(font).horizontalAdvance(self.text()))
        if self._shows_key:
            widths.append(cap_width(self._look, self._key, scale * self._size.cap) + 2)
        return sum(widths) + self._size.gap * scale * max(0, len(widths) - 1)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        scale = self._scale()
        gap = self._size.gap * scale
        x = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._icon:
            side = round(self._size.icon * scale)
            picture = self._look.tinted(self._icon, ink, side, self.devicePixelRatioF())
            painter.drawPixmap(round(x), round(middle - side / 2), picture)
            x += side + gap
        if self.text():
            font = self._font()
            painter.setFont(font)
            painter.setPen(ink)
            width = QFontMetricsF(font).horizontalAdvance(self.text())
            rect = QRectF(x, 0, width + 1, self.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
            x += width + gap
        if self._shows_key:
            cap_scale = scale * self._size.cap
            height = CAP_HEIGHT * cap_scale
            width = cap_width(self._look, self._key, cap_scale)
            cap = QRectF(x + 2, middle - height / 2, width, height)
            paint_cap(painter, self._look, cap, self._key, ink, cap_scale)

    def _scale(self) -> float:
        return self._look.text_scale if self._own_scale is None else self._own_scale

    def _font(self) -> QFont:
        return self._look.font(self._size.role, self._scale() / self._look.text_scale)

    def _paint(self) -> _Paint:
        theme = self._look.theme
        paint = _paint_of(theme, self._kind, self.underMouse(), self.isDown())
        if self.isEnabled():
            return paint
        ground = theme.color("bg")
        return _Paint(
            blend(paint.fill, ground, 0.45) if paint.fill else None,
            blend(paint.border, ground, 0.45) if paint.border else None,
            blend(paint.ink, blend(paint.fill, ground, 0.45) if paint.fill else ground, 0.55),
        )

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_of(theme: Theme, kind: str, hover: bool, down: bool) -> _Paint:
    color = theme.color
    if kind == "primary":
        fill = "primary-press" if down else "primary-hover" if hover else "primary"
        return _Paint(color(fill), None, color("on-primary"))
    if kind == "soft":
        soft = color("primary-soft")
        fill_color = _stirred(theme, soft, "primary", hover, down)
        return _Paint(fill_color, None, color("primary-ink"))
    if kind == "ghost":
        ghost = color("track") if down else color("sunken") if hover else None
        return _Paint(ghost, None, color("primary"))
    if kind == "quiet":
        quiet = color("track") if down else color("sunken") if hover else None
        return _Paint(quiet, None, color("muted"))
    if kind == "regret":
        regret = color("accent-soft") if hover or down else None
        return _Paint(regret, None, color("accent-ink"))
    if kind == "care":
        care = color("accent-soft") if hover or down else None
        return _Paint(care, color("accent-ink"), color("accent-ink"))
    if kind == "danger":
        fill_color = _stirred(theme, color("accent-ink"), "ink", hover, down)
        on_danger = QColor("#2A0F08") if theme.dark else QColor("#FFFFFF")
        return _Paint(fill_color, None, on_danger)
    rest = "track" if down else "sunken" if hover else "surface"
    return _Paint(color(rest), color("control"), color("ink"))


def _stirred(theme: Theme, fill: QColor, token: str, hover: bool, down: bool) -> QColor:
    part = 0.18 if down else 0.09 if hover else 0.0
    return blend(theme.color(token), fill, part)

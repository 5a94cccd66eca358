"""The warning signs on one card, as large as everything else that is read from the mat."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.label import Label

_SIGNS = (
    "pain shoots below the knee",
    "your leg goes numb or weak",
    "you feel numb between the legs",
    "you cannot control bladder or bowel",
)
_CALL = "Call a doctor or your local emergency number now."
_WIDTH = 400
_BUTTON = 1.25
"""How much larger its button is than the others of its kind: it has to be found at once."""
_MOST = 1.1
"""Beyond this the words no longer fit beside three choices; they are large already."""


class HelpCard(QFrame):
    """When to get help; ``told`` when one of the signs is there."""

    told = Signal()

    def __init__(self, look: Look, *, key: str = "", parent: QWidget | None = None) -> None:
        """``key`` is what says that one of the signs is there; "" where nothing is asked."""
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._picture = QLabel(self)
        self._head = Label(look, "Get help if", "ring-label", "accent-ink")
        self._signs = [Label(look, sign, "sign", wrap=True) for sign in _SIGNS]
        self._dots = [Label(look, "\N{BULLET}", "sign", "accent-ink") for _ in _SIGNS]
        self._call = Label(look, _CALL, "sign-strong", wrap=True)
        self._top = QHBoxLayout()
        self._top.addWidget(self._picture)
        self._top.addWidget(self._head, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        for dot, sign in zip(self._dots, self._signs, strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(sign, 1)
            self._column.addLayout(row)
        self._column.addWidget(self._call)
        self.button: Button | None = None
        if key:
            self.button = Button(look, "One of these is true", "care", "main", key=key)
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.button.clicked.connect(self.told)
            self._column.addWidget(self.button)
        self.setAccessibleName(f"Get help if {', '.join(_SIGNS)}. {_CALL}")
        look.changed.connect(self._refresh)

    def set_scale(self, scale: float, text_scale: float) -> None:
        """Distances follow ``scale``, texts ``text_scale``."""
        text_scale = min(text_scale, _MOST * scale)
        self._scale = text_scale
        pad = round(20 * scale)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(round(8 * scale))
        self._top.setSpacing(round(12 * scale))
        for label in (self._head, *self._dots, *self._signs, self._call):
            label.set_scale(text_scale)
        if self.button is not None:
            self.button.set_scale(_BUTTON * scale)
        self.setFixedWidth(round(_WIDTH * scale))
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        fill, border = theme.color("accent-soft"), theme.color("accent-line")
        draw.rounded(painter, QRectF(self.rect()), 12, fill, border)
        painter.end()

    def _refresh(self) -> None:
        side = round(30 * self._scale)
        dpr = self.devicePixelRatioF()
        self._picture.setPixmap(self._look.pixmap("stethoscope", "accent-ink", side, dpr))
        self.update()

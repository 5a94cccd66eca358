"""The card with the timeline and the button that plays it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from supple.core.draft_layout import Tint
from supple.ui.editor.bar import TOKENS, TimelineBar
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.painted import PaintedText

_NAMES = {Tint.LEFT: "Left", Tint.RIGHT: "Right", Tint.BOTH: "Both", Tint.REST: "Rest"}
_BOX, _HIGH, _THIN, _WORD, _NEXT = 12, 10, 6, 6, 16


class PreviewCard(Card):
    """What the routine looks like in time."""

    play_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self.body.setContentsMargins(20, 16, 20, 12)
        self.body.setSpacing(8)
        self.play = Button(look, "Play", size="small", icon="play-solid")
        self.play.clicked.connect(self.play_asked)
        self.bar = TimelineBar(look)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Text(look, "Preview", "subhead"))
        head.addWidget(Legend(look), 1)
        head.addWidget(self.play)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)

    def say_from(self, name: str) -> None:
        """Say with which stretch Play begins; "" where there is none."""
        self.play.setEnabled(bool(name))
        self.play.setToolTip(f"From {name} on. It is not counted." if name else "")
        self.play.setAccessibleName(f"Play from {name}" if name else "Play")
        self.play.setAccessibleDescription("A preview, which is not counted.")


class Legend(PaintedText):
    """What the colours of the timeline stand for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(f"Colours of the timeline: {', '.join(_NAMES.values())}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._look.line("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.line("small"))

    def _width(self) -> int:
        metrics = QFontMetricsF(self._look.font("small"))
        words = sum(metrics.horizontalAdvance(name) for name in _NAMES.values())
        return round(words) + len(_NAMES) * self._look.px(_BOX + _WORD + _NEXT)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, draw.smooth(self)
        font = look.font("small")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x, middle = 0.0, self.height() / 2
        for tint, name in _NAMES.items():
            high = look.px(_THIN if tint is Tint.REST else _HIGH)
            wide = look.px(_BOX)
            box = QRectF(x, middle - high / 2, wide, high)
            draw.rounded(painter, box, min(3, high / 2), look.theme.color(TOKENS[tint]))
            x += wide + look.px(_WORD)
            painter.setPen(look.theme.color("muted"))
            span = metrics.horizontalAdvance(name) + 1
            room = QRectF(x, 0, span, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            x += span + look.px(_NEXT)
        painter.end()

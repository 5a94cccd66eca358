"""What stands in the pose editor, and how it shares the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.pose.canvas import PoseCanvas
from supple.ui.pose.panel import PosePanel
from supple.ui.pose.words import HINT, START, STRETCHED
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented

TITLE = "Make a pose"
USE = "Use this pose"
OPTIONS, HIDE = "Options", "Hide options"
_PANEL = 250
_FOLD_UNDER = 700
"""Pixels of width, at text size 1, below which the choices fold away beside the picture."""


class PoseParts(QWidget):
    """A picture with the choices beside it, or folded away; nothing is done here."""

    def __init__(
        self, look: Look, ways: Sequence[str], person: tuple[int, int], parent: QWidget
    ) -> None:
        """``ways``: how one can begin, in words; ``person``: skin and hair."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(TITLE)
        self.page = QWidget()
        self.canvas = PoseCanvas(look, person)
        self.panel = PosePanel(look, ways)
        self.tabs = Segmented(
            look, [(START, "Start"), (STRETCHED, "Stretched")], START, name="Which pose"
        )
        self.undo = Button(look, "", "quiet", icon="undo", hint="Undo (Ctrl Z)")
        self.redo = Button(look, "", "quiet", icon="redo", hint="Redo (Ctrl Shift Z)")
        self.options = Button(look, OPTIONS)
        self.options.clicked.connect(self._toggle_options)
        self._tight = self._unfolded = self._playing = False
        self.play = Button(look, "Play", icon="play")
        self.cancel = Button(look, "Cancel")
        self.keep = Button(look, USE, "primary")
        self.said = Text(look, HINT, "body", "muted", wrap=True)
        self._lay_out()
        look.changed.connect(self._share_width)

    def show_playing(self, playing: bool) -> None:
        """Whether the film runs, and the button stops it."""
        self._playing = playing
        words, icon = ("Stop", "square") if playing else ("Play", "play")
        # Where it is narrow the sign alone says it.
        self.play.setText("" if self._tight else words)
        self.play.setAccessibleName(words)
        self.play.setToolTip(f"{words} (P)")
        self.play.set_icon(icon)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)
        column = self._column = QVBoxLayout(self.page)
        head, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(Text(self._look, TITLE, "heading"))
        head.addStretch(1)
        for widget in (self.options, self.tabs, self.undo, self.redo):
            head.addWidget(widget)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.panel)
        foot.addWidget(self.said, 1)
        for button in (self.play, self.cancel, self.keep):
            foot.addWidget(button)
        for row, gap, share in ((head, 8, 0), (middle, 16, 1), (foot, 8, 0)):
            row.setSpacing(gap)
            column.addLayout(row, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _toggle_options(self) -> None:
        self._unfolded = not self._unfolded
        self._share_width()

    def _share_width(self) -> None:
        tight = self._tight = self.width() < self._look.px(_FOLD_UNDER)
        self._column.setContentsMargins(*((16, 8, 16, 8) if tight else (24, 16, 24, 16)))
        self._column.setSpacing(8 if tight else 12)
        self.said.set_role("small" if tight else "body")
        self.options.setVisible(tight)
        self.options.setText(HIDE if self._unfolded else OPTIONS)
        self.show_playing(self._playing)
        self.panel.setVisible(self._unfolded or not tight)
        # The figure is the larger part, but no word is cut for it.
        wanted = min(self._look.px(_PANEL), round(self.width() * 0.36))
        self.panel.setFixedWidth(max(wanted, self.panel.least_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, self.rect(), self._look.theme.color("bg"))
        painter.end()

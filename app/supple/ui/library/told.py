"""A column of words about a stretch or a routine, each kind in its own type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from supple.core import labels
from supple.core.routine import Side
from supple.core.wording import for_side
from supple.ui.flow import FlowLayout
from supple.ui.library.parts import MuscleBar
from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip

_SHARES = ((0.92, "main"), (0.5, "some"), (0.34, "some"), (0.2, "a little"))
"""How full the bar of a muscle is, and in a word: the first muscle is stretched most."""


class Told:
    """Fills ``rows`` from the top; other widgets can be put between."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)

    def begin(self, title: str, *, above: int) -> None:
        """Empty it, and begin with a title, so many pixels below the edge."""
        clear(self.rows)
        self.rows.setContentsMargins(0, above, 0, 0)
        self.rows.addWidget(Text(self._look, title, "heading", wrap=True))

    def text(self, text: str, role: str, token: str, *, above: int = 0) -> None:
        """A paragraph."""
        self.rows.addSpacing(above)
        self.rows.addWidget(Text(self._look, text, role, token, wrap=True))

    def chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Facts, each an icon and a few words; those without words are left out."""
        row = FlowLayout([Chip(self._look, text, icon=icon) for icon, text in chips if text])
        self.rows.addSpacing(8)
        self.rows.addLayout(row)
        self.rows.addSpacing(12)

    def steps(self, steps: Sequence[str]) -> None:
        """What is done, in order."""
        for n, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.setContentsMargins(0, 2, 0, 2)
            number = Text(self._look, str(n), "small-strong", "primary", numbers=True, line=20)
            number.setFixedWidth(self._look.px(14))
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(self._look, step, "body", wrap=True, line=20), 1)
            self.rows.addLayout(row)

    def muscles(self, focus: Sequence[str]) -> None:
        """Muscles by their names in the files, the one that is stretched most first."""
        self.rows.addSpacing(8)
        for n, muscle in enumerate(focus):
            share, word = _SHARES[min(n, len(_SHARES) - 1)]
            self.rows.addWidget(MuscleBar(self._look, labels.muscle(muscle), share, word))
        self.rows.addSpacing(8)

    def care(self, text: str, action: Button | None = None) -> None:
        """A warning; "" is none."""
        if not text:
            return
        banner = Banner(self._look, text, "care", icon="shield-alert")
        banner.label.set_role("small")
        if action is not None:
            banner.add_action(action)
        self.rows.addSpacing(8)
        self.rows.addWidget(banner)

    def listing(self, head: str, entries: Sequence[str]) -> None:
        """Sentences below a head, told for the left leg; no head without any."""
        if not entries:
            return
        self.text(head, "small-strong", "ink", above=12)
        for entry in entries:
            self.text(for_side(entry, Side.LEFT), "small", "muted", above=2)

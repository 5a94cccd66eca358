"""The inside of "Why this works": what it does, where the dose comes from, and the limits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.why import NO_SOURCE, Origin, Why
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button


class WhyPanel(QWidget):
    """Three short parts, and the way to all sources."""

    sources_asked = Signal(str)
    """Id of the source to begin with, "" for the first."""

    def __init__(self, look: Look, why: Why) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 4)
        self._column.setSpacing(0)
        self._say(*why.does)
        if why.dose or why.origins:
            self._head("Where the dose comes from")
            self._say(why.dose)
            for origin in why.origins:
                self._add_origin(origin)
        else:
            self._head("Where it comes from")
            self._say(NO_SOURCE)
        self._head("How far it goes")
        self._say(*why.limits)
        first = why.origins[0].document if why.origins else ""
        more = self.more = Button(look, "All sources", "soft", "small", icon="library-big")
        more.setAccessibleDescription("Opens the documents and studies behind the numbers")
        more.clicked.connect(lambda: self.sources_asked.emit(first))
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(more)
        row.addStretch(1)
        self._column.addLayout(row)

    def _head(self, text: str) -> None:
        self._column.addSpacing(10)
        self._column.addWidget(Text(self._look, text, "small-strong"))

    def _say(self, *lines: str) -> None:
        for line in lines:
            if line:
                self._column.addSpacing(4)
                self._column.addWidget(Text(self._look, line, "small", "muted", wrap=True))

    def _add_origin(self, origin: Origin) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(Text(self._look, origin.title, "small-medium", wrap=True))
        if origin.says:
            self._column.addWidget(Text(self._look, origin.says, "small", "muted", wrap=True))

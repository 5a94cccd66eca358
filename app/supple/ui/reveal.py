"""Bringing into view what the keyboard has come to, or what has just been opened.

A scroll area follows Tab inside it by itself, but not when Tab comes from outside.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE = 8
"""Pixels that stay free above and below."""
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def follow(widget: QWidget, event: QFocusEvent) -> None:
    """Bring ``widget`` into view if a key has brought the focus."""
    if event.reason() in _BY_KEY:
        reveal(widget)


def reveal(widget: QWidget) -> None:
    """Scroll as far as is needed to see ``widget``: all of it, or else its top."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if area is not None else None
    if area is None or content is None:
        return
    layout = content.layout()
    if layout is not None:
        # What was opened just now has its place only after this.
        layout.activate()
        content.adjustSize()
    top = widget.mapTo(content, QPoint()).y()
    height = max(widget.height(), widget.sizeHint().height())
    bar, room = area.verticalScrollBar(), area.viewport().height()
    if top + height + _EDGE > bar.value() + room:
        bar.setValue(min(top - _EDGE, top + height + _EDGE - room))
    if top - _EDGE < bar.value():
        bar.setValue(top - _EDGE)

"""Turning the wheel scrolls the page, whatever control lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSlider, QWidget


class PassWheel(QObject):
    """Leaves the wheel to the page unless its control is a slider that has the focus.

    A voice or a volume changed by scrolling past it is not noticed before the next session.
    """

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        meant = isinstance(watched, QSlider) and watched.hasFocus()
        if event.type() is QEvent.Type.Wheel and not meant:
            event.ignore()
            return True
        return False

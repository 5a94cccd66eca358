"""Telling a screen reader something at once."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have ``text`` read out, where a screen reader runs and Qt can tell it.

    ``urgent``: at once, in the middle of what it reads.
    """
    # Not above: the class takes two milliseconds to come, and the first picture does not need it.
    from PySide6.QtGui import QAccessible

    if not text or not QAccessible.isActive():
        return
    # Bound only in newer releases of PySide6.
    event_type = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_type is not None:
        event = event_type(widget, text)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

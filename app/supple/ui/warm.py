"""Makes once, and throws away, what Qt's classes cost PySide6 the first time they are used."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QListView


def scrolling() -> None:
    """What scrolls: the first viewport of all brings the enums of half a dozen classes."""
    QListView().viewport()


def choices() -> None:
    """What one of several is chosen in."""
    QComboBox().addItem("")

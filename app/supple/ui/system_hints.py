"""What the desktop asks of every program: contrast and motion."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints


@cache
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    # Kept for good: once nobody in Python holds both, PySide takes the second for deleted.
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def accessibility() -> QAccessibilityHints:
    """The wishes themselves, with their signals. Needs the application."""
    return _hints()[1]


def wants_high_contrast() -> bool:
    """Whether the desktop asks for high contrast; False where it cannot say."""
    return accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def wants_little_motion() -> bool:
    """Whether the desktop asks for little motion; False where it cannot say (Qt before 6.12)."""
    preference = getattr(accessibility(), "motionPreference", None)
    return preference is not None and getattr(preference(), "name", "") == "ReducedMotion"

from __future__ import annotations

import gc
from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication
from PySide6.QtWidgets import QApplication

from supple.ui import system_hints

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_hints_outlive_whoever_asked_for_them(qapp: QApplication) -> None:
    for _ in range(2):
        assert not system_hints.wants_high_contrast()
        hints = QGuiApplication.styleHints()
        hints.accessibility()
        del hints
        gc.collect()


def test_the_desktop_is_asked_for_contrast(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: wanted)
    assert system_hints.wants_high_contrast()


def test_the_desktop_is_asked_for_little_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    class Preference(Enum):
        NoPreference = 0
        ReducedMotion = 1

    wanted = Preference.ReducedMotion
    monkeypatch.setattr(QAccessibilityHints, "motionPreference", lambda _: wanted, raising=False)
    assert system_hints.wants_little_motion()
    wanted = Preference.NoPreference
    assert not system_hints.wants_little_motion()

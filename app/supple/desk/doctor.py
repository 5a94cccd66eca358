"""What this desktop offers, tried and told."""

from __future__ import annotations

from supple.desk import idle, screen_reader
from supple.desk.capability import Check
from supple.desk.keep_awake import KeepAwake


def checks() -> list[Check]:
    """Tray, idle time, screen reader and every way to keep the screen on, each with its reason.

    Wants a running QApplication for the tray and a QCoreApplication for the rest.
    """
    return [check_tray(), idle.check(), screen_reader.check(), *KeepAwake().checks()]


def check_tray() -> Check:
    """Whether the desktop has a place for a tray icon now."""
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon

    if not isinstance(QApplication.instance(), QApplication):
        return Check("tray", False, "not looked for: no window system was started")
    if QSystemTrayIcon.isSystemTrayAvailable():
        return Check("tray", True, "the desktop shows tray icons")
    platform = QApplication.platformName()
    return Check("tray", False, f"the desktop shows no tray icons (window system: {platform})")

"""What this desktop offers, tried and told."""

from __future__ import annotations

from supple.desk import (
    autostart,
    clock_set,
    idle,
    menu_entry,
    notify,
    screen_lock,
    screen_reader,
    single_instance,
    suspend,
)
from supple.desk.busy import BusySense
from supple.desk.capability import Check
from supple.desk.keep_awake import KeepAwake


def checks() -> list[Check]:
    """Every sense of the desktop, and every way to reach the person, each with its reason.

    Wants a running QApplication for the tray and a QCoreApplication for the rest.
    """
    return [
        check_tray(),
        notify.check(),
        autostart.check(),
        menu_entry.check(),
        single_instance.check(),
        idle.check(),
        screen_lock.check(),
        *suspend.checks(),
        clock_set.check(),
        *BusySense().checks(),
        screen_reader.check(),
        *KeepAwake().checks(),
    ]


def check_tray() -> Check:
    """Whether the desktop has a place for a tray icon now."""
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon

    if not isinstance(QApplication.instance(), QApplication):
        return Check("tray", False, "not looked for: no window system was started")
    if QSystemTrayIcon.isSystemTrayAvailable():
        return Check("tray", True, "the desktop shows tray icons")
    platform = QApplication.platformName()
    return Check("tray", False, f"the desktop shows no tray icons (window system: {platform})")

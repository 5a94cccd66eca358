from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSystemTrayIcon

from supple.desk import doctor


@pytest.mark.usefixtures("qapp", "no_desktop")
def test_everything_is_looked_at_and_has_a_reason() -> None:
    checks = doctor.checks()
    assert len({check.name for check in checks}) == len(checks)
    assert all(check.reason for check in checks)
    # What Linux itself does needs no desktop.
    alone = {
        "start at log-in",
        "menu",
        "one window a profile",
        "suspend, by the clocks",
        "clock set",
    }
    assert {check.name for check in checks if check.ok} <= alone


@pytest.mark.usefixtures("qapp", "no_desktop")
@pytest.mark.parametrize(
    "name",
    ["tray", "notification", "idle time", "screen lock", "suspend, told", "screen reader"],
)
def test_each_sense_has_its_line(name: str) -> None:
    (check,) = (check for check in doctor.checks() if check.name == name)
    assert not check.ok


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("there", [True, False])
def test_the_tray_is_asked_for(there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: there)
    check = doctor.check_tray()
    assert check.ok is there
    assert ("no tray icons" in check.reason) is not there


def test_without_a_window_system_the_tray_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QCoreApplication, "instance", lambda: None)
    check = doctor.check_tray()
    assert not check.ok
    assert "not looked for" in check.reason

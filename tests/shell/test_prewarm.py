from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from supple.shell.prewarm import MODULES, Prewarm


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two modules that nobody has loaded."""
    names = ("warm_first", "warm_second")
    for name in names:
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return names


def turn(warm: Prewarm) -> None:
    timer = warm.findChild(QTimer)
    assert timer is not None
    timer.stop()
    timer.timeout.emit()


def test_one_module_is_loaded_at_a_time(qtbot: QtBot, modules: tuple[str, str]) -> None:
    warm = Prewarm(lambda: False, modules)
    warm.begin()
    turn(warm)
    assert "warm_first" in sys.modules
    assert list(warm.left) == ["warm_second"]
    turn(warm)
    assert not warm.left
    timer = warm.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive(), "nothing wakes up for what is done"


def test_it_waits_while_somebody_is_guided(qtbot: QtBot, modules: tuple[str, str]) -> None:
    busy = True
    warm = Prewarm(lambda: busy, modules)
    warm.begin()
    turn(warm)
    assert warm.left == modules
    busy = False
    turn(warm)
    assert list(warm.left) == ["warm_second"]


def test_everything_named_is_there(qtbot: QtBot) -> None:
    warm = Prewarm(lambda: False)
    for name in MODULES:
        warm.step()
        assert name.partition(":")[0] in sys.modules
    assert not warm.left

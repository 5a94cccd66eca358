"""The film goes from start to stretched and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.pose.player import HOLD_MS, MOVE_MS, WHOLE_MS, Player, phase_at


@pytest.mark.parametrize(
    ("ms", "phase"),
    [(0, 0.0), (MOVE_MS / 2, 0.5), (MOVE_MS, 1.0), (MOVE_MS + HOLD_MS, 1.0), (WHOLE_MS, 0.0)],
)
def test_the_phase_of_an_instant(ms: float, phase: float) -> None:
    assert phase_at(ms / WHOLE_MS) == pytest.approx(phase, abs=1e-6)


def test_without_motion_there_are_two_pictures() -> None:
    seen = {phase_at(i / 50, still=True) for i in range(51)}
    assert seen == {0.0, 1.0}


def test_it_tells_where_it_is_until_it_is_stopped(qapp: QApplication, look: Look) -> None:
    owner = QObject()
    player = Player(look, owner)
    phases: list[float] = []
    player.moved.connect(phases.append)
    player.start()
    assert player.playing
    player._run.setCurrentTime(MOVE_MS + 100)
    assert phases[-1] == 1.0
    player.stop()
    assert not player.playing


def test_it_ends(qtbot: QtBot, look: Look) -> None:
    owner = QObject()
    player = Player(look, owner)
    with qtbot.waitSignal(player.ended):
        player.start()
        player._run.setCurrentTime(WHOLE_MS)

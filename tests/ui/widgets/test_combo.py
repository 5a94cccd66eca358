from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.combo import Combo


def test_a_set_filter_changes_colour(look: Look, qtbot: QtBot) -> None:
    combo = Combo(look, "Position")
    qtbot.addWidget(combo)
    combo.addItems(["Any position", "Lying"])
    combo.resize(160, 40)
    before = combo.grab().toImage().pixelColor(8, 20)
    combo.set_active(True)
    after = combo.grab().toImage().pixelColor(8, 20)
    assert before == look.theme.color("surface")
    assert after == look.theme.color("primary-soft")
    assert combo.accessibleName() == "Position"

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from supple.ui.history.goal_ring import GoalRing
from supple.ui.look import Look


def lit(ring: GoalRing, look: Look) -> int:
    image = ring.grab().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y) == look.theme.color("primary") for x, y in spots)


def test_more_of_the_goal_lights_more_and_no_more_than_all(look: Look, put: Any) -> None:
    first_home = QWidget()
    ring = GoalRing(look, first_home)
    put(ring, 64, 64)
    parts = []
    for done in (0, 2, 5, 9):
        ring.show_goal(done, 5, f"{done} of 5 days this week")
        parts.append(lit(ring, look))
    assert parts[0] == 0
    assert parts[0] < parts[1] < parts[2] == parts[3]
    assert ring.accessibleName() == "Weekly goal"
    assert ring.accessibleDescription() == "9 of 5 days this week"

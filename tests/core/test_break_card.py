from __future__ import annotations

import pytest

from supple.core.break_card import BreakAct, BreakCardView, card_of
from supple.core.breaks.status import Phase, Status

WAITS = (BreakAct.PAUSE, BreakAct.SKIP)


@pytest.mark.parametrize(
    ("status", "card"),
    [
        (
            Status(Phase.WAITING, "", "", 1450.0, when="14:30"),
            BreakCardView("24 min", "at 14:30", "", WAITS),
        ),
        (
            Status(Phase.WAITING, "", "", 7 * 3600.0, when="Monday 09:00"),
            BreakCardView("09:00", "Monday", "", WAITS),
        ),
        (
            Status(Phase.SNOOZED, "", "", 290.0, when="14:30"),
            BreakCardView("5 min", "at 14:30", "Snoozed", WAITS),
        ),
        (
            Status(Phase.OUTSIDE, "", "", 7 * 3600.0, when="Monday 09:00"),
            BreakCardView("09:00", "Monday", "Outside your hours"),
        ),
        (
            Status(Phase.OUTSIDE, "No breaks planned", ""),
            BreakCardView("None", "", "No breaks planned"),
        ),
        (
            Status(Phase.PAUSED, "Paused until 15:10", ""),
            BreakCardView("Paused", "", "Paused until 15:10", (BreakAct.RESUME,)),
        ),
        (
            Status(Phase.HELD, "Held back: full screen", ""),
            BreakCardView("Due", "", "Held back: full screen", WAITS),
        ),
    ],
)
def test_the_card_says_how_breaks_stand(status: Status, card: BreakCardView) -> None:
    assert card_of(status) == card


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_a_headline(phase: Phase) -> None:
    assert card_of(Status(phase, "words", "", 60.0, when="14:30")).headline


@pytest.mark.parametrize("phase", [Phase.PROMPT, Phase.BREAK, Phase.OFF])
def test_nothing_is_offered_where_nothing_can_be_done(phase: Phase) -> None:
    assert card_of(Status(phase, "words", "")).acts == ()

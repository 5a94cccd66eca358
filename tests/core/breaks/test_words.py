from __future__ import annotations

from datetime import date, datetime

import pytest

from supple.core.breaks import words
from supple.core.breaks.due import Due
from supple.core.breaks.event import Hold, Reason, Wait
from supple.core.breaks.look import Busy
from supple.core.breaks.words import Wish

NOW = datetime(2026, 10, 22, 10, 30)  # noqa: DTZ001 - what the wall shows


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 minutes"),
        (119, "1 minute"),
        (3120, "52 minutes"),
        (3600, "1 hour"),
        (7500, "2 hours 5 minutes"),
    ],
)
def test_a_time_at_work_in_words(seconds: float, text: str) -> None:
    assert words.minutes(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "1 min"), (29, "1 min"), (690, "12 min"), (3599, "1 h"), (3900, "1 h 5 min")],
)
def test_a_wait_in_a_label(seconds: float, text: str) -> None:
    assert words.wait(seconds) == text


def test_every_prompt_says_why_now() -> None:
    assert words.why_now(Due(Reason.INTERVAL, 0), 3125) == "You have been sitting for 52 minutes."
    assert (
        words.why_now(Due(Reason.FIXED, 0, clock="10:30"), 3125)
        == "It is 10:30, the time you chose."
    )
    again = Due(Reason.FIXED, 0, snoozes=1)
    assert words.why_now(again, 0) == "You put this off a little while ago."
    assert words.why_now(Due(Reason.INTERVAL, 0, snoozes=2), 0) == "Even one minute helps."


def test_a_moment_of_another_day_says_which() -> None:
    assert words.moment(NOW, date(2026, 10, 22)) == "10:30"
    assert words.moment(NOW, date(2026, 10, 21)) == "Thursday 10:30"


@pytest.mark.parametrize("hold", [*Busy, *Wait])
def test_everything_that_holds_back_has_words(hold: Hold) -> None:
    assert words.HOLDS[hold] in words.held((hold,))


def test_reasons_are_told_together() -> None:
    both: tuple[Hold, ...] = (Busy.FULL_SCREEN, Busy.MICROPHONE)
    assert words.held(both) == "Held back: full screen, microphone in use"
    assert words.held((Wait.TYPING,)) == "Break due: waiting for a pause in typing"


@pytest.mark.parametrize(
    ("wish", "done", "text"),
    [
        (Wish.NOW, True, "The break begins."),
        (Wish.NOW, False, "On a break."),
        (Wish.SNOOZE, True, "On a break."),
        (Wish.SNOOZE, False, "No break to snooze. On a break."),
        (Wish.SKIP, True, "Skipped. On a break."),
        (Wish.SKIP, False, "No break to skip. On a break."),
        (Wish.STATUS, False, "On a break."),
    ],
)
def test_the_command_line_is_answered_in_sentences(wish: Wish, done: bool, text: str) -> None:
    assert words.answer(wish, done, "On a break") == text

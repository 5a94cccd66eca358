from __future__ import annotations

import pytest

from supple.core.breaks.due import HOLD_LIMIT_S, TYPING_LIMIT_S, Due
from supple.core.breaks.event import Hold, Reason, Wait
from supple.core.breaks.look import Busy, Look
from supple.core.breaks.rules import Rules

RULES = Rules()


def look(at: float, idle_s: float | None = 60.0, *busy: Busy, locked: bool = False) -> Look:
    return Look(at, at, idle_s, frozenset(busy), locked)


def due() -> Due:
    return Due(Reason.INTERVAL, 0.0)


@pytest.mark.parametrize("kind", sorted(RULES.busy))
def test_whatever_was_chosen_holds_back(kind: Busy) -> None:
    assert due().hold(look(0, 60.0, kind), RULES, away=False) == (kind,)


def test_what_was_not_chosen_does_not() -> None:
    assert due().hold(look(0, 60.0, Busy.AWAKE), RULES, away=False) == ()


def test_nobody_there_holds_back() -> None:
    holds: list[tuple[Hold, ...]] = [
        due().hold(look(0, locked=True), RULES, away=True),
        due().hold(look(0), RULES, away=True),
    ]
    assert holds == [(Wait.LOCKED,), (Wait.AWAY,)]


def test_typing_holds_back_until_a_pause_of_three_seconds() -> None:
    one = due()
    assert one.hold(look(0, 0.0), RULES, away=False) == (Wait.TYPING,)
    assert one.hold(look(5, 2.9), RULES, away=False) == (Wait.TYPING,)
    assert one.hold(look(6, 3.0), RULES, away=False) == ()


def test_typing_holds_back_for_three_minutes_at_most() -> None:
    one = due()
    assert one.hold(look(10, 0.5), RULES, away=False) == (Wait.TYPING,)
    assert one.hold(look(10 + TYPING_LIMIT_S - 1, 0.5), RULES, away=False) == (Wait.TYPING,)
    assert one.hold(look(10 + TYPING_LIMIT_S, 0.5), RULES, away=False) == ()


def test_typing_after_a_call_is_waited_for_anew() -> None:
    one = due()
    one.hold(look(0, 0.5), RULES, away=False)
    one.hold(look(60, 0.5, Busy.MICROPHONE), RULES, away=False)
    assert one.hold(look(200, 0.5), RULES, away=False) == (Wait.TYPING,)


def test_typing_is_not_waited_for_when_not_wanted_or_not_known() -> None:
    assert due().hold(look(0, 0.0), Rules(wait_for_pause=False), away=False) == ()
    assert due().hold(look(0, None), RULES, away=False) == ()


def test_one_minute_is_offered_after_two_snoozes() -> None:
    assert [Due(Reason.INTERVAL, 0.0, snoozes=n).short for n in range(4)] == [
        False,
        False,
        True,
        True,
    ]


def test_the_next_look_is_when_the_pause_could_be_long_enough() -> None:
    one = due()
    one.holds = one.hold(look(100, 1.0), RULES, away=False)
    assert one.next_look(look(100, 1.0)) == 102
    assert one.next_look(look(100 + TYPING_LIMIT_S - 1, 0.0)) == 100 + TYPING_LIMIT_S


def test_the_next_look_while_held_is_half_a_minute_later_or_at_the_limit() -> None:
    one = due()
    one.holds = (Busy.FULL_SCREEN,)
    assert one.next_look(look(100)) == 130
    assert one.next_look(look(HOLD_LIMIT_S - 10)) == HOLD_LIMIT_S

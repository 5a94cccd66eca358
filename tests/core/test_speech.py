"""Which sentences are said aloud."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from supple.core.speech import resolved, spoken_kinds
from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.core.step import LineKind

TODAY = date(2026, 3, 20)
QUIETER = [SpeechLevel.FULL, SpeechLevel.BRIEF, SpeechLevel.NAMES, SpeechLevel.CHIMES]


def test_each_level_says_less_than_the_one_before_it() -> None:
    assert all(spoken_kinds(a) > spoken_kinds(b) for a, b in pairwise(QUIETER))


@pytest.mark.parametrize("level", list(SpeechLevel))
def test_to_let_go_is_said_at_every_level(level: SpeechLevel) -> None:
    assert LineKind.STOP in spoken_kinds(level)


@pytest.mark.parametrize("level", [SpeechLevel.FULL, SpeechLevel.BRIEF, SpeechLevel.NAMES])
def test_no_level_with_words_leaves_one_wondering_which_leg(level: SpeechLevel) -> None:
    assert {LineKind.NAME, LineKind.SIDE, LineKind.REST} <= spoken_kinds(level)


@pytest.mark.parametrize(
    ("first", "level"),
    [
        (None, SpeechLevel.FULL),
        (TODAY, SpeechLevel.FULL),
        (TODAY - timedelta(days=6), SpeechLevel.FULL),
        (TODAY - timedelta(days=7), SpeechLevel.BRIEF),
        (TODAY + timedelta(days=3), SpeechLevel.FULL),  # the clock was set back
    ],
)
def test_the_first_week_hears_everything(first: date | None, level: SpeechLevel) -> None:
    assert resolved(SpeechLevel.AUTO, first, TODAY) is level


@pytest.mark.parametrize("level", QUIETER)
def test_a_choice_is_a_choice(level: SpeechLevel) -> None:
    assert resolved(level, TODAY - timedelta(days=99), TODAY) is level


def test_what_may_be_off_is_every_kind_but_which_leg_the_answers_and_letting_go() -> None:
    kept = {LineKind.SIDE, LineKind.ANSWER, LineKind.STOP}
    assert [LineKind(kind) for kind in MAY_BE_OFF]
    assert set(LineKind) - kept == set(MAY_BE_OFF)


@pytest.mark.parametrize("level", QUIETER)
def test_what_is_turned_off_is_not_said_and_all_else_is(level: SpeechLevel) -> None:
    off = ("half", "rest", "stop", "side")
    gone = spoken_kinds(level) - spoken_kinds(level, off)
    assert gone == spoken_kinds(level) & {LineKind.HALF, LineKind.REST}

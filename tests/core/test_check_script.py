from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Check
from supple.core.check_script import (
    ASK_FEEL,
    BREATH_S,
    DO_NOT_WHEN,
    GET_SET,
    LET_GO_WHEN,
    NO_PAIN,
    QUICK,
    SET_IT,
    STOP_WHEN,
    TELLS,
    Part,
    result_script,
    script,
    sentences,
    spoken,
    timed,
)
from supple.core.flexibility import judge
from supple.core.routine import Side
from supple.core.speech_length import spoken_seconds

SPOKEN = [part for part in Part if part is not Part.RESULT]


def texts(part: Part) -> list[str]:
    return [text for _, text, _ in script(part)]


def test_each_leg_is_named_and_lifted_by_itself() -> None:
    left, right = texts(Part.LEFT), texts(Part.RIGHT)
    assert "Lift your left leg slowly, knee straight." in left
    assert "Lift your right leg slowly, knee straight." in right
    assert not any("right leg" in text for text in left)
    assert not any("left leg" in text for text in right)
    assert right[0] == "Now the right leg."


@pytest.mark.parametrize("part", [Part.LEFT, Part.RIGHT])
def test_what_stops_is_said_before_the_leg_is_to_be_lowered(part: Part) -> None:
    said = texts(part)
    lift = next(n for n, text in enumerate(said) if text.startswith("Lift"))
    lower = next(n for n, text in enumerate(said) if text.startswith("Lower"))
    assert said.index(LET_GO_WHEN) < lift
    assert lift < said.index(STOP_WHEN) < said.index(NO_PAIN) < lower
    assert said[-1] == SET_IT


def test_the_first_part_tells_what_it_is_for_and_who_leaves_it() -> None:
    said = " ".join(texts(Part.GET_SET))
    assert TELLS in said
    assert DO_NOT_WHEN in said
    assert all(step.spoken in said for step in GET_SET)


@pytest.mark.parametrize("check", list(QUICK))
def test_a_quick_check_ends_with_the_question(check: Check) -> None:
    said = texts(Part(check.value))
    assert said == [*(step.spoken for step in QUICK[check]), ASK_FEEL]


def test_the_result_is_said_without_signs() -> None:
    said = [text for _, text, _ in result_script(judge(54, 58))]
    assert said[0] == "Your hamstrings are tight."
    assert "60 degrees" in said[1]
    assert not any("°" in text for text in said)
    assert script(Part.RESULT) == ()


def test_degrees_are_spoken_in_a_word() -> None:
    assert spoken("under 60°") == "under 60 degrees"


def test_parts_know_their_leg() -> None:
    assert Part.LEFT.side is Side.LEFT
    assert Part.RIGHT.side is Side.RIGHT
    assert Part.GET_SET.side is Side.BOTH


def test_no_sentence_is_prepared_twice() -> None:
    every = sentences(SPOKEN)
    assert len(every) == len(set(every))
    assert every.count(STOP_WHEN) == 1


@pytest.mark.parametrize("part", SPOKEN)
@given(speed=st.floats(0.5, 2.5))
def test_no_sentence_begins_before_the_last_has_ended_and_a_breath(
    part: Part, speed: float
) -> None:
    lines = timed(script(part), lambda text: spoken_seconds(text) * speed)
    assert lines[0].offset_s == 0.0
    for before, after in itertools.pairwise(lines):
        assert after.offset_s >= before.end_s + BREATH_S - 1e-9


@pytest.mark.parametrize("part", [Part.LEFT, Part.RIGHT])
def test_lying_down_and_lifting_take_their_time(part: Part) -> None:
    lines = timed(script(part), spoken_seconds)
    gaps = {line.text: after.offset_s - line.end_s for line, after in itertools.pairwise(lines)}
    slow = [text for text in gaps if "flat" in text or text.startswith(("Lower", "Look"))]
    assert len(slow) == 3
    assert all(gaps[text] >= 4 for text in slow)
    assert 30 <= lines[-1].end_s <= 90


def test_nothing_said_promises_or_orders_too_much() -> None:
    said = " ".join(text for part in SPOKEN for text in texts(part)).lower()
    assert not any(word in said for word in ("cure", "fix ", "heal", "treat", "should", "!"))

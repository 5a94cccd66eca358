"""The moments inside a step."""

from __future__ import annotations

from supple.core.marks import marks_from, rep_count
from supple.core.routine import Reps, Side
from supple.core.step import Line, LineKind, Step, StepKind

LINES = (Line(0.0, "Hold.", LineKind.HOLD, 1.0), Line(15.0, "Half way.", LineKind.HALF, 1.0))
HOLD = Step(1, StepKind.HOLD, 8.0, 30.0, 0, "s", Side.LEFT, 1, 1, lines=LINES)


def test_entering_at_the_start_gives_everything() -> None:
    assert [m.offset_s for m in marks_from(HOLD, 0.0, 30.0)] == [0.0, 0.0, 15.0]


def test_entering_later_leaves_out_what_was_said() -> None:
    assert [m.offset_s for m in marks_from(HOLD, 10.0, 30.0)] == [10.0, 15.0]


def test_a_shortened_step_leaves_out_what_no_longer_fits() -> None:
    assert [m.offset_s for m in marks_from(HOLD, 0.0, 12.0)] == [0.0, 0.0]


def test_a_word_on_the_very_end_is_not_said() -> None:
    assert [m.offset_s for m in marks_from(HOLD, 0.0, 15.0)] == [0.0, 0.0]


def test_a_repetition_begins_before_its_word() -> None:
    words = (Line(2.0, "Point.", LineKind.REP, 1.0),)
    reps = Reps(2, 4.0)
    step = Step(1, StepKind.REPS, 0.0, 10.0, 0, "s", Side.LEFT, 1, 1, reps, 2.0, words)
    found = [(m.offset_s, m.rep, m.line, m.is_entry) for m in marks_from(step, 0.0, 10.0)]
    assert found == [
        (0.0, 0, None, True),
        (2.0, 1, None, False),
        (2.0, 0, words[0], False),
        (6.0, 2, None, False),
    ]


def test_repetitions_follow_the_length_of_the_step() -> None:
    step = Step(1, StepKind.REPS, 0.0, 14.0, 0, "s", Side.LEFT, 1, 1, reps=Reps(3, 4.0), lead_s=2.0)
    assert rep_count(step, 14.0) == 3
    assert rep_count(step, 22.0) == 5
    assert [m.rep for m in marks_from(step, 0.0, 22.0)] == [0, 1, 2, 3, 4, 5]
    assert rep_count(HOLD, 30.0) == 0

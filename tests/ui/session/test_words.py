from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.event import PauseReason
from supple.core.routine import Side
from supple.core.snapshot import Band, Phase, Snapshot
from supple.core.step import Line, StepKind
from supple.core.wording import NOTHING_DONE
from supple.ui.session import words

Make = Callable[..., Snapshot]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (0.2, "0:01"), (59.0, "0:59"), (59.01, "1:00"), (500, "8:20"), (3723, "1:02:03")],
)
def test_clock(seconds: float, text: str) -> None:
    assert words.clock(seconds) == text


def test_counter(snapshot: Make, pause: Make) -> None:
    assert words.counter(snapshot(block=1)) == ("2 of 6", "8:20 left")
    assert words.counter(pause(PauseReason.HURTS)) == ("1 of 6", "paused")


def test_a_hold(snapshot: Make) -> None:
    face = words.ring(snapshot(StepKind.HOLD, Side.LEFT, 24.0))
    assert (face.label, face.digits, face.color) == ("Hold", "24", "left")
    assert (face.dots, face.dot, face.note) == (2, 1, "")
    assert face.room == 2


@pytest.mark.parametrize(
    ("left", "digits"), [(30.0, "30"), (29.97, "30"), (29.0, "29"), (8.6, "9"), (0.01, "1")]
)
def test_a_hold_counts_the_second_that_is_not_over(
    snapshot: Make, left: float, digits: str
) -> None:
    assert words.ring(snapshot(left=left)).digits == digits


def test_a_minute_is_set_smaller_from_its_start_to_its_end(snapshot: Make) -> None:
    start = words.ring(snapshot(left=60.0, step_duration_s=60.0))
    end = words.ring(snapshot(left=4.0, step_duration_s=60.0))
    assert (start.digits, end.digits) == ("1:00", "0:04")
    assert start.room == end.room == 4
    assert words.ring(snapshot(left=600.0, step_duration_s=600.0)).room == 5


def test_many_sets_are_told_in_words(snapshot: Make) -> None:
    face = words.ring(snapshot(step_sets=8, step_set=3))
    assert (face.dots, face.note) == (0, "3 of 8")


def test_getting_ready_counts_its_last_five_seconds(snapshot: Make) -> None:
    make = {"step_duration_s": 12.0}
    early = snapshot(StepKind.PREPARE, left=9.0, **make)
    late = snapshot(StepKind.PREPARE, left=2.0, **make)
    assert words.ring(early).segments == 5
    assert words.ring(early).digits == "9"
    assert words.ring(early).note == "2 times"
    assert words.ring_part(early) == 1.0
    assert words.ring_part(late) == pytest.approx(0.4)


def test_a_switch_wears_the_coming_side(snapshot: Make) -> None:
    face = words.ring(snapshot(StepKind.SWITCH, Side.RIGHT, 6.0, step_duration_s=8.0))
    assert (face.color, face.label_color, face.digits) == ("right", "right-ink", "6")
    assert face.dots == 0


def test_a_rest_is_grey(snapshot: Make) -> None:
    snap = snapshot(StepKind.REST, left=12.0, band=Band("Left leg next"))
    assert words.ring(snap).color == "rest"
    band = words.band(snap)
    assert (band.main, band.soft, band.small, band.side) == (
        "Left leg next",
        True,
        True,
        Side.LEFT,
    )


def test_a_pause_is_grey_and_keeps_its_time(pause: Make) -> None:
    face = words.ring(pause(PauseReason.ASKED))
    assert (face.label, face.digits, face.color, face.label_color) == (
        "Paused",
        "17",
        "control",
        "ink",
    )
    assert words.band(pause(PauseReason.ASKED)).soft


def test_repetitions_count_up(reps: Make) -> None:
    face = words.ring(reps(4, 0.3))
    assert (face.label, face.digits, face.note, face.dots) == ("Point", "4", "of 10", 0)
    assert words.ring(reps(4, 0.7)).label == "Flex"


def test_before_the_first_repetition_it_says_how_many(reps: Make) -> None:
    face = words.ring(reps(0, 0.0))
    assert (face.label, face.digits, face.note) == ("Keep going", "10", "times")


def test_going_on_counts_three_arcs(snapshot: Make) -> None:
    snap = snapshot(phase=Phase.LEAD_IN, lead_in_left_s=2.4, label="Get ready")
    face = words.ring(snap)
    assert (face.label, face.digits, face.segments, face.color) == ("Get ready", "3", 3, "left")
    assert words.ring_part(snap) == pytest.approx(0.8)


def test_the_end_is_a_tick(snapshot: Make) -> None:
    snap = snapshot(StepKind.FINISH, Side.BOTH, 2.0, band=Band(""))
    assert words.ring(snap).tick
    assert words.ring_part(snap) == 1.0
    assert words.band(snap).main == ""
    assert words.spoken(snap) == "Done"


def test_nothing_done_is_nothing_to_tick_off(snapshot: Make, line: Callable[[str], Line]) -> None:
    lines = (line("Let the leg down slowly."), line(NOTHING_DONE))
    snap = snapshot(StepKind.FINISH, Side.BOTH, 2.0, step_lines=lines)
    assert not words.ring(snap).tick
    assert words.ring(snap).label == words.spoken(snap) == "The end"


def test_no_length_is_no_error(snapshot: Make) -> None:
    assert words.ring_part(snapshot(duration_s=0.0, left_s=0.0)) == 0.0


def test_spoken(snapshot: Make, reps: Make) -> None:
    assert words.spoken(snapshot(StepKind.HOLD, Side.RIGHT)) == "Right leg, hold, 24 seconds left"
    assert words.spoken(snapshot(left=0.5)) == "Left leg, hold, 1 second left"
    assert words.spoken(reps(4, 0.3)) == "Both legs, point, 4 of 10"


def test_what_is_announced_names_the_leg_first(snapshot: Make) -> None:
    text = words.phase_words(snapshot(cue="Pull gently."))
    assert text == "Left leg, Hold. Pull gently."

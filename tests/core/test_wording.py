"""The words around a stretch's own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core import wording
from supple.core.command import Command
from supple.core.event import LineDue
from supple.core.routine import Reps, Side, Sides, Stretch
from supple.core.session import Session
from supple.core.state import Done
from supple.core.timeline import Timeline


@pytest.mark.parametrize(
    ("value", "text"),
    [(30, "30 seconds"), (60, "1 minute"), (120, "2 minutes"), (90, "90 seconds"), (1, "1 second")],
)
def test_seconds_in_a_sentence(value: float, text: str) -> None:
    assert wording.seconds(value) == text


def test_easing_off_says_how_long_and_never_zero_seconds() -> None:
    assert wording.ease_line(8.0) == "Same stretch, half as far, 8 seconds"
    assert wording.ease_line(0.0) == "Half as far, slowly"


def test_the_first_the_next_and_the_last_stretch_are_announced_as_such() -> None:
    assert [wording.name_line("Wall", i, 3) for i in range(3)] == [
        "First: Wall.",
        "Next: Wall.",
        "Last: Wall.",
    ]
    assert wording.name_line("Wall", 0, 1) == "Wall."


def test_both_leg_words_are_filled_in() -> None:
    text = "Cross your {side} ankle over your {other} knee."
    assert wording.for_side(text, Side.RIGHT) == "Cross your right ankle over your left knee."


def test_repetitions_in_a_hold_say_that_the_stretch_is_kept(
    make_stretch: Callable[..., Stretch],
) -> None:
    reps = Reps(10, 4.0, ("point", "flex"), during_hold=True)
    text = wording.reps_intro(make_stretch(), reps, Side.LEFT)
    assert text == "Stay there. Point and flex, 10 times."


def test_the_last_of_three_sets_is_called_the_last(make_stretch: Callable[..., Stretch]) -> None:
    strap = make_stretch()
    assert wording.again_line(strap, Side.LEFT, 3, 3) == "Then the left leg one last time."
    assert wording.again_line(strap, Side.BOTH, 2, 3) == "Then once more."


@pytest.mark.parametrize("sides", list(Sides))
def test_an_arm_is_never_called_a_leg(
    sides: Sides,
    make_stretch: Callable[..., Stretch],
    make_timeline: Callable[..., Timeline],
) -> None:
    words = {"setup": ("Stand up.",), "switch_cue": "", "focus": ("shoulders",), "sets": 2}
    session = Session(make_timeline(make_stretch("circles", sides, **words)))
    said, now = list(session.timeline.spoken), 0.0
    events = session.apply(Command.START, now)
    while not isinstance(session.state, Done):
        shot = session.snapshot(now)
        said += [shot.then, shot.band.main, shot.band.ghost]
        said += [event.line.text for event in events if isinstance(event, LineDue)]
        now += 0.5
        events = session.advance(now)
    assert any("arm" in text.lower() for text in said)
    # The stretch's own release line, which the test's stretch shares with others.
    own = session.timeline.stretches[0].release_cue
    assert [text for text in said if "leg" in text.lower() and text != own] == []


def test_arm_work_is_not_called_leg_work(make_stretch: Callable[..., Stretch]) -> None:
    from supple.core.step import Step, StepKind

    step = Step(0, StepKind.REPS, 0.0, 9.0, 0, "arms", Side.BOTH, 1, 1)
    arms = make_stretch(focus=("shoulders",))
    assert wording.band(step, arms, wording.Coming.DONE).main == "BOTH ARMS"


def test_numbers_are_words_up_to_twenty() -> None:
    assert [wording.number(n) for n in (1, 12, 20, 21)] == ["one", "twelve", "twenty", "21"]


def test_letting_go_names_the_leg_that_lets_go(make_stretch: Callable[..., Stretch]) -> None:
    stretch = make_stretch(release_cue="Lower your {side} leg slowly.")
    assert wording.release_line(stretch, Side.LEFT) == "Lower your left leg slowly."
    assert wording.release_line(stretch) == "Lower your right leg slowly."

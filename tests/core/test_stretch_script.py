from __future__ import annotations

from dataclasses import replace

from supple.core.routine import Dose, Position, Reps, Sides, Stretch
from supple.core.stretch_draft import blank
from supple.core.stretch_script import opening, script_of, timeline_of

CALF = Stretch(
    id="",
    name="Calf stretch",
    position=Position.STANDING,
    sides=Sides.EACH,
    difficulty=1,
    setup=("Stand on the step.", "Set your {side} heel over its edge"),
    dose=Dose(hold_s=20),
    hold_cue="Let your {side} heel sink.",
    release_cue="Come up slowly.",
)


def test_the_script_reads_as_the_session_speaks() -> None:
    script = script_of(CALF)
    heads = [part.head.rsplit(",", 1)[0] for part in script.parts]
    assert heads == ["Get ready, left", "Hold, left", "Switch, right", "Done"]
    assert script.parts[0].lines == (
        *("Calf stretch.", "Take your time to stand up.", "Left leg first."),
        "Stand on the step.",
        "Set your left heel over its edge",
    )
    assert script.parts[1].lines[:2] == ("Let your left heel sink.", "Hold for 20 seconds.")
    assert "Three." not in script.spoken
    timeline = timeline_of(CALF)
    assert timeline is not None
    assert script.total_s == timeline.total_s


def test_sets_are_counted_and_both_sides_have_no_switch() -> None:
    both = replace(CALF, sides=Sides.BOTH, setup=("Stand.",), hold_cue="")
    heads = [p.head for p in script_of(replace(both, dose=Dose(hold_s=20, sets=2))).parts]
    assert [h for h in heads if h.startswith("Hold")] == ["Hold 1 of 2, 20 s", "Hold 2 of 2, 20 s"]
    assert not any("Switch" in head for head in heads)


def test_repetitions_are_not_read_out_one_by_one() -> None:
    reps = replace(CALF, dose=Dose(reps=Reps(10, 3.0, ("up", "down"))))
    assert "Up." not in script_of(reps).spoken


def test_an_unfinished_stretch_can_be_read_as_far_as_it_is() -> None:
    assert script_of(blank()).parts[0].lines[0] == "Your stretch."
    assert script_of(replace(blank(), dose=Dose())).parts == ()
    assert timeline_of(replace(blank(), dose=Dose())) is None


def test_what_is_heard_is_the_way_in_and_out() -> None:
    assert opening(CALF) == (
        *("Calf stretch.", "Left leg first.", "Stand on the step."),
        *("Set your left heel over its edge", "Let your left heel sink.", "Come up slowly."),
        "Now the right leg.",
    )
    assert opening(blank()) == ("Left leg first.", "Now the right leg.")

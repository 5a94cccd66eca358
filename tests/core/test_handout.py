from __future__ import annotations

from dataclasses import replace

import pytest

from supple.core.handout import PLAN_NOTE, STOP, dose_line, handout, order_line
from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Side,
    Sides,
    Source,
    Stretch,
)
from supple.core.safety import ADVICE_TEXTS, Advice
from supple.core.timeline import Timeline, build_timeline

RAISE = Stretch(
    "raise",
    "Leg raise",
    Position.LYING,
    Sides.EACH,
    1,
    ("Lie down.", "Raise your {side} leg, {other} leg long."),
    Dose(hold_s=30, sets=2, rest_s=12),
    equipment=("mat", "strap"),
    hold_cue="Keep your {side} leg up.",
    release_cue="Lower your {side} leg.",
    feel="A gentle pull.",
    mistakes=("Swinging the leg up. Let it rise slowly.", "Arching."),
    cautions=("Stop if it hurts.",),
    avoid_if=("knee-pain",),
    figure="leg-raise",
    source=(Source("000_7f21001406c7506c", "Hold 30 s."), Source("001_5fe7733dc174ca87")),
)
FOLD = replace(
    RAISE, id="fold", name="Fold", sides=Sides.BOTH, setup=("Stand.",), hold_cue="", release_cue=""
)
FLEX = Reps(10, 4, ("point", "flex"), during_hold=True)
STEP = Reps(12, 3, ("step", "back"))


def laid_out(*stretches: Stretch, **change: float) -> Timeline:
    steps = tuple(RoutineStep(s.id, DoseChange(**change)) for s in stretches)  # type: ignore[arg-type]
    routine = Routine("r", "Both legs", steps, "A short one.")
    return build_timeline(routine, Catalogue.of(stretches, [routine]))


@pytest.mark.parametrize(
    ("dose", "each", "both"),
    [
        (Dose(30), "Hold 30 seconds, once each leg", "Hold 30 seconds, once"),
        (Dose(60, sets=2), "Hold 1 minute, 2 times each leg", "Hold 1 minute, 2 times"),
        (
            Dose(30, reps=FLEX),
            "Hold 30 seconds, stay there and point and flex 10 times; once each leg",
            "Hold 30 seconds, stay there and point and flex 10 times; once",
        ),
        (
            Dose(20, reps=STEP, sets=3),
            "Step and back 12 times, then hold 20 seconds; 3 times each leg",
            "Step and back 12 times, then hold 20 seconds; 3 times",
        ),
        (
            Dose(20, reps=Reps(2, 3, ("point to the TV", "back"))),
            "Point to the TV and back 2 times, then hold 20 seconds; once each leg",
            "Point to the TV and back 2 times, then hold 20 seconds; once",
        ),
        (Dose(reps=STEP), "12 times each leg: step and back", "12 times: step and back"),
        (
            Dose(reps=STEP, sets=2),
            "12 times each leg: step and back; 2 rounds",
            "12 times: step and back; 2 rounds",
        ),
        (
            Dose(reps=Reps(20, 3)),
            "20 times each leg, about 1 minute",
            "20 times, about 1 minute",
        ),
    ],
)
def test_a_dose_is_told_in_plain_words(dose: Dose, each: str, both: str) -> None:
    assert dose_line(RAISE, dose) == each
    assert dose_line(FOLD, dose) == both


def test_what_is_for_the_upper_body_speaks_of_arms() -> None:
    circles = replace(RAISE, focus=("shoulders",))
    assert dose_line(circles, Dose(30)) == "Hold 30 seconds, once each arm"
    assert order_line(circles, Dose(30)) == "Left arm first, then the right arm."


@pytest.mark.parametrize(
    ("sets", "line"),
    [
        (1, "Left leg first, then the right leg."),
        (
            2,
            "Both with the left leg first, then with the right. Rest about 12 seconds in between.",
        ),
        (
            3,
            "All 3 with the left leg first, then with the right. Rest about 12 seconds in between.",
        ),
    ],
)
def test_nobody_wonders_which_leg(sets: int, line: str) -> None:
    assert order_line(RAISE, Dose(30, sets=sets, rest_s=12)) == line


def test_what_has_no_side_tells_of_the_rest_alone() -> None:
    assert order_line(FOLD, Dose(30)) == ""
    assert order_line(FOLD, Dose(30, sets=2, rest_s=12)) == "Rest about 12 seconds in between."
    assert order_line(FOLD, Dose(30, sets=2, rest_s=0)) == ""


def test_one_leg_is_drawn_and_told_of_throughout() -> None:
    entry = handout(laid_out(RAISE)).entries[0]
    assert entry.side is Side.LEFT
    assert entry.caption == "Left leg: hold"
    assert entry.steps == (
        "Lie down.",
        "Raise your left leg, right leg long.",
        "Keep your left leg up.",
    )


def test_coming_out_of_it_is_no_step_before_the_hold() -> None:
    raised, folded = handout(laid_out(RAISE, FOLD)).entries
    assert raised.finish == "Lower your left leg."
    assert folded.finish == ""


def test_what_is_to_be_known_stands_with_the_stretch() -> None:
    entry = handout(laid_out(RAISE)).entries[0]
    assert (entry.feel, entry.avoid) == ("A gentle pull.", "Swinging the leg up.")
    assert entry.cautions == ("Stop if it hurts.",)
    assert entry.leave_out == "Leave it out with knee pain."
    assert entry.source == "Sources: Guide to back pain stretches; Liv Hospital guide"


def test_what_is_not_known_is_left_empty() -> None:
    bare = Stretch("b", "Bare", Position.LYING, Sides.BOTH, 1, ("Lie.",), Dose(reps=STEP))
    entry = handout(laid_out(bare)).entries[0]
    assert (entry.avoid, entry.leave_out, entry.source, entry.figure) == ("", "", "", "")
    assert entry.caption == "Move"


def test_the_head_says_how_long_how_many_and_with_what() -> None:
    sheet = handout(laid_out(RAISE, FOLD))
    assert (sheet.title, sheet.summary) == ("Both legs", "A short one.")
    assert sheet.facts == ("About 5 minutes", "2 stretches", "Mat, strap")
    assert [entry.number for entry in sheet.entries] == [1, 2]


def test_even_the_shortest_takes_a_minute() -> None:
    bare = Stretch("b", "B", Position.LYING, Sides.BOTH, 1, ("Lie.",), Dose(hold_s=1, prepare_s=3))
    assert handout(laid_out(bare)).facts == ("About 1 minute", "1 stretch")


def test_the_dose_is_the_routines_and_not_the_stretchs() -> None:
    assert handout(laid_out(RAISE, hold_s=20, sets=1)).entries[0].dose == (
        "Hold 20 seconds, once each leg"
    )


def test_what_was_changed_for_the_person_is_told() -> None:
    assert handout(laid_out(RAISE)).note == ""
    sheet = handout(laid_out(RAISE), planned=True, without=("Fold", "March"))
    assert sheet.note == f"{PLAN_NOTE} Left out for your safety answers: Fold, March."


def test_the_week_begins_as_the_person_has_it() -> None:
    assert handout(laid_out(RAISE)).days[0] == "Mon"
    days = handout(laid_out(RAISE), first_weekday=6).days
    assert (days[0], days[1], len(set(days))) == ("Sun", "Mon", 7)


def test_the_gravest_sign_is_told_as_everywhere_else() -> None:
    assert ADVICE_TEXTS[Advice.URGENT] in STOP


def test_all_that_is_read_can_be_listed() -> None:
    texts = handout(laid_out(RAISE, FOLD)).texts
    assert texts[:2] == ("Both legs", "A short one.")
    assert texts.index("Leg raise") < texts.index("Lie down.") < texts.index("Fold")
    assert "" not in texts

"""What is said to be left out is exactly what may not be offered."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.left_out import BECAUSE, NOTHING_LEFT, UNANSWERED, LeftOut, left_out, together
from supple.core.permitted import permitted
from supple.core.routine import Catalogue, Routine, RoutineStep
from supple.core.routine_format import parse_document
from supple.core.safety import ADVICE_TITLES, QUESTIONS, Advice, Screening

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
DAY = date(2026, 5, 4)
IDS = [q.id for q in QUESTIONS]
ticks = st.frozensets(st.sampled_from(IDS))
screenings = st.builds(Screening, st.none() | st.just(DAY), ticks, st.none() | st.just(DAY))


@given(screenings)
def test_a_stretch_is_left_out_exactly_if_it_may_not_be_offered(screening: Screening) -> None:
    gone = left_out(SHIPPED, screening)
    offered = permitted(SHIPPED, screening)
    assert set(gone.stretches) == set(SHIPPED.stretches) - set(offered.stretches)
    assert all(reason.endswith(".") for reason in gone.stretches.values())


@given(screenings)
def test_a_routine_names_what_it_goes_without_or_cannot_be_started(screening: Screening) -> None:
    gone = left_out(SHIPPED, screening)
    offered = permitted(SHIPPED, screening)
    assert set(gone.routines).isdisjoint(gone.without)
    assert set(gone.routines).isdisjoint(offered.routines)
    for id_, without in gone.without.items():
        steps = [s.stretch for s in SHIPPED.routines[id_].steps if s.stretch not in without]
        assert [s.stretch for s in offered.routines[id_].steps] == steps
    for id_ in set(SHIPPED.routines) - set(gone.routines) - set(gone.without):
        steps = [s.stretch for s in SHIPPED.routines[id_].steps]
        assert not set(steps) & set(gone.stretches)


def test_without_a_tick_nothing_is_left_out() -> None:
    assert left_out(SHIPPED, Screening(DAY)) == LeftOut()


def test_the_answer_that_rules_it_out_is_named() -> None:
    gone = left_out(SHIPPED, Screening(DAY, frozenset({"balance", "bones"}), DAY))
    assert gone.stretches["leg-swing"] == "Left out because of your answers: poor balance."
    assert gone.stretches["standing-forward-fold"] == (
        "Left out because of your answers: osteoporosis, dizziness when bending or standing up."
    )
    assert gone.without["gentle-ladder"] == ("standing-forward-fold",)


@pytest.mark.parametrize(
    ("ticked", "advice"), [({"saddle"}, Advice.URGENT), ({"accident"}, Advice.ASK_FIRST)]
)
def test_while_somebody_is_to_be_asked_everything_says_so(ticked: set[str], advice: Advice) -> None:
    gone = left_out(SHIPPED, Screening(DAY, frozenset(ticked)))
    assert set(gone.stretches) == set(SHIPPED.stretches)
    assert set(gone.routines) == set(SHIPPED.routines)
    assert {*gone.stretches.values(), *gone.routines.values()} == {ADVICE_TITLES[advice]}


def test_who_skipped_the_questions_is_asked_for_answers() -> None:
    gone = left_out(SHIPPED, Screening())
    assert set(gone.stretches.values()) == {UNANSWERED}
    assert gone.routines["full-session"] == UNANSWERED
    assert gone.without == {"gentle-ladder": ("standing-forward-fold",)}


def test_a_routine_with_nothing_left_says_so() -> None:
    kneel = SHIPPED.stretches["hip-flexor-kneeling"]
    alone = Routine("alone", "Alone", (RoutineStep(kneel.id), RoutineStep(kneel.id)))
    gone = left_out(Catalogue.of([kneel], [alone]), Screening(DAY, frozenset({"knee"}), DAY))
    assert gone.routines == {"alone": NOTHING_LEFT}
    assert gone.without == {}


def test_one_reason_for_all_is_told_once() -> None:
    assert together({}) == ""
    assert together({"March": UNANSWERED, "Jog": UNANSWERED}) == UNANSWERED
    assert together({"March": f"{BECAUSE}: knee pain.", "Jog": f"{BECAUSE}: dizziness."}) == (
        f"{BECAUSE}.\nMarch: knee pain.\nJog: dizziness."
    )

"""Nothing that the answers rule out is ever offered."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from supple.core.permitted import GENTLE, barred_by, is_barred, permitted, without
from supple.core.routine_format import parse_document
from supple.core.safety import QUESTIONS, Screening

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
DAY = date(2026, 5, 4)
IDS = [q.id for q in QUESTIONS]
ticks = st.frozensets(st.sampled_from(IDS))
screenings = st.builds(Screening, st.none() | st.just(DAY), ticks, st.none() | st.just(DAY))


@given(screenings)
def test_no_routine_offered_contains_a_barred_stretch(screening: Screening) -> None:
    offered = permitted(SHIPPED, screening)
    for routine in offered.routines.values():
        assert routine.steps
        for step in routine.steps:
            assert not is_barred(SHIPPED.stretches[step.stretch], screening)
            assert step.stretch in offered.stretches


@given(screenings)
def test_nothing_is_offered_before_a_professional_was_asked(screening: Screening) -> None:
    offered = permitted(SHIPPED, screening)
    assert bool(offered.routines) == screening.may_stretch
    assert bool(offered.stretches) == screening.may_stretch


@given(ticks, st.sampled_from(IDS))
def test_one_more_tick_never_offers_more(ticked: frozenset[str], more: str) -> None:
    fewer = permitted(SHIPPED, Screening(DAY, ticked | {more}, DAY)).stretches
    assert set(fewer) <= set(permitted(SHIPPED, Screening(DAY, ticked, DAY)).stretches)


def test_without_a_tick_everything_is_offered() -> None:
    assert permitted(SHIPPED, Screening(DAY)) == SHIPPED


def test_who_skipped_the_questions_gets_the_gentlest() -> None:
    offered = permitted(SHIPPED, Screening())
    assert list(offered.routines) == ["desk-break", "lying-down", "gentle-ladder", "slow-and-light"]
    assert all(GENTLE in r.suits for r in offered.routines.values())
    assert all(stretch.difficulty < 3 for stretch in offered.stretches.values())
    assert offered.routines["desk-break"] == SHIPPED.routines["desk-break"]


def test_the_standing_rung_is_left_out_with_a_slipped_disc() -> None:
    screening = Screening(DAY, frozenset({"spine"}), DAY)
    ladder = permitted(SHIPPED, screening).routines["gentle-ladder"]
    assert [s.stretch for s in ladder.steps] == ["wall-supine", "supine-strap-straight-leg"]
    fold = SHIPPED.stretches["standing-forward-fold"]
    assert barred_by(fold, screening) == (
        "herniated-disc",
        "spondylolisthesis",
        "spinal-instability",
    )


def test_a_routine_can_be_left_with_nothing() -> None:
    pair = SHIPPED.routines["back-care-pair"]
    assert without(pair, {step.stretch for step in pair.steps}).steps == ()
    assert without(pair, set()) == pair

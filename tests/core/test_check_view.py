from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_view import (
    OFFERED,
    build_checks,
    feel_result,
    fitting,
    leg_result,
    past_check,
)
from supple.core.choice import Choice
from supple.core.flexibility import Tightness
from supple.core.routine import Routine, RoutineStep

TODAY = date(2026, 10, 22)


def at(day: int, month: int = 10) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=UTC)


def raised(id_: str, day: int, left: float | None, right: float | None) -> Assessment:
    return Assessment(id_, Check.LEG_RAISE, at(day), left, right)


def test_the_newest_whole_leg_raise_is_the_last_check() -> None:
    checks = [raised("a", 1, 48, 53), raised("b", 8, 51, 57), raised("c", 9, 60, None)]
    view = build_checks(TODAY, checks, {})
    assert view.last is not None
    assert (view.last.id, view.last.when) == ("b", "8 October")
    assert (view.last.left, view.last.right) == ("Left 51°", "Right 57°")
    assert (view.last_left, view.last_right) == (51, 57)
    assert [check.id for check in view.past] == ["c", "b", "a"]


def test_a_deleted_check_is_not_there() -> None:
    gone = replace(raised("a", 8, 51, 57), deleted_at=at(9))
    view = build_checks(TODAY, [gone], {})
    assert view.last is None
    assert view.past == ()
    assert view.last_left is None


def test_quick_checks_say_how_they_went_and_why_they_are_left_out() -> None:
    done = Assessment("t", Check.TOE_TOUCH, at(9), feel=Feel.TIGHT)
    view = build_checks(TODAY, [done], {Check.SIT_AND_REACH: "Left out.", Check.LEG_RAISE: "No."})
    sit, toe = view.quick
    assert (sit.check, sit.barred, sit.last) == (Check.SIT_AND_REACH, "Left out.", "")
    assert (toe.name, toe.barred, toe.last) == ("Toe touch", "", "9 October, hard or tight")
    assert view.barred == "No."


def test_a_past_check_is_read_out_in_one_line() -> None:
    assert past_check(raised("a", 8, 51, 57), TODAY).spoken == (
        "Leg raise, 8 October, 09:00: Left 51 degrees, Right 57 degrees"
    )
    felt = Assessment("t", Check.SIT_AND_REACH, at(9), feel=Feel.SHARP)
    assert past_check(felt, TODAY).spoken == "Sit and reach, 9 October, 09:00: A sharp pull"


def test_the_result_says_what_was_and_claims_no_small_change() -> None:
    found = leg_result(raised("b", 22, 54, 58), raised("a", 8, 51, 57), ())
    assert (found.id, found.left, found.right) == ("b", 54, 58)
    assert (found.was_left, found.was_right) == (51, 57)
    assert found.verdict.title == "Your hamstrings are tight"
    assert found.change.startswith("No clear change")
    assert found.heading == "Suggested for you"


def test_who_is_not_tight_is_offered_something_instead() -> None:
    found = leg_result(raised("b", 22, 84, 86), None, (), kept=False)
    assert found.heading == "Try this instead"
    assert (found.id, found.change, found.was_left) == ("", "", None)


def test_half_a_leg_raise_is_not_judged() -> None:
    with pytest.raises(ValueError, match="both legs"):
        leg_result(raised("b", 22, 84, None), None, ())


def test_a_feeling_is_judged_in_words() -> None:
    found = feel_result(Assessment("t", Check.TOE_TOUCH, at(9)), Feel.EASY)
    assert (found.id, found.check) == ("t", Check.TOE_TOUCH)
    assert "unlikely to be tight" in found.text


def routine(id_: str, *suits: str) -> Routine:
    return Routine(id_, id_, steps=(RoutineStep("x"),), suits=suits)


ROUTINES = MappingProxyType(
    {
        r.id: r
        for r in (
            routine("desk", "work-break"),
            routine("tested", "tested-tight"),
            routine("hips", "not-tight", "rising"),
            routine("up", "not-tight"),
            routine("lying", "bedtime"),
        )
    }
)
CHOICES = tuple(Choice(id_, "", "") for id_ in ROUTINES)


def ids(found: tuple[Choice, ...]) -> list[str]:
    return [choice.routine for choice in found]


def test_tight_legs_get_what_was_made_for_them_first() -> None:
    assert ids(fitting(Tightness.TIGHT, CHOICES, ROUTINES, lambda _: True)) == ["tested", "desk"]


def test_free_legs_get_hips_and_movement_alone() -> None:
    assert ids(fitting(Tightness.NOT_TIGHT, CHOICES, ROUTINES, lambda _: True)) == ["hips", "up"]


def test_in_between_nothing_for_a_clear_verdict_is_offered() -> None:
    assert ids(fitting(Tightness.SOME_ROOM, CHOICES, ROUTINES, lambda _: True)) == ["desk", "lying"]


@given(
    st.sampled_from(list(Tightness)),
    st.permutations(list(CHOICES)).flatmap(
        lambda every: st.integers(0, len(every)).map(lambda n: every[:n])
    ),
    st.sets(st.sampled_from(list(ROUTINES))),
)
def test_only_what_is_allowed_and_possible_is_offered(
    tightness: Tightness, choices: list[Choice], able: set[str]
) -> None:
    found = ids(fitting(tightness, choices, ROUTINES, lambda r: r.id in able))
    assert set(found) <= {choice.routine for choice in choices} & able
    assert len(found) == len(set(found)) <= OFFERED

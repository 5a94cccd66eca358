"""The safety questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.safety import (
    ADVICE_TEXTS,
    ADVICE_TITLES,
    ASK_AGAIN_AFTER,
    PLACE_CHECKLIST,
    QUESTIONS,
    Advice,
    Screening,
    advice,
    is_due,
)
from supple.core.terms import CONDITIONS

DAY = date(2026, 5, 4)
IDS = [q.id for q in QUESTIONS]
ticks = st.frozensets(st.sampled_from(IDS))


def test_only_the_first_question_has_no_way_on() -> None:
    assert [q.id for q in QUESTIONS if q.advice is Advice.URGENT] == ["saddle"]
    assert QUESTIONS[0].id == "saddle"


def test_conditions_are_known_and_all_of_them_are_asked_for() -> None:
    asked = {c for q in QUESTIONS for c in q.conditions}
    assert asked == set(CONDITIONS)


@pytest.mark.parametrize(
    ("ticked", "expected"),
    [
        ((), Advice.FINE),
        (("knee",), Advice.LEAVE_OUT),
        (("knee", "spine"), Advice.ASK_FIRST),
        (("spine", "saddle"), Advice.URGENT),
        (("leg",), Advice.ASK_FIRST),
        (("accident",), Advice.ASK_FIRST),
        (("injury",), Advice.ASK_FIRST),
        (("surgery",), Advice.ASK_FIRST),
        (("bones",), Advice.ASK_FIRST),
        (("unknown",), Advice.FINE),
    ],
)
def test_the_gravest_answer_decides(ticked: tuple[str, ...], expected: Advice) -> None:
    assert advice(ticked) is expected


def test_a_replaced_joint_asks_somebody_first() -> None:
    asked = [q for q in QUESTIONS if "replaced joint" in q.text]
    assert [(q.id, q.advice) for q in asked] == [("surgery", Advice.ASK_FIRST)]
    assert all("replaced joint" in CONDITIONS[name] for name in asked[0].conditions)


@given(ticks, st.sampled_from(IDS))
def test_one_more_tick_is_never_less_grave(ticked: frozenset[str], more: str) -> None:
    order = tuple(Advice)
    assert order.index(advice(ticked | {more})) >= order.index(advice(ticked))


@given(ticks, st.none() | st.just(DAY))
def test_nothing_clears_the_urgent_answer(ticked: frozenset[str], cleared: date | None) -> None:
    assert not Screening(DAY, ticked | {"saddle"}, cleared).may_stretch


@given(ticks)
def test_a_clearance_keeps_the_conditions(ticked: frozenset[str]) -> None:
    asked, cleared = Screening(DAY, ticked), Screening(DAY, ticked, DAY)
    assert asked.conditions == cleared.conditions
    assert cleared.may_stretch == ("saddle" not in ticked)
    assert asked.may_stretch == (advice(ticked) in {Advice.FINE, Advice.LEAVE_OUT})


def test_it_is_asked_until_answered_and_again_after_six_months() -> None:
    assert is_due(Screening(), DAY)
    answered = Screening(DAY)
    assert not is_due(answered, DAY)
    assert not is_due(answered, DAY + ASK_AGAIN_AFTER - timedelta(days=1))
    assert is_due(answered, DAY + ASK_AGAIN_AFTER)


def test_answers_of_a_day_to_come_are_asked_for_again() -> None:
    answered = Screening(DAY)
    assert is_due(answered, DAY - timedelta(days=400))
    assert is_due(answered, DAY - timedelta(days=2))
    assert not is_due(answered, DAY - timedelta(days=1)), "a flight west"


def test_much_pain_after_the_answers_asks_again() -> None:
    answered = Screening(DAY)
    later = DAY + timedelta(days=3)
    assert is_due(answered, later, much_pain_on=later)
    assert not is_due(answered, later, much_pain_on=DAY)
    assert not is_due(Screening(later), later, much_pain_on=DAY)


def test_every_advice_has_its_words() -> None:
    for kind in set(Advice) - {Advice.FINE}:
        assert ADVICE_TITLES[kind].endswith(".")
        assert ADVICE_TEXTS[kind].endswith(".")
    assert len(PLACE_CHECKLIST) == 4

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.breaks.times import fixed_of
from supple.core.choice import PRACTICE, Choice, Moment, choose
from supple.core.day_rows import DayTimes
from supple.core.event import Ended
from supple.core.goal import GoalCounts
from supple.core.my_plan import Known
from supple.core.offer import offer_of
from supple.core.person import Person
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Routine,
    RoutineStep,
    Side,
    Sides,
    Stretch,
)
from supple.core.step import StepKind
from supple.core.today import OWN_LINE, TodayView, build_today

THURSDAY = date(2026, 10, 22)
SATURDAY = date(2026, 10, 24)


def stretch(
    name: str, position: Position, *equipment: str, avoid_if: tuple[str, ...] = ()
) -> Stretch:
    return Stretch(
        id=name,
        name=name.title(),
        position=position,
        sides=Sides.BOTH,
        difficulty=1,
        setup=("Sit.",),
        dose=Dose(hold_s=30),
        equipment=equipment,
        avoid_if=avoid_if,
        figure=f"{name}-figure",
    )


CATALOGUE = Catalogue.of(
    [stretch("chair", Position.SEATED, "chair"), stretch("strap", Position.LYING, "mat", "strap")],
    [
        Routine("rise", "On rising", (RoutineStep("strap"),), suits=("rising",)),
        Routine("desk", "Desk break", (RoutineStep("chair"),), "Short.", suits=("work-break",)),
        Routine("night", "Before bed", (RoutineStep("strap"),), suits=("bedtime",)),
        Routine("tight", "Tested tight", (RoutineStep("strap"),), suits=("tested-tight",)),
        Routine("full", "Full", (RoutineStep("chair"), RoutineStep("strap"))),
    ],
)
DURATIONS = {"rise": 300.0, "desk": 240.0, "night": 500.0, "full": 900.0, "tight": 950.0}


def session(
    routine: str,
    day: date,
    hour: int = 10,
    held_s: float = 120.0,
    pain: tuple[int | None, int | None] = (None, None),
) -> SessionRecord:
    step = StepRecord(StepKind.HOLD, "chair", Side.BOTH, 1, held_s, held_s, True)
    return SessionRecord(
        id=f"{routine}{day}{hour}",
        routine=routine,
        routine_name=routine.title(),
        started_at=datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC),
        ended=Ended.FINISHED,
        steps=(step,),
        pain_before=pain[0],
        pain_after=pain[1],
    )


def view(
    *sessions: SessionRecord,
    day: date = THURSDAY,
    hour: int = 14,
    goal: int = 5,
    catalogue: Catalogue = CATALOGUE,
) -> TodayView:
    totals = [(s.day, s.held_s) for s in sessions]
    choices = choose(catalogue, DURATIONS, Person(), Moment(day, hour))
    return build_today(day, catalogue, DURATIONS, choices, sessions, totals, goal)


def offered(shown: TodayView) -> str:
    assert shown.up_next is not None
    return shown.up_next.routine


YESTERDAY = THURSDAY - timedelta(days=1)


def test_the_title_counts_todays_sessions() -> None:
    assert view(session("desk", YESTERDAY)).title == "A fresh day"
    assert view(session("desk", THURSDAY)).title == "One done today"
    assert view(session("desk", THURSDAY, 9), session("full", THURSDAY, 12)).title == (
        "Two done today"
    )


def test_the_title_greets_after_a_long_time() -> None:
    assert view(session("desk", THURSDAY - timedelta(days=10))).title == "Good to see you"
    assert view(session("desk", THURSDAY - timedelta(days=9))).title == "A fresh day"


@pytest.mark.parametrize("held_s", [0.0, 14.0])
def test_a_session_hardly_begun_is_not_done(held_s: float) -> None:
    shown = view(session("desk", THURSDAY, held_s=held_s), session("desk", YESTERDAY))
    assert shown.title == "A fresh day"
    assert shown.done == ()


def test_the_first_day_of_all() -> None:
    shown = view()
    assert shown.first_time
    assert shown.title == "A good day to start"
    assert (shown.streak, shown.pain, shown.done) == ("", None, ())
    assert shown.week_line == "Five days make your goal."


def test_the_best_choice_is_up_next_and_says_why() -> None:
    offer = view().up_next
    assert offer is not None
    assert (offer.routine, offer.why) == ("desk", "A break from the desk")
    assert offer.source == "General practice"


def test_without_a_choice_nothing_is_up_next() -> None:
    shown = view(catalogue=Catalogue({}, {}))
    assert shown.up_next is None
    assert shown.more == ()


def test_a_choice_that_is_not_in_the_catalogue_is_left_out() -> None:
    shown = build_today(
        THURSDAY, CATALOGUE, DURATIONS, [Choice("gone", "", ""), Choice("desk", "", "")], [], [], 5
    )
    assert offered(shown) == "desk"


def test_advice_and_the_plan_are_passed_on() -> None:
    shown = build_today(
        THURSDAY,
        Catalogue({}, {}),
        {},
        [],
        [],
        [],
        5,
        plan="Holds of up to 15 s.",
        advice=("Please ask first.", "This can need more."),
        last_check=Assessment(
            "one", Check.LEG_RAISE, datetime(2026, 9, 20, 9, tzinfo=UTC), 54.0, 58.0
        ),
        breaks=True,
    )
    assert shown.advice == ("Please ask first.", "This can need more.")
    assert shown.title == "Your back comes first"
    assert (shown.plan, shown.check_due) == ("Holds of up to 15 s.", True)
    assert (shown.legs, shown.next_check, shown.breaks) == ((54.0, 58.0), "now", True)


@pytest.mark.parametrize(
    ("own", "plan", "said"),
    [
        ((), "Holds of up to 15 s.", "Holds of up to 15 s."),
        (("desk",), "Holds of up to 15 s.", OWN_LINE),
        (("desk",), "", ""),
    ],
)
def test_of_ones_own_the_plan_promises_no_other_holds(
    own: tuple[str, ...], plan: str, said: str
) -> None:
    choices = [Choice("desk", "", "")]
    shown = build_today(THURSDAY, CATALOGUE, DURATIONS, choices, [], [], 5, plan=plan, own=own)
    assert offered(shown) == "desk"
    assert shown.plan == said


def test_of_ones_own_no_general_practice_is_claimed() -> None:
    def sourced(document: str, *own: str) -> tuple[str, str]:
        choices = [Choice("desk", "", document)]
        shown = build_today(THURSDAY, CATALOGUE, DURATIONS, choices, [], [], 5, own=own)
        assert shown.up_next is not None
        return shown.up_next.source, shown.up_next.document

    assert sourced(PRACTICE) == ("General practice", PRACTICE)
    assert sourced(PRACTICE, "desk") == ("", "")
    assert sourced("my physio", "desk") == ("My physio", "my physio")


def test_whoever_has_answered_the_safety_questions_need_read_nothing_first() -> None:
    red = Catalogue.of(
        [stretch("chair", Position.SEATED, avoid_if=("herniated-disc",))],
        [Routine("desk", "Desk break", (RoutineStep("chair"),), suits=("work-break",))],
    )
    choices = choose(red, DURATIONS, Person(), Moment(THURSDAY, 14))
    for answered in (True, False):
        shown = build_today(THURSDAY, red, DURATIONS, choices, [], [], 5, answered=answered)
        assert shown.up_next is not None
        assert shown.up_next.read_first is not answered


def test_more_holds_the_next_choices() -> None:
    assert [o.routine for o in view().more] == ["rise", "night", "full"]
    done = view(session("desk", THURSDAY))
    assert [o.routine for o in done.more] == ["rise", "night"]


def test_todays_sessions_stand_in_order() -> None:
    shown = view(session("full", THURSDAY, 12, 200), session("desk", THURSDAY, 9, 45))
    assert [(d.at, d.name, d.detail) for d in shown.done] == [
        ("09:30", "Desk", "45 s held"),
        ("12:30", "Full", "3 min held"),
    ]


def test_the_week_against_the_goal() -> None:
    week = [session("desk", THURSDAY - timedelta(days=n)) for n in range(3)]
    assert view(*week, goal=5).week_line == "Two more days to your goal."
    assert view(*week, goal=4).week_line == "One more day to your goal."
    met = view(*week, goal=3)
    assert met.week_line == "Your goal for this week is met."
    assert met.streak == "1 week"


def test_a_goal_of_sessions_counts_both_of_a_day() -> None:
    shown = build_today(
        *(THURSDAY, CATALOGUE, DURATIONS, [], []),
        [(THURSDAY, 300.0, 2), (YESTERDAY, 200.0, 1)],
        goal=4,
        goal_counts=GoalCounts.SESSIONS,
    )
    assert shown.week.done == 3
    assert shown.week_line == "One more session to your goal."


def test_a_night_is_part_of_the_day_before_until_it_ends() -> None:
    night = [session("desk", THURSDAY, hour) for hour in (0, 3, 4)]

    def done(day: date, ends: int) -> int:
        shown = build_today(day, CATALOGUE, DURATIONS, [], night, [], 5, day_ends_h=ends)
        return len(shown.done)

    assert (done(YESTERDAY, 4), done(THURSDAY, 4)) == (2, 1)
    assert (done(YESTERDAY, 0), done(THURSDAY, 0)) == (0, 3)


def test_a_week_off_leaves_the_row_as_it_was() -> None:
    totals = [(THURSDAY - timedelta(days=14 + n), 300.0, 1) for n in range(3)]
    off = [THURSDAY - timedelta(days=4 + n) for n in range(7)]

    def streak(days_off: list[date]) -> str:
        return build_today(
            THURSDAY, CATALOGUE, DURATIONS, [], [], totals, 3, days_off=days_off
        ).streak

    assert streak(off) == "1 week"
    assert streak([]) == ""


def test_pain_is_that_of_the_last_session_that_asked() -> None:
    shown = view(
        session("desk", YESTERDAY, 9, pain=(6, 5)),
        session("desk", YESTERDAY, 12, pain=(4, 2)),
        session("desk", THURSDAY, 9, pain=(3, None)),
    )
    assert shown.pain == (4, 2)


@given(
    hour=st.integers(0, 23),
    day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    past=st.lists(
        st.tuples(st.sampled_from([*CATALOGUE.routines, "deleted"]), st.integers(0, 400)),
        max_size=6,
    ),
)
def test_there_is_always_something_up_next(
    hour: int, day: date, past: list[tuple[str, int]]
) -> None:
    sessions = [session(routine, day - timedelta(days=ago)) for routine, ago in past]
    shown = view(*sessions, day=day, hour=hour)
    assert offered(shown) in CATALOGUE.routines
    assert offered(shown) not in [offer.routine for offer in shown.more]
    assert shown.first_time is (not sessions)


def test_nobody_is_asked_for_more_days_than_the_week_has() -> None:
    sunday = THURSDAY + timedelta(days=3)
    shown = view(session("desk", THURSDAY - timedelta(days=9)), day=sunday)
    assert shown.week_line == "0 of 5 so far. A new week begins on Monday."


@pytest.mark.parametrize(("ended", "pain"), [(Ended.HURT, None), (Ended.FINISHED, 8)])
def test_after_something_hurt_the_day_is_for_rest(ended: Ended, pain: int | None) -> None:
    hurt = replace(session("desk", THURSDAY), ended=ended, pain_after=pain)
    shown = view(hurt)
    assert shown.title == "Rest for today"
    assert shown.plan.startswith("Something hurt today.")
    assert [d.hurt for d in shown.done] == [ended is Ended.HURT]
    unheld = replace(hurt, steps=())
    assert view(unheld).title == shown.title
    assert view(replace(hurt, started_at=hurt.started_at - timedelta(days=1))).title != shown.title


def test_what_was_broken_off_is_not_called_done() -> None:
    early = replace(session("desk", THURSDAY), ended=Ended.STOPPED)
    shown = view(early)
    assert [done.early for done in shown.done] == [True]
    assert shown.title == "A start is made"
    assert view(early, session("full", THURSDAY, 12)).title == "One done today"


def test_nothing_is_pressed_upon_whom_something_hurt_today() -> None:
    hurt = replace(session("desk", THURSDAY), ended=Ended.HURT)
    assert view(hurt).rest
    assert not view(session("desk", THURSDAY)).rest
    assert not view(replace(session("desk", YESTERDAY), ended=Ended.HURT)).rest


# The daily plan


def planned(
    *times: str, hour: int = 12, done: tuple[str, ...] = (), leads: bool = True
) -> TodayView:
    """Thursday at ``hour``, with ``times`` planned and ``done`` at half past ten."""
    choices = choose(CATALOGUE, DURATIONS, Person(), Moment(THURSDAY, hour))
    offers = tuple(offer_of(choice, CATALOGUE, DURATIONS) for choice in choices)
    fits = {"": next(offer for offer in offers if offer.routine == "desk")}
    now = datetime(2026, 10, 22, hour, 0, tzinfo=UTC)
    fixed = [fixed_of(text) for text in times]
    day = DayTimes(now, fixed, range(5), Known(offers, fits), leads=leads)
    sessions = [session(routine, THURSDAY) for routine in done]
    totals = [(THURSDAY, 120.0, len(done))] if done else []
    return build_today(
        THURSDAY, CATALOGUE, DURATIONS, choices, sessions, totals, 3, times=day if times else None
    )


def test_without_a_plan_there_is_none() -> None:
    assert planned().schedule == ()


@pytest.mark.parametrize(
    ("times", "done", "title"),
    [
        (("10:30", "14:30", "20:00 daily routine:night"), ("desk",), "One done, two to go"),
        (("10:30",), ("desk",), "All done for today"),
        (("09:00 daily routine:night", "10:30"), ("desk",), "One done today"),
        (("14:30",), (), "A good day to start"),
    ],
)
def test_the_title_tells_what_is_done_and_what_is_to_come(
    times: tuple[str, ...], done: tuple[str, ...], title: str
) -> None:
    assert planned(*times, done=done).title == title


def test_what_is_near_is_up_next_and_what_is_far_is_not() -> None:
    near = planned("12:30 daily routine:night").up_next
    assert near is not None
    assert (near.routine, near.why) == ("night", "Up next, 12:30")
    past = planned("11:30 daily routine:night").up_next
    assert past is not None
    assert (past.routine, past.why) == ("night", "In your plan, 11:30")
    for view in (planned("20:00 daily routine:night"), planned("12:30", leads=False)):
        assert view.up_next is not None
        assert (view.up_next.routine, view.up_next.why) == ("desk", "A break from the desk")


def test_what_is_planned_is_not_offered_once_more() -> None:
    view = planned("20:00 daily routine:night", "22:00 daily routine:rise")
    assert not {"night", "rise"} & {offer.routine for offer in view.more}
    assert len(view.more) == 1


@given(st.integers(0, 8))
def test_the_check_of_the_legs_comes_as_often_as_was_chosen(weeks: int) -> None:
    check = Assessment("c", Check.LEG_RAISE, datetime(2026, 9, 20, tzinfo=UTC), 54.0, 58.0)
    view = build_today(
        THURSDAY, CATALOGUE, DURATIONS, (), [], [], 3, last_check=check, check_weeks=weeks
    )
    assert view.check_due is (0 < weeks <= 4)
    assert bool(view.next_check) is (weeks > 0)

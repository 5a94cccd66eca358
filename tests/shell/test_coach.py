"""What the plan says, from real settings and a real history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.assessment import Check
from supple.core.ended import Ended
from supple.core.flexibility import Tightness
from supple.core.level import Reason
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.shell.coach import MUCH_PAIN_ON
from supple.shell.deps import Deps
from supple.shell.options import parse

ZONE = timezone(timedelta(hours=2))
MONDAY = datetime(2026, 6, 1, 20, tzinfo=ZONE)
HELD = 30.0


class Person:
    """Somebody with a profile of their own."""

    def __init__(self, profile: Path) -> None:
        self.deps = Deps.of(parse(["--profile", str(profile)]))
        self.coach = self.deps.coach
        assert self.deps.history is not None
        self.history = self.deps.history

    def answers(self, *ticked: str, cleared: bool = False, **more: object) -> None:
        fields = {
            "safety_on": "2026-05-30",
            "safety_ticked": ticked,
            "safety_cleared_on": "2026-05-30" if cleared else "",
            **more,
        }
        self.deps.settings = replace(self.deps.settings, **fields)  # type: ignore[arg-type]
        self.coach.forget()

    def does(
        self,
        day: int,
        routine: str = "lying-down",
        pain: tuple[int | None, int | None] = (None, None),
        held_s: float = HELD,
    ) -> None:
        at, id_ = MONDAY + timedelta(days=day), f"s{day}"
        step = StepRecord(StepKind.HOLD, "wall-supine", Side.BOTH, 1, HELD, held_s, held_s >= HELD)
        self.history.open_session(id_, routine, routine, at)
        self.history.add_step(id_, step, at + timedelta(minutes=1))
        self.history.close_session(id_, Ended.FINISHED, at + timedelta(minutes=2))
        self.history.rate(id_, *pain)
        self.coach.forget()


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    one = Person(tmp_path / "profile")
    yield one
    one.history.close()


def offered(person: Person, day: int = 0) -> list[str]:
    now = MONDAY + timedelta(days=day)
    return [c.routine for c in person.coach.choices(now, {})]


def test_without_answers_only_the_gentlest_is_offered(person: Person) -> None:
    assert set(offered(person)) == {"desk-break", "lying-down", "gentle-ladder", "slow-and-light"}
    assert person.coach.safety_due(MONDAY)


def test_an_answer_that_asks_for_a_professional_offers_nothing_until_cleared(
    person: Person,
) -> None:
    person.answers("spine")
    assert offered(person) == []
    with pytest.raises(UserError, match="doctor or physiotherapist"):
        person.coach.routine("desk-break", MONDAY)
    person.answers("spine", cleared=True)
    assert "lying-down" in offered(person)
    assert not person.coach.safety_due(MONDAY)


def test_what_the_answers_rule_out_cannot_be_started(person: Person) -> None:
    person.answers("spine", cleared=True)
    with pytest.raises(UserError, match="left out with a slipped"):
        person.coach.routine("standing-forward-fold", MONDAY)
    ladder = person.coach.routine("gentle-ladder", MONDAY)
    assert [s.stretch for s in ladder.steps] == ["wall-supine", "supine-strap-straight-leg"]


def test_a_typing_mistake_still_names_the_nearest(person: Person) -> None:
    person.answers()
    with pytest.raises(UserError, match="desk-break"):
        person.coach.routine("desk-brek", MONDAY)


def test_who_skipped_the_questions_can_still_start_what_nothing_speaks_against(
    person: Person,
) -> None:
    assert person.coach.routine("moving-flow", MONDAY).id == "moving-flow"
    with pytest.raises(UserError, match="safety answers"):
        person.coach.routine("standing-forward-fold", MONDAY)


def hold_s(person: Person, now: datetime) -> float | None:
    routine = person.coach.catalogue(now).routines["lying-down"]
    return routine.steps[0].change.hold_s


def test_holds_grow_with_good_weeks_and_shrink_with_pain(person: Person) -> None:
    person.answers()
    assert hold_s(person, MONDAY) == 15.0
    for day in (0, 3, 7, 10):
        person.does(day)
    later = MONDAY + timedelta(days=14)
    assert person.coach.progress(later).reason is Reason.GROWN
    assert hold_s(person, later) == 20.0
    person.does(14, pain=(2, 5))
    assert person.coach.progress(later).reason is Reason.PAIN
    assert hold_s(person, later) == 15.0


def test_a_hold_let_go_early_counts_as_cut(person: Person) -> None:
    person.answers()
    for day in (0, 3, 7, 10):
        person.does(day)
    person.does(14, held_s=12.0)
    assert person.coach.progress(MONDAY + timedelta(days=14)).reason is Reason.CUT


def test_the_person_can_overrule_the_doses(person: Person) -> None:
    person.answers(plan_doses=False)
    own = person.deps.library.catalogue.routines["lying-down"]
    assert person.coach.catalogue(MONDAY).routines["lying-down"] == own


def test_own_routines_keep_their_doses(tmp_path: Path, short_file: Path) -> None:
    deps = Deps.of(parse(["--profile", str(tmp_path / "p"), "--routines", str(short_file)]))
    deps.settings = replace(deps.settings, safety_on="2026-05-30")
    routine = deps.coach.catalogue(MONDAY).routines["three-short"]
    assert routine == deps.library.catalogue.routines["three-short"]
    assert deps.history is not None
    deps.history.close()


def test_a_leg_raise_changes_what_is_offered(person: Person) -> None:
    person.answers()
    assert person.coach.tightness() is None
    person.history.add_assessment(Check.LEG_RAISE, MONDAY, left=54, right=58)
    person.coach.forget()
    assert person.coach.tightness() is Tightness.TIGHT
    sunday = 6
    assert offered(person, sunday)[0] == "tested-tight"
    person.history.add_assessment(Check.LEG_RAISE, MONDAY + timedelta(days=1), left=84, right=86)
    person.coach.forget()
    assert offered(person, sunday)[0] == "hips-and-moving"


def test_the_last_check_of_both_legs_is_known(person: Person) -> None:
    assert person.coach.last_check() is None
    person.history.add_assessment(Check.LEG_RAISE, MONDAY, left=54, right=58)
    person.coach.forget()
    last = person.coach.last_check()
    assert last is not None
    assert (last.left, last.right) == (54, 58)


def test_much_pain_asks_the_safety_questions_again(person: Person) -> None:
    person.answers()
    assert not person.coach.safety_due(MONDAY)
    person.does(0, pain=(5, 8))
    assert person.coach.safety_due(MONDAY + timedelta(days=1))


def test_much_pain_that_began_no_session_asks_them_again_as_well(person: Person) -> None:
    person.answers()
    person.coach.keep_much_pain(MONDAY)
    assert person.coach.safety_due(MONDAY + timedelta(days=1))
    # A clock that was ahead when it was told.
    assert not person.coach.safety_due(MONDAY - timedelta(days=1))
    person.answers(safety_on=(MONDAY + timedelta(days=2)).date().isoformat())
    assert not person.coach.safety_due(MONDAY + timedelta(days=3))


def test_a_day_of_much_pain_that_cannot_be_read_or_kept_is_done_without(person: Person) -> None:
    person.answers()
    person.history.keep_note(MUCH_PAIN_ON, "last week")
    assert not person.coach.safety_due(MONDAY)
    person.history.close()
    person.coach.keep_much_pain(MONDAY)
    person.deps.history = None
    person.coach.keep_much_pain(MONDAY)
    assert not person.coach.safety_due(MONDAY)


def test_a_history_that_cannot_be_read_leaves_the_plan_at_its_beginning(person: Person) -> None:
    person.answers()
    for day in (0, 3, 7, 10):
        person.does(day)
    person.history.close()
    person.coach.forget()
    assert person.coach.progress(MONDAY + timedelta(days=14)).level.number == 1
    person.deps.history = None
    person.coach.forget()
    assert offered(person)

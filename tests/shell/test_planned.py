"""The daily plan as it stands, from real settings and a real history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.choice import BEDTIME, RISING
from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.speech_length import spoken_seconds
from supple.core.step_kind import StepKind
from supple.shell.deps import Deps
from supple.shell.durations import work_out
from supple.shell.options import parse
from supple.shell.planned import day_times, done_today, known

ZONE = timezone(timedelta(hours=2))
MONDAY = datetime(2026, 6, 1, 12, 0, tzinfo=ZONE)


@pytest.fixture
def deps(tmp_path: Path) -> Iterator[Deps]:
    made = Deps.of(parse(["--profile", str(tmp_path / "profile")]))
    made.settings = replace(
        made.settings,
        safety_on="2026-05-30",
        break_times=("10:30", "20:00 daily routine:lying-down"),
    )
    made.now = lambda: MONDAY
    yield made
    assert made.history is not None
    made.history.close()


def lengths(deps: Deps) -> dict[str, float]:
    return work_out(deps.coach.shown(MONDAY), spoken_seconds)


def does(deps: Deps, routine: str, hour: int, *, held_s: float = 60.0, days: int = 0) -> None:
    history = deps.history
    assert history is not None
    at = MONDAY.replace(hour=hour) + timedelta(days=days)
    id_ = f"{routine}-{at.isoformat()}"
    step = StepRecord(StepKind.HOLD, "wall-supine", Side.BOTH, 1, 60.0, held_s, held_s >= 60)
    history.open_session(id_, routine, routine, at)
    history.add_step(id_, step, at + timedelta(minutes=1))
    history.close_session(id_, Ended.FINISHED, at + timedelta(minutes=2))
    deps.coach.forget()


def test_all_that_may_be_offered_may_be_planned(deps: Deps) -> None:
    found = known(deps, MONDAY, lengths(deps))
    assert {o.routine for o in found.offers} == set(deps.library.catalogue.routines)
    assert found.gone == {}
    assert set(found.fits) == {"", RISING, BEDTIME}
    assert found.fits[""].routine == "desk-break"


def test_what_the_answers_leave_out_is_known_by_name_only(deps: Deps) -> None:
    deps.settings = replace(deps.settings, safety_on="")
    deps.coach.forget()
    found = known(deps, MONDAY, lengths(deps))
    offered = {o.routine for o in found.offers}
    assert offered < set(deps.library.catalogue.routines)
    assert set(found.gone) == set(deps.library.catalogue.routines) - offered
    assert found.gone["full-session"] == deps.library.catalogue.routines["full-session"].name


def test_nothing_may_be_planned_while_a_professional_is_to_be_asked(deps: Deps) -> None:
    deps.settings = replace(deps.settings, safety_ticked=("spine",))
    deps.coach.forget()
    found = known(deps, MONDAY, lengths(deps))
    assert (found.offers, dict(found.fits)) == ((), {})


def test_the_day_has_its_times_whether_they_ask_or_not(deps: Deps) -> None:
    found = day_times(deps, MONDAY, lengths(deps))
    assert found is not None
    assert [fixed.clock for fixed in found.times] == ["10:30", "20:00"]
    deps.settings = replace(deps.settings, breaks_on=False)
    assert day_times(deps, MONDAY, lengths(deps)) == found
    deps.settings = replace(deps.settings, breaks_on=True, break_times=())
    assert day_times(deps, MONDAY, lengths(deps)) is None


def test_what_was_done_before_its_time_is_done(deps: Deps) -> None:
    does(deps, "lying-down", 20, days=-1)
    does(deps, "lying-down", 7, held_s=5.0)
    assert done_today(deps) == ()
    does(deps, "lying-down", 8)
    assert done_today(deps) == ("2026-06-01 20:00",)
    does(deps, "desk-break", 9)
    assert done_today(deps) == ("2026-06-01 20:00",)
    does(deps, "desk-break", 11)
    assert done_today(deps) == ("2026-06-01 10:30", "2026-06-01 20:00")


def test_without_a_plan_or_a_history_nothing_is_known_to_be_done(deps: Deps) -> None:
    does(deps, "lying-down", 8)
    history, deps.history = deps.history, None
    assert done_today(deps) == ()
    deps.history = history
    deps.settings = replace(deps.settings, break_times=())
    assert done_today(deps) == ()


def test_a_history_that_fails_is_no_reason_to_stay_silent(
    deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supple.core.problem import UserError
    from supple.store.history import History

    def fail(*_: object, **__: object) -> None:
        raise UserError("The disk is gone.")

    monkeypatch.setattr(History, "sessions", fail)
    assert done_today(deps) == ()

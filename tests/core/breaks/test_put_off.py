from __future__ import annotations

import pytest

from supple.core.breaks.due import Due, Stage
from supple.core.breaks.event import Reason
from supple.core.breaks.hours import LATE_S
from supple.core.breaks.look import Look
from supple.core.breaks.put_off import joined, put_off_of, sat_from, taken_up
from supple.core.breaks.times import fixed_of

REST_S = 300.0


def due(reason: Reason = Reason.INTERVAL) -> Due:
    return Due(reason, 0.0, "bedtime", "22:00", Stage.SNOOZED, 1300.0, snoozes=2, unanswered=1)


def test_it_comes_at_the_same_instant_by_the_wall_clock() -> None:
    kept = put_off_of(due(), Look(1000.0, 50_000.0), 1300.0, 3000.0)
    again = taken_up(kept, Look(7.0, 50_100.0), REST_S)
    assert again is not None
    assert (again.stage, again.until) == (Stage.SNOOZED, 207.0)
    assert (again.occasion, again.clock) == ("bedtime", "22:00")
    assert (again.snoozes, again.unanswered) == (2, 1)
    assert sat_from(kept, Look(7.0, 50_100.0)) == 7.0 - 3100.0


@pytest.mark.parametrize(("reason", "limit_s"), [(Reason.INTERVAL, REST_S), (Reason.FIXED, LATE_S)])
def test_one_that_passed_is_due_until_it_is_too_old(reason: Reason, limit_s: float) -> None:
    kept = put_off_of(due(reason), Look(1000.0, 50_000.0), 1300.0, 0.0)
    late = taken_up(kept, Look(7.0, 50_300.0 + limit_s - 1), REST_S)
    assert late is not None
    assert (late.stage, late.since) == (Stage.DUE, 7.0 - limit_s + 1)
    assert taken_up(kept, Look(7.0, 50_300.0 + limit_s), REST_S) is None


def test_a_clock_set_back_makes_it_no_longer() -> None:
    kept = put_off_of(due(), Look(1000.0, 50_000.0), 1300.0, 0.0)
    again = taken_up(kept, Look(7.0, 10_000.0), REST_S)
    assert again is not None
    assert again.until == 307.0


def test_a_fixed_time_gives_it_another_name_and_no_other_instant() -> None:
    kept = put_off_of(due(), Look(1000.0, 50_000.0), 1300.0, 0.0)
    other = joined(kept, fixed_of("07:00 rising"))
    assert (other.reason, other.occasion, other.clock) == (Reason.FIXED, "rising", "07:00")
    assert (other.until, other.for_s) == (kept.until, kept.for_s)

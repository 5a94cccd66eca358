from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from supple.core.assessment import Assessment, Check, Feel
from supple.core.day_off import DayOff, Off
from supple.core.differences import differences, title
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
SHOWN = "Saturday 14 March 2026, 23:30"
STEP = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 90.0, True)
SESSION = SessionRecord(
    *("s", "desk-break", "Desk break", START, Ended.FINISHED, (STEP,)),
    *(START + timedelta(minutes=6), 3, 2, "Calm"),
)
CHECK = Assessment("a", Check.LEG_RAISE, START, 71.5, 68.0)
DAY_OFF = DayOff("o", date(2026, 3, 14), Off.ILL)


def test_rows_have_titles() -> None:
    assert title(SESSION) == "Saturday 14 March 2026, 23:30, Desk break"
    assert title(replace(SESSION, routine_name="")) == "Saturday 14 March 2026, 23:30, desk-break"
    assert title(CHECK) == "Saturday 14 March 2026, 23:30, Leg raise check"
    assert title(DAY_OFF) == "Saturday 14 March 2026, day off"


def test_a_title_is_one_line() -> None:
    named = replace(SESSION, routine_name="Desk\nbreak\x1b[31m")
    assert title(named).isprintable()


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (
            replace(SESSION, started_at=START + timedelta(days=1)),
            f"the start is {SHOWN} here, Sunday 15 March 2026, 23:30 in the file",
        ),
        (
            replace(SESSION, started_at=START + timedelta(seconds=5)),
            "the start differs a little",
        ),
        (
            replace(SESSION, started_at=START.astimezone(UTC)),
            f"the start is {SHOWN} here, Saturday 14 March 2026, 21:30 in the file",
        ),
        (
            replace(SESSION, ended=Ended.HURT),
            "how it ended is finished here, hurt in the file",
        ),
        (
            replace(SESSION, routine_name="Evening"),
            "the routine is Desk break here, Evening in the file",
        ),
        (
            replace(SESSION, corrected_s=600.0),
            "the time held is 1:30 min here, 10:00 min in the file",
        ),
        (replace(SESSION, pain_before=None), "pain before is 3 here, not rated in the file"),
        (replace(SESSION, pain_after=0), "pain after is 2 here, 0 in the file"),
        (replace(SESSION, note=""), "the note differs"),
        (
            replace(SESSION, steps=(replace(STEP, hurt=True),)),
            "the single holds differ",
        ),
    ],
)
def test_what_differs_in_a_session_is_said(theirs: SessionRecord, said: str) -> None:
    assert differences(SESSION, theirs) == (said,)


def test_everything_that_differs_is_said() -> None:
    theirs = replace(SESSION, pain_after=0, note="Hm", ended_at=None)
    assert differences(SESSION, theirs) == (
        "the end is Saturday 14 March 2026, 23:36 here, open in the file",
        "pain after is 2 here, 0 in the file",
        "the note differs",
    )


@pytest.mark.parametrize(
    "theirs",
    [
        SESSION,
        replace(SESSION, changed_at=START, device="other", planned_s=60.0, plan_level=3),
        replace(SESSION, steps=(replace(STEP, id="t", ended_at=START),)),
    ],
)
def test_what_only_programs_see_does_not_differ(theirs: SessionRecord) -> None:
    assert differences(SESSION, theirs) == ()


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (replace(CHECK, left=None), "left is 71.5° here, not measured in the file"),
        (replace(CHECK, right=70.0), "right is 68° here, 70° in the file"),
        (replace(CHECK, feel=Feel.TIGHT), "how it felt is not said here, tight in the file"),
        (
            replace(CHECK, check=Check.TOE_TOUCH),
            "the check is Leg raise check here, Toe touch check in the file",
        ),
        (replace(CHECK, note="x"), "the note differs"),
        (replace(CHECK, at=START + timedelta(seconds=1)), "the time differs a little"),
    ],
)
def test_what_differs_in_a_check_is_said(theirs: Assessment, said: str) -> None:
    assert differences(CHECK, theirs) == (said,)


def test_what_differs_in_a_day_off_is_said() -> None:
    theirs = replace(DAY_OFF, off=Off.TRAVEL, day=date(2026, 3, 15))
    assert differences(DAY_OFF, theirs) == (
        "the day is 2026-03-14 here, 2026-03-15 in the file",
        "the reason is ill here, travel in the file",
    )


def test_rows_of_two_kinds_are_two_things() -> None:
    assert differences(SESSION, DAY_OFF) == ("it is something else in the file",)

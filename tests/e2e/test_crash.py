"""The real program killed at random instants: nothing finished is lost, nothing is made up."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform != "linux", reason="forks a program that uses Qt"),
]
KILLS = 200
START = datetime(2026, 3, 2, 18, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.timeout(600)
def test_no_finished_step_is_lost_and_no_second_is_made_up(tmp_path: Path) -> None:
    import killing

    tally = killing.kill(tmp_path, KILLS)
    assert tally.faults == []
    assert tally.kills == KILLS
    # Else the kills would have come too early to prove anything.
    assert tally.begun >= KILLS // 2
    assert tally.steps >= KILLS // 4


def _found(steps: int, held_s: float = 1.0) -> tuple[list, object]:
    """What a program said of so many steps, and the session that holds them."""
    import killing

    from supple.core.ended import Ended
    from supple.core.record import SessionRecord, StepRecord
    from supple.core.routine import Side
    from supple.core.step_kind import StepKind

    said = [killing.Mark("begun", "s", 10.0)]
    rows = []
    for number in range(1, steps + 1):
        at = START + timedelta(seconds=number)
        said.append(killing.Mark("step", "s", 10.0 + number, f"row{number}", "left", held_s))
        row = StepRecord(StepKind.HOLD, "kill", Side.LEFT, number, 1.0, held_s, completed=True)
        rows.append(replace(row, id=f"row{number}", ended_at=at))
    end = rows[-1].ended_at if rows else START
    session = SessionRecord("s", "kill", "Kill", START, Ended.CRASHED, tuple(rows), end)
    return said, session


def test_the_judge_finds_nothing_wrong_where_nothing_is() -> None:
    import killing

    for steps in (0, 1, 3):
        said, session = _found(steps)
        assert killing.verdict(said, [session], killed=20.0) == []
    assert killing.verdict([], [], killed=20.0) == []
    # The step was committed, and there was no time left to say so.
    said, session = _found(3)
    assert killing.verdict(said[:-1], [session], killed=20.0) == []


def test_the_judge_sees_what_is_lost_or_made_up() -> None:
    import killing

    said, session = _found(3)

    def judged(**changes: object) -> str:
        return " ".join(killing.verdict(said, [replace(session, **changes)], killed=20.0))

    assert "sessions were kept of one" in killing.verdict(said, [], killed=20.0)[0]
    assert "lost" in judged(steps=session.steps[:2])
    assert "lost" in judged(steps=session.steps[1:])
    assert "another session" in judged(id="t")
    assert "not as crashed" in judged(ended=None)
    assert "ended later" in judged(ended_at=session.ended_at + timedelta(seconds=1))
    assert "nobody finished" in " ".join(killing.verdict(said[:2], [session], killed=20.0))
    assert "were credited for" in " ".join(killing.verdict(said, [session], killed=10.0))
    said, session = _found(2, held_s=100.0)
    assert "were credited for" in judged()

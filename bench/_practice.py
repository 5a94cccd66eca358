"""Shared by the benches: a profile of somebody who has practised for a while."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.history import local_now
from supple.store.opening import open_history
from supple.store.paths import Paths

DAYS = 90
HOLDS = 6


def practise(profile: Path, days: int = DAYS) -> None:
    """Write one session a day into the history of ``profile``, up to yesterday."""
    now = local_now()
    history = open_history(Paths.of(profile)).history
    for ago in range(days, 0, -1):
        at = now - timedelta(days=ago)
        session = f"bench-{ago}"
        history.open_session(session, "desk-break", "Desk break", at, planned_s=HOLDS * 20.0)
        for number in range(HOLDS):
            ended = at + timedelta(seconds=40 * (number + 1))
            history.add_step(session, _hold(number), ended)
        history.close_session(session, Ended.FINISHED, _end(at))
    history.close()


def _hold(number: int) -> StepRecord:
    side = (Side.LEFT, Side.RIGHT)[number % 2]
    return StepRecord(StepKind.HOLD, "seated-heel-out", side, 1, 20.0, 20.0, completed=True)


def _end(at: datetime) -> datetime:
    return at + timedelta(minutes=5)

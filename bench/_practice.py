"""Shared by the benches: a profile of somebody who has practised for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.settings import Settings
from supple.core.step_kind import StepKind
from supple.store.history import local_now
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.settings import SettingsFile

DAYS = 90
HOLDS = 6


def practise(
    profile: Path, days: int = DAYS, stretches: Sequence[str] = ("seated-heel-out",)
) -> None:
    """Write one session a day into the history of ``profile``, up to yesterday.

    The holds go round ``stretches``, left and right in turn. The safety questions are answered
    with none of them, so that nothing is asked as the window opens, and every stretch is there.
    """
    now = local_now()
    paths = Paths.of(profile)
    answered = Settings(first_run_done=True, safety_on=now.date().isoformat())
    SettingsFile(paths.settings_file).save(answered)
    history = open_history(paths).history
    for ago in range(days, 0, -1):
        at = now - timedelta(days=ago)
        session = f"bench-{ago}"
        history.open_session(session, "desk-break", "Desk break", at, planned_s=HOLDS * 20.0)
        for number in range(max(HOLDS, len(stretches))):
            ended = at + timedelta(seconds=40 * (number + 1))
            stretch = stretches[number % len(stretches)]
            history.add_step(session, _hold(number, stretch), ended)
        history.close_session(session, Ended.FINISHED, _end(at))
    history.close()


def _hold(number: int, stretch: str) -> StepRecord:
    side = (Side.LEFT, Side.RIGHT)[number % 2]
    return StepRecord(StepKind.HOLD, stretch, side, 1, 20.0, 20.0, completed=True)


def _end(at: datetime) -> datetime:
    return at + timedelta(minutes=5)

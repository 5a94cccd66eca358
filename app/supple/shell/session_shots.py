"""The pictures of a session, from the question before it to what it came to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.core.before import gently_line
from supple.core.command import Command
from supple.core.event import Ended
from supple.core.goal import GoalCounts
from supple.core.routine import Side
from supple.core.snapshot import Snapshot
from supple.core.step import StepKind
from supple.core.summary import SummaryView
from supple.core.warning import Sign

if TYPE_CHECKING:
    from supple.shell.studio import Studio


def at(
    kind: StepKind, side: Side, set_: int = 1, left: float = 1000.0
) -> Callable[[Snapshot], bool]:
    """The first moment of such a step with no more than ``left`` seconds to go."""

    def wanted(shot: Snapshot) -> bool:
        step = shot.step
        same = step.kind is kind and step.side is side and step.set == set_
        return same and shot.left_s <= left

    return wanted


def hold_left(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.HOLD, Side.LEFT, left=18))


def hold_right(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.HOLD, Side.RIGHT, left=18))


def prepare(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.PREPARE, Side.LEFT, left=4.4))


def switch(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.SWITCH, Side.RIGHT, left=5))


def rest(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.REST, Side.LEFT, 2, left=8))


def reps(studio: Studio) -> None:
    studio.session("back-care-pair", at(StepKind.REPS, Side.LEFT, left=24))


def paused(studio: Studio) -> None:
    run = studio.session("lying-down", at(StepKind.HOLD, Side.LEFT, left=17))
    studio.command(run, Command.PAUSE)


def stop_asked(studio: Studio) -> None:
    run = studio.session("lying-down", at(StepKind.HOLD, Side.LEFT, left=17))
    studio.command(run, Command.ASK_STOP)


def hurts(studio: Studio) -> None:
    run = studio.session("lying-down", at(StepKind.HOLD, Side.LEFT, left=17))
    studio.command(run, Command.HURTS)


def both_muted(studio: Studio) -> None:
    studio.session("desk-break", at(StepKind.HOLD, Side.BOTH, left=12))
    studio.page.show_voice(on=False)


def asked(studio: Studio) -> None:
    studio.before("lying-down")


def much_pain(studio: Studio) -> None:
    studio.before("lying-down")
    studio.page.show_much_pain(gently_line(15.0))


def warned(studio: Studio) -> None:
    hurts(studio)
    studio.page.show_warning()


def advised(studio: Studio) -> None:
    warned(studio)
    studio.page.show_advice(Sign.SADDLE)


def more_pain(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.HOLD, Side.BOTH, left=1))
    view = SummaryView(
        *(4, 5, 6, 540.0, 3, 3, 3, Ended.FINISHED),
        length_s=720.0,
        shares=(1.0, 1.0, 1.0),
        goal_counts=GoalCounts.SESSIONS,
        gets_gentler=True,
    )
    studio.page.show_summary(view)
    studio.page.summary.choose(5)


def finished(studio: Studio) -> None:
    studio.session("lying-down", at(StepKind.HOLD, Side.BOTH, left=1))
    facts = (4, 5, 6, 540.0, 3, 3, 4, Ended.FINISHED)
    studio.page.show_summary(SummaryView(*facts, length_s=720.0, shares=(1.0, 1.0, 1.0)))
    studio.page.summary.choose(2)


SESSIONS: dict[str, Callable[[Studio], None]] = {
    "03a-session-hold-left": hold_left,
    "03b-session-hold-right": hold_right,
    "03c-session-prepare": prepare,
    "03d-session-switch": switch,
    "03e-session-rest": rest,
    "03f-session-paused": paused,
    "03g-session-both-muted": both_muted,
    "03h-session-finished": finished,
    "03i-session-something-hurts": hurts,
    "03l-session-reps": reps,
    "03m-session-stop-asked": stop_asked,
    "03n-session-asked-before": asked,
    "03o-session-much-pain": much_pain,
    "03p-session-warning-sign": warned,
    "03q-session-get-help": advised,
    "03r-session-more-pain": more_pain,
}
CARE = tuple(name for name in SESSIONS if name[2] in "hinopqr" and name[3] == "-")
"""Those with the most words, which have to fit in every window."""

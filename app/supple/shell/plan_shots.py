"""The daily plan, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from supple.core.my_plan import TWICE, with_rhythm
from supple.core.settings import Settings
from supple.ui.tabbing import show

if TYPE_CHECKING:
    from supple.shell.studio import Studio
    from supple.ui.settings.daily_plan import DailyPlan

EVENING = "20:00 mon,wed,thu,fri routine:lying-down"
TIMES = ("10:30", "14:30", EVENING)
"""The day of the pictures."""
_GONE = "12:00 daily routine:my-evening"


def today(studio: Studio) -> None:
    """One is done, one is next, one is later."""
    studio.window.show_today(studio.sample.today(*TIMES))


def today_done(studio: Studio) -> None:
    studio.window.show_today(studio.sample.today("10:30"))


def today_instead(studio: Studio) -> None:
    """A routine that is left out, and a time that went by."""
    times = ("07:00 rising", "09:00 daily routine:back-care-pair", _GONE, EVENING)
    studio.window.show_today(studio.sample.today(*times))


def today_off(studio: Studio) -> None:
    """A plan that does not ask."""
    view = studio.sample.today(*TIMES)
    studio.window.show_today(replace(view, breaks=False))


def twice(studio: Studio) -> None:
    """As in the picture of the design."""
    settings = with_rhythm(Settings(weekly_goal_days=5, check_weeks=2), TWICE)
    times = (*settings.break_times, "20:00 mon,wed,fri routine:lying-down")
    _show(studio, replace(settings, break_times=times))


def many(studio: Studio) -> None:
    """Everything a row may say."""
    times = ("07:00 rising", "10:30 mon,tue,fri,sun", _GONE, EVENING)
    plan = _show(studio, Settings(break_times=times))
    studio.settle()
    show(plan.add)


def off(studio: Studio) -> None:
    _show(studio, Settings(breaks_on=False, break_times=(EVENING,)))


def taken_out(studio: Studio) -> None:
    _show(studio, Settings(break_times=TIMES))._rows[0].leave_out.click()


def add(studio: Studio) -> None:
    _show(studio, Settings(break_times=TIMES)).add.click()


def clash(studio: Studio) -> None:
    """Two things at once."""
    from supple.ui.settings.plan_dialog import PlanDialog

    add(studio)
    (dialog,) = studio.window.findChildren(PlanDialog)
    index = dialog.at.findText("10:30")
    dialog.at.setCurrentIndex(index)
    dialog.at.activated.emit(index)


def told(studio: Studio) -> None:
    """The times, where breaks are."""
    _show(studio, Settings(break_times=TIMES))
    studio.settings("breaks")


def _show(studio: Studio, settings: Settings) -> DailyPlan:
    studio.window.show_plan(studio.sample.known())
    studio.window.show_settings(settings)
    studio.settings("goal")
    plan = studio.window.pages.settings.get().plan.daily
    # The card is where it belongs before it is scrolled to.
    studio.settle()
    plan.take_focus()
    return plan


PLANS: dict[str, Callable[[Studio], None]] = {
    "01f-home-plan": today,
    "01g-home-plan-done": today_done,
    "01h-home-plan-instead": today_instead,
    "01i-home-plan-off": today_off,
    "08k-settings-daily-plan": twice,
    "08l-settings-daily-plan-many": many,
    "08m-settings-daily-plan-off": off,
    "08n-settings-daily-plan-taken-out": taken_out,
    "08o-settings-daily-plan-add": add,
    "08p-settings-daily-plan-clash": clash,
    "08q-settings-breaks-times": told,
}

"""The Flexibility page in each of its states, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import STOP_WHEN
from supple.core.check_view import Suggestion, build_checks, feel_result, leg_result
from supple.shell.sample import TODAY
from supple.ui.pages import Place

if TYPE_CHECKING:
    from supple.shell.studio import Studio
    from supple.ui.flexibility.page import FlexibilityPage

_TIGHT = (
    Suggestion("tested-tight", "Tested tight", "5 min, lying, seated", "supine-strap-straight-leg"),
    Suggestion("lying-down", "Lying down", "9 min, lying down", "straight-leg-raise"),
)
_INSTEAD = (
    Suggestion("hips-and-moving", "Hips and moving", "7 min, standing", "hip-flexor-kneeling"),
    Suggestion("up-and-moving", "Up and moving", "2 min, standing", "arm-circles"),
)


def get_set(studio: Studio) -> None:
    _page(studio)


def left_leg(studio: Studio) -> None:
    page = _page(studio)
    page.get_set.begin.click()
    page.show_line(STOP_WHEN)
    page.leg.dial.choose(54)


def right_leg(studio: Studio) -> None:
    left_leg(studio)
    page = studio.window.pages.flexibility_page.get()
    page.leg.save.click()
    page.show_line("Lift your right leg slowly, knee straight.")
    page.leg.dial.choose(58)


def tight(studio: Studio) -> None:
    found = leg_result(_raised("now", 22, 54, 58), _raised("b", 8, 51, 57), _TIGHT)
    _page(studio).show_result(found)


def far_apart(studio: Studio) -> None:
    found = leg_result(_raised("now", 22, 16, 41), _raised("b", 8, 70, 75), _TIGHT)
    _page(studio).show_result(found)


def not_tight(studio: Studio) -> None:
    found = leg_result(_raised("now", 22, 84, 86), _raised("b", 8, 82, 85), _INSTEAD)
    _page(studio).show_result(found)


def toe_touch(studio: Studio) -> None:
    page = _page(studio)
    page.get_set.quick_asked.emit(Check.TOE_TOUCH)
    page.show_line(page.quick[Check.TOE_TOUCH].steps.rows[1].spoken)


def reached(studio: Studio) -> None:
    page = _page(studio)
    page.get_set.quick_asked.emit(Check.SIT_AND_REACH)
    now = Assessment("now", Check.SIT_AND_REACH, _at(22))
    page.show_felt(feel_result(now, Feel.TIGHT))


def all_checks(studio: Studio) -> None:
    _page(studio).get_set.past_asked.emit()


CHECKS: dict[str, Callable[[Studio], None]] = {
    "06-flexibility-setup": get_set,
    "06b-flexibility-left": left_leg,
    "06c-flexibility-right": right_leg,
    "06d-flexibility-result-tight": tight,
    "06e-flexibility-result-not-tight": not_tight,
    "06f-flexibility-toe-touch": toe_touch,
    "06g-flexibility-sit-and-reach": reached,
    "06h-flexibility-all-checks": all_checks,
    "06i-flexibility-result-far-apart": far_apart,
}


def _page(studio: Studio) -> FlexibilityPage:
    studio.window.show_place(Place.FLEXIBILITY)
    page = studio.window.pages.flexibility_page.get()
    toe = Assessment("t", Check.TOE_TOUCH, _at(9), feel=Feel.TIGHT)
    done = [_raised("a", 1, 48, 53), _raised("b", 8, 51, 57), toe]
    page.show_view(build_checks(TODAY, done, {}))
    page.show_voice(True)
    return page


def _raised(id_: str, day: int, left: float, right: float) -> Assessment:
    return Assessment(id_, Check.LEG_RAISE, _at(day), left, right)


def _at(day: int) -> datetime:
    return datetime(TODAY.year, TODAY.month, day, 9, tzinfo=UTC)

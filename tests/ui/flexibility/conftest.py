"""Checks as the page gets them, and a place to show a part in."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_view import CheckView, LegResult, Suggestion, build_checks, leg_result
from supple.shell.resources import open_figures
from supple.ui.look import Look
from supple.ui.picture import Pictures

TODAY = date(2026, 10, 22)
OFFERS = (
    Suggestion("tested-tight", "Tested tight", "5 min, lying down", "supine-strap-straight-leg"),
    Suggestion("lying-down", "Lying down", "9 min, lying down", "straight-leg-raise"),
)


def check_on(
    id_: str, day: int, left: float | None = None, right: float | None = None
) -> Assessment:
    """A leg raise of October 2026; a toe touch when it has no angle."""
    at = datetime(2026, 10, day, 9, tzinfo=UTC)
    if left is None:
        return Assessment(id_, Check.TOE_TOUCH, at, feel=Feel.TIGHT)
    return Assessment(id_, Check.LEG_RAISE, at, left, right)


@pytest.fixture
def view() -> CheckView:
    done = [check_on("a", 1, 48, 53), check_on("b", 8, 51, 57), check_on("t", 9)]
    return build_checks(TODAY, done, {})


@pytest.fixture
def barred_view() -> CheckView:
    barred = {
        Check.LEG_RAISE: "Left out with a slipped disc.",
        Check.TOE_TOUCH: "Left out with dizziness.",
    }
    return build_checks(TODAY, [], barred)


@pytest.fixture
def result() -> LegResult:
    now, before = check_on("c", 22, 54, 58), check_on("b", 8, 51, 57)
    return leg_result(now, before, OFFERS)


@pytest.fixture
def drawn(look: Look) -> Pictures:
    """Pictures with the figures that ship."""
    return Pictures(look, open_figures())

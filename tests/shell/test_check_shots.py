from __future__ import annotations

import pytest

from supple.shell.check_shots import CHECKS
from supple.shell.studio import Studio
from supple.ui.flexibility.page import FlexibilityPage


def page_in(studio: Studio, name: str) -> FlexibilityPage:
    studio._open()
    studio.window.show()
    CHECKS[name](studio)
    studio.settle()
    return studio.window.pages.flexibility_page.get()


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("06-flexibility-setup", 0),
        ("06b-flexibility-left", 1),
        ("06c-flexibility-right", 2),
        ("06d-flexibility-result-tight", 3),
        ("06e-flexibility-result-not-tight", 3),
    ],
)
def test_each_step_of_the_design_is_shown(studio: Studio, name: str, at: int) -> None:
    page = page_in(studio, name)
    assert page.isVisible()
    assert page.trail.at == at
    studio._close()


def test_the_right_leg_follows_the_left(studio: Studio) -> None:
    page = page_in(studio, "06c-flexibility-right")
    assert page.leg.dial.value() == 58
    assert page.leg.band.accessibleName() == "Right leg. Left leg 54°, set"
    studio._close()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("06f-flexibility-toe-touch", "Toe touch"),
        ("06g-flexibility-sit-and-reach", "Sit and reach"),
        ("06h-flexibility-all-checks", "Flexibility check"),
    ],
)
def test_the_other_checks_are_shown(studio: Studio, name: str, title: str) -> None:
    page = page_in(studio, name)
    assert page.title.text() == title
    assert page.trail.isHidden()
    studio._close()

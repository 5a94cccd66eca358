from __future__ import annotations

import pytest

from supple.core.stretch_draft import checks, cleaned, stopping
from supple.figure.photo import decode
from supple.shell.stretch_shots import CALF, STRETCHES, photograph
from supple.shell.studio import Studio
from supple.ui.stretch.page import StretchPage


def page_in(studio: Studio, name: str) -> StretchPage:
    studio._open()
    studio.window.show()
    STRETCHES[name](studio)
    studio.settle()
    page = studio.window.pages.inside
    assert isinstance(page, StretchPage)
    return page


def test_what_is_photographed_is_a_whole_stretch() -> None:
    assert checks(CALF) == ()
    assert cleaned(CALF) == CALF
    assert decode(photograph()).height() == 1200


def test_faults_are_told_once_somebody_wants_to_save(studio: Studio) -> None:
    assert not page_in(studio, "14-stretch-new")._status.text()
    studio._close()
    assert "2 things" in page_in(studio, "14b-stretch-unfinished")._status.text()


def test_a_picture_is_on_its_stage(studio: Studio) -> None:
    page = page_in(studio, "14c-stretch-edit")
    assert studio.figures.image(page.draft.figure) is not None
    assert stopping(page.draft) == ()


@pytest.mark.parametrize(
    "name", ["14d-stretch-advice", "14e-stretch-movements", "14f-stretch-more"]
)
def test_what_the_picture_is_about_is_in_view(studio: Studio, name: str) -> None:
    page = page_in(studio, name)
    bar = page._scroller.verticalScrollBar()
    assert bar.value() > 0
    assert page._more.opened is (name == "14f-stretch-more")

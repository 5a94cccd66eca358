from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from supple.core.handout import PLAN_NOTE
from supple.core.paper import Paper
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.handout import content_of, make_sheet, paper_here, written_day
from supple.shell.options import parse
from supple.shell.resources import open_figures
from supple.ui.handout.entry import EntryBlock


@pytest.fixture
def deps(profile: Path, short_file: Path) -> Iterator[Deps]:
    made = Deps.of(parse(["--profile", str(profile), "--routines", str(short_file)]))
    made.settings = replace(made.settings, safety_on="2026-11-01")
    yield made
    assert made.history is not None
    made.history.close()


def test_somebody_new_gets_the_holds_the_plan_begins_with(deps: Deps) -> None:
    mine, written = (content_of(deps, "lying-down", plain=plain) for plain in (False, True))
    assert mine.entries[0].dose.startswith("Hold 15 seconds")
    assert mine.note == PLAN_NOTE
    assert written.entries[0].dose.startswith("Hold 30 seconds")
    assert written.note == ""


def test_ones_own_routine_keeps_its_doses(deps: Deps) -> None:
    mine = content_of(deps, "three-short", plain=False)
    assert mine == content_of(deps, "three-short", plain=True)
    assert mine.note == ""


def test_what_the_answers_rule_out_is_left_out_and_named(deps: Deps) -> None:
    deps.settings = replace(deps.settings, safety_ticked=("pregnancy",))
    mine, written = (content_of(deps, "lying-down", plain=plain) for plain in (False, True))
    gone = {e.name for e in written.entries} - {e.name for e in mine.entries}
    assert gone == {"Legs up the wall"}
    assert "Left out for your safety answers: Legs up the wall." in mine.note


def test_where_a_professional_is_to_be_asked_it_says_so(deps: Deps) -> None:
    deps.settings = replace(deps.settings, safety_ticked=("spine",))
    with pytest.raises(UserError, match="doctor or physiotherapist"):
        content_of(deps, "lying-down", plain=False)
    assert content_of(deps, "lying-down", plain=True).entries


def test_a_single_stretch_can_be_had_too(deps: Deps) -> None:
    assert [e.name for e in content_of(deps, "one", plain=False).entries] == ["One"]


def test_what_is_not_there_is_told(deps: Deps) -> None:
    with pytest.raises(UserError, match="lying-down"):
        content_of(deps, "lying-dwn", plain=False)


def test_the_week_begins_as_in_the_settings(deps: Deps) -> None:
    deps.settings = replace(deps.settings, first_weekday=6)
    assert content_of(deps, "one", plain=True).days[0] == "Sun"


def test_the_sheet_is_made_for_the_paper(deps: Deps, qapp: QApplication) -> None:
    content = content_of(deps, "three-short", plain=True)
    sheet = make_sheet(deps, content, Paper.LETTER, "", open_figures())
    assert (sheet.paper, sheet.content) == (Paper.LETTER, content)


def test_an_image_of_ones_own_is_known_for_one(deps: Deps, qapp: QApplication) -> None:
    folder = deps.paths.routines_dir / "figures"
    folder.mkdir(parents=True)
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(str(folder / "own-step.png"))
    figures = open_figures(deps.paths)
    content = content_of(deps, "three-short", plain=True)
    pictured = replace(
        content,
        entries=tuple(
            replace(entry, figure=figure)
            for entry, figure in zip(
                content.entries, ("own-step", "march", "own-gone"), strict=True
            )
        ),
    )
    sheet = make_sheet(deps, pictured, Paper.A4, "", figures)
    blocks = [placed.block for page in sheet.pages for placed in page.placed]
    stills = [block.still for block in blocks if isinstance(block, EntryBlock)]
    assert stills == [True, False, False]


@pytest.mark.parametrize(
    ("system", "written"),
    [
        (QLocale.c(), "22 November 2026"),
        (QLocale("en_GB"), "22 November 2026"),
        (QLocale("de_DE"), "22 November 2026"),
        (QLocale("en_US"), "November 22, 2026"),
    ],
)
def test_the_day_is_written_in_words(system: QLocale, written: str) -> None:
    assert written_day(date(2026, 11, 22), system) == written


def test_the_day_is_written_as_this_computer_has_it(qapp: QApplication) -> None:
    assert "November" in written_day(date(2026, 11, 22))


def test_the_paper_is_that_of_the_country(qapp: QApplication) -> None:
    assert paper_here() in set(Paper)

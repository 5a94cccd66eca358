from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.library.detail import Detail, MuscleBar, StretchRow
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.chip import Chip


@pytest.fixture
def detail(qtbot: QtBot, look: Look, pictures: Pictures) -> Detail:
    made = Detail(look, pictures)
    qtbot.addWidget(made)
    made.resize(344, 600)
    made.show()
    return made


def texts(detail: Detail) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in detail.findChildren(Text) if not text.isHidden()]


def test_a_stretch_is_told_for_the_left_leg(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.show_stretch(stretch, 180.0)
    said = " ".join(texts(detail))
    assert "your left foot" in said
    assert "{" not in said
    assert stretch.name in said
    assert all(mistake in said for mistake in stretch.mistakes)
    chips = [chip.text() for chip in detail.findChildren(Chip)]
    assert chips == ["3 min", "30 s + 10 reps, each side"]
    bars = [bar.accessibleName() for bar in detail.findChildren(MuscleBar)]
    assert bars == ["Hamstrings: main", "Calves: some"]


def test_cautions_and_reasons_to_leave_it_out_are_told(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["standing-forward-fold"]
    detail.show_stretch(stretch, 60.0)
    banners = [banner.accessibleName() for banner in detail.findChildren(Banner)]
    assert len(banners) == 1
    assert all(caution in banners[0] for caution in stretch.cautions)
    assert "Leave it out with" in banners[0]
    assert "a slipped (herniated) disc" in banners[0]


def test_every_source_says_what_it_says(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.show_stretch(stretch, 180.0)
    said = texts(detail)
    assert "Sources" in said
    for source in stretch.source:
        assert any(source.says in line for line in said)


def test_a_routine_lists_its_stretches_in_its_own_dose(detail: Detail, content: Any) -> None:
    routine = content.catalogue.routines["desk-break"]
    detail.show_routine(routine, content.catalogue, 240.0)
    rows = [row.accessibleName() for row in detail.findChildren(StretchRow)]
    assert len(rows) == len(routine.steps)
    assert rows[0].startswith("Heel out on a chair, 2 \N{MULTIPLICATION SIGN} 20 s, each side")


@pytest.mark.parametrize("kind", ["stretch", "routine"])
def test_start_says_what_to_start(qtbot: QtBot, detail: Detail, content: Any, kind: str) -> None:
    if kind == "stretch":
        detail.show_stretch(content.catalogue.stretches["march"], 60.0)
        signal, wanted = detail.start_stretch_asked, "march"
    else:
        routine = content.catalogue.routines["lying-down"]
        detail.show_routine(routine, content.catalogue, 60.0)
        signal, wanted = detail.start_asked, "lying-down"
    with qtbot.waitSignal(signal) as got:
        qtbot.keyClick(detail.start, Qt.Key.Key_Return)
    assert got.args == [wanted]


def test_everything_there_is_can_be_shown(qtbot: QtBot, detail: Detail, content: Any) -> None:
    for stretch in content.catalogue.stretches.values():
        detail.show_stretch(stretch, 60.0)
        detail.grab()
    for routine in content.catalogue.routines.values():
        detail.show_routine(routine, content.catalogue, 60.0)
        detail.grab()
    assert detail.start.accessibleName() == f"Start {routine.name}"


def test_a_routine_says_who_leaves_which_stretch_out(detail: Detail, content: Any) -> None:
    routine = content.catalogue.routines["desk-break"]
    detail.show_routine(routine, content.catalogue, 240.0)
    (banner,) = (banner.accessibleName() for banner in detail.findChildren(Banner))
    lines = banner.split("\n")
    assert [line.split(":")[0] for line in lines] == [
        "Forward lean on a chair",
        "Both legs out at the desk",
    ]
    assert all("leave it out with" in line for line in lines)

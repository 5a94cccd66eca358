from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.figure.port import FigurePainter, FigureView
from supple.ui.look import Look
from supple.ui.widgets.stage import FigureStage, StageView

HOLD = StageView(FigureView("supine-strap", Side.LEFT))


@pytest.fixture
def stage(look: Look, figures: FigurePainter, qtbot: QtBot) -> FigureStage:
    made = FigureStage(look, figures)
    qtbot.addWidget(made)
    made.resize(652, 352)
    made.show()
    return made


def test_it_paints_the_figure_it_is_given(stage: FigureStage, figures) -> None:  # type: ignore[no-untyped-def]
    stage.show_view(HOLD)
    stage.grab()
    assert figures.painted[-1].figure == "supine-strap"
    assert figures.painted[-1].side is Side.LEFT
    assert not figures.painted[-1].dark


def test_theme_and_person_reach_the_figure(stage: FigureStage, look: Look, figures) -> None:  # type: ignore[no-untyped-def]
    look.set_theme("dark")
    stage.set_person(2, 1)
    stage.show_view(HOLD)
    stage.grab()
    view = figures.painted[-1]
    assert (view.dark, view.skin, view.hair) == (True, 2, 1)


def test_no_figure_is_asked_for_no_words(stage: FigureStage, monkeypatch, figures) -> None:  # type: ignore[no-untyped-def]
    asked: list[str] = []
    monkeypatch.setattr(figures, "description", asked.append)
    stage.show_view(StageView(FigureView("")))
    assert asked == []
    assert stage.accessibleName() == ""


def test_without_a_figure_only_the_ground_is_painted(
    stage: FigureStage,
    look: Look,
    figures,  # type: ignore[no-untyped-def]
) -> None:
    stage.show_view(StageView(FigureView("")))
    assert stage.grab().toImage().pixelColor(326, 176) == look.theme.color("stage")
    assert figures.painted == []


@pytest.mark.parametrize("coming", [Side.LEFT, Side.RIGHT])
def test_a_switch_shows_both_legs_each_in_its_half(
    stage: FigureStage,
    look: Look,
    figures,
    coming: Side,  # type: ignore[no-untyped-def]
) -> None:
    view = StageView(FigureView("supine-strap", coming), switch=True, tint=f"{coming}-soft")
    stage.show_view(view)
    image = stage.grab().toImage()
    left, right = figures.painted[-2:]
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    here, gone = (left, right) if coming is Side.LEFT else (right, left)
    assert (here.fade, here.glow) == (1.0, 1.0)
    assert gone.fade < 0.6
    assert gone.glow == 0.0
    assert image.pixelColor(20, 8) == look.theme.color(f"{coming}-soft")
    arrow = look.theme.color(coming.value)
    column = [image.pixelColor(326, y) for y in range(352)]
    assert 7 <= column.count(arrow) <= 11


def test_a_still_figure_is_painted_once(
    stage: FigureStage,
    qapp: QApplication,
    figures,
    paint_log: type,  # type: ignore[no-untyped-def]
) -> None:
    stage.show_view(HOLD)
    qapp.processEvents()
    log = paint_log(stage)
    for _ in range(10):
        stage.show_view(StageView(FigureView("supine-strap", Side.LEFT)))
        qapp.processEvents()
    assert log.count == 0


def test_the_picture_in_words(stage: FigureStage) -> None:
    stage.show_view(HOLD)
    assert stage.accessibleName() == "Lying on the back, one leg up"

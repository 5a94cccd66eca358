from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.stretch.moving import MovingStage


def stage_of(look: Look, figures: FigurePainter, host: QWidget) -> MovingStage:
    made = MovingStage(look, figures)
    made.setParent(host)
    made.resize(200, 150)
    made.show()
    return made


def test_it_moves_while_it_is_seen(
    look: Look, figures: FigurePainter, host: QWidget, qtbot: QtBot
) -> None:
    stage = stage_of(look, figures, host)
    stage.show_figure("supine-strap")
    assert stage._timer.isActive()
    assert stage.view is not None
    assert stage.view.figure.side is Side.LEFT
    first = stage.view.figure.phase

    def has_moved() -> bool:
        return stage.view is not None and stage.view.figure.phase > first

    qtbot.waitUntil(has_moved)
    stage.hide()
    assert not stage._timer.isActive()


def test_it_stands_still_in_the_stretch_where_motion_is_not_wanted(
    look: Look, figures: FigurePainter, host: QWidget
) -> None:
    look.set_reduced_motion(True)
    stage = stage_of(look, figures, host)
    stage.show_figure("supine-strap")
    assert not stage._timer.isActive()
    assert stage.view is not None
    assert stage.view.figure.phase == 1.0


def test_repeated_movements_are_shown_as_such(
    look: Look, figures: FigurePainter, host: QWidget
) -> None:
    stage = stage_of(look, figures, host)
    stage.show_figure("supine-strap", repeats=True)
    assert stage.view is not None
    assert stage.view.figure.cycle is not None
    stage.show_figure("supine-strap")
    assert stage.view.figure.cycle is None


def test_without_a_figure_there_is_a_mark(
    look: Look, figures: FigurePainter, host: QWidget
) -> None:
    stage = stage_of(look, figures, host)
    stage.show_figure("supine-strap")
    stage.show_figure("")
    assert stage.view is None
    assert stage.accessibleName() == "No picture"
    ground = look.theme.color("stage").name()
    image = stage.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(80, 120) for y in range(55, 95)}
    assert colours - {ground}

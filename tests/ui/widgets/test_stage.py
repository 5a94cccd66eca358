from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.figure.port import FigurePainter, FigureView
from supple.ui.look import Look
from supple.ui.widgets.stage import FADE_MS, FigureStage, StageView, leaps

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


def _moved(**changes: object) -> StageView:
    return replace(HOLD, figure=replace(HOLD.figure, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "new",
    [
        _moved(figure="march"),
        _moved(side=Side.RIGHT),
        _moved(phase=0.5),
        _moved(fade=0.4),
        replace(HOLD, switch=True),
    ],
)
def test_what_is_no_movement_dissolves(stage: FigureStage, new: StageView) -> None:
    stage.show_view(HOLD)
    assert not stage.dissolving
    stage.show_view(new)
    assert stage.dissolving


@pytest.mark.parametrize("new", [_moved(phase=0.95), _moved(breath=1.0), _moved(glow=0.6)])
def test_a_movement_is_shown_as_it_is(stage: FigureStage, new: StageView) -> None:
    stage.show_view(HOLD)
    stage.show_view(new)
    assert not stage.dissolving


def test_the_end_of_a_round_is_its_beginning_and_both_sides_look_like_right() -> None:
    assert not leaps(_moved(cycle=0.98), _moved(cycle=0.0))
    assert leaps(_moved(cycle=0.5), _moved(cycle=0.0))
    assert not leaps(_moved(side=Side.BOTH), _moved(side=Side.RIGHT))


def test_a_dissolve_begins_with_the_old_picture_and_ends_with_the_new(
    stage: FigureStage, look: Look
) -> None:
    plain = StageView(FigureView(""))
    tinted = StageView(FigureView(""), tint="left-soft")
    stage.show_view(plain)
    stage.show_view(tinted)
    dissolve = stage.findChild(QVariantAnimation)
    before, after = look.theme.color("stage"), look.theme.color("left-soft")

    def ground() -> str:
        return stage.grab().toImage().pixelColor(326, 176).name()

    assert ground() == before.name()
    dissolve.setCurrentTime(FADE_MS // 2)
    assert ground() not in (before.name(), after.name())
    dissolve.setCurrentTime(FADE_MS)
    assert ground() == after.name()
    assert not stage.dissolving


def test_nobody_sees_a_hidden_stage_dissolve(stage: FigureStage) -> None:
    stage.show_view(HOLD)
    stage.show_view(_moved(side=Side.RIGHT))
    stage.hide()
    assert not stage.dissolving
    stage.show_view(HOLD)
    assert not stage.dissolving


def test_a_new_size_or_an_empty_stage_ends_a_dissolve(stage: FigureStage) -> None:
    stage.show_view(HOLD)
    stage.show_view(_moved(side=Side.RIGHT))
    stage.resize(400, 300)
    assert not stage.dissolving
    stage.show_view(HOLD)
    assert stage.dissolving
    stage.clear()
    assert not stage.dissolving
    assert stage.view is None


def test_nothing_is_painted_while_hidden(
    stage: FigureStage, qapp: QApplication, figures, paint_log: type
) -> None:
    stage.show_view(HOLD)
    qapp.processEvents()
    stage.hide()
    log, painted = paint_log(stage), len(figures.painted)
    for number in range(30):
        stage.show_view(_moved(breath=number / 30, side=Side.RIGHT if number > 15 else Side.LEFT))
        qapp.processEvents()
    assert log.count == 0
    assert len(figures.painted) == painted

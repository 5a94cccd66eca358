"""The page of a stretch of one's own in each of its states, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from supple.core.routine import Dose, Position, Reps, Sides, Source, Stretch
from supple.figure.photo import encode
from supple.ui.pages import Place
from supple.ui.stretch.chooser import FigureChooser
from supple.ui.stretch.page import EDIT, StretchPage, new_page
from supple.ui.unsaved import UnsavedDialog

if TYPE_CHECKING:
    from supple.shell.studio import Studio

FIGURE = "own-calf-stretch-at-the-step"
CALF = Stretch(
    id="calf-stretch-at-the-step",
    name="Calf stretch at the step",
    position=Position.STANDING,
    sides=Sides.EACH,
    difficulty=1,
    setup=(
        "Stand on the step, one hand on the rail.",
        "Set the ball of your {side} foot on its edge.",
    ),
    dose=Dose(hold_s=30, sets=2, reps=Reps(10, 3.5, ("up", "down"))),
    hold_cue="Let your {side} heel sink.",
    release_cue="Come up slowly.",
    figure=FIGURE,
    cautions=("Stop if the calf cramps.",),
    source=(Source("Ms Ito, physiotherapist", "30 s, twice a day"),),
)


def new(studio: Studio) -> None:
    _enter(studio, new_page(studio.window.look, studio.window.pages.pictures))


def unfinished(studio: Studio) -> None:
    new(studio)
    _inside(studio).save.click()


def edit(studio: Studio) -> None:
    _edit(studio, CALF)


def advised(studio: Studio) -> None:
    _edit(studio, replace(CALF, setup=(CALF.setup[0], "Set your left foot on its edge.")))
    studio.settle()
    _inside(studio)._parts[1].focus("setup.1")


def movements(studio: Studio) -> None:
    edit(studio)
    studio.settle()
    _inside(studio)._parts[2].focus("dose.reps.words")


def more(studio: Studio) -> None:
    edit(studio)
    page = _inside(studio)
    page._more.open()
    studio.settle()
    page._parts[3].focus("source.0.says")


def choose(studio: Studio) -> None:
    edit(studio)
    names: dict[str, str] = {FIGURE: CALF.name}
    for stretch in studio.sample.catalogue.stretches.values():
        names.setdefault(stretch.figure, stretch.name)
    window = studio.window
    pictures = window.pages.pictures
    chooser = FigureChooser(window.look, window, pictures, list(names.items()), FIGURE)
    window.pages.overlay_asked.emit(chooser)


def leaving(studio: Studio) -> None:
    edit(studio)
    window = studio.window
    window.pages.overlay_asked.emit(UnsavedDialog(window.look, window, CALF.name, ""))


STRETCHES: dict[str, Callable[[Studio], None]] = {
    "14-stretch-new": new,
    "14b-stretch-unfinished": unfinished,
    "14c-stretch-edit": edit,
    "14d-stretch-advice": advised,
    "14e-stretch-movements": movements,
    "14f-stretch-more": more,
    "14g-stretch-choose": choose,
    "14h-stretch-leaving": leaving,
}


def photograph() -> bytes:
    """A picture of somebody on a step, as if brought along."""
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#d8e3e6"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 900, 900, 300), QColor("#8a7a68"))
    painter.fillRect(QRectF(360, 760, 540, 140), QColor("#6b5c4c"))
    painter.setPen(QColor("#2f4858"))
    painter.setBrush(QColor("#2f4858"))
    painter.drawRoundedRect(QRectF(400, 330, 110, 390), 50, 50)
    painter.drawPolygon(
        QPolygonF([QPointF(*p) for p in ((405, 680), (480, 680), (440, 770), (330, 790))])
    )
    painter.setBrush(QColor("#c98f6b"))
    painter.drawEllipse(QPointF(455, 250), 72, 78)
    painter.end()
    return encode(image)


def _edit(studio: Studio, stretch: Stretch) -> None:
    studio.figures.lend(f"{FIGURE}.png", photograph())
    page = StretchPage(studio.window.look, studio.window.pages.pictures, stretch, EDIT)
    page.set_figure_facts(lambda figure: figure == FIGURE, lambda _: "")
    _enter(studio, page)


def _enter(studio: Studio, page: StretchPage) -> None:
    page.overlay_asked.connect(studio.window.pages.overlay_asked)
    studio.window.pages.enter(page, Place.LIBRARY)


def _inside(studio: Studio) -> StretchPage:
    page = studio.window.pages.inside
    assert isinstance(page, StretchPage)
    return page

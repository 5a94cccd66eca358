"""The pose editor in its states, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.ui.pose.editor import PoseEditor
from supple.ui.pose.words import START, STRETCHED

if TYPE_CHECKING:
    from supple.shell.studio import Studio


def begun(studio: Studio) -> None:
    _editor(studio)


def calf(studio: Studio) -> None:
    """The stretched pose of a calf stretch at a wall, a handle in the hand."""
    editor = _calf(studio)
    editor.canvas.handles["near.knee"].setFocus()


def played(studio: Studio) -> None:
    editor = _calf(studio)
    editor.choose_pose(START)
    editor.show_result(0.0)


def out_of_reach(studio: Studio) -> None:
    """A hand that no longer reaches the wall."""
    editor = _calf(studio)
    editor.work.take_hold("wall")
    editor.work.pull(620, -30)
    editor.work.release()
    editor.refresh(anew=True)


def from_ours(studio: Studio) -> None:
    _editor(studio, "supine-strap-straight-leg").choose_pose(STRETCHED)


def _calf(studio: Studio) -> PoseEditor:
    editor = _editor(studio)
    editor.work.choose("wall", "yes")
    editor.work.choose("glow", "near.calf")
    _drag(editor, "near.foot", -280, 0)
    _drag(editor, "near.hand", 280, -250)
    _drag(editor, "far.hand", 280, -270)
    editor.choose_pose(STRETCHED)
    _drag(editor, "hips", 130, 35)
    _drag(editor, "chest", 60, 10)
    return editor


def _drag(editor: PoseEditor, name: str, dx: float, dy: float) -> None:
    x, y = editor.work.place_of(name)
    editor.work.take_hold(name)
    editor.work.pull(x + dx, y + dy)
    editor.work.release()
    editor.refresh(anew=True)


def _editor(studio: Studio, figure: str = "") -> PoseEditor:
    """Over the whole window, as the own stretches open it."""
    start = studio.figures.drawing(figure) if figure else None
    stretches = studio.sample.catalogue.stretches.values()
    named = {stretch.figure: stretch.name for stretch in stretches}
    editor = PoseEditor(
        studio.look,
        studio.figures,
        "own-calf",
        words="A person at a wall.",
        name_of=lambda f: named.get(f, ""),
        start_from=start,
        parent=studio.window,
    )
    editor.open(studio.window.pages)
    return editor


POSES: dict[str, Callable[[Studio], None]] = {
    "13-pose-begun": begun,
    "13b-pose-calf": calf,
    "13c-pose-played": played,
    "13d-pose-out-of-reach": out_of_reach,
    "13e-pose-from-ours": from_ours,
}

"""The pictures of the routine editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from supple.core.routine import Catalogue
from supple.core.routine_draft import Part, RoutineDraft
from supple.core.speech_length import spoken_seconds
from supple.shell.editor_desk import OUTSIDE
from supple.ui.editor.page import EditorPage
from supple.ui.editor.picker import Picker
from supple.ui.pages import Place
from supple.ui.widgets.button import Button

if TYPE_CHECKING:
    from supple.shell.studio import Studio

_STEPS = (
    *("supine-strap-bent-knee", "straight-leg-raise", "hip-flexor-kneeling"),
    *("wall-supine", "march", "standing-forward-fold"),
)


def editor(studio: Studio, *, empty: bool = False) -> EditorPage:
    """Open the editor with a routine of six stretches, one of them changed; or with none."""
    sample = studio.sample
    page = EditorPage(
        studio.look,
        studio.window.pages.pictures,
        sample.catalogue,
        sample.durations,
        cache(spoken_seconds),
    )
    stretches = sample.catalogue.stretches
    saved = RoutineDraft()
    if not empty:
        saved = RoutineDraft("evening", "Evening on the mat", "Slowly down.").added(_STEPS)
    page.edit(saved, saved)
    if not empty:
        page.edit(saved.with_part(0, Part.HOLD, 45.0, stretches[_STEPS[0]]), saved)
    page.overlay_asked.connect(studio.window.pages.overlay_asked)
    studio.window.pages.enter(page, Place.ROUTINES)
    studio.settle()
    return page


def whole(studio: Studio) -> None:
    editor(studio)


def empty(studio: Studio) -> None:
    editor(studio, empty=True)


def lifted(studio: Studio) -> None:
    page = editor(studio)
    row = page.list.rows[3]
    at = QPoint(16, row.height() // 2)
    row.gripped.emit(row.view.key, at)
    start = row.mapToParent(at)
    for up in (20, 40, 74):
        row.pulled.emit(start - QPoint(-4, up))


def opened(studio: Studio) -> None:
    """A row with all its numbers, and one whose hold the source does not speak of."""
    page = editor(studio)
    page.list.rows[0].toggle_extras()
    page.list.part_set.emit(1, Part.HOLD, 90.0)


def picker(studio: Studio) -> None:
    page = editor(studio)
    page.open_picker()
    (chooser,) = studio.window.findChildren(Picker)
    for id_ in ("supine-strap-straight-leg", "wall-supine", "partner-raise"):
        chooser.list.choose(id_)
        chooser.toggle()


def wrong(studio: Studio) -> None:
    """A stretch that is gone, no name, and a file that was changed by somebody else."""
    page = editor(studio)
    every = studio.sample.catalogue
    left = {id_: s for id_, s in every.stretches.items() if id_ != "wall-supine"}
    page.show_catalogue(Catalogue(left, every.routines), studio.sample.durations)
    page.bar.name.clear()
    page.bar.name.textEdited.emit("")
    look = studio.look
    both = Button(look, "Keep both", size="small")
    page.tell_outside(OUTSIDE, (both, Button(look, "Load theirs", "ghost", "small")))


def leaving(studio: Studio) -> None:
    editor(studio).leave()


EDITORS: dict[str, Callable[[Studio], None]] = {
    "07-routine-editor": whole,
    "07b-editor-lifted": lifted,
    "07c-editor-picker": picker,
    "07d-editor-opened": opened,
    "07e-editor-wrong": wrong,
    "07f-editor-leaving": leaving,
    "07g-editor-empty": empty,
}

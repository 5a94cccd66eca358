"""Shared files, looked into, refused and made, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from supple.core.meeting import Here, meet
from supple.core.problem import Problem
from supple.core.routine import Catalogue, Dose, Routine, RoutineStep
from supple.core.safety import Screening
from supple.core.share import Head, Missing, Share
from supple.core.share_view import share_view
from supple.shell.sample import TODAY
from supple.ui.share.preview import PreviewDialog
from supple.ui.share.refused import RefusedDialog
from supple.ui.share.send import SendDialog

if TYPE_CHECKING:
    from supple.shell.studio import Studio

NOTE = "Twice a day, slowly, and never into pain.\nCall me if the tingling comes back. Ms Ito"
PROBLEMS = (
    Problem(
        "", "The name of a picture begins with own-.", "Begin it with own-.", "figures/calf.png"
    ),
    Problem(
        "stretches[0].hold_ques",
        "“hold_ques” is not a key of a stretch.",
        "Did you mean “hold_cue”?",
        "routines.json",
        12,
        7,
    ),
    Problem(
        "routines[0].steps[1].hold_s",
        "This is the text “30”.",
        "It needs to be a number without quotes: 30.",
        "routines.json",
        31,
        44,
    ),
)


def _share(studio: Studio) -> Share:
    every = studio.sample.catalogue
    usual = every.stretches["seated-heel-out"]
    mine = replace(usual, id="heel-on-step", name="Heel on a step", dose=Dose(hold_s=30, sets=3))
    ids = ("heel-on-step", "hip-flexor-kneeling", "wall-supine")
    steps = tuple(RoutineStep(id_) for id_ in ids)
    routine = Routine("after-the-run", "After the run", steps)
    return Share(Head("For Ada, from Ms Ito", NOTE, "Supple 0.1.0"), (routine,), (mine,))


def _preview(studio: Studio, share: Share, here: Here, *ticked: str) -> None:
    view = share_view(meet(share, here), Screening(TODAY, frozenset(ticked), TODAY))
    window = studio.window
    dialog = PreviewDialog(studio.look, window, view, window.pages.pictures)
    window.pages.overlay_asked.emit(dialog)


def new(studio: Studio) -> None:
    _preview(studio, _share(studio), Here(studio.sample.catalogue))


def ruled_out(studio: Studio) -> None:
    _preview(studio, _share(studio), Here(studio.sample.catalogue), "knee")


def clash(studio: Studio) -> None:
    share = _share(studio)
    (stretch,) = share.stretches
    mine = Catalogue.of([replace(stretch, feel="Behind the knee.")], share.routines)
    here = Here(studio.sample.catalogue.plus(mine), (stretch.id, share.routines[0].id))
    _preview(studio, share, here)


def there_already(studio: Studio) -> None:
    share = _share(studio)
    mine = Catalogue.of(share.stretches, share.routines)
    _preview(studio, share, Here(studio.sample.catalogue.plus(mine), ("heel-on-step",)))


def left_out(studio: Studio) -> None:
    missing = (Missing("Before the run", ("calf-on-step",), later=True),)
    share = _share(studio)
    head = replace(share.head, made_with="Supple 0.9.0")
    _preview(studio, replace(share, head=head, missing=missing), Here(studio.sample.catalogue))


def refused(studio: Studio) -> None:
    window = studio.window
    dialog = RefusedDialog(studio.look, window, "for-ada.supple", PROBLEMS)
    window.pages.overlay_asked.emit(dialog)


def send(studio: Studio) -> None:
    window = studio.window
    entries = [("after-the-run", "After the run"), ("heel-on-step", "Heel on a step")]
    dialog = SendDialog(studio.look, window, entries, ("after-the-run",))
    dialog.note.setPlainText(NOTE)
    window.pages.overlay_asked.emit(dialog)


SHARES: dict[str, Callable[[Studio], None]] = {
    "19-share-preview": new,
    "19b-share-preview-ruled-out": ruled_out,
    "19c-share-preview-clash": clash,
    "19d-share-preview-there-already": there_already,
    "19e-share-refused": refused,
    "19f-share-send": send,
    "19g-share-preview-left-out": left_out,
}

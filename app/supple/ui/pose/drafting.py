"""Drawing a pose: what hands, keys and choices do to it, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base, from_drawing
from supple.figure.drafting import Box, drawn
from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.geometry import Point, distance
from supple.figure.posing import HANDLES
from supple.ui.look import Look
from supple.ui.pose.handle import Handle
from supple.ui.pose.parts import PoseParts
from supple.ui.pose.player import Player
from supple.ui.pose.words import HINT, START, STRETCHED, complaints, guide, held_back, read_out
from supple.ui.pose.work import DrawingBook, Work, ways
from supple.ui.widgets.announce import announce

_SHORT = 40.0
"""Hips so far from the pointer are held back; thousandths of the body's height."""


class PoseDrafting(PoseParts):
    """A pose under the hand; whoever owns it decides what becomes of it."""

    changed = Signal()
    """What is drawn may be another."""

    def __init__(
        self,
        look: Look,
        figures: DrawingBook,
        figure: str,
        *,
        words: str,
        name_of: Callable[[str], str],
        start_from: Drawing | None = None,
        person: tuple[int, int] = (0, 0),
        parent: QWidget,
    ) -> None:
        """``figure``: the id the result gets; ``words``: the picture for screen readers.

        ``name_of``: the stretch that has a figure, "" for none; those can be begun with.
        ``start_from``: what to go on with; None, or one not seen from the side, begins standing.
        ``person``: skin and hair.
        """
        to_begin = ways(figures, name_of)
        super().__init__(look, [way.name for way in to_begin], person, parent)
        self._figures, self._ways = figures, to_begin
        self._figure, self._words = figure, words
        first = from_base(bases()[0])
        if start_from is not None and start_from.view is ViewFrom.SIDE:
            first = from_drawing(start_from)
        self.work = Work(first)
        self._player = Player(look, self)
        self._film: Drawing | None = None
        self._came_from: Handle | None = None
        """The handle that had the focus before the film."""
        self._frames: dict[int, Box] = {}
        """How each draft was framed, by its identity: what can be had back stays alive."""
        self._why = ""
        """Why the hips, last moved, did not come along; "" where they did."""
        self._connect()
        self.refresh(anew=True)

    @property
    def draft(self) -> Draft:
        """What is drawn now."""
        return self.work.draft

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        return self.work.steps.changed

    def restore(self, draft: Draft) -> None:
        """Go on with what was drawn at another time; Undo goes back to the beginning."""
        self.work.steps.take(draft)
        self.refresh(anew=True)

    def drawing(self) -> Drawing:
        """The figure as it is now."""
        return drawn(self.work.draft, self._figure, self._words)

    def choose_pose(self, which: str) -> None:
        """Change the other of the two poses: ``START`` or ``STRETCHED``."""
        self._rest()
        self.work.stretched = which == STRETCHED
        self.tabs.choose(which)
        self.refresh()

    def show_result(self, phase: float) -> None:
        """Show the finished figure at ``phase`` 0..1, as Play does."""
        self.canvas.play(self.drawing(), phase)

    def refresh(self, *, anew: bool = False, again: bool = False) -> None:
        """Show everything as it is; ``anew`` frames the picture anew, too.

        ``again``: it was shown before, and is framed as it was then.
        """
        draft, steps = self.work.draft, self.work.steps
        self.canvas.show_draft(draft, self.work.stretched)
        if again and id(draft) in self._frames:
            self.canvas.show_box(self._frames[id(draft)])
        else:
            self.canvas.frame(draft, anew=anew)
            self._frames[id(draft)] = self.canvas.box
        self.panel.show_draft(draft)
        self.undo.setEnabled(steps.can_undo)
        self.redo.setEnabled(steps.can_redo)
        self._say(draft)
        self.changed.emit()

    # Inside

    def _connect(self) -> None:
        work, canvas, panel = self.work, self.canvas, self.panel
        canvas.grabbed.connect(self._take_hold)
        canvas.dragged.connect(self._pull)
        canvas.dropped.connect(self._drop)
        canvas.stepped.connect(self._step)
        panel.base_chosen.connect(self._begin)
        panel.thing_chosen.connect(self._does(work.choose))
        panel.arrow_chosen.connect(self._does(work.show_arrow))
        panel.together_chosen.connect(self._set_together)
        panel.mirror_chosen.connect(canvas.set_mirrored)
        panel.copy_asked.connect(self._copy)
        panel.reset_asked.connect(self._does(work.reset))
        self.tabs.chosen.connect(self.choose_pose)
        self._player.moved.connect(lambda phase: canvas.play(self._film, phase))
        self._player.ended.connect(self._stop)
        undo = partial(self._turn_back, work.steps.undo)
        redo = partial(self._turn_back, work.steps.redo)
        for button, call in (
            (self.undo, undo),
            (self.redo, redo),
            (self.play, self._toggle_play),
        ):
            button.clicked.connect(lambda _=False, call=call: call())
        for key, act in (
            ("Ctrl+Z", undo),
            ("Ctrl+Shift+Z", redo),
            ("Ctrl+Y", redo),
            ("1", partial(self.choose_pose, START)),
            ("2", partial(self.choose_pose, STRETCHED)),
            ("P", self._toggle_play),
        ):
            self._on_key(key, act)

    def _on_key(self, key: str, act: Callable[[], object]) -> None:
        # On the page: they rest while a question is asked.
        made = QShortcut(QKeySequence(key), self.page)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)

    def _does(self, act: Callable[..., object]) -> Callable[..., None]:
        """``act``, after the film has stopped; everything is shown anew then."""

        def run(*given: object) -> None:
            self._rest()
            act(*given)
            self.refresh()

        return run

    def _take_hold(self, name: str) -> None:
        self._rest()
        self.work.take_hold(name)

    def _pull(self, name: str, x: float, y: float) -> None:
        """While a handle is dragged only the picture changes."""
        self.work.pull(x, y)
        if name == "hips":
            self._ask_why(distance(self.work.place_of(name), (x, y)) > _SHORT, (x, y))
        self.canvas.show_draft(self.work.draft, self.work.stretched)
        self._say(self.work.draft)

    def _drop(self, _name: str) -> None:
        """Unlike after everything else, what was said while it was dragged stays to be read."""
        self._stop()
        self.work.release()
        self.refresh()

    def _rest(self) -> None:
        """The film stops, and what was said of the hips is over."""
        self._stop()
        self._why = ""

    def _ask_why(self, short: bool, to: Point) -> None:
        self._why = held_back(self.work.posture, to) if short else ""

    def _step(self, name: str, way: int, by: int) -> None:
        self._stop()
        before = self.work.draft
        self.work.step(name, way, by, mirrored=self.panel.mirror.isChecked())
        still = name == "hips" and self.work.draft == before
        self._ask_why(still, self.work.place_of("hips"))
        self.refresh()
        if name in HANDLES:
            announce(self.canvas.handles[name], read_out(self.work.posture, name))

    def _begin(self, index: int) -> None:
        self._rest()
        self.work.begin(self._ways[index], self._figures)
        self.refresh(anew=True)

    def _set_together(self, on: bool) -> None:
        self.work.together = on

    def _copy(self) -> None:
        self.work.copy_start()
        self.choose_pose(STRETCHED)

    def _turn_back(self, turn: Callable[[], bool]) -> None:
        """Undo or redo; not while a handle is in the hand."""
        self._rest()
        if not self.work.gripped:
            turn()
            self.refresh(again=True)

    def _say(self, draft: Draft) -> None:
        """What cannot be held, or what to do next."""
        found = complaints(draft)
        following = guide(draft) if self.work.steps.changed else HINT
        words = found[0] if found else self._why or following
        if words != self.said.text():
            self.said.say(words)
            self.said.set_token("accent-ink" if found else "muted")
            announce(self, words)

    def _toggle_play(self) -> None:
        if self._player.playing:
            self._stop()
            return
        self._film = self.drawing()
        self._came_from = self.canvas.focused
        if self._came_from is not None:
            # The handles go while it plays, and Qt would give the focus to whatever comes next.
            self.play.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.play(self._film, 0.0)
        self._player.start()
        self.show_playing(self._player.playing)

    def _stop(self) -> None:
        self._player.stop()
        self.show_playing(self._player.playing)
        self.canvas.play(None)
        before, self._came_from = self._came_from, None
        if before is not None and self.play.hasFocus():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

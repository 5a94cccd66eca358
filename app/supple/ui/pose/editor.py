"""The pose editor: a page over the others in which a figure of one's own is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base, from_drawing
from supple.figure.drafting import Box, drawn
from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.encode import to_json
from supple.figure.geometry import Point, distance
from supple.figure.posing import HANDLES
from supple.ui.look import Look
from supple.ui.pose.canvas import PoseCanvas
from supple.ui.pose.panel import PosePanel
from supple.ui.pose.player import Player
from supple.ui.pose.words import HINT, START, STRETCHED, complaints, guide, held_back, read_out
from supple.ui.pose.work import DrawingBook, Work, ways
from supple.ui.text import Text
from supple.ui.unsaved import UnsavedDialog
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented

TITLE = "Make a pose"
USE, GO_ON = "Use this pose", "Keep drawing"
OPTIONS, HIDE = "Options", "Hide options"
_PANEL = 250
_FOLD_UNDER = 700
"""Pixels of width, at text size 1, below which the choices fold away beside the picture."""
_SHORT = 40.0
"""Hips so far from the pointer are held back; thousandths of the body's height."""


class PoseEditor(QWidget):
    """Fills its parent. It goes after ``done`` or ``dismissed``.

    The window opens it as it opens an ``Overlay``: all other keys rest meanwhile.
    """

    done = Signal(bytes)
    """The figure's file, which passes every check."""
    changed = Signal()
    """What is drawn may be another."""
    accepted = Signal()
    dismissed = Signal()

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
        super().__init__(parent)
        self._look, self._figures = look, figures
        self._figure, self._words = figure, words
        self._below: QWidget | None = None
        self._ways = ways(figures, name_of)
        first = from_base(bases()[0])
        if start_from is not None and start_from.view is ViewFrom.SIDE:
            first = from_drawing(start_from)
        self.work = Work(first)
        self.setAccessibleName(TITLE)
        self.page = QWidget()
        self.canvas = PoseCanvas(look, person)
        self.panel = PosePanel(look, [way.name for way in self._ways])
        self.tabs = Segmented(
            look, [(START, "Start"), (STRETCHED, "Stretched")], START, name="Which pose"
        )
        self.undo = Button(look, "", "quiet", icon="undo", hint="Undo (Ctrl Z)")
        self.redo = Button(look, "", "quiet", icon="redo", hint="Redo (Ctrl Shift Z)")
        self.options = Button(look, OPTIONS)
        self.options.clicked.connect(self._toggle_options)
        self._tight = self._unfolded = False
        self.play = Button(look, "Play", icon="play")
        self.cancel = Button(look, "Cancel")
        self.keep = Button(look, USE, "primary")
        self.said = Text(look, HINT, "body", "muted", wrap=True)
        self._player = Player(look, self)
        self._film: Drawing | None = None
        self._frames: dict[int, Box] = {}
        """How each draft was framed, by its identity: what can be had back stays alive."""
        self._why = ""
        """Why the hips, last moved, did not come along; "" where they did."""
        self._lay_out()
        self._connect()
        self.refresh(anew=True)
        parent.installEventFilter(self)

    def open(self, below: QWidget) -> None:
        """Show it over everything in the parent; ``below`` rests meanwhile."""
        self._below = below
        below.setEnabled(False)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.canvas.handles["chest"].setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go, and use nothing of it."""
        self._leave()
        self.dismissed.emit()

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

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing is lost by leaving now. If not, it asks, and calls ``then`` later."""
        if self.is_changed and self.page.isEnabled():
            self._ask(then)
        return not self.is_changed

    def drawing(self) -> Drawing:
        """The figure as it is now."""
        return drawn(self.work.draft, self._figure, self._words)

    def choose_pose(self, which: str) -> None:
        """Change the other of the two poses: ``START`` or ``STRETCHED``."""
        self._stop()
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

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)
        column = self._column = QVBoxLayout(self.page)
        head, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(Text(self._look, TITLE, "heading"))
        head.addStretch(1)
        for widget in (self.options, self.tabs, self.undo, self.redo):
            head.addWidget(widget)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.panel)
        foot.addWidget(self.said, 1)
        for button in (self.play, self.cancel, self.keep):
            foot.addWidget(button)
        for row, gap, share in ((head, 8, 0), (middle, 16, 1), (foot, 8, 0)):
            row.setSpacing(gap)
            column.addLayout(row, share)

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
        self._look.changed.connect(self._share_width)
        undo = partial(self._turn_back, work.steps.undo)
        redo = partial(self._turn_back, work.steps.redo)
        for button, call in (
            (self.undo, undo),
            (self.redo, redo),
            (self.play, self._toggle_play),
            (self.cancel, self._cancel),
            (self.keep, self._keep),
        ):
            button.clicked.connect(lambda _=False, call=call: call())
        for key, act in (
            ("Ctrl+Z", undo),
            ("Ctrl+Shift+Z", redo),
            ("Ctrl+Y", redo),
            ("Esc", self._cancel),
            ("1", partial(self.choose_pose, START)),
            ("2", partial(self.choose_pose, STRETCHED)),
            ("P", self._toggle_play),
        ):
            # On the page: they rest while a question is asked.
            made = QShortcut(QKeySequence(key), self.page)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    def _does(self, act: Callable[..., object]) -> Callable[..., None]:
        """``act``, after the film has stopped; everything is shown anew then."""

        def run(*given: object) -> None:
            self._stop()
            self._why = ""
            act(*given)
            self.refresh()

        return run

    def _take_hold(self, name: str) -> None:
        self._stop()
        self._why = ""
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
        self._stop()
        self.work.begin(self._ways[index], self._figures)
        self.refresh(anew=True)

    def _set_together(self, on: bool) -> None:
        self.work.together = on

    def _copy(self) -> None:
        self.work.copy_start()
        self.choose_pose(STRETCHED)

    def _turn_back(self, turn: Callable[[], bool]) -> None:
        """Undo or redo; not while a handle is in the hand."""
        self._stop()
        self._why = ""
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
        self.canvas.play(self._film, 0.0)
        self._player.start()
        self._show_play()

    def _stop(self) -> None:
        self._player.stop()
        self._show_play()
        self.canvas.play(None)

    def _show_play(self) -> None:
        words, icon = ("Stop", "square") if self._player.playing else ("Play", "play")
        # Where it is narrow the sign alone says it.
        self.play.setText("" if self._tight else words)
        self.play.setAccessibleName(words)
        self.play.setToolTip(f"{words} (P)")
        self.play.set_icon(icon)

    def _keep(self) -> None:
        data = to_json(self.drawing())
        self._leave()
        self.accepted.emit()
        self.done.emit(data)

    def _cancel(self) -> None:
        if self.may_leave(lambda: None):
            self.dismiss()

    def _ask(self, then: Callable[[], object]) -> None:
        dialog = UnsavedDialog(
            self._look,
            self,
            question="Use this pose?",
            gone="Otherwise what you have drawn is gone.",
            save=USE,
            keep=GO_ON,
        )
        for answer, act in (
            (dialog.save_asked, self._keep),
            (dialog.discard_asked, self.dismiss),
        ):
            answer.connect(act)
            answer.connect(lambda: then())
        dialog.open(self.page)

    def _leave(self) -> None:
        self._stop()
        self.hide()
        if self._below is not None:
            self._below.setEnabled(True)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _toggle_options(self) -> None:
        self._unfolded = not self._unfolded
        self._share_width()

    def _share_width(self) -> None:
        tight = self._tight = self.width() < self._look.px(_FOLD_UNDER)
        self._column.setContentsMargins(*((16, 8, 16, 8) if tight else (24, 16, 24, 16)))
        self._column.setSpacing(8 if tight else 12)
        self.said.set_role("small" if tight else "body")
        self.options.setVisible(tight)
        self.options.setText(HIDE if self._unfolded else OPTIONS)
        self._show_play()
        self.panel.setVisible(self._unfolded or not tight)
        # The figure is the larger part, but no word is cut for it.
        wanted = min(self._look.px(_PANEL), round(self.width() * 0.36))
        self.panel.setFixedWidth(max(wanted, self.panel.least_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, self.rect(), self._look.theme.color("bg"))
        painter.end()

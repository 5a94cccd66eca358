"""The pose editor: a page over the others in which a figure of one's own is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.figure.bases import bases
from supple.figure.draft import Draft, can_be_drawn_on, from_base, from_drawing
from supple.figure.drafting import drawn
from supple.figure.drawing import Drawing, Prop
from supple.figure.encode import to_json
from supple.figure.geometry import Point, add, sub
from supple.figure.holds import let_go
from supple.figure.pose import OnStrap, Pin
from supple.figure.posing import drag, joints_of, place, turn
from supple.figure.posture import Posture, settled
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.pose.canvas import PoseCanvas
from supple.ui.pose.panel import PosePanel
from supple.ui.pose.steps import Steps
from supple.ui.pose.words import HINT, START, STRETCHED, complaints, guide, read_out
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented

TITLE = "Draw the pose"
_PANEL = 250
_MOVE_MS, _HOLD_MS = 2000, 900
_NUDGE = 4.0
_CHAIR_AT, _WALL_AT = 250.0, 330.0


class DrawingBook(Protocol):
    """The figures one can begin with."""

    def ids(self) -> frozenset[str]: ...

    def drawing(self, figure: str) -> Drawing | None: ...


class PoseEditor(QWidget):
    """Fills its parent. Open it with ``open``; it goes after ``done`` or ``cancelled``."""

    done = Signal(bytes)
    """The figure's file, which passes every check."""
    cancelled = Signal()

    def __init__(
        self,
        look: Look,
        figures: DrawingBook,
        figure: str,
        *,
        words: str,
        start_from: Drawing | None = None,
        person: tuple[int, int] = (0, 0),
        parent: QWidget,
    ) -> None:
        """``figure``: the id the result gets; ``words``: the picture for screen readers.

        ``start_from``: what to go on with, None to begin standing; ``person``: skin and hair.
        """
        super().__init__(parent)
        self._look, self._figures = look, figures
        self._figure, self._words = figure, words
        self._below: QWidget | None = None
        self._ways = self._all_ways()
        first = from_base(bases()[0]) if start_from is None else from_drawing(start_from)
        self._steps = Steps(first)
        self._stretched = False
        self._together = False
        self._film: Drawing | None = None
        self._grip: tuple[Posture, str, Draft] | None = None
        self.setAccessibleName(TITLE)
        self.page = QWidget()
        self.canvas = PoseCanvas(look, person)
        self.panel = PosePanel(look, [name for name, _ in self._ways])
        self.tabs = Segmented(
            look, [(START, "Start"), (STRETCHED, "Stretched")], START, name="Which pose"
        )
        self.undo = Button(look, "", "quiet", icon="undo", hint="Undo (Ctrl Z)")
        self.redo = Button(look, "", "quiet", icon="redo", hint="Redo (Ctrl Shift Z)")
        self.play = Button(look, "Play", icon="play")
        self.cancel = Button(look, "Cancel")
        self.keep = Button(look, "Use this figure", "primary")
        self.said = Text(look, HINT, "small", "muted", wrap=True)
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._lay_out()
        self._connect()
        self._show(anew=True)
        parent.installEventFilter(self)

    @property
    def draft(self) -> Draft:
        """What is drawn now."""
        return self._steps.now

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

    def result(self) -> bytes:
        """The figure's file as it is now."""
        return to_json(drawn(self.draft, self._figure, self._words))

    # What a person does

    def take_hold(self, name: str) -> None:
        """Take hold of a handle."""
        self._stop()
        self._grip = (self.draft.posture(self._stretched), name, self.draft)

    def pull(self, name: str, x: float, y: float) -> None:
        """Bring the grabbed handle towards a place: thousandths, painter axes."""
        if self._grip is None or self._grip[1] != name:
            return
        if name in ("chair", "wall"):
            self._show_live(self._pushed(name, x))
            return
        start, _, _ = self._grip
        now = self.draft.posture(self._stretched)
        for other, to in self._pair(start, name, (x, y)):
            now = drag(start, now, other, to, self.draft.around)
        self._show_live(self.draft.with_posture(self._stretched, now))

    def release(self, name: str) -> None:
        """Let go of it: hands take hold, feet stand."""
        if self._grip is None:
            return
        _, _, before = self._grip
        self._grip = None
        after = self.draft
        if name not in ("chair", "wall"):
            posture = after.posture(self._stretched)
            for other in self._names(name):
                posture = let_go(posture, other, after.around)
            after = after.with_posture(self._stretched, posture)
        self._steps.now = before
        self._take(_followed(before, after))

    def step(self, name: str, way: int, by: int) -> None:
        """Turn a handle's joint by ``by`` degrees, or the one before it (``way`` 1)."""
        self._stop()
        draft = self.draft
        posture = draft.posture(self._stretched)
        if name in ("chair", "wall"):
            prop = next(p for p in draft.props if p.kind == name)
            if way == 1:
                sign = -1 if self.panel.mirror.isChecked() else 1
                at = prop.x + by * _NUDGE * sign + (75 if name == "wall" else 0)
                self._take(self._pushed(name, at), name)
            return
        if name == "hips":
            off = (by * _NUDGE, 0.0) if way else (0.0, -by * _NUDGE)
            posture = drag(posture, posture, name, add(posture.root, off), draft.around)
        else:
            for other in self._names(name):
                posture = turn(posture, joints_of(other)[way], by, draft.around)
        after = _followed(draft, draft.with_posture(self._stretched, posture))
        self._take(after, f"{name}{way}")
        announce(self.canvas.handles[name], read_out(posture, name))

    def choose_pose(self, which: str) -> None:
        """Change the other of the two poses."""
        self._stop()
        self._stretched = which == STRETCHED
        self.tabs.choose(which)
        self._show()

    # Inside

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(self._look, TITLE, "heading"))
        head.addStretch(1)
        for widget in (self.tabs, self.undo, self.redo):
            head.addWidget(widget)
        column.addLayout(head)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.canvas, 1)
        self.panel.setFixedWidth(self._look.px(_PANEL))
        middle.addWidget(self.panel)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        for button in (self.play, self.cancel, self.keep):
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.canvas.grabbed.connect(self.take_hold)
        self.canvas.dragged.connect(self.pull)
        self.canvas.dropped.connect(self.release)
        self.canvas.stepped.connect(self.step)
        self.tabs.chosen.connect(self.choose_pose)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.play.clicked.connect(self._toggle_play)
        self.cancel.clicked.connect(self._cancel)
        self.keep.clicked.connect(self._keep)
        panel = self.panel
        panel.base_chosen.connect(self._begin)
        panel.thing_chosen.connect(self._choose)
        panel.arrow_chosen.connect(lambda on: self._take(replace(self.draft, arrow=on)))
        panel.together_chosen.connect(self._set_together)
        panel.mirror_chosen.connect(self.canvas.set_mirrored)
        panel.copy_asked.connect(self._copy)
        panel.reset_asked.connect(self._reset)
        self._run.valueChanged.connect(self._on_run)
        self._run.finished.connect(self._stop)
        for key, call in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Y", self._redo),
            ("Esc", self._cancel),
            ("Ctrl+1", partial(self.choose_pose, START)),
            ("Ctrl+2", partial(self.choose_pose, STRETCHED)),
            ("P", self._toggle_play),
        ):
            self._shortcut(key, call)

    def _shortcut(self, key: str, call: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(call)

    def _all_ways(self) -> list[tuple[str, Draft | str]]:
        """How one can begin: bases, then the figures of the collection."""
        ways: list[tuple[str, Draft | str]] = [(b.name, from_base(b)) for b in bases()]
        for name in sorted(self._figures.ids()):
            drawing = self._figures.drawing(name)
            if drawing is not None and can_be_drawn_on(drawing):
                words = name.removeprefix("own-").replace("-", " ").capitalize()
                ways.append((words, name))
        return ways

    def _begin(self, index: int) -> None:
        way = self._ways[index][1]
        if isinstance(way, str):
            drawing = self._figures.drawing(way)
            if drawing is None:
                return
            way = from_drawing(drawing)
        self._stop()
        self._take(way)
        self._show(anew=True)

    def _names(self, name: str) -> list[str]:
        """The handle, and the same one of the other side when both move together."""
        side, dot, part = name.partition(".")
        if not (self._together and dot):
            return [name]
        return [name, f"{'far' if side == 'near' else 'near'}.{part}"]

    def _pair(self, start: Posture, name: str, to: Point) -> list[tuple[str, Point]]:
        first = place(start, name)
        return [(n, add(to, sub(place(start, n), first))) for n in self._names(name)]

    def _pushed(self, kind: str, x: float) -> Draft:
        """With the chair or the wall at another place."""
        at = round(x - (75 if kind == "wall" else 0))
        props = tuple(replace(p, x=at) if p.kind == kind else p for p in self.draft.props)
        return replace(self.draft, props=props)

    def _choose(self, what: str, value: str) -> None:
        self._stop()
        draft = self.draft
        if what == "glow":
            self._take(replace(draft, glow=value))
        elif what == "strap":
            self._take(_strapped(draft, value))
        else:
            self._take(replace(draft, props=_furnished(draft, what, value)))

    def _set_together(self, on: bool) -> None:
        self._together = on

    def _copy(self) -> None:
        self._stop()
        self._take(replace(self.draft, stretched=self.draft.start))
        self.choose_pose(STRETCHED)

    def _reset(self) -> None:
        self._stop()
        first = self._steps.first.posture(self._stretched)
        self._take(self.draft.with_posture(self._stretched, first))

    def _undo(self) -> None:
        if self._grip is None and self._steps.undo():
            self._stop()
            self._show()

    def _redo(self) -> None:
        if self._grip is None and self._steps.redo():
            self._stop()
            self._show()

    def _take(self, draft: Draft, joined: str = "") -> None:
        joined = f"{joined}{self._stretched}" if joined else ""
        self._steps.take(draft, joined)
        self._show()

    def _show_live(self, draft: Draft) -> None:
        """While a handle is dragged: the picture only."""
        self._steps.now = draft
        self.canvas.show_draft(draft, self._stretched)
        self._complain()

    def _show(self, *, anew: bool = False) -> None:
        draft = self.draft
        self.canvas.show_draft(draft, self._stretched)
        self.canvas.frame(draft, anew=anew)
        self.panel.show_draft(draft)
        self.undo.setEnabled(self._steps.can_undo)
        self.redo.setEnabled(self._steps.can_redo)
        self._complain()

    def _complain(self) -> None:
        found = complaints(self.draft)
        following = guide(self.draft) if self._steps.changed else HINT
        words = found[0] if found else following
        if words != self.said.text():
            self.said.say(words)
            self.said.set_token("accent-ink" if found else "muted")
            announce(self, words)

    # Playing

    def _toggle_play(self) -> None:
        if self._playing:
            self._stop()
            return
        self._film = drawn(self.draft, self._figure, self._words)
        self.play.setText("Stop")
        self.play.set_icon("square")
        self._run.setDuration(2 * _MOVE_MS + _HOLD_MS)
        self._run.start()

    @property
    def _playing(self) -> bool:
        return self._run.state() is QVariantAnimation.State.Running

    def _on_run(self, part: float) -> None:
        whole = 2 * _MOVE_MS + _HOLD_MS
        done = part * whole
        up = min(done / _MOVE_MS, 1.0)
        down = max(0.0, (done - _MOVE_MS - _HOLD_MS) / _MOVE_MS)
        u = up - down
        self.canvas.play(self._film, u * u * u * (u * (6 * u - 15) + 10))

    def _stop(self) -> None:
        self._run.stop()
        self.play.setText("Play")
        self.play.set_icon("play")
        self.canvas.play(None)

    # Leaving

    def _keep(self) -> None:
        data = self.result()
        self._leave()
        self.done.emit(data)

    def _cancel(self) -> None:
        if not self._steps.changed:
            self._leave()
            self.cancelled.emit()
            return
        dialog = Overlay(self._look, self, "Leave without this figure?")
        dialog.say("What you have drawn since you opened it is not kept.")
        dialog.add_button("Go on drawing", "secondary", accepts=False, key="Esc")
        dialog.add_button("Leave", "care", accepts=True)
        dialog.accepted.connect(self._leave)
        dialog.accepted.connect(self.cancelled)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, self.rect(), self._look.theme.color("bg"))
        painter.end()


def _followed(before: Draft, after: Draft) -> Draft:
    """Until it is changed itself, the stretched pose goes along with the start."""
    if before.start == before.stretched == after.stretched:
        return replace(after, stretched=after.start)
    return after


def _furnished(draft: Draft, kind: str, value: str) -> tuple[Prop, ...]:
    """The things around with one of them put there, changed, or taken away."""
    others = tuple(p for p in draft.props if p.kind != kind)
    if not value:
        return others
    old = next((p for p in draft.props if p.kind == kind), None)
    if kind == "mat":
        return (Prop("mat", -500, 500), *others)
    if kind == "wall":
        return (*others, old or Prop("wall", _WALL_AT))
    facing = int(value)
    return (*others, replace(old or Prop("chair", _CHAIR_AT), facing=facing))


def _strapped(draft: Draft, foot: str) -> Draft:
    """With the strap round a foot and both hands on it, or without."""
    draft = replace(draft, strap=foot)
    for stretched in (False, True):
        posture = draft.posture(stretched)
        holds = {k: p for k, p in posture.holds.items() if not isinstance(p.target, OnStrap)}
        if foot:
            holds |= {"near.arm": Pin(OnStrap(150)), "far.arm": Pin(OnStrap(160))}
        posture = settled(replace(posture, holds=holds), draft.around)
        draft = draft.with_posture(stretched, posture)
    return draft

"""What a person does to a draft, step by step. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from supple.figure.bases import bases
from supple.figure.draft import Draft, can_be_drawn_on, from_base, from_drawing
from supple.figure.drawing import Drawing
from supple.figure.furnishing import furnished, moved, strapped
from supple.figure.geometry import Point, add, sub
from supple.figure.holds import let_go
from supple.figure.posing import drag, joints_of, place, turn
from supple.figure.posture import Posture
from supple.ui.pose.steps import Steps

THINGS: Final = ("chair", "wall")
"""Handles that are no part of the body."""
_NUDGE: Final = 4.0
"""So far one press of a key moves the body or a thing, in thousandths of the body's height."""
_GRIPS: Final = {"wall": 75.0, "chair": 0.0}


class DrawingBook(Protocol):
    """The figures one can begin with."""

    def ids(self) -> frozenset[str]: ...

    def drawing(self, figure: str) -> Drawing | None: ...


@dataclass(frozen=True, slots=True)
class Way:
    """One way to begin."""

    name: str
    base: Draft | None = None
    figure: str = ""


def ways(figures: DrawingBook, name_of: Callable[[str], str]) -> Sequence[Way]:
    """Every way to begin: bases, then the figures of stretches by the stretches' names.

    ``name_of``: the stretch that has a figure; "" for none, and then it is not offered.
    """
    found = [Way(base.name, from_base(base)) for base in bases()]
    for name, figure in sorted((name_of(figure), figure) for figure in figures.ids()):
        drawing = figures.drawing(figure) if name else None
        if drawing is not None and can_be_drawn_on(drawing):
            found.append(Way(name, figure=figure))
    return found


class Work:
    """A draft under the hand."""

    def __init__(self, draft: Draft) -> None:
        self.steps = Steps(draft)
        self.stretched = False
        """Which of the two postures is changed."""
        self.together = False
        """Whether the same parts of both sides move together."""
        self._grip: tuple[str, Posture, Draft] | None = None

    @property
    def draft(self) -> Draft:
        """What is drawn now."""
        return self.steps.now

    @property
    def posture(self) -> Posture:
        """The posture that is changed."""
        return self.draft.posture(self.stretched)

    @property
    def gripped(self) -> bool:
        """Whether a handle is in the hand."""
        return self._grip is not None

    def take_hold(self, name: str) -> None:
        """Take hold of a handle."""
        self._grip = (name, self.posture, self.draft)

    def pull(self, x: float, y: float) -> None:
        """Bring the handle in the hand towards a place: thousandths, painter axes."""
        if self._grip is None:
            return
        name, start, _ = self._grip
        if name in THINGS:
            self.steps.now = self._pushed(name, x)
            return
        now, first = self.posture, place(start, name)
        for other in self._names(name):
            to = add((x, y), sub(place(start, other), first))
            now = drag(start, now, other, to, self.draft.around)
        self.steps.now = self.draft.with_posture(self.stretched, now)

    def release(self) -> None:
        """Let go: hands take hold, feet stand. One step that can be undone."""
        if self._grip is None:
            return
        name, _, before = self._grip
        self._grip = None
        after = self.draft
        if name not in THINGS:
            posture = self.posture
            for other in self._names(name):
                posture = let_go(posture, other, after.around)
            after = after.with_posture(self.stretched, posture)
        self.steps.now = before
        self.steps.take(_followed(before, after))

    def step(self, name: str, way: int, by: int, *, mirrored: bool = False) -> None:
        """A key on a handle: ``way`` 0 is up and down, 1 is left and right.

        It turns joints by ``by`` degrees; hips and things move by so many steps.
        """
        draft, joined = self.draft, f"{name}{way}{self.stretched}"
        across = -by * _NUDGE if mirrored else by * _NUDGE
        if name in THINGS:
            if way == 1:
                prop = next(p for p in draft.props if p.kind == name)
                self.steps.take(moved(draft, name, prop.x + across), joined)
            return
        posture = self.posture
        if name == "hips":
            off = (across, 0.0) if way else (0.0, -by * _NUDGE)
            posture = drag(posture, posture, name, add(posture.root, off), draft.around)
        else:
            for other in self._names(name):
                posture = turn(posture, joints_of(other)[way], by, draft.around)
        after = draft.with_posture(self.stretched, posture)
        self.steps.take(_followed(draft, after), joined)

    def choose(self, what: str, value: str) -> None:
        """Change what glows, the strap, or a thing around; "" for none."""
        if what == "glow":
            self.steps.take(replace(self.draft, glow=value))
        elif what == "strap":
            self.steps.take(strapped(self.draft, value))
        else:
            self.steps.take(furnished(self.draft, what, value))

    def show_arrow(self, on: bool) -> None:
        """With or without the arrow into the stretch."""
        self.steps.take(replace(self.draft, arrow=on))

    def begin(self, way: Way, figures: DrawingBook) -> None:
        """Both postures anew; what there was can be had back by undo."""
        drawing = figures.drawing(way.figure) if way.figure else None
        if way.base is not None:
            self.steps.take(way.base)
        elif drawing is not None:
            self.steps.take(from_drawing(drawing))

    def copy_start(self) -> None:
        """The stretched posture becomes the start."""
        self.steps.take(replace(self.draft, stretched=self.draft.start))

    def reset(self) -> None:
        """The posture as it was when the editor was opened."""
        first = self.steps.first.posture(self.stretched)
        self.steps.take(self.draft.with_posture(self.stretched, first))

    def place_of(self, name: str) -> Point:
        """Where a handle of the body is: thousandths, painter axes."""
        return place(self.posture, name)

    def _names(self, name: str) -> list[str]:
        """The handle, and the same one of the other side when both move together."""
        side, dot, part = name.partition(".")
        if not (self.together and dot):
            return [name]
        return [name, f"{'far' if side == 'near' else 'near'}.{part}"]

    def _pushed(self, kind: str, x: float) -> Draft:
        return moved(self.draft, kind, round(x - _GRIPS[kind]))


def _followed(before: Draft, after: Draft) -> Draft:
    """Until it is changed itself, the stretched pose goes along with the start."""
    if before.start == before.stretched == after.stretched:
        return replace(after, stretched=after.start)
    return after

"""Shared by the tests of what is seen: a look, a figure that only counts, and snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from supple.core.event import PauseReason
from supple.core.routine import Reps, Side
from supple.core.snapshot import Band, Phase, Snapshot
from supple.core.step import Line, Priority, Step, StepKind
from supple.figure.port import FigureView
from supple.ui.look import Look

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class CountingFigures:
    """Stands in for the figure painter and keeps every view it was asked to paint."""

    def __init__(self) -> None:
        self.painted: list[FigureView] = []

    def ids(self) -> frozenset[str]:
        return frozenset({"supine-strap"})

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        self.painted.append(view)

    def description(self, figure: str) -> str:
        return "Lying on the back, one leg up" if figure == "supine-strap" else ""

    def cycles(self, figure: str) -> bool:
        return figure == "supine-strap"


@pytest.fixture
def figures() -> CountingFigures:
    return CountingFigures()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(lambda name: (RESOURCES / name).read_bytes())
    made.set_theme("light")
    yield made
    qapp.setStyleSheet("")


SnapshotMaker = Callable[..., Snapshot]

LABELS = {
    StepKind.PREPARE: "Get ready",
    StepKind.HOLD: "Hold",
    StepKind.REPS: "Keep going",
    StepKind.SWITCH: "Switch",
    StepKind.REST: "Rest",
    StepKind.FINISH: "Done",
}


def make_step(kind: StepKind, side: Side = Side.LEFT, **changes: object) -> Step:
    base = Step(
        index=2,
        kind=kind,
        start_s=10.0,
        duration_s=30.0,
        block=0,
        stretch="strap",
        side=side,
        set=1,
        sets=2,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def make_snapshot(
    kind: StepKind = StepKind.HOLD, side: Side = Side.LEFT, left: float = 24.0, **changes: object
) -> Snapshot:
    """A snapshot of a step of 30 seconds in the first of six stretches."""
    step_changes = {
        name[5:]: changes.pop(name) for name in list(changes) if name.startswith("step_")
    }
    step = make_step(kind, side, **step_changes)
    main = "BOTH LEGS" if side is Side.BOTH else f"{side.value.upper()} LEG"
    ghost = "" if side is Side.BOTH else f"{side.other.value.capitalize()} leg next"
    base = Snapshot(
        phase=Phase.RUNNING,
        step=step,
        figure="supine-strap",
        duration_s=step.duration_s,
        elapsed_s=step.duration_s - left,
        left_s=left,
        lead_in_left_s=0.0,
        session_left_s=500.0,
        blocks=(90.0, 60.0, 90.0, 75.0, 60.0, 60.0),
        block=0,
        block_fraction=0.3,
        title="Hamstring with strap",
        label=LABELS[kind],
        cue="Pull until you feel a gentle stretch.",
        then="rest, then the left leg again",
        band=Band(main, ghost),
        next_stretch="Figure four",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def make_reps(rep: int, fraction: float, left: float = 12.0, **changes: object) -> Snapshot:
    """A snapshot of ten repetitions of two seconds, point and flex."""
    word = ("point" if fraction < 0.5 else "flex") if rep else ""
    base: dict[str, object] = {
        "step_duration_s": 20.0,
        "step_sets": 1,
        "step_reps": Reps(10, 2.0, ("point", "flex")),
        "rep": rep,
        "reps": 10,
        "rep_word": word,
        "rep_fraction": fraction,
        "cue": "Point your toes, then flex.",
    }
    return make_snapshot(StepKind.REPS, Side.BOTH, left, **{**base, **changes})


def make_pause(reason: PauseReason, **changes: object) -> Snapshot:
    """A snapshot of a hold that stands still."""
    base: dict[str, object] = {"left": 17.0, "label": "Paused", "cue": "Take your time."}
    return make_snapshot(phase=Phase.PAUSED, pause_reason=reason, **{**base, **changes})


def make_line(text: str) -> Line:
    return Line(0.0, text, Priority.NAME, 2.0)


@pytest.fixture
def snapshot() -> SnapshotMaker:
    return make_snapshot


@pytest.fixture
def reps() -> SnapshotMaker:
    return make_reps


@pytest.fixture
def pause() -> SnapshotMaker:
    return make_pause


@pytest.fixture
def line() -> Callable[[str], Line]:
    return make_line

"""How the figure moves through a whole session of every stretch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.core.command import Command
from supple.core.routine import Side
from supple.core.session import Session
from supple.core.step import StepKind
from supple.core.timeline import build_timeline, routine_of
from supple.figure.book import Figures, load_figures
from supple.figure.scene import solve_scene
from supple.store.routine_files import load_library
from supple.ui.session.pose import stage_view
from supple.ui.widgets.stage import StageView, leaps

ROOT = Path(__file__).parents[2]
FRAMES = 30
MOST = 70.0
"""Thousandths of the body's height that any joint moves within a frame: a swinging foot's."""
CATALOGUE = load_library(ROOT / "routines.json", None).catalogue


@pytest.fixture(scope="module")
def figures() -> Figures:
    folder = ROOT / "resources"
    names = [path.stem for path in (folder / "figures").glob("*.json")]
    return load_figures(lambda name: (folder / name).read_bytes(), names)


def _views(stretch: str, figures: Figures) -> Iterator[tuple[float, StepKind, StageView]]:
    """Every frame of a session of one stretch, with its time and kind of step."""
    session = Session(build_timeline(routine_of(CATALOGUE.stretches[stretch]), CATALOGUE))
    session.apply(Command.START, 0.0)
    for frame in range(int(session.timeline.total_s * FRAMES)):
        now = frame / FRAMES
        session.advance(now)
        snapshot = session.snapshot(now)
        cycles = figures.cycles(snapshot.figure)
        yield now, snapshot.step.kind, stage_view(snapshot, cycles=cycles, still=False)


def _joints(view: StageView, figures: Figures) -> dict[str, tuple[float, float]]:
    drawing = figures.drawing(view.figure.figure)
    assert drawing is not None
    figure = view.figure
    return dict(solve_scene(drawing, figure.phase, figure.cycle, figure.breath).person.points)


@pytest.mark.parametrize("stretch", CATALOGUE.stretches)
def test_no_joint_jumps_except_where_the_side_changes(stretch: str, figures: Figures) -> None:
    before: tuple[float, StepKind, StageView, dict[str, tuple[float, float]]] | None = None
    jumps = []
    for now, kind, view in _views(stretch, figures):
        if before is not None and view == before[2]:
            continue
        joints = _joints(view, figures)
        if before is not None and not _changes_side(before[2], view):
            far = max(math.dist(joints[name], before[3][name]) for name in joints)
            dissolves = leaps(before[2], view) and view.tint == before[2].tint
            if far > MOST or dissolves:
                jumps.append((round(now, 2), before[1], kind, round(far)))
        before = (now, kind, view, joints)
    assert jumps == []


def _changes_side(old: StageView, new: StageView) -> bool:
    turned = (old.figure.side is Side.LEFT) != (new.figure.side is Side.LEFT)
    return old.switch is not new.switch or (turned and new.figure.side is not Side.BOTH)


@pytest.mark.parametrize("stretch", CATALOGUE.stretches)
def test_a_hold_is_stretched_from_its_first_frame_to_its_last(
    stretch: str, figures: Figures
) -> None:
    views = [view for _, kind, view in _views(stretch, figures) if kind is StepKind.HOLD]
    assert all(view.figure.phase == 1.0 and view.figure.glow == 1.0 for view in views)
    reps = [view for _, kind, view in _views(stretch, figures) if kind is StepKind.REPS]
    assert views or reps
    assert all(view.figure.cycle is not None for view in reps)

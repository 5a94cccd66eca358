from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from supple.core.event import PauseReason
from supple.core.routine import Side
from supple.core.snapshot import Snapshot
from supple.core.step import StepKind
from supple.figure.port import PAUSED_FADE
from supple.ui.session.pose import SHOW_S, round_trip, stage_view
from supple.ui.widgets.stage import StageView

Make = Callable[..., Snapshot]


def _view(snap: Snapshot, cycles: bool = True, still: bool = False) -> StageView:
    return stage_view(snap, cycles=cycles, still=still)


def _prepare(snapshot: Make, elapsed: float, length: float = 20.0) -> Snapshot:
    return snapshot(StepKind.PREPARE, left=length - elapsed, step_duration_s=length)


def test_getting_ready_shows_the_way_into_the_stretch_again_and_again(snapshot: Make) -> None:
    phases = [_view(_prepare(snapshot, t)).figure.phase for t in (0.0, 1.25, 3.0, 7.2, 9.75, 11.5)]
    assert phases[0] == 0.0
    assert phases[1] == 0.5
    assert phases[2] == 1.0
    assert phases[3] == 0.0
    assert phases[4] == 0.5
    assert phases[5] == 1.0


def test_it_is_stretched_when_the_hold_begins(snapshot: Make) -> None:
    for length in (8.0, 9.5, 11.0, 13.0):
        assert _view(_prepare(snapshot, length - 0.01, length)).figure.phase == 1.0


def test_a_hold_breathes_slowly_and_in_few_pictures(snapshot: Make) -> None:
    views = {_view(snapshot(left=24.0 - frame / 30)) for frame in range(180)}
    breaths = {view.figure.breath for view in views}
    assert min(breaths) == -1.0
    assert max(breaths) == 1.0
    assert len(views) <= 25
    assert all(view.figure.phase == 1.0 for view in views)


def test_a_rest_lets_go_without_hurry(snapshot: Make) -> None:
    start = _view(snapshot(StepKind.REST, left=15.0, step_duration_s=15.0)).figure
    later = _view(snapshot(StepKind.REST, left=10.0, step_duration_s=15.0)).figure
    assert (start.phase, later.phase) == (1.0, 0.0)
    halfway = _view(snapshot(StepKind.REST, left=14.0, step_duration_s=15.0)).figure
    assert halfway.phase == 0.5


def test_no_arrow_points_into_a_stretch_that_is_let_go(snapshot: Make) -> None:
    def arrow(kind: StepKind, left: float) -> float:
        return _view(snapshot(kind, Side.RIGHT, left, step_duration_s=14.0)).figure.arrow

    assert arrow(StepKind.PREPARE, 14.0) == arrow(StepKind.HOLD, 14.0) == 1.0
    assert arrow(StepKind.REST, 13.0) == arrow(StepKind.FINISH, 13.0) == 0.0
    assert arrow(StepKind.SWITCH, 13.0) == 0.0
    assert arrow(StepKind.SWITCH, 3.0) == 1.0


def test_a_switch_lets_go_then_shows_both_legs_then_leads_into_the_other(snapshot: Make) -> None:
    def at(elapsed: float) -> tuple[bool, Side, float]:
        left = 14.0 - elapsed
        view = _view(snapshot(StepKind.SWITCH, Side.RIGHT, left, step_duration_s=14.0))
        return view.switch, view.figure.side, view.figure.phase

    assert at(0.0) == (False, Side.LEFT, 1.0)
    assert at(1.99) == (False, Side.LEFT, 0.0)
    assert at(2.01) == (True, Side.RIGHT, 1.0)
    assert at(10.7) == (True, Side.RIGHT, 1.0)
    assert at(10.9) == (False, Side.RIGHT, 0.0)
    assert at(13.99) == (False, Side.RIGHT, 1.0)


def test_a_short_switch_only_says_which_leg_comes(snapshot: Make) -> None:
    views = {
        _view(snapshot(StepKind.SWITCH, Side.RIGHT, left, step_duration_s=6.0))
        for left in (6.0, 3.0, 0.1)
    }
    assert [view.switch for view in views] == [True]


def test_a_rest_ends_where_the_hold_begins(snapshot: Make) -> None:
    phases = [
        _view(snapshot(StepKind.REST, left=left, step_duration_s=15.0)).figure.phase
        for left in (2.6, 1.25, 0.01)
    ]
    assert phases == [0.0, 0.5, 1.0]


def test_what_hurt_is_shown_half_as_far(snapshot: Make) -> None:
    figure = _view(snapshot(eased=True)).figure
    assert (figure.phase, figure.glow) == (0.5, 0.6)
    assert _view(replace(_prepare(snapshot, 3.0), eased=True)).figure.phase == 0.5


def test_what_is_only_repeated_is_shown_in_whole_rounds(snapshot: Make) -> None:
    def at(elapsed: float) -> tuple[float, float | None]:
        snap = replace(_prepare(snapshot, elapsed, 10.0), then_kind=StepKind.REPS)
        figure = _view(snap).figure
        return figure.phase, figure.cycle

    assert at(0.0) == (0.0, 0.0)
    assert at(2.75) == (1.0, 0.25)
    assert at(6.5) == (1.0, 0.5)
    assert at(8.01) == at(9.99) == (1.0, 0.0)


def test_a_hold_with_repetitions_is_shown_as_a_hold(snapshot: Make) -> None:
    snap = replace(_prepare(snapshot, 3.75, 10.0), then_kind=StepKind.HOLD)
    assert (_view(snap).figure.phase, _view(snap).figure.cycle) == (1.0, 0.0)


def test_repetitions_follow_the_session(reps: Make) -> None:
    assert _view(reps(4, 0.25)).figure.cycle == pytest.approx(0.25)
    assert _view(reps(0, 0.0)).figure.cycle == 0.0


def test_a_figure_that_repeats_does_not_jump_into_its_first_repetition(
    snapshot: Make, reps: Make
) -> None:
    before = [_view(_prepare(snapshot, 19.99)), _view(snapshot()), _view(reps(0, 0.0))]
    first = _view(reps(1, 0.0)).figure
    for view in before:
        assert (view.figure.phase, view.figure.cycle) == (first.phase, first.cycle) == (1.0, 0.0)
    plain = _view(_prepare(snapshot, 19.99), cycles=False)
    assert plain.figure.cycle is None


def test_a_figure_without_a_cycle_moves_in_and_out(reps: Make) -> None:
    figures = [_view(reps(4, part), cycles=False).figure for part in (0.0, 0.5, 1.0)]
    assert [figure.phase for figure in figures] == [0.0, 1.0, 0.0]
    assert all(figure.cycle is None for figure in figures)


def test_a_switch_shows_both_legs_on_the_coming_sides_ground(snapshot: Make) -> None:
    view = _view(snapshot(StepKind.SWITCH, Side.RIGHT, 5.0, step_duration_s=8.0))
    assert view.switch
    assert view.tint == "right-soft"
    assert view.figure.side is Side.RIGHT


def test_a_switch_shows_a_repeated_movement_where_it_tells_most(snapshot: Make) -> None:
    snap = snapshot(StepKind.SWITCH, Side.RIGHT, 5.0, step_duration_s=8.0)
    assert _view(replace(snap, then_kind=StepKind.REPS)).figure.cycle == 0.25
    assert _view(replace(snap, then_kind=StepKind.HOLD)).figure.cycle == 0.0


def test_a_pause_fades_the_very_same_picture(snapshot: Make, pause: Make) -> None:
    running = _view(snapshot(left=17.0)).figure
    paused = _view(pause(PauseReason.ASKED)).figure
    assert paused.fade == PAUSED_FADE
    assert (paused.phase, paused.breath) == (running.phase, running.breath)


@pytest.mark.parametrize("kind", [k for k in StepKind if k is not StepKind.FINISH])
def test_reduced_motion_stands_still_within_a_step(snapshot: Make, kind: StepKind) -> None:
    views = {_view(snapshot(kind, left=left), still=True) for left in (29.0, 20.3, 11.1, 2.7)}
    assert len(views) == 1


def test_reduced_motion_stands_still_in_repetitions(reps: Make) -> None:
    views = {_view(reps(n, part), still=True) for n in (1, 5) for part in (0.1, 0.6)}
    assert len(views) == 1


def test_outside_a_session_the_movement_goes_on_and_on() -> None:
    once = [round_trip(t) for t in (0.0, 1.25, 3.0, 7.2)]
    assert once == [0.0, 0.5, 1.0, 0.0]
    assert [round_trip(SHOW_S * 40 + t) for t in (0.0, 1.25, 3.0, 7.2)] == once

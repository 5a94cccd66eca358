from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from supple.core.event import PauseReason
from supple.core.routine import Side
from supple.core.snapshot import Phase, Snapshot
from supple.core.step import StepKind
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.session import guide as guides
from supple.ui.session.frame import frame
from supple.ui.session.guide import Guide

Make = Callable[..., Snapshot]


@pytest.fixture
def guide(look: Look, figures: FigurePainter, host: QWidget) -> Guide:
    made = Guide(look, figures, host)
    made.place(frame(1100, 760, 1.0, 200))
    made.show()
    return made


def _run(guide: Guide, snapshot: Make, left: float, frames: int = 30) -> None:
    """A second of snapshots that ends just before the digits change."""
    for number in range(frames):
        now = left - number / (frames + 1)
        guide.show_snapshot(snapshot(left=now))
        QApplication.processEvents()


def test_all_parts_show_the_same_instant(guide: Guide, snapshot: Make) -> None:
    guide.show_snapshot(snapshot())
    assert guide.band.face.main == "LEFT LEG"
    assert guide.ring.face.digits == "24"
    assert guide.cue.text() == "Pull until you feel a gentle stretch."
    assert guide.then.text() == "Then rest, then the left leg again"
    assert guide.stage.view is not None
    assert guide.ring.accessibleName() == "Left leg, hold, 24 seconds left"


def test_a_pause_says_how_to_go_on(guide: Guide, pause: Make) -> None:
    guide.show_snapshot(pause(PauseReason.GAP, cue="Welcome back. Take your time."))
    assert guide.cue.text() == "Welcome back. Take your time."
    assert guide.then.text() == "Press Space to go on"


def test_a_second_of_a_hold_is_cheap(
    guide: Guide, snapshot: Make, qapp: QApplication, paint_log: type, look: Look
) -> None:
    guide.show_snapshot(snapshot(left=24.0))
    qapp.processEvents()
    still = [paint_log(part) for part in (guide.band, guide.cue, guide.then)]
    stage, ring = paint_log(guide.stage), paint_log(guide.ring)
    _run(guide, snapshot, 24.0)
    assert [log.count for log in still] == [0, 0, 0]
    assert stage.count <= 14
    assert ring.count <= 30
    assert max(area.width() for area in ring.areas) < guide.ring.width() / 3


def test_reduced_motion_moves_the_ring_once_a_second_and_the_figure_never(
    guide: Guide, snapshot: Make, qapp: QApplication, paint_log: type, look: Look
) -> None:
    look.set_reduced_motion(True)
    guide.show_snapshot(snapshot(left=24.0))
    qapp.processEvents()
    stage, ring = paint_log(guide.stage), paint_log(guide.ring)
    _run(guide, snapshot, 24.0)
    assert (stage.count, ring.count) == (0, 0)
    guide.show_snapshot(snapshot(left=22.9))
    qapp.processEvents()
    assert (stage.count, ring.count) == (0, 1)


def test_what_is_announced_is_the_phase_and_never_the_tick(
    guide: Guide, snapshot: Make, pause: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(guides, "announce", lambda _widget, text: said.append(text))
    for left in (24.0, 23.0, 22.0):
        guide.show_snapshot(snapshot(left=left))
    guide.show_snapshot(pause(PauseReason.ASKED))
    guide.show_snapshot(snapshot(phase=Phase.LEAD_IN, lead_in_left_s=3.0, label="Get ready"))
    guide.show_snapshot(snapshot(left=17.0))
    assert said == [
        "Left leg, Hold. Pull until you feel a gentle stretch.",
        "Left leg, Paused. Take your time.",
        "Left leg, Get ready. Pull until you feel a gentle stretch.",
        "Left leg, Hold. Pull until you feel a gentle stretch.",
    ]


def test_while_all_is_read_out_only_a_pause_is_announced(
    guide: Guide, snapshot: Make, pause: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(guides, "announce", lambda _widget, text: said.append(text))
    guide.announces = False
    guide.show_snapshot(snapshot())
    guide.show_snapshot(pause(PauseReason.ASKED))
    assert said == ["Left leg, Paused. Take your time."]


def test_a_new_session_starts_with_an_empty_page(guide: Guide, snapshot: Make) -> None:
    guide.show_snapshot(snapshot())
    guide.then.show_notice("No sound")
    guide.clear()
    assert guide.band.face.main == guide.ring.face.digits == guide.cue.text() == ""
    assert guide.then.notice == guide.then.text() == ""


def test_nobody_turns_round_for_the_end(guide: Guide, snapshot: Make) -> None:
    guide.show_snapshot(snapshot(side=Side.LEFT))
    guide.show_snapshot(snapshot(StepKind.FINISH, side=Side.BOTH))
    assert guide.stage.view is not None
    assert guide.stage.view.figure.side is Side.LEFT


def test_a_new_session_begins_on_an_empty_stage(guide: Guide, snapshot: Make) -> None:
    guide.show_snapshot(snapshot())
    guide.clear()
    assert guide.stage.view is None


def test_a_stretch_is_let_go_before_the_next_is_shown(guide: Guide, snapshot: Make) -> None:
    def at(elapsed: float) -> tuple[str, Side, float]:
        left = 20.0 - elapsed
        guide.show_snapshot(
            snapshot(StepKind.PREPARE, Side.LEFT, left, step_duration_s=20.0, figure="march")
        )
        assert guide.stage.view is not None
        figure = guide.stage.view.figure
        return figure.figure, figure.side, figure.phase

    guide.show_snapshot(snapshot(side=Side.RIGHT))
    assert at(0.0) == ("supine-strap", Side.RIGHT, 1.0)
    assert at(1.0) == ("supine-strap", Side.RIGHT, 0.5)
    assert at(2.0)[:2] == ("march", Side.LEFT)
    assert at(1.0)[:2] == ("march", Side.LEFT)


def test_with_reduced_motion_the_next_stretch_is_shown_at_once(
    guide: Guide, snapshot: Make, look: Look
) -> None:
    look.set_reduced_motion(True)
    guide.show_snapshot(snapshot(side=Side.RIGHT))
    guide.show_snapshot(snapshot(StepKind.PREPARE, Side.LEFT, 29.9, figure="march"))
    assert guide.stage.view is not None
    assert guide.stage.view.figure.figure == "march"

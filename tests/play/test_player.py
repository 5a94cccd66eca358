"""The player under a clock that is moved by hand."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.event import (
    Ended,
    Event,
    PauseReason,
    SessionEnded,
    SessionPaused,
    SessionStarted,
    StepEnded,
)
from supple.core.routine import Catalogue, Dose, Position, Sides, Stretch
from supple.core.snapshot import Phase, Snapshot
from supple.core.timeline import Timeline, build_timeline, routine_of
from supple.play.player import Player


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.asleep = 0.0

    def monotonic(self) -> float:
        return self.now

    def wall(self) -> float:
        return 1.7e9 + self.now + self.asleep


class Ears:
    """Keeps what the player tells."""

    def __init__(self, player: Player) -> None:
        self.events: list[Event] = []
        self.shots: list[Snapshot] = []
        player.happened.connect(self.events.append)
        player.shot.connect(self.shots.append)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def player(qapp: object, clock: HandClock) -> Player:
    return Player(clock)


@pytest.fixture
def timeline() -> Timeline:
    stretch = Stretch(
        "strap", "Strap", Position.LYING, Sides.EACH, 1, ("Lie down.",), Dose(hold_s=10)
    )
    return build_timeline(routine_of(stretch), Catalogue.of([stretch], []))


def play_for(player: Player, clock: HandClock, seconds: float) -> None:
    for _ in range(round(seconds * 4)):
        clock.now += 0.25
        player.look()


def test_a_whole_session_is_told_in_order(
    player: Player, clock: HandClock, timeline: Timeline
) -> None:
    ears = Ears(player)
    player.load(timeline)
    player.command(Command.START)
    play_for(player, clock, timeline.total_s + 1)
    assert isinstance(ears.events[0], SessionStarted)
    assert ears.events[-1] == SessionEnded(pytest.approx(1000 + timeline.total_s), Ended.FINISHED)
    held = [e.held_s for e in ears.events if isinstance(e, StepEnded) and e.step.kind == "hold"]
    assert held == [pytest.approx(10), pytest.approx(10)]
    assert ears.shots[-1].phase is Phase.DONE
    assert not player.active


def test_a_sleep_that_only_the_wall_clock_saw_pauses_where_it_was(
    player: Player, clock: HandClock, timeline: Timeline
) -> None:
    ears = Ears(player)
    player.load(timeline)
    player.command(Command.START)
    play_for(player, clock, 3)
    clock.asleep += 7200
    clock.now += 0.25
    player.look()
    assert ears.events[-1] == SessionPaused(1003.0, PauseReason.GAP)
    assert ears.shots[-1].elapsed_s == pytest.approx(3.0)


def test_a_sleep_noticed_by_a_key_pauses_first(
    player: Player, clock: HandClock, timeline: Timeline
) -> None:
    ears = Ears(player)
    player.load(timeline)
    player.command(Command.START)
    play_for(player, clock, 3)
    clock.asleep += 7200
    player.command(Command.PAUSE)
    assert [e for e in ears.events if isinstance(e, SessionPaused)] == [
        SessionPaused(1003.0, PauseReason.GAP)
    ]


def test_a_pause_however_long_is_no_sleep(
    player: Player, clock: HandClock, timeline: Timeline
) -> None:
    ears = Ears(player)
    player.load(timeline)
    player.command(Command.START)
    play_for(player, clock, 3)
    player.command(Command.PAUSE)
    clock.now += 600
    clock.asleep += 600
    player.command(Command.RESUME)
    play_for(player, clock, 4)
    assert ears.shots[-1].phase is Phase.RUNNING


def test_the_timer_runs_the_session_by_itself(
    qtbot: QtBot, player: Player, clock: HandClock, timeline: Timeline
) -> None:
    player.load(timeline)
    player.command(Command.START)
    clock.now += 0.02
    with qtbot.waitSignal(player.shot, timeout=2000):
        pass


def test_the_last_picture_comes_before_the_news_of_the_end(
    player: Player, timeline: Timeline
) -> None:
    order: list[str] = []
    player.load(timeline)
    player.command(Command.START)
    player.shot.connect(lambda shot: order.append(shot.phase))
    player.happened.connect(lambda event: order.append(type(event).__name__))
    player.command(Command.STOP)
    assert order == ["done", "StepEnded", "SessionEnded"]


def test_nothing_is_asked_of_a_player_without_a_session(player: Player) -> None:
    ears = Ears(player)
    player.command(Command.NEXT)
    player.look()
    assert (ears.events, ears.shots, player.snapshot()) == ([], [], None)


def test_a_second_session_waits_for_the_first(player: Player, timeline: Timeline) -> None:
    player.load(timeline)
    with pytest.raises(RuntimeError):
        player.load(timeline)


def test_the_end_of_one_session_may_load_the_next(
    player: Player, clock: HandClock, timeline: Timeline
) -> None:
    def again(event: Event) -> None:
        if isinstance(event, SessionEnded):
            player.load(timeline)

    player.load(timeline)
    player.command(Command.START)
    player.happened.connect(again)
    player.command(Command.STOP)
    assert player.active
    shot = player.snapshot()
    assert shot is not None
    assert shot.phase is Phase.READY

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
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)
from supple.core.snapshot import Phase, Snapshot
from supple.core.step_kind import StepKind
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


class Laptop(HandClock):
    """A computer that knows how long it slept, and whose time of day can be set."""

    def __init__(self) -> None:
        super().__init__()
        self.slept = 500.0

    def asleep_s(self) -> float:
        return self.slept

    def suspend(self, seconds: float) -> None:
        self.slept += seconds
        self.asleep += seconds


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


@pytest.fixture
def all_kinds() -> Timeline:
    """A session in which every kind of step comes."""
    kick = Stretch(
        *("kick", "Kick", Position.STANDING, Sides.EACH, 1, ("Stand.",)),
        Dose(reps=Reps(4, 2.0), sets=2, rest_s=4),
        hold_cue="Up.",
        switch_cue="Now the {side} leg.",
    )
    lean = Stretch("lean", "Lean", Position.SEATED, Sides.EACH, 1, ("Sit.",), Dose(hold_s=5))
    routine = Routine("all", "All", (RoutineStep("kick"), RoutineStep("lean")))
    return build_timeline(routine, Catalogue.of([kick, lean], [routine]))


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("told", [True, False], ids=["told", "by-the-wall-clock"])
def test_a_sleep_in_any_step_pauses_there_and_credits_nothing_of_it(
    qapp: object, laptop: Laptop, all_kinds: Timeline, kind: StepKind, told: bool
) -> None:
    player = Player(laptop, asleep_s=laptop.asleep_s if told else lambda: None)
    ears = Ears(player)
    player.load(all_kinds)
    player.command(Command.START)
    while ears.shots[-1].step.kind is not kind:
        play_for(player, laptop, 0.25)
    play_for(player, laptop, 0.5)
    before = ears.shots[-1]
    assert before.step.kind is kind
    laptop.suspend(9 * 3600)
    laptop.now += 0.03
    player.look()
    assert ears.events[-1] == SessionPaused(laptop.now - 0.03, PauseReason.GAP)
    assert ears.shots[-1].step == before.step
    assert ears.shots[-1].elapsed_s == pytest.approx(before.elapsed_s)
    player.command(Command.RESUME)
    while player.active:
        play_for(player, laptop, 0.25)
    work = [e for e in ears.events if isinstance(e, StepEnded) and e.step.kind.is_work]
    # Four movements of two seconds, twice on either side; then a lean to either side.
    assert [e.held_s for e in work] == pytest.approx([8.0] * 4 + [5.0] * 2)
    assert [e.reason for e in ears.events if isinstance(e, SessionPaused)] == [PauseReason.GAP]


@pytest.mark.parametrize("by_s", [3600.0, -3600.0, 86400.0 * 365, 3.0, -3.0])
def test_a_clock_that_is_set_disturbs_no_session(
    qapp: object, laptop: Laptop, all_kinds: Timeline, by_s: float
) -> None:
    player = Player(laptop, asleep_s=laptop.asleep_s)
    ears = Ears(player)
    player.load(all_kinds)
    player.command(Command.START)
    while player.active:
        play_for(player, laptop, 1)
        laptop.asleep += by_s
    assert not [event for event in ears.events if isinstance(event, SessionPaused)]
    assert ears.shots[-1].phase is Phase.DONE

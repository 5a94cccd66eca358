"""The loop under a clock moved by hand and senses that say what they are told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from supple.core.breaks.event import Event, How, Prompt, Prompted, Rested, Soon, Started
from supple.core.breaks.look import Busy
from supple.core.breaks.memory import read_memory
from supple.core.breaks.rules import Rules
from supple.core.breaks.status import Phase, Status
from supple.core.breaks.times import fixed_of, range_of
from supple.core.breaks.words import Wish
from supple.play.break_loop import BreakLoop, SystemZone

ALWAYS = Rules(days=frozenset(range(7)), ranges=(range_of("00:00-24:00"),))
NOON = datetime(2026, 10, 22, 12)  # noqa: DTZ001 - what the wall shows


class HandClock:
    def __init__(self) -> None:
        self.now = 0.0
        self.begin = SystemZone().instant(NOON)

    def monotonic(self) -> float:
        return self.now

    def wall(self) -> float:
        return self.begin + self.now


class Told:
    """Senses that say what they are told."""

    def __init__(self) -> None:
        self.idle: float | None = None
        self.is_busy: frozenset[Busy] = frozenset()
        self.is_locked = False
        self.asked = 0
        self.asked_all = 0

    def idle_s(self) -> float | None:
        self.asked += 1
        return self.idle

    def busy(self) -> frozenset[Busy]:
        self.asked_all += 1
        return self.is_busy

    def locked(self) -> bool:
        return self.is_locked

    def slept_s(self) -> float | None:
        return None


class Ears:
    """Keeps what the loop tells."""

    def __init__(self, loop: BreakLoop) -> None:
        self.events: list[Event] = []
        self.prompts: list[Prompt] = []
        self.closed: list[How] = []
        self.started: list[Started] = []
        self.soon: list[Soon] = []
        self.states: list[Status] = []
        self.kept: list[str] = []
        loop.happened.connect(self.events.append)
        loop.prompted.connect(self.prompts.append)
        loop.closed.connect(self.closed.append)
        loop.started.connect(self.started.append)
        loop.soon.connect(self.soon.append)
        loop.status_changed.connect(self.states.append)
        loop.remembered.connect(self.kept.append)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def senses() -> Told:
    return Told()


@pytest.fixture
def loop(qapp: object, clock: HandClock, senses: Told) -> BreakLoop:
    return BreakLoop(clock, senses, ALWAYS)


def timer_of(loop: BreakLoop) -> QTimer:
    (timer,) = loop.findChildren(QTimer)
    return timer


def run_for(loop: BreakLoop, clock: HandClock, seconds: float) -> int:
    """Move the clock to where the timer would ring, as long as it would; how often it rang."""
    end, rang = clock.now + seconds, 0
    timer = timer_of(loop)
    while timer.isActive() and clock.now + timer.interval() / 1000 <= end:
        clock.now += timer.interval() / 1000
        rang += 1
        loop.look()
    clock.now = end
    loop.look()
    return rang


def test_nothing_happens_before_the_begin(loop: BreakLoop, senses: Told) -> None:
    assert not timer_of(loop).isActive()
    loop.begin()
    assert timer_of(loop).isActive()


def test_one_timer_that_rings_once_at_the_deadline(loop: BreakLoop, clock: HandClock) -> None:
    loop.begin()
    assert timer_of(loop).isSingleShot()
    assert timer_of(loop).interval() == 300_000
    clock.now = 299.0
    loop.look()
    assert timer_of(loop).interval() == 300_000


def test_a_working_day_rings_seldom(loop: BreakLoop, clock: HandClock, senses: Told) -> None:
    senses.idle = 5.0
    loop.begin()
    assert run_for(loop, clock, 8 * 3600) < 8 * 3600 / 100


def test_the_prompt_comes_with_the_due_time_and_goes_by_itself(
    loop: BreakLoop, clock: HandClock
) -> None:
    ears = Ears(loop)
    loop.begin()
    run_for(loop, clock, 3001)
    assert [soon.due_at for soon in ears.soon] == [pytest.approx(3000, abs=0.1)]
    assert [prompt.why for prompt in ears.prompts] == ["You have been sitting for 50 minutes."]
    run_for(loop, clock, 61)
    assert ears.closed == [How.UNANSWERED]
    assert loop.status().text == "Snoozed until 12:56"


def test_the_real_timer_looks(qtbot: QtBot, clock: HandClock, senses: Told) -> None:
    loop = BreakLoop(clock, senses, replace(ALWAYS, every_s=0.06))
    with qtbot.waitSignal(loop.prompted, timeout=5000):
        loop.begin()
        clock.now = 0.06


def test_wishes_are_carried_out_and_answered(loop: BreakLoop, clock: HandClock) -> None:
    ears = Ears(loop)
    loop.begin()
    run_for(loop, clock, 600)
    assert loop.wish(Wish.STATUS) == "Next break in 40 min."
    assert loop.wish(Wish.SNOOZE) == "No break to snooze. Next break in 40 min."
    assert loop.wish(Wish.SKIP) == "Skipped. Next break in 50 min."
    assert loop.wish(Wish.NOW) == "The break begins."
    assert loop.wish(Wish.NOW) == "On a break."
    assert len(ears.started) == 1


def test_a_wish_is_told_apart_from_what_was_due_anyway(loop: BreakLoop, clock: HandClock) -> None:
    loop.begin()
    run_for(loop, clock, 3001)
    clock.now += 61
    assert loop.snooze()
    clock.now = 3_000_000.0
    assert not loop.snooze()


def test_whoever_hears_of_the_start_may_begin_the_session_at_once(
    loop: BreakLoop, clock: HandClock
) -> None:
    ears = Ears(loop)
    loop.started.connect(loop.session_started)
    loop.begin()
    run_for(loop, clock, 3001)
    assert loop.start()
    run_for(loop, clock, 1200)
    loop.session_ended(True)
    assert ears.closed == [How.STARTED]
    assert isinstance(ears.events[-1], Rested)
    assert loop.status().text == "Next break in 50 min"


def test_a_session_that_could_not_begin_is_no_rest(loop: BreakLoop, clock: HandClock) -> None:
    loop.begin()
    run_for(loop, clock, 3001)
    assert loop.start()
    loop.session_ended(False)
    assert loop.status().text == "Next break in 5 min"


def test_a_change_that_was_signalled_is_seen_at_once(
    loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    ears = Ears(loop)
    senses.is_busy = frozenset({Busy.MICROPHONE})
    loop.begin()
    run_for(loop, clock, 3010)
    assert ears.states[-1].text == "Held back: microphone in use"
    senses.is_busy = frozenset()
    loop.look()
    assert len(ears.prompts) == 1


def test_the_status_is_told_only_when_it_reads_otherwise(loop: BreakLoop, clock: HandClock) -> None:
    ears = Ears(loop)
    loop.begin()
    run_for(loop, clock, 2900)
    assert [state.tip for state in ears.states] == ["Next break at about 12:50"]


def test_a_pause_is_remembered_and_taken_up_again(
    qapp: object, loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    ears = Ears(loop)
    loop.begin()
    loop.pause(60)
    assert read_memory(ears.kept[-1]).pause_s == 3600
    again = BreakLoop(clock, senses, ALWAYS, ears.kept[-1])
    assert again.status().text == "Paused until 13:00"
    loop.resume()
    assert read_memory(ears.kept[-1]).paused_until is None


def test_not_today_is_remembered(loop: BreakLoop) -> None:
    ears = Ears(loop)
    loop.begin()
    loop.not_today()
    assert ears.states[-1].text == "No more breaks today"
    assert read_memory(ears.kept[-1]).today


def test_off_means_no_timer_at_all(loop: BreakLoop, clock: HandClock) -> None:
    loop.begin()
    loop.set_rules(replace(ALWAYS, on=False))
    assert not timer_of(loop).isActive()
    assert loop.status().phase is Phase.OFF
    loop.set_rules(ALWAYS)
    assert timer_of(loop).isActive()


def test_the_same_rules_ask_nothing(loop: BreakLoop, senses: Told) -> None:
    loop.begin()
    asked = senses.asked
    loop.set_rules(ALWAYS)
    assert senses.asked == asked


def test_stopped_it_looks_no_more(loop: BreakLoop) -> None:
    loop.begin()
    loop.stop()
    assert not timer_of(loop).isActive()


def test_a_screen_that_gets_locked_holds_back(
    loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    ears = Ears(loop)
    loop.begin()
    run_for(loop, clock, 2990)
    senses.is_locked = True
    loop.look()
    run_for(loop, clock, 60)
    assert not any(isinstance(event, Prompted) for event in ears.events)


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no tzset: a process cannot change its zone")

    def go(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    return go


@pytest.fixture(autouse=True)
def zone_back() -> object:
    yield None
    if hasattr(time, "tzset"):
        time.tzset()


def test_the_zone_of_the_system_knows_nights_that_differ(in_zone: Callable[[str], None]) -> None:
    in_zone("Europe/Berlin")
    zone = SystemZone()
    spring, autumn = "2026-03-29 02:30", "2026-10-25 02:30"
    assert zone.local(zone.instant(datetime.fromisoformat(spring))).hour == 3
    twice = zone.instant(datetime.fromisoformat(autumn))
    assert zone.local(twice) == zone.local(twice + 3600).replace(fold=0)
    assert zone.instant(datetime.fromisoformat(autumn).replace(fold=1)) == twice


def test_a_journey_is_noticed_at_the_next_look(
    loop: BreakLoop, clock: HandClock, in_zone: Callable[[str], None]
) -> None:
    in_zone("Europe/Berlin")
    clock.begin = SystemZone().instant(NOON)
    loop.begin()
    assert loop.status().tip == "Next break at about 12:50"
    in_zone("America/New_York")
    loop.look()
    assert loop.status().tip == "Next break at about 06:50"


def ring_for(loop: BreakLoop, clock: HandClock, senses: Told, seconds: float) -> None:
    """Let the timer ring as it would, with nobody there."""
    end, timer = clock.now + seconds, timer_of(loop)
    while (wait_s := timer.interval() / 1000) <= end - clock.now:
        clock.now += wait_s
        senses.idle = None if senses.idle is None else senses.idle + wait_s
        timer.timeout.emit()


def test_while_nobody_is_there_the_timer_asks_only_for_somebody(
    loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    senses.idle = 0.0
    loop.begin()
    ring_for(loop, clock, senses, 301)
    assert loop.status().phase is Phase.AWAY
    asked, asked_all = senses.asked, senses.asked_all
    ring_for(loop, clock, senses, 3600)
    assert senses.asked - asked == 60
    assert senses.asked_all == asked_all


def test_who_comes_back_is_seen_by_the_timer_with_all_there_is(
    loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    senses.idle = 0.0
    loop.begin()
    ring_for(loop, clock, senses, 900)
    asked_all = senses.asked_all
    clock.now += 60
    senses.idle = 20.0
    timer_of(loop).timeout.emit()
    assert senses.asked_all == asked_all + 1
    assert loop.status().phase is Phase.WAITING


def test_who_unlocks_is_not_taken_for_somebody_before_that(
    loop: BreakLoop, clock: HandClock, senses: Told
) -> None:
    """The lock is told by the desktop while nobody touches a key; the timer keeps to it."""
    senses.idle = 0.0
    loop.begin()
    ring_for(loop, clock, senses, 400)
    senses.is_locked = True
    loop.look()
    ring_for(loop, clock, senses, 600)
    clock.now += 60
    senses.idle = 1.0
    timer_of(loop).timeout.emit()
    assert loop.status().phase is Phase.AWAY
    senses.is_locked = False
    loop.look()
    assert loop.status().phase is Phase.WAITING


def test_a_fixed_time_while_nobody_is_there_is_held_back(
    qapp: object, clock: HandClock, senses: Told
) -> None:
    loop = BreakLoop(clock, senses, replace(ALWAYS, times=(fixed_of("12:20"),)))
    ears = Ears(loop)
    senses.idle = 0.0
    loop.begin()
    ring_for(loop, clock, senses, 25 * 60)
    assert loop.status().phase is Phase.HELD
    asked_all = senses.asked_all
    senses.is_busy = frozenset({Busy.FULL_SCREEN})
    ring_for(loop, clock, senses, 60)
    assert senses.asked_all > asked_all
    assert ears.prompts == []


def test_what_is_done_already_is_not_the_next_break_and_is_remembered(qtbot: QtBot) -> None:
    clock = HandClock()
    rules = replace(ALWAYS, interval=False, times=(fixed_of("12:30"), fixed_of("13:00")))
    loop = BreakLoop(clock, Told(), rules)
    ears = Ears(loop)
    loop.begin()
    assert loop.status().when == "12:30"
    loop.done_already(["2026-10-22 12:30"])
    assert loop.status().when == "13:00"
    assert "2026-10-22 12:30" in read_memory(ears.kept[-1]).done
    loop.stop()

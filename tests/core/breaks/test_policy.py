"""The policy by scenario, with made-up people at made-up desks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from tests.core.breaks.world import FAR, Place, Run, World, last

from supple.core.breaks.event import Prompted, Reason, Started
from supple.core.breaks.look import Busy
from supple.core.breaks.memory import read_memory
from supple.core.breaks.policy import Breaks
from supple.core.breaks.rules import Rules
from supple.core.breaks.status import status_of
from supple.core.breaks.times import fixed_of, range_of

MIN = 60.0
H = 3600.0
DUE = 50 * MIN
ALL_DAY = replace(Rules(), days=frozenset(range(7)), ranges=(range_of("00:00-24:00"),))
AT_WORK = [(0.0, FAR, 10.0)]


def times(*texts: str, rules: Rules = ALL_DAY) -> Rules:
    return replace(rules, times=tuple(fixed_of(text) for text in texts))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_it_is_announced_a_minute_before() -> None:
    run = Run(World()).until(DUE - 59)
    assert [(type(e).__name__, e.at) for e in run.events] == [("Soon", DUE - 60)]


def test_a_skipped_break_is_over_and_the_count_starts_anew() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("skip").until(3 * H)
    assert run.told()[:3] == ["Prompted interval", "Closed skipped", "Skipped"]
    assert run.prompts()[1] == DUE + 10 + DUE
    assert "1 hour 40 minutes" in [e for e in run.events if isinstance(e, Prompted)][1].prompt.why


def test_skip_before_a_break_is_due_starts_the_count_anew() -> None:
    run = Run(World(knows_idle=False)).until(DUE - 10).act("skip").until(2 * H)
    assert run.prompts()[0] == DUE - 10 + DUE


def test_skip_before_a_fixed_time_does_without_that_one_and_leaves_the_count() -> None:
    rules = times("09:20", "11:00", rules=Rules())
    run = Run(World(rules, knows_idle=False)).until(10 * MIN).act("skip")
    assert status_of(run.breaks).when == "09:50"
    run.until(DUE - 60)
    assert run.prompts() == []
    run.act("skip")
    assert status_of(run.breaks).when == "10:39"


def test_where_none_is_planned_there_is_none_to_skip() -> None:
    run = Run(World(Rules(interval=False))).until(60).act("skip")
    assert run.told() == []
    assert status_of(run.breaks).text == "No breaks planned"


@pytest.mark.parametrize("rules", [Rules(on=False), Rules()])
def test_while_no_break_is_to_come_there_is_none_to_skip(rules: Rules) -> None:
    run = Run(World(rules)).until(60).act("pause", 60)
    assert run.act("skip").told() == []
    assert run.breaks.memory.paused_until is not None


def test_snooze_without_a_break_does_nothing() -> None:
    run = Run(World(knows_idle=False)).until(600).act("snooze").until(DUE)
    assert run.told() == ["Prompted interval"]


def test_start_is_told_and_a_session_done_starts_the_count_anew() -> None:
    run = Run(World(knows_idle=False)).stretches().until(2 * H)
    assert run.told()[:4] == ["Prompted interval", "Closed started", "Started", "Rested session"]
    assert run.prompts()[1] == DUE + 250 + DUE
    assert "50 minutes" in last(run).prompt.why


def test_a_break_can_be_asked_for_at_any_time() -> None:
    run = Run(World()).until(60).act("start")
    assert run.events == [Started(60, Reason.ASKED, "", False)]
    assert run.act("start").told() == ["Started"]


def test_start_keeps_what_the_break_was_for() -> None:
    world = World(times("09:01 bedtime"), busy=[(0, FAR, Busy.FULL_SCREEN)])
    run = Run(world).until(90).act("start")
    assert run.events[-1] == Started(90, Reason.FIXED, "bedtime", False)


def test_a_start_that_comes_to_nothing_is_forgotten_after_ten_minutes() -> None:
    run = Run(World(knows_idle=False)).until(60).act("start").until(11 * MIN)
    assert run.told() == ["Started", "LetGo not-begun"]
    assert run.until(2 * H).prompts()[0] == 11 * MIN + DUE


def test_a_session_that_was_given_up_is_no_rest_and_asked_for_again() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("start").act("session_started")
    run.until(DUE + 20).act("session_ended", False).until(DUE + 6 * MIN)
    assert "Rested session" not in run.told()
    assert run.prompts() == [DUE, DUE + 20 + 5 * MIN]


def test_a_session_of_one_s_own_that_was_given_up_changes_no_count() -> None:
    run = Run(World(knows_idle=False)).until(20 * MIN).act("session_started")
    run.until(20 * MIN + 5).act("session_ended", False).until(H)
    assert run.prompts()[0] == DUE


def test_whoever_gives_a_still_session_up_was_not_away() -> None:
    run = Run(World(works=[(0, 100, 10.0)])).until(60).act("session_started").until(20 * MIN)
    assert run.act("session_ended", False).until(21 * MIN).told() == []


def test_no_prompt_comes_in_a_session_however_long_and_still() -> None:
    run = Run(World(times("09:40"), works=[(0, 100, 10.0)])).until(60).act("session_started")
    run.until(90 * MIN)
    assert run.told() == []
    assert run.act("session_ended", True).until(92 * MIN).told() == ["Rested session"]


def test_a_session_from_the_window_takes_the_prompt_away() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 5).act("session_started")
    assert run.told() == ["Prompted interval", "Closed withdrawn", "LetGo session"]


# Rest.


def test_five_minutes_away_are_a_rest_and_four_are_not() -> None:
    away = World(works=[(0, 40 * MIN, 10.0), (45 * MIN + 1, FAR, 10.0)])
    assert Run(away).until(90 * MIN).told()[:1] == ["Rested away"]
    assert 95 * MIN <= Run(away).until(97 * MIN).prompts()[0] <= 96 * MIN + 5
    there = World(works=[(0, 40 * MIN, 10.0), (44 * MIN, FAR, 10.0)])
    assert Run(there).until(DUE + 10).told() == ["Held typing", "Prompted interval"]


def test_the_length_of_a_rest_can_be_chosen() -> None:
    rules = Rules(rest_s=600.0)
    world = World(rules, works=[(0, 40 * MIN, 10.0), (49 * MIN, FAR, 10.0)])
    assert Run(world).until(DUE + 10).prompts() == [DUE + 3]


def test_a_rest_takes_an_open_break_away() -> None:
    world = World(works=[(0, DUE + 30, 10.0), (DUE + 10 * MIN, FAR, 10.0)])
    run = Run(world).until(DUE + 20 * MIN)
    assert run.told()[-2:] == ["Rested away", "LetGo rested"]
    assert len(run.prompts()) == 1


def test_a_lock_counts_like_being_away_and_nothing_comes_meanwhile() -> None:
    world = World(locked=[(DUE - 10, DUE + 200)])
    run = Run(world).until(DUE + 300)
    assert run.told()[:1] == ["Held locked"]
    assert DUE + 200 <= run.prompts()[0] < DUE + 210
    long = Run(World(locked=[(DUE - 10, DUE + 400)])).until(DUE + 500)
    assert long.told() == ["Held locked", "Rested away", "LetGo rested"]


def test_a_call_is_sitting() -> None:
    call = [(30 * MIN, 48 * MIN, Busy.MICROPHONE)]
    run = Run(World(works=[(0, 30 * MIN, 10.0), (48 * MIN, FAR, 10.0)], busy=call))
    assert run.until(DUE + 10).prompts() == [DUE + 3]


@pytest.mark.parametrize("knows", [True, False])
def test_a_sleep_over_the_deadline_is_a_rest_and_nothing_fires_in_a_burst(knows: bool) -> None:
    rules = times("09:55", "10:00", "10:05", "11:00", rules=Rules())
    run = Run(World(rules, sleeps=[(45 * MIN, 8 * H)], knows_sleep=knows)).until(2 * H)
    assert run.told()[0] == "Rested sleep"
    assert run.prompts() == []
    assert run.world.local(45 * MIN).hour == 17


def test_after_a_sleep_at_most_one_fixed_time_asks_and_not_at_once() -> None:
    rules = times("09:50", "10:00", "10:05")
    run = Run(World(rules, sleeps=[(40 * MIN, 30 * MIN)])).until(42 * MIN)
    assert run.told() == ["Rested sleep", "Held typing", "Prompted fixed"]
    assert run.prompts() == [41 * MIN + 3]
    assert last(run).prompt.why == "It is 10:05, the time you chose."


def test_a_prompt_does_not_outlive_a_sleep() -> None:
    run = Run(World(sleeps=[(DUE + 20, H)], knows_idle=False)).until(DUE + 30)
    assert run.told() == ["Prompted interval", "Rested sleep", "Closed withdrawn", "LetGo rested"]


def test_a_fixed_time_that_a_sleep_took_away_asks_again() -> None:
    rules = times("09:20", rules=replace(ALL_DAY, interval=False))
    run = Run(World(rules, sleeps=[(20 * MIN + 20, 10 * MIN)], knows_idle=False)).until(22 * MIN)
    assert run.told() == ["Prompted fixed", "Rested sleep", "Closed withdrawn", "Prompted fixed"]


def test_a_sleep_in_a_session_leaves_it_alone() -> None:
    world = World(sleeps=[(DUE + MIN, H)], knows_idle=False)
    run = Run(world).until(DUE + 10).act("start").act("session_started").until(DUE + 2 * MIN)
    assert run.told() == ["Prompted interval", "Closed started", "Started"]


def test_a_short_sleep_is_no_rest() -> None:
    run = Run(World(sleeps=[(40 * MIN, 200.0)], knows_idle=False)).until(DUE)
    assert run.told() == ["Prompted interval"]


def test_a_clock_that_runs_on_in_sleep_shows_it_by_a_late_look() -> None:
    """Windows: no look for hours, though every look was promised within minutes."""
    world = World(knows_idle=False, knows_sleep=False)
    run = Run(world).until(40 * MIN)
    run.t = 5 * H
    assert [type(e).__name__ for e in run.breaks.advance(world.look(run.t))] == ["Rested"]


@pytest.mark.parametrize("by", [-86400.0, -3600.0, -60.0, 60.0, 3600.0, 86400.0])
def test_a_clock_that_is_set_does_not_change_the_count(by: float) -> None:
    world = World(ALL_DAY, clock_set=[(20 * MIN, by)], knows_idle=False)
    assert Run(world).until(H).prompts() == [DUE, DUE + 6 * MIN]


# Fixed times.


def test_a_fixed_time_asks_with_its_occasion() -> None:
    run = Run(World(times("09:20 rising"))).stretches().until(30 * MIN)
    assert run.told() == [
        "Held typing",
        "Prompted fixed",
        "Closed started",
        "Started",
        "Rested session",
    ]
    assert last(run).prompt.occasion == "rising"
    assert last(run).prompt.why == "It is 09:20, the time you chose."


def test_a_fixed_time_asks_for_the_routine_that_was_chosen_on_its_own_days() -> None:
    thursday = times("09:20 thu routine:lying-down", "09:30 fri routine:back-care-pair")
    run = Run(World(replace(thursday, days=frozenset()))).stretches().until(40 * MIN)
    assert [last(run).prompt.routine, last(run).prompt.clock] == ["lying-down", "09:20"]
    started = [event for event in run.events if isinstance(event, Started)]
    assert [event.routine for event in started] == ["lying-down"]
    assert len(run.prompts()) == 1


def test_what_is_done_already_neither_asks_nor_is_next() -> None:
    rules = times("09:20 daily routine:lying-down", "10:00", rules=replace(Rules(), interval=False))
    run = Run(World(rules)).until(60)
    assert status_of(run.breaks).when == "09:20"
    run.act("done_already", ["2026-10-22 09:20"])
    assert status_of(run.breaks).when == "10:00"
    run.act("done_already", ["2026-10-22 09:20"])
    assert run.breaks.memory.done.count("2026-10-22 09:20") == 1
    run.stretches().until(2 * H)
    assert [event.prompt.clock for event in run.events if isinstance(event, Prompted)] == ["10:00"]


def test_without_the_interval_only_fixed_times_ask() -> None:
    run = Run(World(times("13:00", rules=replace(Rules(), interval=False)))).stretches()
    run.until(8 * H)
    assert [event.prompt.reason for event in run.events if isinstance(event, Prompted)] == [
        Reason.FIXED
    ]


def test_a_break_of_the_interval_goes_with_the_interval() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10)
    assert run.breaks.due is not None
    run.act("change", replace(Rules(), interval=False))
    assert run.breaks.due is None


def test_a_fixed_time_is_named_as_it_was_chosen_whatever_the_clocks_do_since() -> None:
    """Two clocks never run quite alike: a minute must not be reckoned back from them."""
    world = World(times("09:20"), works=[(0, FAR, 2.0)], clock_set=[(20 * MIN + 1, -0.001)])
    assert last(Run(world).until(24 * MIN)).prompt.why == "It is 09:20, the time you chose."


def test_a_fixed_time_that_joins_a_break_held_back_is_named_and_not_that_break() -> None:
    film = [(DUE - 60, DUE + 20 * MIN, Busy.FULL_SCREEN)]
    run = Run(World(times("10:00", rules=Rules()), busy=film)).until(DUE + 21 * MIN)
    assert last(run).prompt.why == "It is 10:00, the time you chose."


def test_a_fixed_time_waits_for_somebody_half_an_hour() -> None:
    back = World(times("09:20"), works=[(0, 600, 10.0), (45 * MIN, FAR, 10.0)])
    run = Run(back).until(47 * MIN)
    assert 45 * MIN <= run.prompts()[0] <= 46 * MIN + 5
    late = World(times("09:20"), works=[(0, 600, 10.0), (51 * MIN, FAR, 10.0)])
    run = Run(late).until(60 * MIN)
    assert run.told() == ["Rested away", "Held away", "LetGo missed"]


def test_a_fixed_time_in_a_snooze_or_a_hold_is_the_same_break() -> None:
    run = Run(World(times("09:52"), knows_idle=False)).until(DUE + 10).act("snooze")
    run.until(DUE + 6 * MIN)
    assert run.told() == ["Prompted interval", "Closed snoozed", "Snoozed", "Prompted fixed"]


def test_a_fixed_time_at_the_prompt_is_answered_with_it() -> None:
    run = Run(World(times("09:50"), knows_idle=False)).until(DUE + 10).act("skip").until(90 * MIN)
    assert len(run.prompts()) == 1


def test_a_fixed_time_right_after_an_answer_waits_five_minutes() -> None:
    run = Run(World(times("09:51"), knows_idle=False)).until(DUE + 10).act("skip").until(H)
    assert run.prompts() == [DUE, DUE + 310]


def test_a_fixed_time_outside_the_hours_still_asks() -> None:
    world = World(times("20:00 bedtime", rules=Rules()), wall("2026-10-24 19:30"))
    assert Run(world).until(H).clocks()[0] == "Sat 20:00"


def test_a_fixed_time_that_was_just_missed_asks_at_the_start_of_the_day() -> None:
    world = World(times("07:00 rising"), wall("2026-10-22 07:20"), knows_idle=False)
    assert Run(world).until(10).prompts() == [0]


# Hours.


def test_breaks_come_in_every_range_and_nowhere_else() -> None:
    ranges = (range_of("09:00-12:00"), range_of("13:00-17:30"))
    run = Run(World(replace(Rules(), ranges=ranges), wall("2026-10-22 06:00"), knows_idle=False))
    run.stretches().until(16 * H)
    assert run.clocks() == [
        *("Thu 09:00", "Thu 09:54", "Thu 10:48", "Thu 11:42"),
        *("Thu 13:00", "Thu 13:54", "Thu 14:48", "Thu 15:42", "Thu 16:36"),
    ]


@pytest.mark.parametrize(
    ("place", "monday"),
    [
        ("Europe/Berlin", "2026-03-23"),
        ("Europe/Berlin", "2026-10-19"),
        ("America/New_York", "2026-10-26"),
        ("Australia/Lord_Howe", "2026-03-30"),
    ],
)
def test_whole_weeks_with_a_night_that_is_longer_or_shorter(place: str, monday: str) -> None:
    """At the desk 8:55 to 12 and 12:45 to 17:30, every day, with the clock on the wall."""
    rules = times("20:00 bedtime", "10:30", rules=Rules())
    world = World(rules, wall(f"{monday} 00:00"), Place(place), works=[])
    begin = world.utc(0)
    for day in range(8):
        for start, end in (("08:55", "12:00"), ("12:45", "17:30"), ("19:50", "21:00")):
            date = world.begin.replace(day=1).fromordinal(world.begin.toordinal() + day).date()
            span = [world.place.instant(wall(f"{date} {text}")) - begin for text in (start, end)]
            world.works.append((span[0], span[1], 10.0))
    run = Run(world).stretches().until(8 * 86400)
    office = ["09:45", "10:30", "11:24", "13:35", "14:29", "15:23", "16:17", "17:11", "20:00"]
    expected = [
        f"{day} {clock}"
        for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon")
        for clock in (["20:00"] if day in ("Sat", "Sun") else office)
    ]
    assert run.clocks() == expected
    assert run.looks / (8 * 86400) < 0.02


# Pauses and settings.


def test_a_pause_takes_the_prompt_away_and_ends_by_itself() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("pause", 60)
    assert run.told()[-2:] == ["Closed withdrawn", "LetGo paused"]
    assert run.until(3 * H).prompts()[1] == DUE + 10 + H


def test_a_pause_that_is_ended_by_hand_is_over() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("pause", 60).until(DUE + 20 * MIN)
    run.act("resume").until(DUE + 21 * MIN)
    assert run.prompts() == [DUE, DUE + 20 * MIN]


def test_not_today_is_over_tomorrow() -> None:
    run = Run(World(times("10:30"), knows_idle=False)).until(60).act("not_today").until(30 * H)
    assert run.clocks()[0] == "Fri 00:00"


def test_a_pause_survives_a_restart() -> None:
    run = Run(World()).until(60).act("pause", 60)
    memory = read_memory(run.breaks.memory.to_text())
    again = Breaks(run.world.rules, run.world.place, run.world.look(90), memory)
    again.advance(run.world.look(90))
    assert not again.active
    again.advance(run.world.look(61 * MIN + 1))
    assert again.active


def restarted(run: Run, gap_s: float) -> Run:
    """The same world after the program was gone for so long, without a chance to say so."""
    memory = read_memory(run.breaks.memory.to_text())
    run.t += gap_s
    run.events.clear()
    run.breaks = Breaks(run.breaks.rules, run.world.place, run.world.look(run.t), memory)
    return run


def test_a_snooze_survives_a_restart_to_the_instant() -> None:
    run = Run(World()).until(DUE + 10).act("snooze", 15)
    run = restarted(run.until(DUE + 5 * MIN), 60).until(DUE + 15 * MIN + 30)
    assert run.prompts() == [pytest.approx(DUE + 10 + 15 * MIN, abs=4)]
    assert last(run).prompt.why == "You have been sitting for 1 hour 5 minutes."
    assert run.breaks.due is not None
    assert run.breaks.due.snoozes == 1


def test_a_snooze_that_passed_while_the_program_was_gone_asks_once_after_some_peace() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("snooze", 5)
    run = restarted(run.until(DUE + 5 * MIN), 2 * MIN)
    back = run.t
    assert run.until(back + 10 * MIN).prompts()[:1] == [back + 60]


@pytest.mark.parametrize("gap", [10 * MIN, 12 * H])
def test_a_snooze_that_passed_long_ago_was_a_rest(gap: float) -> None:
    run = Run(World(rules=ALL_DAY, knows_idle=False)).until(DUE + 10).act("snooze", 5)
    run = restarted(run, gap)
    back = run.t
    assert run.until(back + DUE + 5 * MIN).prompts() == [back + DUE]


def test_a_fixed_time_put_off_survives_a_restart_with_what_it_was_for() -> None:
    rules = times("09:30 bedtime daily routine:lying-down")
    run = Run(World(rules, knows_idle=False)).until(31 * MIN).act("snooze", 5)
    run = restarted(run, 20 * MIN)
    back = run.t
    run.until(back + 2 * MIN)
    assert run.prompts() == [back + 60]
    assert last(run).prompt.occasion == "bedtime"
    assert last(run).prompt.routine == "lying-down"
    run.act("skip")
    assert run.breaks.memory.put_off is None


def test_a_break_that_was_answered_does_not_come_back_after_a_restart() -> None:
    for wish in ("skip", "start", "not_today"):
        run = Run(World()).until(DUE + 10).act("snooze", 5).until(DUE + 60).act(wish)
        assert run.breaks.memory.put_off is None, wish


def test_a_clock_set_back_makes_no_snooze_longer() -> None:
    run = Run(World(clock_set=[(DUE + 60, -3 * H)], knows_idle=False))
    run.until(DUE + 10).act("snooze", 5).until(DUE + 50)
    run = restarted(run, 30)
    assert run.breaks.due is not None
    assert run.breaks.due.until == pytest.approx(run.t + 5 * MIN)


def test_a_fixed_time_that_joins_a_snooze_is_kept_with_it() -> None:
    run = Run(World(times("09:52 rising"))).until(DUE + 10).act("snooze", 15).until(DUE + 3 * MIN)
    kept = run.breaks.memory.put_off
    assert kept is not None
    assert (kept.reason, kept.occasion, kept.clock) == (Reason.FIXED, "rising", "09:52")


def test_turning_breaks_off_lets_go_and_never_looks_again() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10).act("change", Rules(on=False))
    assert run.told()[-2:] == ["Closed withdrawn", "LetGo off"]
    assert run.breaks.deadline is None


def test_turning_breaks_on_counts_from_then() -> None:
    run = Run(World(Rules(on=False), knows_idle=False)).until(2 * H).act("change", Rules())
    assert run.until(3 * H).prompts()[0] == 2 * H + DUE


def test_a_shorter_interval_counts_what_was_worked_already() -> None:
    run = Run(World(knows_idle=False)).until(30 * MIN)
    assert run.act("change", Rules(every_s=1500.0)).told() == ["Prompted interval"]


def test_a_longer_interval_moves_the_break_away() -> None:
    run = Run(World(knows_idle=False)).until(49 * MIN).act("change", Rules(every_s=6000.0))
    assert run.until(2 * H).prompts()[0] == 6000


def test_a_fixed_time_set_for_some_minutes_ago_waits_for_tomorrow() -> None:
    run = Run(World(ALL_DAY, knows_idle=False)).until(10 * MIN)
    assert run.act("change", times("09:05")).until(40 * MIN).prompts() == []


def test_a_look_from_the_past_changes_nothing() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 10)
    before: Callable[[], object] = lambda: (run.breaks.look.at, run.breaks.due, run.events)  # noqa: E731
    then = before()
    assert run.breaks.advance(run.world.look(DUE - 100)) == ()
    assert before() == then

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.core.breaks.world import World

from supple.core.breaks.due import Due, Stage
from supple.core.breaks.event import Reason
from supple.core.breaks.memory import Memory
from supple.core.breaks.rules import Rules
from supple.core.breaks.standing import Standing
from supple.core.breaks.times import fixed_of

RULES = Rules(times=(fixed_of("09:10"), fixed_of("09:20"), fixed_of("09:25 rising")))


def standing(world: World, memory: Memory | None = None) -> Standing:
    return Standing(world.rules, world.place, world.look(0), memory)


def test_the_newest_fixed_time_asks_once_and_the_older_ones_with_it() -> None:
    world = World(RULES)
    one = standing(world)
    assert one.take_fixed() is None
    one.look = world.look(21 * 60)
    taken = one.take_fixed()
    assert taken is not None
    assert taken.fixed.clock == "09:20"
    assert one.take_fixed() is None
    assert one.memory.done == ("2026-10-22 09:10", "2026-10-22 09:20")


def test_a_fixed_time_older_than_half_an_hour_does_not_ask() -> None:
    world = World(RULES)
    one = standing(world)
    one.look = world.look(55 * 60)
    assert one.take_fixed() is None


def test_what_was_done_before_the_program_was_started_again_does_not_ask() -> None:
    world = World(RULES, datetime(2026, 10, 22, 9, 21))  # noqa: DTZ001
    done = ("2026-10-22 09:10", "2026-10-22 09:20")
    assert standing(world).take_fixed() is not None
    assert standing(world, Memory(done=done)).take_fixed() is None


def test_a_clock_set_back_asks_for_nothing_twice() -> None:
    world = World(RULES, clock_set=[(16 * 60, -900.0)])
    one = standing(world)
    one.look = world.look(15 * 60)
    assert one.take_fixed() is not None
    one.look = world.look(26 * 60)
    assert one.take_fixed() is None


def test_a_pause_ends_by_the_wall_clock_and_swallows_its_fixed_times() -> None:
    world = World(RULES)
    one = standing(world)
    one.memory = Memory(paused_until=world.utc(22 * 60), pause_s=22 * 60.0)
    one.look = world.look(21 * 60)
    one.end_pause()
    assert not one.active
    one.look = world.look(23 * 60)
    one.end_pause()
    assert one.active
    assert one.take_fixed() is None


def test_a_clock_set_back_makes_no_pause_longer() -> None:
    world = World(RULES, clock_set=[(60, -86400.0)])
    one = standing(world)
    one.memory = Memory(paused_until=world.utc(0) + 3600, pause_s=3600.0)
    one.look = world.look(61)
    one.end_pause()
    assert one.memory.paused_until == world.utc(61) + 3600


def test_a_break_runs_only_while_it_was_started() -> None:
    one = standing(World())
    assert not one.in_break
    one.due = Due(Reason.ASKED, 0.0)
    assert not one.in_break
    one.due.stage = Stage.BREAK
    assert one.in_break


def test_breaks_that_are_off_or_paused_are_not_active() -> None:
    one = standing(World())
    assert one.active
    assert one.inside
    one.rules = replace(one.rules, on=False)
    assert not one.active


def test_a_wall_instant_is_found_on_the_other_clock() -> None:
    world = World(clock_set=[(5, 100.0)])
    one = standing(world)
    one.look = world.look(10)
    assert one.monotonic(world.utc(10) + 7) == 17


def test_a_fresh_start_counts_from_now() -> None:
    world = World()
    one = standing(world)
    one.look = world.look(500)
    one.fresh()
    assert (one.sat_from, one.count_from, one.presence.seen_at) == (500, 500, 500)

"""Breaks at the desk with the real policy, the real history and a clock set by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.shell.at_the_desk import WORK_S, Desk

from supple.core import labels
from supple.core.breaks.look import Busy
from supple.core.breaks.status import Phase
from supple.core.command import Command
from supple.shell.break_desk import BreakDesk

MakeBench = Callable[..., Any]


@pytest.fixture
def at_desk(bench: MakeBench) -> Iterator[Desk]:
    desk = Desk(bench())
    yield desk
    desk.desk.close()


def test_after_fifty_minutes_the_desk_break_is_offered(at_desk: Desk) -> None:
    at_desk.work(WORK_S - 30)
    assert at_desk.prompt is None
    at_desk.work(60)
    assert at_desk.prompt is not None
    view = at_desk.prompt.view
    assert view is not None
    assert (view.routine, view.why) == ("desk-break", "You have been sitting for 50 minutes.")


def test_start_begins_it_and_its_end_begins_the_count_anew(at_desk: Desk) -> None:
    at_desk.work(WORK_S + 30)
    assert at_desk.prompt is not None
    at_desk.prompt.start_asked.emit("desk-break")
    assert at_desk.prompt is None
    assert at_desk.one.guidance.parts.player.active
    assert at_desk.phase is Phase.BREAK
    at_desk.one.play_to_the_end()
    assert at_desk.phase is Phase.WAITING
    at_desk.work(WORK_S - 60)
    assert at_desk.prompt is None
    assert at_desk.one.rows()[0].routine == "desk-break"


def test_snooze_and_skip_take_the_prompt_away(at_desk: Desk) -> None:
    at_desk.work(WORK_S + 30)
    assert at_desk.prompt is not None
    at_desk.prompt.snooze_asked.emit(5)
    assert at_desk.prompt is None
    at_desk.work(5 * 60 + 10)
    assert at_desk.prompt is not None
    at_desk.prompt.skip_asked.emit()
    assert at_desk.prompt is None
    at_desk.work(20 * 60)
    assert at_desk.prompt is None


def test_after_two_snoozes_one_minute_is_offered(at_desk: Desk) -> None:
    at_desk.work(WORK_S + 30)
    for _ in range(2):
        assert at_desk.prompt is not None
        at_desk.prompt.snooze_asked.emit(5)
        at_desk.work(5 * 60 + 10)
    assert at_desk.prompt is not None
    view = at_desk.prompt.view
    assert view is not None
    stretch = at_desk.one.deps.library.catalogue.stretches[view.routine]
    assert stretch.position.value in ("seated", "standing")
    at_desk.prompt.start_asked.emit(view.routine)
    assert at_desk.one.guidance.parts.player.active


def soon(desk: Desk, what: str) -> str:
    """A fixed time two minutes from now, for ``what``; its time of day."""
    wall = datetime.fromtimestamp(desk.one.clock.wall() + 120).astimezone()
    deps = desk.one.deps
    deps.settings = replace(deps.settings, break_times=(f"{wall:%H:%M} {what}",))
    desk.desk.follow_settings()
    return f"{wall:%H:%M}"


def come(desk: Desk) -> None:
    """Sit until it is there, and two minutes at most."""
    for _ in range(120):
        if desk.prompt is None:
            desk.work(1)


def test_a_fixed_time_brings_the_routine_that_was_chosen_for_it(at_desk: Desk) -> None:
    clock = soon(at_desk, "daily routine:lying-down")
    come(at_desk)
    assert at_desk.prompt is not None
    view = at_desk.prompt.view
    assert view is not None
    assert view.routine == "lying-down"
    assert view.why == f"It is {clock}, the time you chose for Lying down."
    at_desk.prompt.start_asked.emit(view.routine)
    assert at_desk.one.guidance.parts.player.active
    at_desk.one.play_to_the_end()
    assert at_desk.one.rows()[0].routine == "lying-down"


def test_a_routine_that_is_left_out_is_replaced_and_it_is_said_why(at_desk: Desk) -> None:
    deps = at_desk.one.deps
    deps.settings = replace(deps.settings, safety_on="")
    deps.coach.forget()
    soon(at_desk, "daily routine:full-session")
    come(at_desk)
    assert at_desk.prompt is not None
    view = at_desk.prompt.view
    assert view is not None
    assert view.routine == "desk-break"
    assert "waits for your safety answers. Desk break comes instead." in view.why


def test_what_was_done_before_its_time_does_not_ask_any_more(at_desk: Desk) -> None:
    one = at_desk.one
    wall = datetime.fromtimestamp(one.clock.wall() + 1200).astimezone()
    one.deps.now = lambda: datetime.fromtimestamp(one.clock.wall()).astimezone()
    one.guidance.parts.recorder._now = one.deps.now
    one.deps.settings = replace(
        one.deps.settings,
        break_interval=False,
        break_times=(f"{wall:%H:%M} daily routine:three-short",),
    )
    at_desk.desk.follow_settings()
    assert at_desk.desk.loop.status().when == f"{wall:%H:%M}"
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    assert (
        at_desk.desk.loop.status().when
        == f"{labels.weekday(wall + timedelta(days=1))} {wall:%H:%M}"
    )
    at_desk.work(1200)
    assert at_desk.prompt is None


def test_a_full_screen_holds_it_back_and_says_so(at_desk: Desk) -> None:
    at_desk.senses.doing = frozenset({Busy.FULL_SCREEN})
    at_desk.work(WORK_S + 60)
    assert at_desk.prompt is None
    assert at_desk.desk.wish(("break", "status")) == "Held back: full screen."
    at_desk.senses.doing = frozenset()
    at_desk.work(60)
    assert at_desk.prompt is not None


def test_any_session_counts_as_a_break(at_desk: Desk) -> None:
    at_desk.work(WORK_S - 60)
    at_desk.one.guidance.conductor.start("three-short")
    at_desk.one.play_to_the_end()
    at_desk.work(120)
    assert at_desk.prompt is None


def test_a_session_left_at_once_is_no_rest(at_desk: Desk) -> None:
    sat_s = WORK_S - 60
    at_desk.work(sat_s)
    at_desk.one.guidance.conductor.start("three-short")
    at_desk.one.guidance.parts.player.command(Command.STOP)
    assert at_desk.desk.loop.status().sat_s == pytest.approx(sat_s, abs=2)
    at_desk.one.guidance.conductor.discard()
    at_desk.one.guidance.conductor.start("three-short")
    at_desk.one.play_to_the_end()
    assert at_desk.desk.loop.status().sat_s < 60


def test_not_today_survives_a_restart(at_desk: Desk) -> None:
    at_desk.desk.loop.not_today()
    assert at_desk.one.deps.history.note("breaks")
    again = BreakDesk(at_desk.one.deps, at_desk.senses, at_desk, lambda: "")
    again.loop.begin()
    assert again.loop.status().phase is Phase.PAUSED
    again.close()


def test_a_snooze_survives_a_restart(at_desk: Desk) -> None:
    at_desk.work(WORK_S + 30)
    at_desk.desk.loop.snooze()
    told = at_desk.desk.loop.status()
    again = BreakDesk(at_desk.one.deps, at_desk.senses, at_desk, lambda: "")
    again.loop.begin()
    assert again.loop.status().phase is Phase.SNOOZED
    assert again.loop.status().text == told.text
    again.close()


def test_a_break_skipped_through_to_its_end_is_no_rest(at_desk: Desk) -> None:
    sat_s = WORK_S - 60
    at_desk.work(sat_s)
    at_desk.one.guidance.conductor.start("three-short")
    player = at_desk.one.guidance.parts.player
    for _ in range(20):
        player.command(Command.NEXT)
    at_desk.one.play_to_the_end()
    assert not player.active
    assert at_desk.desk.loop.status().sat_s >= sat_s


def test_wishes_of_a_second_start(at_desk: Desk) -> None:
    assert at_desk.desk.wish(("break", "now")) == "The break begins."
    assert at_desk.one.guidance.parts.player.active
    at_desk.one.guidance.parts.player.command(Command.STOP)
    at_desk.one.guidance.conductor.discard()
    assert "open already" in at_desk.desk.wish(("show",))
    assert "open already" in at_desk.desk.wish(("start", "three-short"))
    assert at_desk.one.guidance.parts.player.active


def test_where_the_answers_leave_nothing_no_next_break_is_told(at_desk: Desk) -> None:
    deps = at_desk.one.deps
    deps.settings = replace(deps.settings, safety_ticked=("spine",))
    deps.coach.forget()
    told = "No breaks: your safety answers leave nothing to start."
    assert at_desk.desk.wish(("break", "status")) == told
    assert at_desk.phase is Phase.OFF
    deps.settings = replace(deps.settings, safety_ticked=())
    deps.coach.forget()
    at_desk.desk.follow_settings()
    assert at_desk.desk.wish(("break", "status")) == "Next break in 50 min."


def test_a_minute_s_break_is_held_as_the_plan_says(at_desk: Desk) -> None:
    at_desk.work(WORK_S + 30)
    for _ in range(2):
        at_desk.desk.loop.snooze()
        at_desk.work(5 * 60 + 10)
    at_desk.desk.loop.start()
    timeline = at_desk.one.guidance.conductor._timeline
    holds = [s.duration_s - s.work_from_s for s in timeline.steps if s.kind.is_work]
    assert max(holds) <= at_desk.one.deps.coach.progress(at_desk.one.deps.now()).hold_s


def test_while_a_professional_is_to_be_asked_nothing_is_offered(at_desk: Desk) -> None:
    deps = at_desk.one.deps
    deps.settings = replace(deps.settings, safety_ticked=("spine",))
    deps.coach.forget()
    at_desk.work(WORK_S + 60)
    assert at_desk.prompt is None
    assert at_desk.desk.wish(("break", "now")).startswith("No break begins")
    at_desk.desk.start_now()
    assert not at_desk.one.guidance.parts.player.active


def test_what_was_deleted_since_it_was_offered_makes_room_for_another(at_desk: Desk) -> None:
    library = at_desk.one.guidance.library
    at_desk.work(3000)
    assert at_desk.prompt is not None
    mine = library.copy("desk-break")
    offer = at_desk.desk._offer
    assert offer is not None
    at_desk.desk._offer = replace(offer, routine=mine.id)
    library.delete(mine.id)
    at_desk.desk.loop.start()
    assert at_desk.one.guidance.parts.player.active
    assert at_desk.phase is Phase.BREAK

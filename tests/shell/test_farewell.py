"""Leaving without a question, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from supple.core.command import Command
from supple.core.ended import Ended
from supple.core.step import StepKind
from supple.shell.farewell import keep_all

MakeBench = Callable[..., Any]


def holding(one: Any, seconds: float) -> None:
    """A session that many seconds into its first hold."""
    one.guidance.conductor.start("three-short")
    while one.guidance.parts.player.snapshot().step.kind is not StepKind.HOLD:
        one.play(0.25)
    one.play(seconds)


def test_a_session_is_stopped_and_what_was_held_is_kept(bench: MakeBench) -> None:
    one = bench()
    holding(one, 2)
    keep_all(one.guidance)
    assert not one.guidance.parts.player.active
    (row,) = one.rows()
    assert row.ended is Ended.STOPPED
    assert 1 < row.held_s <= 2.5


def test_a_question_that_stands_open_stops_it_as_well(bench: MakeBench) -> None:
    for command in (Command.ASK_STOP, Command.HURTS, Command.PAUSE):
        one = bench()
        holding(one, 2)
        one.guidance.parts.player.command(command)
        keep_all(one.guidance)
        assert not one.guidance.parts.player.active, command
        assert one.rows()[-1].held_s > 1


def test_what_was_chosen_in_the_summary_is_kept(bench: MakeBench) -> None:
    one = bench()
    holding(one, 2)
    one.guidance.parts.player.command(Command.STOP)
    one.guidance.parts.page.summary.choose(3)
    keep_all(one.guidance)
    assert one.rows()[0].pain_after == 3


def test_without_a_session_there_is_nothing_to_keep(bench: MakeBench) -> None:
    one = bench()
    keep_all(one.guidance)
    assert one.rows() == []


def test_what_cannot_be_kept_stops_nothing_else(bench: MakeBench) -> None:
    one = bench()
    holding(one, 2)

    def fails() -> None:
        raise RuntimeError("its page is gone")

    one.guidance.first_run.keep_grave = fails
    keep_all(one.guidance)
    (row,) = one.rows()
    assert row.ended is Ended.STOPPED

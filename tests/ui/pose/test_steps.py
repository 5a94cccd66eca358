"""Drafts are undone and redone."""

from __future__ import annotations

from dataclasses import replace

from supple.figure.bases import bases
from supple.figure.draft import from_base
from supple.ui.pose.steps import MOST, Steps

FIRST = from_base(bases()[0])
SECOND, THIRD = replace(FIRST, glow="near.calf"), replace(FIRST, arrow=False)


def test_a_step_is_undone_and_redone() -> None:
    steps = Steps(FIRST)
    assert not steps.can_undo
    assert steps.take(SECOND)
    assert steps.changed
    assert steps.undo()
    assert (steps.now, steps.can_redo, steps.changed) == (FIRST, True, False)
    assert steps.redo()
    assert steps.now == SECOND


def test_nothing_new_is_no_step() -> None:
    steps = Steps(FIRST)
    assert not steps.take(FIRST)
    assert not steps.can_undo
    assert not steps.undo()
    assert not steps.redo()


def test_a_new_step_ends_what_could_be_redone() -> None:
    steps = Steps(FIRST)
    steps.take(SECOND)
    steps.undo()
    steps.take(THIRD)
    assert not steps.can_redo


def test_joined_steps_are_undone_together() -> None:
    steps = Steps(FIRST)
    steps.take(SECOND, "knee")
    steps.take(THIRD, "knee")
    steps.undo()
    assert steps.now == FIRST


def test_other_steps_part_them() -> None:
    steps = Steps(FIRST)
    steps.take(SECOND, "knee")
    steps.take(THIRD, "foot")
    steps.undo()
    assert steps.now == SECOND


def test_only_so_many_are_kept() -> None:
    steps = Steps(FIRST)
    for _ in range(MOST):
        steps.take(SECOND)
        steps.take(THIRD)
    undone = 0
    while steps.undo():
        undone += 1
    assert undone == MOST

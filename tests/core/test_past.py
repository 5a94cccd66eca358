from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from supple.core.past import MOST, Past

CHANGES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, "a", "b"])), max_size=40)


def pushed(changes: list[tuple[int, str | None]]) -> Past[int]:
    past = Past(0)
    for value, run in changes:
        past = past.push(value, run)
    return past


@given(CHANGES)
def test_undo_leads_to_the_start_and_redo_to_the_end(
    changes: list[tuple[int, str | None]],
) -> None:
    past = end = pushed(changes)
    while past.can_undo:
        past = past.undo()
    assert past.now == 0
    while past.can_redo:
        past = past.redo()
    assert (past.now, past.before) == (end.now, end.before)


@given(CHANGES)
def test_no_undo_leads_to_what_is_there_already(changes: list[tuple[int, str | None]]) -> None:
    past = pushed(changes)
    while past.can_undo:
        assert past.undo().now != past.now
        past = past.undo()


def test_a_run_of_one_kind_is_one_change() -> None:
    past = Past(30).push(31, "hold").push(32, "hold").push(33, "hold")
    assert past.undo().now == 30
    assert past.undo().redo().now == 33


def test_another_kind_ends_the_run() -> None:
    past = Past(30).push(31, "hold").push(32, "rest").push(33, "hold")
    assert [past.undo().now, past.undo().undo().now] == [32, 31]


def test_a_seal_ends_the_run() -> None:
    past = Past(30).push(31, "hold").sealed().push(32, "hold")
    assert past.undo().now == 31


def test_a_run_that_comes_back_leaves_nothing() -> None:
    assert not Past(30).push(31, "hold").push(30, "hold").can_undo


def test_a_change_forgets_what_was_taken_back() -> None:
    past = Past(1).push(2).push(3).undo().push(4)
    assert not past.can_redo
    assert past.undo().now == 2


def test_a_run_does_not_go_on_after_undo() -> None:
    past = Past(1).push(2, "hold").push(3, "rest").undo().push(4, "hold")
    assert past.undo().now == 2


def test_nothing_to_undo_or_redo_changes_nothing() -> None:
    past = Past(1)
    assert past.undo() is past
    assert past.redo() is past
    assert past.push(1) is past


def test_the_oldest_changes_are_forgotten() -> None:
    past = Past(0)
    for value in range(1, MOST + 10):
        past = past.push(value)
    assert len(past.before) == MOST

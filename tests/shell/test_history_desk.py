"""What the History page asks for, in the real program with a real history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from supple.core.day_off import Off
from supple.core.ended import Ended
from supple.core.history_ask import EditableSession, Period, SessionChanges
from supple.core.history_view import HistoryView, SessionsView
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.ui.pages import Place
from supple.ui.widgets.banner import Banner

MakeBench = Callable[..., Any]


def keep(one: Any, id_: str = "s1", ago: int = 1, held_s: float = 120.0) -> None:
    at = one.deps.now() - timedelta(days=ago)
    history = one.deps.history
    history.open_session(id_, "desk-break", "Desk break", at)
    step = StepRecord(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, held_s, held_s, True)
    history.add_step(id_, step, at + timedelta(minutes=2))
    history.close_session(id_, Ended.FINISHED, at + timedelta(minutes=3))


def watched(one: Any) -> tuple[list[HistoryView], list[SessionsView], list[EditableSession]]:
    """The page, with what it is given kept aside."""
    one.program.window.show_place(Place.HISTORY)
    page = one.program.window.pages.history_page.get()
    views: list[HistoryView] = []
    lists: list[SessionsView] = []
    edits: list[EditableSession] = []
    page.show_view = views.append
    page.show_sessions = lambda view, offset: lists.append(view)
    page.edit = edits.append
    return views, lists, edits


def test_the_year_is_shown_when_the_page_is(bench: MakeBench) -> None:
    one = bench()
    # Yesterday is another week on the first day of one.
    keep(one, ago=0)
    views, _, _ = watched(one)
    one.program.window.history.history_shown.emit()
    assert views[-1].sums.all.sessions == 1
    assert not views[-1].empty
    assert views[-1].doses[0].left_min == 2.0


def test_sessions_are_read_by_filter(bench: MakeBench) -> None:
    one = bench()
    keep(one, "s1", ago=0)
    keep(one, "s2", ago=400)
    _, lists, _ = watched(one)
    ask = one.program.window.history.sessions_asked
    ask.emit("", Period.ALL.value, 50, 0)
    assert (lists[-1].total, [row.id for row in lists[-1].rows]) == (2, ["s1", "s2"])
    ask.emit("", Period.ALL.value, 1, 1)
    assert [row.id for row in lists[-1].rows] == ["s2"]
    ask.emit("", Period.WEEK.value, 50, 0)
    assert [row.id for row in lists[-1].rows] == ["s1"]
    ask.emit("lying-down", Period.ALL.value, 50, 0)
    assert lists[-1].total == 0


def test_a_session_is_corrected_and_counts_as_corrected_everywhere(bench: MakeBench) -> None:
    one = bench()
    keep(one, ago=0)
    views, _, edits = watched(one)
    door = one.program.window.history
    door.session_wanted_for_edit.emit("s1")
    assert (edits[0].routine, edits[0].held_s) == ("Desk break", 120.0)
    earlier = edits[0].started_at - timedelta(days=2)
    changes = SessionChanges(earlier, 600.0, 4, None, "Left side tighter")
    door.session_edited.emit("s1", changes)
    (record,) = one.rows()
    assert (record.held_s, record.pain_before, record.pain_after) == (600.0, 4, None)
    assert (record.started_at, record.note) == (earlier, "Left side tighter")
    door.history_shown.emit()
    assert views[-1].sums.all.held_s == 600.0


def test_a_deleted_session_comes_back_with_undo(bench: MakeBench) -> None:
    one = bench()
    keep(one)
    door = one.program.window.history
    door.session_deleted.emit("s1")
    assert one.rows() == []
    door.session_restored.emit("s1")
    assert [r.id for r in one.rows()] == ["s1"]


def test_a_day_is_marked_and_unmarked(bench: MakeBench) -> None:
    one = bench()
    views, _, _ = watched(one)
    door = one.program.window.history
    today = one.deps.now().date()
    door.day_off_asked.emit(today, Off.ILL)
    door.history_shown.emit()
    assert views[-1].cells[-1].off is Off.ILL
    door.day_off_asked.emit(today, None)
    door.history_shown.emit()
    assert views[-1].cells[-1].off is None


def test_a_day_may_end_at_four(bench: MakeBench) -> None:
    one = bench()
    now = one.deps.now().replace(hour=2, minute=30)
    one.deps.now = lambda: now
    one.deps.settings = replace(one.deps.settings, day_ends_h=4)
    keep(one, ago=0)
    views, _, _ = watched(one)
    one.program.window.history.history_shown.emit()
    assert views[-1].today == now.date() - timedelta(days=1)
    assert views[-1].cells[-1].sessions == 1


def test_without_a_history_the_page_says_so_and_stays(bench: MakeBench) -> None:
    one = bench()
    one.deps.history.close()
    one.deps.history = None
    views, _, edits = watched(one)
    told: list[str] = []
    one.program.window.notice = lambda key, text, kind="", icon="": told.append(text)
    door = one.program.window.history
    door.history_shown.emit()
    door.session_wanted_for_edit.emit("s1")
    door.session_deleted.emit("s1")
    assert views[-1].empty
    assert edits == []
    assert "could not be opened" in told[0]


def test_a_history_that_fails_is_told(bench: MakeBench) -> None:
    one = bench()
    told: list[str] = []
    one.program.window.notice = lambda key, text, kind="", icon="": told.append(text)
    one.deps.history.close()
    one.program.window.history.session_deleted.emit("s1")
    assert any("history.db" in text for text in told)


def test_what_failed_is_not_told_as_done(bench: MakeBench) -> None:
    one = bench()
    keep(one)
    window = one.program.window
    window.show_place(Place.HISTORY)
    page = window.pages.history_page.get()
    toasts: list[str] = []
    page.toast_asked.connect(lambda text, action, then: toasts.append(text))
    today = one.deps.now().date()
    one.deps.history.close()
    page.delete("s1")
    page.overview.day_off_asked.emit(today, Off.ILL)
    assert toasts == []
    # What was read before still stands.
    assert not page.overview.empty.isVisibleTo(page)


def test_what_was_not_deleted_has_no_undo(bench: MakeBench) -> None:
    one = bench()
    keep(one)
    one.program.window.show_place(Place.HISTORY)
    page = one.program.window.pages.history_page.get()
    restored: list[str] = []
    page.session_restored.connect(restored.append)
    one.deps.history.close()
    page.delete("s1")
    page.undo()
    assert restored == []


def test_a_session_that_is_gone_is_told(bench: MakeBench) -> None:
    one = bench()
    one.guidance.history.page.save("none", SessionChanges(one.deps.now(), 10.0, None, None, ""))
    banners = one.program.window.findChildren(Banner)
    assert any("not in your history any more" in b.accessibleName() for b in banners)

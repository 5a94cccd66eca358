"""The values behind the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from supple.core.choice import SHORTEST
from supple.core.my_plan import Known
from supple.core.routine import Catalogue
from supple.core.settings import Motion, Theme
from supple.core.today import OWN_LINE, TodayView
from supple.shell import durations
from supple.ui.pages import Place
from supple.ui.window import MainWindow

MakeBench = Callable[..., Any]


@pytest.fixture
def told(bench: MakeBench) -> tuple[Any, list[str]]:
    one = bench()
    notices: list[str] = []
    one.program.window.notice = lambda key, text, *rest: notices.append(text)
    return one, notices


def test_a_session_done_shows_on_the_day(bench: MakeBench) -> None:
    one = bench()
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    one.guidance.parts.page.discarded.disconnect()
    one.program.pages.refresh()
    assert len(shown[-1].done) == 1
    assert shown[-1].week.done == 1
    assert not shown[-1].first_time


def test_the_plan_says_nothing_of_holds_that_are_the_persons_own(bench: MakeBench) -> None:
    one = bench()
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    one.deps.library = replace(one.deps.library, own=frozenset())
    one.program.pages.refresh()
    assert "holds of up to 15 s" in shown[-1].plan
    offered = shown[-1].up_next
    assert offered is not None
    one.deps.library = replace(one.deps.library, own=frozenset({offered.routine}))
    one.program.pages.refresh()
    assert shown[-1].plan == OWN_LINE


def test_only_a_change_of_the_looks_dresses_the_program_anew(bench: MakeBench) -> None:
    one = bench()
    changed: list[bool] = []
    one.program.look.changed.connect(lambda: changed.append(True))
    one.program.pages.save(replace(one.deps.settings, volume=0.1))
    assert changed == []
    one.program.pages.save(replace(one.deps.settings, theme=Theme.DARK))
    assert changed


def test_motion_follows_the_persons_choice(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, motion=Motion.REDUCED))
    assert one.program.look.reduced_motion
    one.program.pages.save(replace(one.deps.settings, motion=Motion.FULL))
    assert not one.program.look.reduced_motion


def test_settings_that_cannot_be_saved_are_told_and_followed_all_the_same(
    told: tuple[Any, list[str]], profile: Path
) -> None:
    one, notices = told
    config = one.deps.settings_file.path.parent
    if config.exists():
        config.rmdir()
    config.write_text("a file where the folder belongs")
    one.program.pages.save(replace(one.deps.settings, volume=0.3))
    assert len(notices) == 1
    assert one.deps.settings.volume == 0.3


def test_a_history_that_fails_later_is_told(told: tuple[Any, list[str]]) -> None:
    one, notices = told
    one.deps.history.close()
    one.program.pages.refresh()
    assert len(notices) == 1
    assert one.program.pages.week().done == 0
    one.deps.history = None


def test_the_folder_for_routines_is_made_when_asked_for(bench: MakeBench) -> None:
    one = bench()
    folder = one.program.pages.routines_folder()
    assert folder == one.deps.paths.routines_dir
    assert folder.is_dir()


def test_the_next_start_recalls_how_long_all_takes(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench()
    shown: list[TodayView] = []
    monkeypatch.setattr(MainWindow, "show_today", lambda _, view: shown.append(view))
    worked_out: list[int] = []
    real = durations.work_out

    def count(
        catalogue: Catalogue, say: Callable[[str], float], known: durations.Known
    ) -> dict[str, float]:
        worked_out.append(len(shown))
        return real(catalogue, say, known)

    monkeypatch.setattr(durations, "work_out", count)
    bench()
    # Once, after the first picture, to see whether what was recalled still holds.
    assert worked_out == [1]
    assert len(shown) == 1


def test_what_was_recalled_and_does_not_hold_is_put_right(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[TodayView] = []
    monkeypatch.setattr(MainWindow, "show_today", lambda _, view: shown.append(view))
    monkeypatch.setattr(durations, "recall", lambda *_: {"desk-break": 60 * 60.0})
    bench()
    first, then = ({o.routine: o.minutes for o in (v.up_next, *v.more) if o} for v in shown)
    assert first["desk-break"] == "60 min"
    assert then["desk-break"] != "60 min"


def test_a_window_left_open_overnight_shows_the_new_day(bench: MakeBench) -> None:
    one = bench()
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    one.program.pages.refresh_if_stale()
    assert shown == []
    tomorrow = one.deps.now() + timedelta(days=1)
    one.deps.now = lambda: tomorrow
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(shown) == 1


def test_a_history_left_open_overnight_shows_the_new_day(bench: MakeBench) -> None:
    one = bench()
    one.program.window.show_place(Place.HISTORY)
    asked: list[None] = []
    one.program.window.history.history_shown.connect(lambda: asked.append(None))
    now = datetime(2026, 10, 22, 23, 50, tzinfo=UTC)
    one.deps.now = lambda: now
    one.deps.settings = replace(one.deps.settings, day_ends_h=4)
    pages = one.program.pages
    pages.refresh()
    for later, many in ((20, 0), (3 * 60, 0), (4 * 60 + 20, 1), (6 * 60, 1)):
        one.deps.now = lambda later=later: now + timedelta(minutes=later)
        pages.refresh_if_stale()
        assert len(asked) == many


def test_a_time_of_the_plan_that_is_near_leads_as_soon_as_it_is(bench: MakeBench) -> None:
    one = bench()
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    now = datetime(2026, 10, 22, 19, 5, tzinfo=UTC)
    one.deps.now = lambda: now
    one.deps.settings = replace(
        one.deps.settings,
        safety_on="2026-10-01",
        break_times=("20:30 daily routine:lying-down",),
    )
    pages = one.program.pages
    pages.plan_changed()
    seen = []
    for minutes in (0, 25, 26, 30, 85, 86, 144, 145):
        one.deps.now = lambda minutes=minutes: now + timedelta(minutes=minutes)
        pages.refresh_if_stale()
        seen.append(shown[-1].schedule[0].near)
    # From 19:31 to 21:29.
    assert seen == [False, False, True, True, True, True, True, False]


def test_the_library_says_what_the_answers_leave_out(bench: MakeBench) -> None:
    one = bench()
    shown: list[Any] = []
    one.program.window.show_library = lambda *given: shown.append(given[3])
    answers = {"safety_on": "2026-05-04", "safety_ticked": ("saddle",)}
    one.program.pages.follow(replace(one.deps.settings, **answers))
    every = one.deps.library.catalogue
    assert set(shown[-1].stretches) == set(every.stretches)
    one.program.pages.follow(replace(one.deps.settings, safety_ticked=()))
    assert dict(shown[-1].stretches) == {}


def test_the_time_at_hand_chooses_what_is_offered_in_this_run(bench: MakeBench) -> None:
    one = bench()
    pages, deps = one.program.pages, one.deps
    pages.follow(replace(deps.settings, safety_on="2026-05-04"))
    known = deps.coach.catalogue(deps.now()).routines
    lengths = {id_: s for id_, s in pages._durations.items() if id_ in known}
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    ask = one.program.window.pages.minutes_asked
    ask.emit(3.0)
    assert lengths[pages.up_next] <= 3 * 60 + 30
    # Another reason to look anew does not forget it.
    pages.refresh()
    assert [view.up_next for view in shown] == [shown[0].up_next] * 2
    ask.emit(0.0)
    assert shown[-1].up_next is not None
    assert shown[-1].up_next.why == SHORTEST
    assert lengths[pages.up_next] == min(lengths.values())
    ask.emit(None)
    assert shown[-1].up_next.why != SHORTEST
    assert bench().program.pages.up_next == pages.up_next


def test_the_plan_of_the_day_is_shown_and_leads_what_is_offered(bench: MakeBench) -> None:
    one = bench()
    shown: list[TodayView] = []
    one.program.window.show_today = shown.append
    noon = datetime(2026, 10, 22, 12, 0, tzinfo=UTC)
    one.deps.now = lambda: noon
    one.deps.settings = replace(
        one.deps.settings,
        safety_on="2026-10-01",
        break_times=("12:30 daily routine:lying-down", "20:00 bedtime"),
    )
    pages = one.program.pages
    pages.plan_changed()
    assert [row.at for row in shown[-1].schedule] == ["12:30", "20:00"]
    assert pages.up_next == "lying-down"
    pages.keep_minutes(3)
    assert pages.up_next != "lying-down"
    pages.keep_minutes(None)
    many = len(shown)
    pages.refresh_if_stale()
    assert len(shown) == many
    noon = noon.replace(minute=31)
    pages.refresh_if_stale()
    assert [row.next for row in shown[-1].schedule] == [False, True]


def test_the_settings_know_what_may_be_planned(bench: MakeBench) -> None:
    one = bench()
    told: list[Known] = []
    one.program.window.show_plan = told.append
    one.program.pages.plan_changed()
    (known,) = told
    assert "desk-break" in {offer.routine for offer in known.offers}

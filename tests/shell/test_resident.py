"""The program with and without its window."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.shell.living import Loop, opened

from supple.core.command import Command
from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.settings import OnClose
from supple.core.summary import Rating
from supple.desk import hotkeys
from supple.desk.single_instance import Wish
from supple.desk.watching import Watching
from supple.shell import logs
from supple.shell.handing_over import hand_over
from supple.shell.resident import Resident
from supple.shell.sweeping import Sweeping
from supple.shell.wiring import wire_end
from supple.ui.page import Page
from supple.ui.pages import Place
from supple.ui.session.keys import Mode
from supple.ui.settings.break_key_card import BreakKeyCard
from supple.ui.tray import Tray

Make = Callable[..., Resident]
# What Qt's own stand-in for a desktop says of trays and of windows to be raised.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNative", "does not support raise")


def test_breaks_begin_behind_the_window(live: Make) -> None:
    one = opened(live())
    assert one.breaks is not None
    assert one.built is not None
    assert one.desk_view().prompt == ""


def test_without_a_window_nothing_of_it_is_built(live: Make) -> None:
    one = live()
    one.stay_hidden()
    assert one.built is None
    assert one.breaks is not None
    assert one.breaks.loop.status().text
    guidance = one.guidance()
    assert one.built is guidance
    assert one._program is not None
    assert one._program.window.isVisible()


def test_a_second_start_brings_the_window_forward(
    live: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live()
    one.stay_hidden()
    assert "in front" in one._heard(Wish(("show",)))
    assert one.built is not None
    assert "begins there" in one._heard(Wish(("start", "three-short")))
    assert one.built.parts.player.active


def test_a_second_start_opens_a_shared_file(live: Make, qtbot: QtBot, tmp_path: Path) -> None:
    one = live()
    one.stay_hidden()
    assert "shows what is in the file" in one._heard(Wish(("open", str(tmp_path / "a.supple"))))
    assert one._program is not None
    window = one._program.window
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.asks)


def test_the_keys_for_any_program_rest_while_others_are_taught(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, str]] = []

    def watch(keys: Mapping[str, str], pressed: Callable[[str], None]) -> Watching:
        asked.append(dict(keys))
        return Watching("test", stop=lambda: asked.append({}))

    monkeypatch.setattr(hotkeys, "watch", watch)
    one = opened(live(global_keys=True, break_keys=("start F13",)))
    mine = {"start": "F13", "snooze": "Ctrl+Alt+S"}
    assert asked == [mine]
    assert one.anywhere() == "F13 starts, Ctrl Alt S snoozes"
    assert one.built is not None
    page = one.built.parts.window.pages.settings.get()
    page.choose("shortcuts")
    (cards,) = page.findChildren(BreakKeyCard)
    cards.waits.emit(True)
    assert asked == [mine, {}]
    assert one.anywhere() == ""
    cards.waits.emit(False)
    assert asked == [mine, {}, mine]
    one.deps.settings = replace(one.deps.settings, global_keys=False)
    one.follow_settings()
    assert asked[-1] == {}


def test_quitting_from_the_tray_ends_it(live: Make, qtbot: QtBot) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    one.leave()
    qtbot.waitUntil(lambda: bool(left))


def test_quitting_from_the_tray_remembers_where_a_hidden_window_stood(
    live: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live(close_to_tray=OnClose.TRAY)
    built = from_the_tray(one, monkeypatch)
    built.parts.window.setGeometry(30, 40, 900, 700)
    one._app = Loop([])  # type: ignore[assignment]
    one.leave()
    assert one._app._left == [0]  # type: ignore[attr-defined]
    assert one.deps.settings_file.load()[0].window == (30, 40, 900, 700)


def test_the_system_s_wish_to_end_asks_nothing(live: Make) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    assert one.built is not None
    one._heard(Wish(("start", "three-short")))
    one._app = Loop([])  # type: ignore[assignment]
    one.end_now()
    assert one._app._left == [0]  # type: ignore[attr-defined]
    assert one.deps.history is not None
    assert one.deps.history.sessions()[0].ended is Ended.STOPPED


def test_in_the_tray_the_system_s_wish_to_end_is_heard_as_well(live: Make) -> None:
    one = live()
    one.stay_hidden()
    app, one._app = one._app, Loop([])  # type: ignore[assignment]
    one.end_now()
    assert one._app._left == [0]  # type: ignore[attr-defined]
    one._app = app


def test_log_out_keeps_what_is_under_way(live: Make) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    assert one.built is not None
    one._heard(Wish(("start", "three-short")))
    asked: list[Callable[[object], None]] = []

    class Request:
        def connect(self, slot: Callable[[object], None], kind: object) -> None:
            asked.append(slot)

    class Desktop:
        commitDataRequest = Request()  # noqa: N815 - Qt's name

    # What Qt hands over at log-out cannot be made here.
    wire_end(Desktop(), one)  # type: ignore[arg-type]
    asked[0](None)
    assert not one.built.parts.player.active
    assert one.deps.history is not None
    assert one.deps.history.sessions()[0].ended is Ended.STOPPED


def test_rules_follow_the_settings(live: Make) -> None:
    one = opened(live())
    assert one.breaks is not None
    window = one._program.window  # type: ignore[union-attr]
    window.settings_changed.emit(replace(one.deps.settings, breaks_on=False))
    assert one.breaks.loop.status().text == "Breaks are off"


def test_nobody_hears_after_it_has_closed(live: Make, qtbot: QtBot) -> None:
    one = live()
    one.stay_hidden()
    for close in reversed(one._close):
        close()
    one._close.clear()
    with pytest.raises(Exception, match="not running"):
        hand_over(one.deps.paths, "show")


def test_without_a_window_what_is_thrown_away_is_looked_for(
    live: Make, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    # What earlier tests left is still to be collected.
    monkeypatch.setattr(gc, "freeze", lambda: None)
    gc.disable()  # as a start does
    try:
        live().stay_hidden()
        (found,) = qapp.findChildren(Sweeping)
        delete(found)
    finally:
        gc.enable()


def test_who_goes_on_with_the_session_does_not_leave_later(live: Make, qtbot: QtBot) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    one._heard(Wish(("start", "three-short")))
    assert one.built is not None
    parts = one.built.parts
    one.leave()
    assert parts.page.mode is Mode.STOP_ASKED
    parts.page.asked.emit(Command.GO_BACK)
    assert parts.player.active
    parts.player.command(Command.STOP)
    parts.page.rated.emit(Rating(None))
    parts.window.close()
    qtbot.wait(1)
    assert left == []
    assert parts.window.isHidden() or parts.window.isMinimized()


def test_quitting_from_the_tray_in_a_session_asks_and_ends_it(live: Make, qtbot: QtBot) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    one._heard(Wish(("start", "three-short")))
    assert one.built is not None
    one.leave()
    assert left == []
    one.built.parts.page.asked.emit(Command.STOP)
    qtbot.waitUntil(lambda: bool(left))


def test_a_grave_answer_counts_when_the_window_is_hidden_with_it(live: Make) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    assert one.built is not None
    questions = one.built.first_run
    questions.change_answers()
    page = questions.page
    assert page is not None
    page.run = page.run.tick("saddle", True)
    assert "asks a few questions" in one._heard(Wish(("start", "three-short")))
    assert not one.built.parts.player.active
    one.built.parts.window.close()
    assert one.deps.settings.safety_ticked == ("saddle",)
    assert one.deps.settings_file.load()[0].safety_ticked == ("saddle",)
    assert one.breaks is not None
    one.breaks.loop.start()
    assert not one.built.parts.player.active


def test_a_second_start_is_told_what_became_of_its_wish(live: Make) -> None:
    one = opened(live(safety_on="2026-01-01", safety_ticked=("saddle",)))
    assert one.built is not None
    first_run = one.built.first_run
    if first_run.page is not None:
        first_run._close()
    assert "cannot begin" in one._heard(Wish(("start", "three-short")))
    one.deps.settings = replace(one.deps.settings, safety_ticked=())
    assert "begins there" in one._heard(Wish(("start", "three-short")))
    assert "It goes on" in one._heard(Wish(("start", "two")))


def test_a_break_begins_over_the_summary_of_the_last_one(live: Make) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    one._heard(Wish(("start", "three-short")))
    assert one.built is not None
    parts = one.built.parts
    parts.player.command(Command.STOP)
    assert parts.page.mode is Mode.SUMMARY
    parts.window.close()
    assert one._heard(Wish(("break", "now"))) == "The break begins."
    assert parts.player.active
    parts.player.command(Command.STOP)
    assert "begins there" in one._heard(Wish(("start", "three-short")))
    assert parts.player.active
    history = one.deps.history
    assert history is not None
    assert len(history.sessions()) == 3


def from_the_tray(one: Resident, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What guides a session, with the window hidden in a tray that there is."""
    monkeypatch.setattr(Tray, "available", property(lambda _: True))
    opened(one)
    assert one.built is not None
    one.built.parts.window.close()
    assert one.built.parts.window.isHidden()
    return one.built


def test_after_a_break_from_the_tray_the_window_goes_again(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live(close_to_tray=OnClose.TRAY)
    built = from_the_tray(one, monkeypatch)
    one._heard(Wish(("break", "now")))
    assert built.parts.window.isVisible()
    built.parts.player.command(Command.STOP)
    built.parts.page.rated.emit(Rating(2))
    assert built.parts.window.isHidden()


def test_after_a_break_a_minimised_window_is_minimised_again(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    assert one.built is not None
    window = one.built.parts.window
    window.showMinimized()
    one._heard(Wish(("break", "now")))
    assert not window.isMinimized()
    one.built.parts.player.command(Command.STOP)
    one.built.parts.page.rated.emit(Rating(2))
    assert window.isMinimized()


def test_what_is_asked_after_strong_pain_is_not_hidden(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live(close_to_tray=OnClose.TRAY, safety_on="2026-01-01")
    one.deps.now = lambda: datetime(2026, 3, 1, 12, tzinfo=UTC)
    built = from_the_tray(one, monkeypatch)
    one._heard(Wish(("break", "now")))
    built.parts.player.command(Command.STOP)
    built.parts.page.rated.emit(Rating(9))
    assert built.first_run.page is not None
    assert built.parts.window.isVisible()


def test_after_a_break_that_could_not_begin_no_later_session_hides_the_window(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live(close_to_tray=OnClose.TRAY)
    built = from_the_tray(one, monkeypatch)
    built.first_run.change_answers()
    one._heard(Wish(("break", "now")))
    assert not built.parts.player.active
    built.first_run._close()
    built.conductor.start("three-short")
    built.parts.player.command(Command.STOP)
    built.parts.page.rated.emit(Rating(2))
    assert built.parts.window.isVisible()


def test_without_a_window_there_is_a_log_as_well(live: Make) -> None:
    one = live()
    one.stay_hidden()
    handlers = [*logs._handlers]
    assert len(handlers) == 1
    assert "begins in the tray" in one.deps.paths.log_file.read_text(encoding="utf-8")
    one.guidance()
    assert len(logs._handlers) == 1, "each line stands there once"
    assert logs._handlers != handlers


def test_closing_in_a_session_ends_the_session_and_keeps_the_breaks(
    live: Make, qtbot: QtBot
) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    window = one._program.window  # type: ignore[union-attr]
    one.guidance().conductor.start("three-short")
    window.close()
    window.close()
    assert one.built is not None
    assert not one.built.parts.player.active
    qtbot.waitUntil(lambda: window.isHidden() or window.isMinimized())
    assert left == []


def test_ctrl_q_ends_the_program_whatever_closing_does(live: Make, qtbot: QtBot) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    one._program.window.quit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(left))


def test_in_the_tray_nothing_of_the_window_is_loaded() -> None:
    code = (
        "import sys; from supple.shell import app, break_desk, resident, wiring; "
        "from supple.ui import tray; "
        "print(*(name for name in sys.modules if name.startswith('supple.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "supple.ui.tray" in loaded
    heavy = (
        *("supple.figure", "supple.ui.window", "supple.ui.session", "supple.voice.supervisor"),
        *("supple.ui.look", "supple.shell.coach", "supple.core.timeline", "supple.core.today"),
        "supple.core.offer",
    )
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_routines_written_while_it_was_in_the_tray_are_there(live: Make) -> None:
    one = live()
    one.stay_hidden()
    folder = one.deps.paths.routines_dir
    folder.mkdir(parents=True)
    routine = '{"id": "mine", "name": "Mine", "steps": [{"stretch": "wall-supine"}]}'
    (folder / "mine.json").write_text(f'{{"format": 1, "routines": [{routine}]}}', "utf-8")
    assert "begins there" in one._heard(Wish(("start", "mine")))


def test_who_goes_on_editing_does_not_leave_later(live: Make, qtbot: QtBot) -> None:
    one = opened(live(close_to_tray=OnClose.TRAY))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    assert one.built is not None
    window = one.built.parts.window

    class Unsaved(Page):
        def may_leave(self, then: Callable[[], object]) -> bool:
            return False

    window.pages.enter(Unsaved(window.look, "Unsaved"), Place.ROUTINES)
    one.quit()
    assert window.isVisible(), "it was asked, and the answer was to go on"
    window.pages.go_out()
    window.close()
    qtbot.wait(1)
    assert left == []
    assert window.isHidden() or window.isMinimized()
    window.show()
    one.quit()
    qtbot.waitUntil(lambda: bool(left))


def fails() -> None:
    raise RuntimeError("the desktop is gone")


def test_one_that_cannot_be_closed_keeps_no_other_open(
    live: Make, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live()
    one.stay_hidden()
    one._close.append(fails)
    monkeypatch.setattr(qapp, "exec", lambda: 0)
    one.stay()
    with pytest.raises(Exception, match="not running"):
        hand_over(one.deps.paths, "show")
    assert one.deps.history is not None
    with pytest.raises(UserError, match="closed"):
        one.deps.history.sessions()
    one._close.clear()


def test_the_system_is_obeyed_where_something_cannot_be_kept(
    live: Make, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live()
    one.stay_hidden()
    left: list[int] = []
    monkeypatch.setattr(qapp, "exit", left.append)
    monkeypatch.setattr(one, "keep_all", fails)
    one.end_now()
    assert left == [0]


def test_in_the_tray_the_person_of_the_settings_is_drawn(live: Make) -> None:
    _, pictures = live(skin=2, hair=1).look()
    assert pictures.dress[1:] == (2, 1)

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from supple.core.data_view import Incoming
from supple.core.history_ask import EditableSession, Export
from supple.core.history_view import SessionsView
from supple.core.overview import Totals, build_overview
from supple.ui.history_door import HistoryDoor

AT = datetime(2026, 10, 22, 10, 30, tzinfo=UTC)
WISHES: list[tuple[str, list[Any]]] = [
    ("history_shown", []),
    ("sessions_asked", ["", "all", 100, 0]),
    ("session_wanted_for_edit", ["s1"]),
    ("session_edited", ["s1", None]),
    ("session_deleted", ["s1"]),
    ("session_restored", ["s1"]),
    ("day_off_asked", [AT.date(), None]),
    ("export_asked", [Export.CSV, "/a.csv"]),
    ("import_asked", ["/a.json"]),
    ("import_accepted", []),
    ("import_refused", []),
]


class Page(QObject):
    """Has the page's signals and keeps what it is given."""

    history_shown = Signal()
    sessions_asked = Signal(str, str, int, int)
    session_wanted_for_edit = Signal(str)
    session_edited = Signal(str, object)
    session_deleted = Signal(str)
    session_restored = Signal(str)
    day_off_asked = Signal(object, object)
    export_asked = Signal(object, str)
    import_asked = Signal(str)
    import_accepted = Signal()
    import_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[Any, ...]] = []

    def show_view(self, *values: Any) -> None:
        self.got.append(("view", *values))

    def show_sessions(self, *values: Any) -> None:
        self.got.append(("sessions", *values))

    def edit(self, *values: Any) -> None:
        self.got.append(("edit", *values))

    def show_incoming(self, *values: Any) -> None:
        self.got.append(("incoming", *values))

    def reload(self) -> None:
        self.got.append(("reload",))


@pytest.fixture
def door(qapp: object) -> HistoryDoor:
    return HistoryDoor()


def give_all(door: HistoryDoor) -> list[str]:
    door.show_view(build_overview(Totals(), {}, AT.date(), 5))
    door.show_sessions(SessionsView((), 0, "", ()), 100)
    door.edit(EditableSession("s1", "", AT, 60.0, None, None, "", AT))
    door.show_incoming(Incoming("Nothing new"))
    door.reload()
    return ["view", "sessions", "edit", "incoming", "reload"]


def test_a_page_that_was_never_seen_needs_nothing(door: HistoryDoor) -> None:
    give_all(door)


def test_the_page_gets_everything(door: HistoryDoor) -> None:
    page = Page()
    door.open(page)  # type: ignore[arg-type]
    assert [got[0] for got in page.got] == []
    names = give_all(door)
    assert [got[0] for got in page.got] == names
    assert page.got[1][2] == 100


@pytest.mark.parametrize(("wish", "values"), WISHES)
def test_every_wish_comes_through(
    qtbot: QtBot, door: HistoryDoor, wish: str, values: list[Any]
) -> None:
    page = Page()
    door.open(page)  # type: ignore[arg-type]
    with qtbot.waitSignal(getattr(door, wish)) as got:
        getattr(page, wish).emit(*values)
    assert got.args == values

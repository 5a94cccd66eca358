from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from supple.core.history_view import SessionRow, SessionsView
from supple.ui.history.session_model import BLOCK, COLUMNS, KEPT, ROW, SessionModel, spoken

Make = Callable[..., SessionsView]


def row_named(n: int) -> SessionRow:
    return SessionRow(f"s{n}", "Tue", "20:10", "Name", "9 min", "4 to 2", "")


@pytest.fixture
def asked() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def model(qapp: object, asked: list[tuple[int, int]]) -> Iterator[SessionModel]:
    made = SessionModel()
    made.wanted.connect(lambda offset, limit: asked.append((offset, limit)))
    yield made
    made.deleteLater()


def fill(model: SessionModel, total: int, offset: int = 0) -> None:
    rows = [row_named(n) for n in range(offset, min(total, offset + BLOCK))]
    model.take(rows, total, offset)


def test_it_behaves_as_a_model_does(model: SessionModel, qtmodeltester: ModelTester) -> None:
    fill(model, 30)
    qtmodeltester.check(model)
    fill(model, 250)
    qtmodeltester.check(model)


def test_only_what_is_looked_at_is_asked_for(
    qtbot: QtBot, model: SessionModel, asked: list[tuple[int, int]]
) -> None:
    model.forget()
    assert asked == [(0, BLOCK)]
    fill(model, 100_000)
    assert model.rowCount() == 100_000
    for row in (0, 50, 99):
        assert model.index(row, 2).data() == "Name"
    assert model.index(70_050, 2).data() is None
    with qtbot.waitSignal(model.wanted):
        pass
    assert asked == [(0, BLOCK), (70_000, BLOCK)]
    assert model.index(70_050, 2).data() is None
    fill(model, 100_000, 70_000)
    assert model.index(70_050, 2).data(ROW).id == "s70050"
    assert len(asked) == 2


def test_a_drag_past_a_thousand_rows_asks_for_the_last_few(
    qtbot: QtBot, model: SessionModel, asked: list[tuple[int, int]]
) -> None:
    fill(model, 100_000)
    asked.clear()
    for row in range(0, 60_000, 500):
        model.session(row)
    with qtbot.waitSignal(model.wanted):
        pass
    assert asked == [(58_500, BLOCK), (59_000, BLOCK), (59_500, BLOCK)]
    # What was passed by is asked for when it is looked at again.
    model.session(30_000)
    with qtbot.waitSignal(model.wanted):
        pass
    assert asked[-1] == (30_000, BLOCK)


@given(
    total=st.integers(1, 90),
    gone=st.lists(st.integers(0, 89), max_size=5, unique=True),
)
def test_rows_taken_out_leave_the_others_in_order(total: int, gone: list[int]) -> None:
    model = SessionModel()
    fill(model, total)
    for n in gone:
        model.take_out(f"s{n}")
    left = [f"s{n}" for n in range(total) if n not in gone]
    assert model.rowCount() == len(left)
    found = [model.session(n) for n in range(len(left))]
    assert [row.id for row in found if row] == left


def test_another_total_forgets_what_may_have_moved(
    qtbot: QtBot, model: SessionModel, asked: list[tuple[int, int]]
) -> None:
    fill(model, 250)
    fill(model, 250, 100)
    fill(model, 251)
    assert model.row_of("s5") == 5
    assert model.row_of("s150") == -1
    asked.clear()
    assert model.session(150) is None
    with qtbot.waitSignal(model.wanted):
        pass
    assert asked == [(100, BLOCK)]


def test_a_refresh_reads_what_is_in_view_first(
    model: SessionModel, asked: list[tuple[int, int]]
) -> None:
    fill(model, 1000)
    model.refresh(730)
    assert asked == [(700, BLOCK)]
    # The rows stay until the answer is there.
    assert model.session(5) is not None


def test_not_all_of_a_long_history_is_kept(qtbot: QtBot, model: SessionModel) -> None:
    total = 3 * KEPT
    for offset in range(0, total, BLOCK):
        fill(model, total, offset)
    assert len(model._rows) <= KEPT
    assert model.row_of(f"s{total - 1}") == total - 1


def test_the_first_cell_says_the_whole_line(model: SessionModel) -> None:
    fill(model, 3)
    role = Qt.ItemDataRole.AccessibleTextRole
    row = model.session(0)
    assert row is not None
    assert model.index(0, 0).data(role) == "Tue, 20:10, Name, 9 min, pain 4 to 2"
    assert model.index(0, 1).data(role) == "20:10"
    said = SessionRow(*("x",) * 6, note="", spoken="All of it")
    assert spoken(said) == "All of it"


def test_columns_have_names(model: SessionModel) -> None:
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert names[:6] == ["Date", "Time", "Routine", "Held", "Pain", "Note"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None

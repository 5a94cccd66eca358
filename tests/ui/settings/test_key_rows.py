from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.settings.key_rows import KeyGrid, KeyRow, KeyStrip


@pytest.fixture
def rows(look: Look) -> list[KeyRow]:
    made = [KeyRow(look, f"Act {n}") for n in range(5)]
    for row in made:
        row.show_key("R", "R", "")
    return made


@pytest.fixture
def grid(look: Look, host: QWidget, rows: list[KeyRow]) -> KeyGrid:
    made = KeyGrid(look, rows, KeyStrip(look))
    QVBoxLayout(host).addWidget(made)
    host.resize(700, 600)
    host.show()
    QApplication.processEvents()
    return made


def at(row: QWidget, grid: KeyGrid) -> QPoint:
    return row.mapTo(grid, QPoint())


def test_rows_stand_in_two_columns_where_there_is_room(
    grid: KeyGrid, rows: list[KeyRow], host: QWidget
) -> None:
    assert grid.columns == 2
    assert at(rows[0], grid).y() == at(rows[1], grid).y()
    assert at(rows[1], grid).x() > at(rows[0], grid).x() == at(rows[2], grid).x()
    host.resize(400, 600)
    QApplication.processEvents()
    assert grid.columns == 1
    assert {at(row, grid).x() for row in rows} == {0}
    assert at(rows[1], grid).y() > at(rows[0], grid).y()


def test_large_text_takes_one_column(grid: KeyGrid, look: Look, host: QWidget) -> None:
    host.resize(600, 600)
    QApplication.processEvents()
    assert grid.columns == 2
    look.set_text_scale(1.3)
    assert grid.columns == 1


@pytest.mark.parametrize("width", [400, 700])
def test_the_strip_opens_under_its_row(
    grid: KeyGrid, rows: list[KeyRow], host: QWidget, width: int
) -> None:
    host.resize(width, 600)
    strip = grid.findChild(KeyStrip)
    assert strip.isHidden()
    strip.say("Esc leaves it as it is.")
    grid.open_under(rows[2])
    QApplication.processEvents()
    assert strip.isVisible()
    below = rows[3] if width == 400 else rows[4]
    assert at(rows[2], grid).y() < at(strip, grid).y() < at(below, grid).y()
    assert strip.width() >= grid.width() - 1
    grid.open_under(None)
    assert strip.isHidden()


def test_a_row_tells_of_the_usual_key_that_works_too(rows: list[KeyRow], grid: KeyGrid) -> None:
    rows[0].show_key("B", "B", "Space")
    assert rows[0]._also.isVisible()
    assert rows[0]._also.text() == "Space works, too"
    assert rows[0].button.accessibleDescription().startswith("Space works, too. ")
    rows[0].show_key("Space", "Space", "")
    assert not rows[0]._also.isVisible()
    assert rows[0].button.accessibleDescription() == "Press it, then the new key"


def test_a_refusal_looks_like_one(look: Look, host: QWidget) -> None:
    strip = KeyStrip(look)
    strip.setParent(host)
    strip.resize(300, 44)
    strip.say("Numbers stay.")
    plain = strip.grab().toImage()
    strip.say("Numbers stay.", refused=True)
    assert strip.grab().toImage() != plain
    assert strip.accessibleName() == "Numbers stay."


@pytest.mark.parametrize("width", [600, 320])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_row_moves_by_what_is_taught(
    look: Look, host: QWidget, width: int, scale: float
) -> None:
    look.set_text_scale(scale)
    names = ("Next, or start now", "Something hurts", "Start, or confirm", "Stop, asks once")
    rows = [KeyRow(look, name) for name in names]
    for row in rows:
        row.show_key("R", "R", "")
    column = QVBoxLayout(host)
    column.addWidget(KeyGrid(look, rows, KeyStrip(look)))
    column.addStretch(1)
    host.resize(round(width * scale), 900)
    host.show()

    def places() -> list[QRect]:
        # What one layout finds out may have another one laid out again.
        for _ in range(4):
            QApplication.processEvents()
        return [row.geometry() for row in rows]

    before = places()
    rows[0].show_key("Page Down", "Page Down", "\N{RIGHTWARDS ARROW}")
    rows[1].show_key("F5", "F5", "H")
    assert places() == before
    rows[2].button.click()
    assert places() == before
    rows[2].button.stop()
    rows[0].show_key("R", "R", "")
    assert places() == before

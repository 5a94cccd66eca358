from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core.data_view import DataView
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.data_rows import DataRows
from supple.ui.text import Text

SHARED = "/home/you/Nextcloud/Supple"


@pytest.fixture
def rows(look: Look, host: QWidget) -> DataRows:
    made = DataRows(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
        card.show()
    host.resize(640, 1000)
    return made


def said(host: QWidget) -> list[str]:
    return [text.text() for text in host.findChildren(Text) if text.isVisible()]


def test_where_things_stand_is_told(rows: DataRows, host: QWidget, data_view: DataView) -> None:
    rows.show(data_view, "", busy=False)
    words = said(host)
    assert "/home/you/supple" in words
    assert "4 kept. Newest: today, 09:30" in words
    assert "Everything stays on this computer" in words
    assert "Makes one last backup first" in words
    assert not rows.stop.isVisible()
    assert not rows.exchange.isVisible()
    assert all(button.isEnabled() for button in rows.buttons)


def test_with_a_shared_folder_nothing_false_is_said(
    rows: DataRows, host: QWidget, data_view: DataView
) -> None:
    rows.show(data_view, SHARED, busy=False)
    words = said(host)
    assert SHARED in words
    assert "Everything stays on this computer" not in words
    assert "Everything stays on your computers" in words
    assert "Today, 14:02. 3 sessions came in." in words
    assert rows.stop.isVisible()
    assert rows.choose.text() == "Change..."


def test_a_problem_with_the_exchange_stands_out(
    look: Look, rows: DataRows, host: QWidget, data_view: DataView
) -> None:
    bad = replace(data_view, exchange="The folder is not there.", exchange_ok=False)
    rows.show(bad, SHARED, busy=False)
    line = next(t for t in host.findChildren(Text) if t.text() == "The folder is not there.")
    assert line.palette().windowText().color() == look.theme.color("accent-ink")
    rows.show(data_view, SHARED, busy=False)
    assert line.palette().windowText().color() == look.theme.color("muted")


def test_what_cannot_be_done_says_why(rows: DataRows, host: QWidget) -> None:
    rows.show(DataView(), "", busy=False)
    assert not rows.restore.isEnabled()
    assert not rows.delete.isEnabled()
    assert not rows.open.isEnabled()
    assert {"None yet", "There is nothing to delete"} <= set(said(host))
    assert rows.delete.accessibleDescription() == "There is nothing to delete"


def test_only_damaged_backups_cannot_be_restored(
    rows: DataRows, host: QWidget, data_view: DataView
) -> None:
    rows.show(replace(data_view, backups=data_view.backups[2:3]), "", busy=False)
    assert not rows.restore.isEnabled()
    assert "None of the backups is good" in said(host)


def test_while_something_is_done_every_button_waits(rows: DataRows, data_view: DataView) -> None:
    rows.show(data_view, SHARED, busy=True)
    assert not any(button.isEnabled() for button in rows.buttons)
    assert rows.daily.isEnabled()
    assert rows.open.isEnabled()


def test_buttons_are_told_apart_by_ear(rows: DataRows) -> None:
    names = [button.accessibleName() for button in (*rows.buttons, rows.open)]
    assert "" not in names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("shared", ["", SHARED])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_everything_fits_and_has_a_name(
    look: Look, rows: DataRows, host: QWidget, data_view: DataView, shared: str, scale: float
) -> None:
    look.set_text_scale(scale)
    host.resize(620, 1300)
    rows.show(data_view, shared, busy=False)
    host.grab()
    assert [*clipped(host), *unnamed(host)] == []

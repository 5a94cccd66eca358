"""The rows of My routines, each kept as long as what it shows is there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.picture import Pictures
from supple.ui.routines.own_rows import OwnCard, OwnRow, Shown


@pytest.fixture
def card(qtbot: QtBot, look: Look, pictures: Pictures) -> OwnCard:
    made = OwnCard(look, pictures, OwnDoor(None))
    qtbot.addWidget(made)
    return made


def shown(id_: str, detail: str = "2 stretches, 3:00", *, locked: bool = False) -> Shown:
    return Shown(id_, id_.capitalize(), detail, "", is_routine=True, locked=locked)


def rows(card: OwnCard) -> list[OwnRow]:
    found = (card.body.itemAt(n).widget() for n in range(card.body.count()))
    return [row for row in found if isinstance(row, OwnRow)]


def test_rows_stand_in_the_order_given_and_are_the_same_ones(card: OwnCard) -> None:
    card.show_rows([shown("a"), shown("c")])
    a, c = rows(card)
    card.show_rows([shown("c"), shown("b"), shown("a")])
    assert [row.accessibleName()[0] for row in rows(card)] == ["C", "B", "A"]
    assert (rows(card)[0], rows(card)[2]) == (c, a)
    assert card.first() is c.start
    # As Tab finds them.
    assert card.findChildren(OwnRow) == rows(card)


def test_a_row_tells_what_is_new_about_it(card: OwnCard) -> None:
    card.show_rows([shown("a")])
    (row,) = rows(card)
    card.show_rows([shown("a", "1 stretch, 0:30", locked=True)])
    assert rows(card) == [row]
    assert row.accessibleName() == "A, 1 stretch, 0:30"
    assert row.start.accessibleName() == "Start A, 1 stretch, 0:30"
    assert row._detail.text() == "1 stretch, 0:30"
    assert not row.edit.isEnabled()
    card.show_rows([shown("a")])
    assert row.edit.isEnabled()
    assert row.edit.toolTip() == ""


def test_what_is_gone_has_no_row_and_an_empty_card_is_not_there(card: OwnCard) -> None:
    card.show_rows([shown("a"), shown("b")])
    card.show_rows([shown("b")])
    assert card.row("a") is None
    assert [row.accessibleName()[0] for row in rows(card)] == ["B"]
    card.show_rows([])
    assert card.isHidden()
    assert card.first() is None


def test_the_buttons_are_about_their_row(card: OwnCard, qtbot: QtBot) -> None:
    card.show_rows([shown("a"), shown("b")])
    card.show_rows([shown("b"), shown("a")])
    row = card.row("b")
    assert row is not None
    with qtbot.waitSignal(card.start_asked) as started:
        row.start.click()
    with qtbot.waitSignal(card._door.edit_asked) as edited, qtbot.waitSignal(card.edited) as told:
        row.edit.click()
    assert (started.args, edited.args, told.args) == (["b"], ["b"], ["b"])

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core import shelf
from supple.core.routine import Position
from supple.core.shelf import Filters, Item, Kind, Part
from supple.ui.library.nothing_left import NothingLeft
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets.button import Button

LABELS = {Part.POSITION: "Seated", Part.EQUIPMENT: "Strap"}


@pytest.fixture
def card(look: Look, pictures: Pictures, host: QWidget) -> NothingLeft:
    made = NothingLeft(look, pictures)
    made.setParent(host)
    made.resize(600, 500)
    made.show()
    return made


@pytest.fixture
def items(content: Any) -> tuple[Item, ...]:
    return shelf.stretches(content.catalogue, content.durations)


def explain(card: NothingLeft, items: tuple[Item, ...], filters: Filters) -> dict[str, Button]:
    card.explain(Kind.STRETCH, items, filters, lambda part: LABELS.get(part, ""))
    # What is new is shown by its layout, a moment later.
    QApplication.processEvents()
    return {b.text(): b for b in card.findChildren(Button) if not b.isHidden()}


def test_the_filter_that_brings_most_back_can_be_dropped(
    card: NothingLeft, items: tuple[Item, ...], qtbot: QtBot
) -> None:
    found = explain(card, items, Filters(position=Position.SEATED, equipment="strap"))
    assert list(found) == ["Drop “Strap”", "Clear filters"]
    with qtbot.waitSignal(card.drop_asked) as told:
        found["Drop “Strap”"].click()
    assert told.args == [Part.EQUIPMENT]
    with qtbot.waitSignal(card.clear_asked):
        found["Clear filters"].click()


def test_a_long_search_is_cut_on_its_button(card: NothingLeft, items: tuple[Item, ...]) -> None:
    found = explain(card, items, Filters(text=f" {'z' * 40} "))
    assert list(found) == [f"Drop “{'z' * 23}…”"]


def test_a_shelf_with_nothing_on_it_can_be_searched(card: NothingLeft) -> None:
    assert list(explain(card, (), Filters(text="calf"))) == ["Clear filters"]
    assert explain(card, (), Filters()) == {}
    assert card.accessibleName().startswith("Nothing here yet")

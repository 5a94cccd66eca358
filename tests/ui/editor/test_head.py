from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine_format import NAME_LENGTH
from supple.ui.editor.head import LONG_S, Head
from supple.ui.look import Look


@pytest.fixture
def head(look: Look, host: QWidget) -> Head:
    made = Head(look)
    host.setLayout(made)
    return made


def test_the_total_changes_colour_after_half_an_hour(head: Head) -> None:
    head.show_total(LONG_S)
    assert (head._total.text(), head._total._token) == ("30:00", "ink")
    head.show_total(LONG_S + 1)
    assert (head._total.text(), head._total._token) == ("30:01", "accent-ink")
    assert head._total.accessibleName() == "30 minutes 1 second in all"


def test_what_is_of_no_row_is_told(head: Head) -> None:
    head.show_total(200.0, 10.7)
    hint = "11 s of it to come to an end, after the last row"
    assert {head._total.toolTip(), head._in_all.toolTip()} == {hint}
    assert head._total.accessibleDescription().startswith("11 seconds of it")
    head.show_total(0.0)
    assert head._total.toolTip() == head._total.accessibleDescription() == ""


def test_a_name_is_not_longer_than_a_name_may_be(head: Head, qtbot: QtBot) -> None:
    qtbot.keyClicks(head.name, "x" * (NAME_LENGTH + 5))
    assert len(head.name.text()) == NAME_LENGTH


def test_the_pencil_leads_into_the_name(head: Head) -> None:
    head.name.setText("Evening")
    head.name._pencil.trigger()
    assert head.name.selectedText() == "Evening"

"""The card with the warning signs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.help import HelpCard


def test_it_says_when_and_who(look: Look, qtbot: QtBot) -> None:
    card = HelpCard(look)
    qtbot.addWidget(card)
    words = card.accessibleName()
    for sign in ("below the knee", "numb or weak", "between the legs", "bladder or bowel"):
        assert sign in words
    assert words.endswith("Call a doctor or your local emergency number now.")


def test_only_with_a_key_it_asks(look: Look, host: QWidget, qtbot: QtBot) -> None:
    assert HelpCard(look, parent=host).button is None
    card = HelpCard(look, key="5", parent=host)
    card.show()
    assert card.button is not None
    assert card.button.text() == "One of these is true"
    with qtbot.waitSignal(card.told):
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)


def test_very_large_text_stops_growing_where_it_would_no_longer_fit(
    look: Look, qtbot: QtBot
) -> None:
    card = HelpCard(look, key="5")
    qtbot.addWidget(card)
    sizes = []
    for text in (1.0, 1.1, 1.2):
        card.set_scale(1.0, text)
        sizes.append(card.sizeHint().height())
    assert sizes[0] < sizes[1] == sizes[2]

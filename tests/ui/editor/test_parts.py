from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.editor.parts import EditorParts
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button


@pytest.fixture
def parts(look: Look, pictures: Pictures, host: QWidget) -> EditorParts:
    made = EditorParts(look, pictures)
    made.setParent(host)
    made.setGeometry(host.rect())
    made.show()
    return made


def test_a_word_from_outside_stands_above_until_it_is_taken_away(
    parts: EditorParts, look: Look, qtbot: QtBot
) -> None:
    both = Button(look, "Keep both")
    with qtbot.waitSignal(parts.refilled):
        parts.tell_outside("It was changed.", (both,))
    (banner,) = parts.findChildren(Banner)
    assert banner.isVisible()
    assert parts.tab_stops()[1] is both
    parts.tell_outside("Again.", ())
    parts.tell_outside("", ())
    assert not any(b.isVisible() for b in parts.findChildren(Banner))


def test_without_rows_tab_leads_to_what_adds_one(parts: EditorParts) -> None:
    stops = parts.tab_stops()
    assert stops[:2] == [parts.bar.name, parts._empty_add]
    assert stops[-1] is parts.bar.back

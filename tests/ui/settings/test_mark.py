from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.settings.mark import Mark


def test_it_has_words_for_those_who_do_not_see_it(qtbot: QtBot, look: Look) -> None:
    mark = Mark(look, "check", "primary", "Yes")
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "Yes"


def test_it_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    mark = Mark(look, "check", "primary", "Yes")
    qtbot.addWidget(mark)
    before = mark.width()
    look.set_text_scale(1.3)
    assert mark.width() > before
    assert mark.pixmap().width() == mark.width()

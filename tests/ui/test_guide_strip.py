from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.ui.guide_strip import GuideStrip
from supple.ui.look import Look
from supple.ui.widgets.progress import SessionProgress


def test_it_says_how_far_it_is(qtbot: QtBot, look: Look) -> None:
    strip = GuideStrip(look, "Saving desk-break.mp3.")
    qtbot.addWidget(strip)
    strip.show_progress(0.25, "Speaking, 12 of 24 sentences")
    bar = strip.findChild(SessionProgress)
    assert bar is not None
    assert bar.shown == ((1.0,), 0, 0.25)
    assert strip.accessibleName() == "Saving desk-break.mp3. Speaking, 12 of 24 sentences"


def test_a_share_beyond_the_whole_is_the_whole(qtbot: QtBot, look: Look) -> None:
    strip = GuideStrip(look, "Saving desk-break.mp3.")
    qtbot.addWidget(strip)
    for share, shown in ((1.2, 1.0), (-0.1, 0.0)):
        strip.show_progress(share, "Writing")
        bar = strip.findChild(SessionProgress)
        assert bar is not None
        assert bar.shown[2] == shown


def test_it_can_be_cancelled(qtbot: QtBot, look: Look) -> None:
    strip = GuideStrip(look, "Saving desk-break.mp3.")
    qtbot.addWidget(strip)
    cancel = strip.findChild(QPushButton)
    assert cancel is not None
    with qtbot.waitSignal(strip.cancelled, timeout=1000):
        cancel.click()

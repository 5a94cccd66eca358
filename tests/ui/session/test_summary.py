from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.event import Ended
from supple.core.summary import Rating, SummaryView
from supple.ui.look import Look
from supple.ui.session import summary
from supple.ui.session.frame import frame
from supple.ui.session.summary import NOTE_LIMIT, SummaryBar, SummaryPanel

VIEW = SummaryView(4, 5, 6, 540.0, 6, 6, 4, Ended.FINISHED)


@pytest.fixture
def panel(look: Look, host: QWidget) -> SummaryPanel:
    made = SummaryPanel(look, host)
    made.show()
    made.set_scale(1.0, 1.0)
    made.show_summary(VIEW)
    return made


def test_it_says_how_the_session_ended(panel: SummaryPanel) -> None:
    assert panel.head.text() == "Done. Well stretched."
    panel.show_summary(replace(VIEW, ended=Ended.HURT))
    assert panel.head.text() == "Stopped. Rest a little."


def test_an_answer_is_kept_compared_and_told(panel: SummaryPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.touched):
        panel.choose(2)
    assert panel.verdict.label.text() == "Down from 4 to 2."
    with qtbot.waitSignal(panel.touched):
        qtbot.keyClicks(panel.note, " left felt tighter ")
    assert panel.rating() == Rating(2, "left felt tighter")


def test_more_pain_says_that_the_plan_gets_gentler_where_it_does(panel: SummaryPanel) -> None:
    panel.show_summary(replace(VIEW, pain_before=3, gets_gentler=True))
    panel.choose(5)
    assert panel.verdict.label.text() == "Up from 3 to 5. Next time will be gentler."
    panel.show_summary(replace(VIEW, pain_before=3))
    panel.choose(5)
    assert "gentler" not in panel.verdict.label.text()


def test_who_does_not_want_to_be_asked_is_not(panel: SummaryPanel) -> None:
    panel.show_summary(replace(VIEW, asks_pain=False))
    panel.choose(5)
    assert panel.rating() == Rating(None, "")
    assert panel.scale.isHidden()
    assert panel.verdict.isHidden()
    panel.show_summary(VIEW)
    assert not panel.scale.isHidden()


def test_the_next_summary_starts_empty(panel: SummaryPanel, qtbot: QtBot) -> None:
    panel.choose(2)
    qtbot.keyClicks(panel.note, "tight")
    panel.show_summary(VIEW)
    assert panel.rating() == Rating(None, "")
    assert panel.verdict.isHidden()


def test_a_note_has_a_limit(panel: SummaryPanel) -> None:
    panel.note.insert("x" * 2000)
    assert len(panel.rating().note) == NOTE_LIMIT


@pytest.mark.parametrize("size", [(760, 560), (1100, 760), (1920, 1080), (1000, 1400)])
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_everything_fits(panel: SummaryPanel, size: tuple[int, int], text: float) -> None:
    f = frame(*size, text, 200)
    panel.choose(9)
    panel.set_scale(f.scale, f.text_scale)
    panel.setGeometry(0, 0, size[0], f.controls.top())
    for _ in range(3):
        QApplication.sendPostedEvents()
    parts = (panel.head, panel.progress, panel.question, panel.scale, panel.verdict, panel.note)
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert all(panel.rect().contains(part.geometry()) for part in (*parts, panel.facts))
    ring = panel.facts.week.ring
    assert ring.width() == ring.height() == ring.sizeHint().height()
    boxes = panel.scale.findChildren(QAbstractButton)
    assert all(box.width() >= 1.2 * box.fontMetrics().height() for box in boxes)
    assert panel.facts.numbers.geometry().bottom() < panel.facts.height()
    assert panel.facts.geometry().right() < panel.question.geometry().left()
    assert panel.head.sizeHint().width() <= panel.head.width()


def test_it_saves_by_itself(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "SAVE_MS", 5)
    bar = SummaryBar(look)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.saved, timeout=2000):
        bar.start()


def test_it_says_when_it_will(look: Look, qtbot: QtBot) -> None:
    bar = SummaryBar(look)
    qtbot.addWidget(bar)
    bar.start()
    assert bar.count.text() == "Saves by itself in 1:30"
    bar.stop()


@pytest.mark.parametrize(("button", "signal"), [("save", "saved"), ("discard", "discarded")])
def test_an_answer_ends_the_waiting(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, button: str, signal: str
) -> None:
    monkeypatch.setattr(summary, "SAVE_MS", 30)
    bar = SummaryBar(look)
    qtbot.addWidget(bar)
    bar.start()
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(getattr(bar, button), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(bar.saved, wait=60):
        pass

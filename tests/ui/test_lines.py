from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.lines import Lines
from supple.ui.look import Look
from supple.ui.text import Text


def placed(look: Look, host: QWidget, most: int, least: int = 1) -> Lines:
    made = Lines(look, most=most, least=least)
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addStretch(1)
    made.show()
    return made


def shown(lines: Lines) -> list[Text]:
    QApplication.processEvents()
    return [t for t in lines.findChildren(Text) if t.isVisible()]


def test_it_is_as_high_as_its_sentences(look: Look, host: QWidget) -> None:
    lines = placed(look, host, most=300)
    lines.show_lines(["One.", "Two."])
    assert [t.text() for t in shown(lines)] == ["One.", "Two."]
    assert lines.height() == 2 * look.line("body") + 4
    assert lines.accessibleName() == "One. Two."
    lines.show_lines(["One."], "accent-ink")
    (only,) = shown(lines)
    assert only.palette().windowText().color() == look.theme.color("accent-ink")


def test_a_long_sentence_takes_the_lines_it_needs(look: Look, host: QWidget) -> None:
    host.resize(260, 400)
    lines = placed(look, host, most=300)
    lines.show_lines(["What was measured on one computer and corrected on the other stays."])
    (only,) = shown(lines)
    assert only.height() >= 2 * look.line("body")
    assert lines.height() >= only.height()


def test_few_sentences_keep_together_at_the_top(look: Look, host: QWidget) -> None:
    lines = placed(look, host, most=300, least=200)
    lines.show_lines(["One.", "Two."])
    first, second = shown(lines)
    assert lines.height() == 200
    assert second.geometry().bottom() < 80
    assert second.y() - first.y() == look.line("body") + 4


def test_many_sentences_are_reached_by_keys(qtbot: QtBot, look: Look, host: QWidget) -> None:
    lines = placed(look, host, most=100)
    host.activateWindow()
    lines.show_lines([f"Line {n} cannot be read." for n in range(40)])
    # The range of the bar follows a round after the sentences.
    qtbot.waitUntil(lambda: lines.verticalScrollBar().maximum() > 0)
    assert lines.height() == 100
    lines.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lines, Qt.Key.Key_PageDown)
    assert lines.verticalScrollBar().value() > 0
    assert lines.focusPolicy() is Qt.FocusPolicy.TabFocus
    lines.show_lines(["One."])
    assert lines.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_they_take_the_room_that_is_there_now(look: Look, host: QWidget) -> None:
    lines = placed(look, host, most=300)
    lines.show_lines([f"Line {number}" for number in range(60)])
    lines.set_most(120)
    assert lines.height() == 120

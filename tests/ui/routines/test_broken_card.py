from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.broken import BrokenFile, ExcerptLine
from supple.core.problem import Problem
from supple.ui.look import Look
from supple.ui.routines.broken_card import BrokenCard, Excerpt
from supple.ui.text import Text
from supple.ui.widgets.button import Button

PATH = "/home/me/routines/evening.json"
AT_14 = Problem("routines[0]", "This is a text.", "Write a number.", "evening.json", 14, 3)
LINES = (ExcerptLine(13, "{"), ExcerptLine(14, '"hold_s": "30"', wrong=True), ExcerptLine(15, "}"))


def card(qtbot: QtBot, look: Look, broken: BrokenFile) -> BrokenCard:
    made = BrokenCard(look, broken)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


def texts(shown: BrokenCard) -> list[str]:
    return [text.text() for text in shown.findChildren(Text)]


def button(shown: BrokenCard, start: str) -> Button:
    return next(b for b in shown.findChildren(Button) if b.text().startswith(start))


def test_it_says_what_happened_where_and_the_mend(qtbot: QtBot, look: Look) -> None:
    shown = card(qtbot, look, BrokenFile(PATH, (AT_14,), LINES))
    said = texts(shown)
    assert "evening.json" in said[0]
    assert said[0].endswith("has a problem in line 14")
    assert "The file is untouched." in said[1]
    assert "This is a text. Write a number." in said
    excerpt = shown.findChild(Excerpt)
    assert excerpt is not None
    assert '14 "hold_s": "30"' in excerpt.accessibleDescription()


def test_the_wrong_line_is_marked(qtbot: QtBot, look: Look) -> None:
    shown = card(qtbot, look, BrokenFile(PATH, (AT_14,), LINES))
    excerpt = shown.findChild(Excerpt)
    assert excerpt is not None
    image = excerpt.grab().toImage()
    soft = look.theme.color("accent-soft")
    marked = [image.pixelColor(image.width() - 6, 8 + 26 * n + 13) == soft for n in range(3)]
    assert marked == [False, True, False]


def test_it_opens_the_file_at_the_line(qtbot: QtBot, look: Look) -> None:
    shown = card(qtbot, look, BrokenFile(PATH, (AT_14,), LINES))
    with qtbot.waitSignal(shown.open_file_asked) as got:
        qtbot.keyClick(button(shown, "Open at line 14"), Qt.Key.Key_Return)
    assert got.args == [PATH, 14]


def test_a_file_without_a_line_can_be_opened_all_the_same(qtbot: QtBot, look: Look) -> None:
    whole = Problem("", "The file is too large.", "Split it.", "evening.json")
    shown = card(qtbot, look, BrokenFile(PATH, (whole,)))
    assert texts(shown)[0].endswith("cannot be used")
    assert "The file is too large. Split it." in texts(shown)
    with qtbot.waitSignal(shown.open_file_asked) as got:
        button(shown, "Open the file").click()
    assert got.args == [PATH, 0]


def test_many_problems_are_counted_and_can_be_copied(qtbot: QtBot, look: Look) -> None:
    problems = tuple(
        Problem(f"routines[{n}]", "No name.", "Add one.", "evening.json", n + 1, 1)
        for n in range(9)
    )
    broken = BrokenFile(PATH, problems, LINES)
    shown = card(qtbot, look, broken)
    assert texts(shown)[0].endswith("has 9 problems")
    assert any(text.startswith("And 4 more problems.") for text in texts(shown))
    with qtbot.waitSignal(shown.copy_asked) as got:
        button(shown, "Copy details").click()
    assert got.args == [broken.details]
    with qtbot.waitSignal(shown.check_again_asked):
        button(shown, "Check again").click()


def test_in_another_text_size_it_is_as_one_made_in_it(qtbot: QtBot, look: Look) -> None:
    broken = BrokenFile(PATH, (AT_14,), LINES)
    before = card(qtbot, look, broken)
    look.set_text_scale(1.3)
    after = card(qtbot, look, broken)
    for shown in (before, after):
        shown.resize(800, 400)
    qtbot.waitUntil(lambda: before.grab().toImage() == after.grab().toImage())


def test_its_mark_is_seen_in_the_dark(qtbot: QtBot, look: Look) -> None:
    broken = BrokenFile(PATH, (AT_14,), LINES)
    before = card(qtbot, look, broken)
    look.set_theme("dark")
    assert before.grab().toImage() == card(qtbot, look, broken).grab().toImage()

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.broken import BrokenFile, excerpt
from supple.core.problem import Problem
from supple.core.routine import Catalogue, Position
from supple.core.settings import Settings
from supple.core.shelf import Filters, Kind
from supple.core.today import TodayView
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.pages import Place
from supple.ui.text import Text
from supple.ui.window import MainWindow

FOLDER = "/home/somebody-with-a-long-name/.local/share/supple/routines"
WRONG = Problem("routines[0].steps[1].hold_s", "This is a text.", "Write 30.", "evening.json", 3, 9)
BROKEN = BrokenFile(
    f"{FOLDER}/evening.json",
    (WRONG, Problem("x", "No such stretch.", "Did you mean wall-supine?", "evening.json", 9, 1)),
    excerpt(
        ["{", '  "format": 1,', '  "hold_s": "thirty seconds, as long as it feels good"', "}"], 3
    ),
)


def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QHBoxLayout(made)
    return made


def test_text_with_room_is_fine(qtbot: QtBot, look: Look) -> None:
    root = widget(qtbot)
    root.layout().addWidget(Text(look, "A sentence that fits."))
    root.show()
    assert clipped(root) == []


def test_cut_text_is_found(qtbot: QtBot, look: Look) -> None:
    root = widget(qtbot)
    root.resize(400, 200)
    cut = Text(look, "A sentence that does not fit.", parent=root)
    cut.setGeometry(0, 0, 40, 22)
    low = Text(look, "Too low.", parent=root)
    low.setGeometry(0, 30, 90, 8)
    wrapped = Text(look, "A sentence of several lines.", wrap=True, parent=root)
    wrapped.setGeometry(0, 50, 60, 22)
    may = Text(look, "A sentence that may be cut.", elide=True, parent=root)
    may.setGeometry(0, 80, 60, 22)
    root.show()
    found = clipped(root)
    assert len(found) == 3
    assert "of width" in found[0]
    assert "of height" in found[1]
    assert "of height" in found[2]


def test_what_leaves_its_parent_is_found(qtbot: QtBot, look: Look) -> None:
    root = widget(qtbot)
    out = QPushButton("Out", root)
    root.resize(100, 50)
    out.setGeometry(60, 0, 80, 40)
    root.show()
    assert any("leaves" in problem for problem in clipped(root))


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    root = widget(qtbot)
    field = QLineEdit()
    root.layout().addWidget(field)
    root.layout().addWidget(QPushButton("Named"))
    root.show()
    assert len(unnamed(root)) == 1
    field.setAccessibleName("Search")
    assert unnamed(root) == []


@pytest.fixture
def make_window(
    qtbot: QtBot, look: Look, figures: Any, content: Any, today_view: TodayView
) -> Callable[[tuple[int, int], float], MainWindow]:
    def make(size: tuple[int, int], scale: float) -> MainWindow:
        look.set_text_scale(scale)
        look.set_reduced_motion(True)
        made = MainWindow(look, figures)
        qtbot.addWidget(made)
        made.show_today(today_view)
        made.show_library(content.catalogue, content.durations)
        made.show_routines(content.catalogue, content.durations, ["lying-down"], [BROKEN], FOLDER)
        made.show_settings(Settings())
        made.resize(*size)
        made.show()
        return made

    return make


def settle(window: MainWindow) -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents()
    assert window.isVisible()


def each_view(window: MainWindow, empty: TodayView) -> Any:
    """Every page in every state, one after the other, by name."""
    yield "today"
    window.show_today(empty)
    window.notice("voice", "No voice is available right now. Sessions go on with chimes.", "care")
    yield "the first day, with a notice"
    window.pages.notices.drop("voice")
    window.show_place(Place.LIBRARY)
    library = window.pages.library.get()
    yield "routines"
    library.show_kind(Kind.STRETCH)
    yield "stretches"
    library.list.entered.emit()
    yield "a stretch"
    library.close_detail()
    library.filters.apply(Filters(Position.SEATED, frozenset({1, 2}), "strap", 300))
    yield "nothing found"
    window.show_place(Place.ROUTINES)
    yield "a broken file"
    window.pages.routines.get().show_own(Catalogue({}, {}), {}, [], [], FOLDER)
    yield "no routines"
    library.filters.clear()
    library.show_catalogue(Catalogue({}, {}), {})
    window.show_place(Place.LIBRARY)
    yield "an empty library"
    window.show_place(Place.SETTINGS)
    for section in ("voice", "goal", "appearance", "data", "shortcuts"):
        window.pages.settings.get().choose(section)
        yield f"settings, {section}"
    window.show_keys()
    yield "the keys"


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
@pytest.mark.parametrize("size", [(760, 560), (900, 600), (1100, 760), (1920, 1080)])
def test_nothing_is_clipped_and_everything_has_a_name(
    make_window: Callable[[tuple[int, int], float], MainWindow],
    make_view: Callable[..., TodayView],
    size: tuple[int, int],
    scale: float,
) -> None:
    window = make_window(size, scale)
    found: dict[str, list[str]] = {}
    for view in each_view(window, make_view()):
        settle(window)
        found[view] = [*clipped(window), *unnamed(window)]
    assert {view: problems for view, problems in found.items() if problems} == {}

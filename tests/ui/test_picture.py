from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.routine import Side
from supple.ui import picture
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures

SIZE = QSize(60, 40)


def test_a_picture_is_drawn_once(pictures: Pictures, figures: Any) -> None:
    first = pictures.pixmap("supine-strap", SIZE, 1.0)
    assert pictures.pixmap("supine-strap", SIZE, 1.0) is first
    assert len(figures.painted) == 1


def test_pictures_show_the_leg_their_words_speak_of(pictures: Pictures, figures: Any) -> None:
    pictures.pixmap("supine-strap", QSize(64, 52), 1.0)
    assert figures.painted[-1].side is Side.LEFT


def test_another_theme_size_or_density_is_drawn_anew(
    pictures: Pictures, figures: Any, look: Look
) -> None:
    pictures.pixmap("supine-strap", SIZE, 1.0)
    assert pictures.pixmap("supine-strap", SIZE, 2.0).size() == QSize(120, 80)
    pictures.pixmap("supine-strap", QSize(30, 30), 1.0)
    look.set_theme("dark")
    pictures.pixmap("supine-strap", SIZE, 1.0)
    assert [view.dark for view in figures.painted] == [False, False, False, True]


def test_a_persons_own_picture_is_drawn_anew_when_its_file_is_another(
    pictures: Pictures, figures: Any
) -> None:
    figures.version = lambda figure: "1"
    pictures.pixmap("own-calf", SIZE, 1.0)
    pictures.pixmap("own-calf", SIZE, 1.0)
    assert len(figures.painted) == 1
    first = pictures._name("own-calf", True)
    figures.version = lambda figure: "2"
    pictures.pixmap("own-calf", SIZE, 1.0)
    assert len(figures.painted) == 2
    assert pictures._name("own-calf", True) != first


def test_only_so_many_pictures_are_kept(pictures: Pictures, figures: Any) -> None:
    for width in range(picture.CACHED + 1):
        pictures.pixmap("supine-strap", QSize(width + 1, 1), 1.0)
    drawn = len(figures.painted)
    pictures.pixmap("supine-strap", QSize(picture.CACHED + 1, 1), 1.0)
    assert len(figures.painted) == drawn
    pictures.pixmap("supine-strap", QSize(1, 1), 1.0)
    assert len(figures.painted) == drawn + 1


def test_large_pictures_make_room_for_one_another(pictures: Pictures, figures: Any) -> None:
    used = pictures.pixmap("supine-strap", SIZE, 1.0)
    for width in range(700, 720):
        pictures.pixmap("supine-strap", QSize(width, 500), 1.0)
        assert pictures.pixmap("supine-strap", SIZE, 1.0) is used
    drawn = len(figures.painted)
    pictures.pixmap("supine-strap", QSize(719, 500), 1.0)
    assert len(figures.painted) == drawn
    pictures.pixmap("supine-strap", QSize(700, 500), 1.0)
    assert len(figures.painted) == drawn + 1


def test_no_figure_draws_nothing(pictures: Pictures, figures: Any) -> None:
    pictures.pixmap("", SIZE, 1.0)
    assert figures.painted == []


def test_the_figure_is_drawn_after_the_first_picture_and_told_in_words(
    qtbot: QtBot, pictures: Pictures, figures: Any
) -> None:
    shown = Picture(pictures)
    qtbot.addWidget(shown)
    shown.resize(100, 100)
    shown.show_figure("supine-strap")
    shown.grab()
    assert figures.painted == []
    qtbot.waitUntil(lambda: bool(figures.painted))
    assert shown.accessibleName() == "Lying on the back, one leg up"
    assert [(view.figure, view.glow) for view in figures.painted] == [("supine-strap", 1.0)]
    shown.grab()
    assert len(figures.painted) == 1


def test_a_new_size_is_drawn_anew_and_no_figure_not_at_all(
    qtbot: QtBot, pictures: Pictures, figures: Any
) -> None:
    shown = Picture(pictures)
    qtbot.addWidget(shown)
    shown.resize(100, 100)
    shown.show_figure("supine-strap")
    shown.show()
    qtbot.waitUntil(lambda: len(figures.painted) == 1)
    shown.resize(150, 150)
    qtbot.waitUntil(lambda: len(figures.painted) == 2)
    shown.show_figure("")
    shown.grab()
    QApplication.processEvents()
    assert len(figures.painted) == 2


def test_a_bare_picture_does_not_glow(qtbot: QtBot, pictures: Pictures, figures: Any) -> None:
    shown = Picture(pictures, bare=True, flat_bottom=True)
    qtbot.addWidget(shown)
    shown.resize(100, 100)
    shown.show_figure("supine-strap")
    shown.grab()
    qtbot.waitUntil(lambda: [view.glow for view in figures.painted] == [0.0])


class Shelf(dict[str, bytes]):
    """Where pictures are kept between starts, in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, content: bytes) -> None:
        self[name] = content


def shown_at_once(qtbot: QtBot, look: Look, figures: Any, shelf: Shelf) -> Picture:
    made = Picture(Pictures(look, figures, shelf), at_once=True)
    qtbot.addWidget(made)
    made.resize(100, 100)
    made.show_figure("supine-strap")
    made.grab()
    return made


def test_what_the_first_picture_shows_is_drawn_with_it_and_kept(
    qtbot: QtBot, look: Look, figures: Any
) -> None:
    shelf = Shelf()
    first = shown_at_once(qtbot, look, figures, shelf)
    assert len(figures.painted) == 1
    qtbot.waitUntil(lambda: list(shelf) == ["supine-strap-left-light-00-glow.png"])
    again = shown_at_once(qtbot, look, figures, shelf)
    assert len(figures.painted) == 1
    assert again.accessibleName() == first.accessibleName() == "Lying on the back, one leg up"
    assert again.grab().toImage() == first.grab().toImage()


def test_a_picture_out_of_date_is_not_kept(qtbot: QtBot, look: Look, figures: Any) -> None:
    shelf = Shelf()
    shown = shown_at_once(qtbot, look, figures, shelf)
    look.set_theme("dark")  # and nothing is painted after it
    shown._keep_soon.timeout.emit()
    assert not shelf
    shown.grab()
    qtbot.waitUntil(lambda: list(shelf) == ["supine-strap-left-dark-00-glow.png"])


def test_a_picture_of_another_theme_is_not_recalled(qtbot: QtBot, look: Look, figures: Any) -> None:
    shelf = Shelf()
    light = shown_at_once(qtbot, look, figures, shelf)
    qtbot.waitUntil(lambda: bool(shelf))
    light.close()
    look.set_theme("dark")
    shown_at_once(qtbot, look, figures, shelf)
    assert [view.dark for view in figures.painted] == [False, True]


def test_another_person_is_drawn_anew(qtbot: QtBot, look: Look, figures: Any) -> None:
    pictures = Pictures(look, figures)
    shown = Picture(pictures)
    qtbot.addWidget(shown)
    shown.resize(100, 100)
    shown.show_figure("supine-strap")
    shown.show()
    qtbot.waitUntil(lambda: len(figures.painted) == 1)
    pictures.set_person(2, 1)
    shown.update()
    qtbot.waitUntil(lambda: len(figures.painted) == 2)
    assert [(view.skin, view.hair) for view in figures.painted] == [(0, 0), (2, 1)]

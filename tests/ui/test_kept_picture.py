from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from supple.ui import kept_picture

SIZE = QSize(60, 40)


class Shelf(dict[str, bytes]):
    """A place for small files, in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, content: bytes) -> None:
        self[name] = content


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def picture(qapp: QApplication, density: float = 1.0) -> QPixmap:
    made = QPixmap(kept_picture.pixels(SIZE, density))
    made.fill(Qt.GlobalColor.red)
    return made


def test_a_picture_comes_back_as_it_was_with_its_words(qapp: QApplication, shelf: Shelf) -> None:
    made = picture(qapp, 1.5)
    kept_picture.keep(shelf, "bridge", made, "Lying, hips up — nach oben")
    found = kept_picture.recall(shelf, "bridge", SIZE, 1.5)
    assert found is not None
    assert found[0].toImage().pixelColor(5, 5) == Qt.GlobalColor.red
    assert found[0].deviceIndependentSize() == SIZE.toSizeF()
    assert found[1] == "Lying, hips up — nach oben"


def test_another_size_or_density_is_not_it(qapp: QApplication, shelf: Shelf) -> None:
    kept_picture.keep(shelf, "bridge", picture(qapp), "words")
    assert kept_picture.recall(shelf, "bridge", QSize(61, 40), 1.0) is None
    assert kept_picture.recall(shelf, "bridge", SIZE, 2.0) is None


def test_nothing_and_a_spoiled_file_are_none(qapp: QApplication, shelf: Shelf) -> None:
    assert kept_picture.recall(shelf, "bridge", SIZE, 1.0) is None
    kept_picture.keep(shelf, "bridge", picture(qapp), "words")
    shelf["bridge.png"] = shelf["bridge.png"][:40]
    assert kept_picture.recall(shelf, "bridge", SIZE, 1.0) is None

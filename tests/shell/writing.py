"""Hands on the form of a stretch, for the tests of the desk behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from supple.shell.stretch_desk import StretchDesk
from supple.ui.stretch.page import StretchPage


class Writing:
    """A start of the program with hands on its form, and the overlays it asked for."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.window = bench.program.window
        self.own = self.window.own
        self.figures = bench.program.figures
        self.overlays: list[Any] = []
        self.window.pages.overlay_asked.disconnect()
        self.window.pages.overlay_asked.connect(self.overlays.append)

    @property
    def desk(self) -> StretchDesk:
        desk: StretchDesk = self.bench.guidance.stretches
        return desk

    @property
    def page(self) -> StretchPage:
        page = self.window.pages.inside
        assert isinstance(page, StretchPage)
        assert self.desk.page is page
        return page

    @property
    def stretches(self) -> Any:
        return self.bench.deps.library.catalogue.stretches

    def write(self, **fields: object) -> None:
        """Fill fields of the form."""
        for key, value in fields.items():
            self.page._change(key.replace("__", "."), value)

    def write_calf(self) -> None:
        self.write(name="Calf at the step", setup=("Stand on the step.",))

    def take_picture(self, path: Path, qtbot: QtBot) -> str:
        """Its figure, once it is lent."""
        before = self.page.draft.figure
        self.page.picture_dropped.emit(str(path))
        qtbot.waitUntil(lambda: self.page.draft.figure != before)
        return self.page.draft.figure


class Room(Writing):
    """The same with what its window told."""

    def __init__(self, bench: Any) -> None:
        super().__init__(bench)
        self.toasts: list[str] = []
        self.notices: list[str] = []
        self.window.toast = lambda text, action="", then=None: self.toasts.append(text)
        self.window.notice = lambda key, text, *rest: self.notices.append(text)


def paint_picture(folder: Path) -> Path:
    """An image file."""
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    path = folder / "calf.jpg"
    assert image.save(str(path), "JPEG")  # type: ignore[call-overload]
    return path

"""The editor with what ships, and somebody who listens."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine_draft import RoutineDraft
from supple.core.speech_length import spoken_seconds
from supple.ui.dialog import Overlay
from supple.ui.editor.page import EditorPage
from supple.ui.look import Look
from supple.ui.picture import Pictures

SAY = cache(spoken_seconds)


class Desk:
    """Keeps what the page tells, and shows what it asks for."""

    def __init__(self, page: EditorPage, window: QWidget) -> None:
        self.page = page
        self.window = window
        self.saved: list[RoutineDraft] = []
        self.kept: list[RoutineDraft | None] = []
        self.toasts: list[tuple[str, str, Any]] = []
        self.previews: list[tuple[RoutineDraft, int]] = []
        self.left = 0
        self.overlay: Any = None
        page.save_asked.connect(self.saved.append)
        page.changed.connect(self.kept.append)
        page.toast_asked.connect(lambda *told: self.toasts.append(told))
        page.preview_asked.connect(lambda *asked: self.previews.append(asked))
        page.overlay_asked.connect(self._open)
        page.left.connect(self._on_left)

    def order(self) -> list[str]:
        return [row.stretch for row in self.page.draft.rows]

    def _open(self, overlay: Overlay) -> None:
        self.overlay = overlay
        overlay.open(self.page)

    def _on_left(self) -> None:
        self.left += 1


OpenEditor = Callable[..., Desk]


@pytest.fixture
def open_editor(qtbot: QtBot, look: Look, pictures: Pictures, content: Any) -> Callable[..., Desk]:
    def make(routine: str = "lying-down", width: int = 904) -> Desk:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(width, 760)
        page = EditorPage(look, pictures, content.catalogue, content.durations, SAY)
        page.setParent(window)
        page.setGeometry(window.rect())
        desk = Desk(page, window)
        known = content.catalogue.routines.get(routine)
        draft = RoutineDraft.of(known) if known is not None else RoutineDraft()
        page.edit(draft, draft)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        main = page.main_widget()
        assert main is not None
        main.setFocus()
        return desk

    return make

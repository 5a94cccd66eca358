"""Shared by the tests of the settings: sample data and a stand-in for the file dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from supple.core.data_view import BackupRow, DataView
from supple.ui.files import FileAsker, Then

BACKUPS = (
    BackupRow("b0", "Today, 09:30", "412 sessions, 1.2 MB"),
    BackupRow("b1", "Yesterday, 09:30", "411 sessions, 1.2 MB"),
    BackupRow("b2", "Tuesday 20 October, 09:30", "20 kB, it cannot be read", good=False),
    BackupRow("b3", "Monday 19 October, 09:30", "409 sessions, 1.2 MB"),
)
VIEW = DataView(
    folder="/home/you/supple",
    backups=BACKUPS,
    exchange="Today, 14:02. 3 sessions came in.",
    deletes=("412 sessions from 3 January 2025 until today.",),
)


class ChosenFiles(FileAsker):
    """Answers at once with ``path``, or not at all where that is ""."""

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.asked: list[tuple[str, ...]] = []

    def save(self, parent: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        self._answer(("save", title, name, kinds), then)

    def open(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        self._answer(("open", title, kinds), then)

    def folder(self, parent: QWidget, title: str, start: str, then: Then) -> None:
        self._answer(("folder", title, start), then)

    def _answer(self, asked: tuple[str, ...], then: Callable[[str], None]) -> None:
        self.asked.append(asked)
        if self.path:
            then(self.path)


@pytest.fixture
def files() -> ChosenFiles:
    return ChosenFiles()


@pytest.fixture
def data_view() -> DataView:
    return VIEW

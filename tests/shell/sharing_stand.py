"""A program with a shared file, for the tests of the two desks that serve them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.meeting import Choice
from supple.ui.files import FileAsker, Then
from supple.ui.share.preview import PreviewDialog


class FakeAsker(FileAsker):
    """Answers with one path."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.proposed = ""

    def save(self, parent: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        self.proposed = name
        then(str(self.path))

    def open(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        then(str(self.path))


class Stand:
    """A program, a file, and what the window shows of it."""

    def __init__(self, one: Any, file: Path, qtbot: QtBot) -> None:
        self.one = one
        self.file = file
        self.qtbot = qtbot
        self.window = one.program.window
        self.desk = one.guidance.sharing
        self.sending = one.guidance.sending
        self.toasts: list[str] = []
        self.notices: list[str] = []
        self.acts: list[tuple[Any, ...]] = []
        self.window.toast = self.note_toast
        self.window.notice = lambda key, text, *_: self.notices.append(text)

    def note_toast(self, text: str, *action: Any) -> None:
        self.toasts.append(text)
        self.acts += [(text, *action)] if action else []

    @property
    def library(self) -> Any:
        return self.one.deps.library

    def dialog(self, kind: type[Any]) -> Any:
        """The dialog of that kind, once it is there."""
        self.qtbot.waitUntil(lambda: bool(self.dialogs(kind)))
        return self.dialogs(kind)[-1]

    def dialogs(self, kind: type[Any]) -> list[Any]:
        return [found for found in self.window.findChildren(kind) if found.isVisibleTo(self.window)]

    def take_in(self, **choices: Choice) -> None:
        self.desk.open(str(self.file))
        dialog = self.dialog(PreviewDialog)
        dialog.choices.update(choices)
        dialog.accept()
        dialog.deleteLater()
        self.wait()

    def wait(self) -> None:
        """Until what was asked for is done, and what came of it is shown."""
        over: list[None] = []
        self.one.guidance.history.errands.run(lambda: None, over.append, lambda _: None)
        self.qtbot.waitUntil(lambda: bool(over))

    def press(self, label: str) -> None:
        """Press the button of that name in the banner, and wait for what comes of it."""
        column = self.window.pages.notices.column
        shown = [b for b in column.findChildren(QPushButton) if b.isVisibleTo(column)]
        (button,) = [b for b in shown if b.text() == label]
        button.click()
        self.wait()

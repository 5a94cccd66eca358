from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.look import Look
from supple.ui.stretch.clash import ClashDialog


def test_both_are_kept_only_when_that_is_wanted(look: Look, host: QWidget) -> None:
    for text, kept in (("Keep both", [True]), ("Back", [])):
        dialog = ClashDialog(look, host, "Calf stretch", "Its file holds something else.")
        dialog.open(QWidget(host))
        told: list[bool] = []
        dialog.accepted.connect(lambda told=told: told.append(True))
        next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()
        assert told == kept

"""Chooses a backup and shows what would change before anything is replaced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.core.data_view import BackupRow, Change
from supple.ui.dialog import Overlay
from supple.ui.lines import Lines
from supple.ui.look import Look
from supple.ui.settings.backup_list import BackupList
from supple.ui.text import Text
from supple.ui.widgets.announce import announce

LOOKING = "Looking at what changes..."
SAFE = "Your history as it is now is backed up first."
SHARED = "The shared folder then brings back what came after the backup."
_EDGE = 12
"""Pixels between the card and the edge of a low window."""
_LINES = 3
"""Lines of text that have room from the start, so that the card does not jump."""


class RestoreDialog(Overlay):
    """``accepted`` means: restore ``chosen``, whose changes were seen."""

    compare_asked = Signal(str)
    """Id of a backup: answer with :meth:`show_change`."""

    def __init__(
        self, look: Look, parent: QWidget, backups: Sequence[BackupRow], *, shares: bool = False
    ) -> None:
        """``backups`` newest first; ``shares``: whether there is a shared folder."""
        super().__init__(look, parent, "Restore a backup", width=560)
        self._list = BackupList(look, backups)
        self._list.chosen.connect(self._on_chosen)
        self._lines = Lines(look, most=look.px(132), least=look.line("body") * _LINES + 8)
        self.content.addWidget(self._list)
        self.content.addSpacing(12)
        self.content.addWidget(Text(look, "What changes", "body-strong"))
        self.content.addSpacing(2)
        self.content.addWidget(self._lines)
        self.content.addSpacing(8)
        told = f"{SAFE} {SHARED}" if shares else SAFE
        self.content.addWidget(Text(look, told, "small", "muted", wrap=True))
        self._restore = self.add_button("Restore this backup", "primary", accepts=True)
        self._restore.setEnabled(False)
        self.add_button("Cancel", "secondary", accepts=False, key="Esc")

    @property
    def chosen(self) -> str:
        """The id of the backup that is chosen; "" for none."""
        return self._list.current

    def open(self, below: QWidget) -> None:
        super().open(below)
        self._list.choose_first()
        first = self.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def first(self) -> QWidget | None:
        return self._list.current_item() or super().first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = self.card.sizeHint().height() - self._list.height()
        self._list.fit(self.height() - 2 * _EDGE - others)

    def show_change(self, change: Change) -> None:
        """What restoring would change; passed over when another backup is chosen by now."""
        if change.backup != self.chosen:
            return
        self._lines.show_lines(change.lines, "ink" if change.ok else "accent-ink")
        self._restore.setEnabled(change.ok)
        announce(self, " ".join(change.lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._restore.isEnabled():
            # Not at once: whoever only meant to choose is not to lose what they have.
            self._restore.setFocus(Qt.FocusReason.TabFocusReason)
        super().keyPressEvent(event)

    def _on_chosen(self, backup: str) -> None:
        self._restore.setEnabled(False)
        self._lines.show_lines([LOOKING])
        self.compare_asked.emit(backup)

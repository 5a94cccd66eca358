"""The pose editor: a page over the others in which a figure of one's own is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.figure.encode import to_json
from supple.ui.pose.drafting import PoseDrafting
from supple.ui.pose.parts import USE
from supple.ui.unsaved import UnsavedDialog

GO_ON = "Keep drawing"


class PoseEditor(PoseDrafting):
    """Fills its parent. It goes after ``done`` or ``dismissed``.

    The window opens it as it opens an ``Overlay``: all other keys rest meanwhile.
    """

    done = Signal(bytes)
    """The figure's file, which passes every check."""
    accepted = Signal()
    dismissed = Signal()
    _below: QWidget | None = None

    def open(self, below: QWidget) -> None:
        """Show it over everything in the parent; ``below`` rests meanwhile."""
        self._below = below
        below.setEnabled(False)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            parent.installEventFilter(self)
        self.raise_()
        self.show()
        self.canvas.handles["chest"].setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go, and use nothing of it."""
        self._leave()
        self.dismissed.emit()

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing is lost by leaving now. If not, it asks, and calls ``then`` later."""
        if self.is_changed and self.page.isEnabled():
            self._ask(then)
        return not self.is_changed

    # Inside

    def _connect(self) -> None:
        super()._connect()
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._cancel)
        self._on_key("Esc", self._cancel)

    def _keep(self) -> None:
        data = to_json(self.drawing())
        self._leave()
        self.accepted.emit()
        self.done.emit(data)

    def _cancel(self) -> None:
        if self.may_leave(lambda: None):
            self.dismiss()

    def _ask(self, then: Callable[[], object]) -> None:
        dialog = UnsavedDialog(
            self._look,
            self,
            question="Use this pose?",
            gone="Otherwise what you have drawn is gone.",
            save=USE,
            keep=GO_ON,
        )
        for answer, act in (
            (dialog.save_asked, self._keep),
            (dialog.discard_asked, self.dismiss),
        ):
            answer.connect(act)
            answer.connect(lambda: then())
        dialog.open(self.page)

    def _leave(self) -> None:
        self._stop()
        self.hide()
        if self._below is not None:
            self._below.setEnabled(True)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

"""A list of texts of which each has a row of controls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.widgets.button import Button


class TextRows(QWidget):
    """``changed`` carries all texts. What the rows are is up to whoever derives from it."""

    changed = Signal(object)

    def __init__(self, look: Look, add: str, most: int, side: Qt.AlignmentFlag) -> None:
        """``add`` is what the button below says; it goes while there are ``most`` texts."""
        super().__init__()
        self._look = look
        self._most = most
        self._side = side
        self._texts: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.more = Button(look, add, "ghost", "small", icon="plus")
        self.more.clicked.connect(lambda: self._tell([*self._texts, self._new()]))
        self._column.addWidget(self.more, 0, side)

    def choose(self, texts: Sequence[str]) -> None:
        """Show ``texts``, without a signal."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._build(place, text) for place, text in enumerate(self._texts)]
        last: QWidget | None = None
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row, 0, self._side)
            # At once, for the focus that may go there.
            row.show()
            for part in _stops(row):
                if last is not None:
                    QWidget.setTabOrder(last, part)
                last = part
        if last is not None:
            QWidget.setTabOrder(last, self.more)
        self.more.setVisible(len(self._texts) < self._most)

    def _build(self, place: int, text: str) -> QWidget:
        """The controls of a row."""
        raise NotImplementedError

    def _new(self) -> str:
        """The text that the button adds."""
        raise NotImplementedError

    def _set(self, place: int, text: str) -> None:
        self._tell([text if n == place else old for n, old in enumerate(self._texts)])

    def _leave_out(self, place: int) -> None:
        self._tell([text for n, text in enumerate(self._texts) if n != place])

    def _tell(self, texts: Sequence[str]) -> None:
        """Each once; the rows are made anew when the control that was used is done."""
        wanted = tuple(dict.fromkeys(texts))
        QTimer.singleShot(0, self, lambda: self._give(wanted))

    def _give(self, texts: tuple[str, ...]) -> None:
        now = self.window().focusWidget()
        places = [
            (r, _stops(row).index(now)) for r, row in enumerate(self._rows) if now in _stops(row)
        ]
        self.choose(texts)
        self.changed.emit(self._texts)
        for row, part in places:
            # The control that was used, or the one in its place now.
            here = _stops(self._rows[min(row, len(self._rows) - 1)]) if self._rows else []
            target = here[min(part, len(here) - 1)] if here else self.more
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(row: QWidget) -> list[QWidget]:
    wanted, window = Qt.FocusPolicy.TabFocus, row.window()
    # The list of a combo box is in a window of its own.
    parts = (part for part in row.findChildren(QWidget) if part.window() is window)
    return [part for part in parts if part.focusPolicy() & wanted]

"""The My routines page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.broken import BrokenFile
from supple.core.outline import stretches_of
from supple.core.routine import Catalogue, Routine
from supple.ui.empty import EmptyCard
from supple.ui.look import Look
from supple.ui.page import Page, Scroller, clear
from supple.ui.picture import Pictures
from supple.ui.routines.broken_card import BrokenCard
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_ROW = 72
_THUMB = (64, 52)


class RoutinesPage(Page):
    """The person's own routines, with every broken file above them."""

    start_asked = Signal(str)
    open_file_asked = Signal(str, int)
    open_folder_asked = Signal()
    check_again_asked = Signal()
    copy_asked = Signal(str)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "My routines")
        self._pictures = pictures
        self._first: QWidget | None = None
        self._folder = Button(look, "Open the folder", icon="folder-open")
        self._folder.clicked.connect(self.open_folder_asked)
        self.head.addWidget(self._folder)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        scroller = Scroller(look)
        scroller.set_body(self._rows)
        self.column.addSpacing(16)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)

    def show_own(
        self,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        own_ids: Sequence[str],
        broken: Sequence[BrokenFile],
        folder: str,
    ) -> None:
        """Show the routines named in ``own_ids``, the ``broken`` files, and where both live."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        clear(self._rows)
        self._first = None
        for file in broken:
            self._add_broken(file)
        own = [catalogue.routines[i] for i in own_ids if i in catalogue.routines]
        if own:
            self._add_own(own, catalogue, durations)
        elif not broken:
            self._add_empty(folder)
        if own or broken:
            where = f"Your routine files are in {folder}"
            self._rows.addWidget(Text(self._look, where, "small", "muted", wrap=True))
            self._rows.addStretch(1)
        self._folder.setVisible(bool(own or broken))
        main = self.main_widget()
        if had_focus and main is not None:
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    def main_widget(self) -> QWidget | None:
        return self._first or self._folder

    def _add_broken(self, file: BrokenFile) -> None:
        card = BrokenCard(self._look, file)
        card.open_file_asked.connect(self.open_file_asked)
        card.check_again_asked.connect(self.check_again_asked)
        card.copy_asked.connect(self.copy_asked)
        self._rows.addWidget(card)
        self._first = self._first or card.findChild(Button)

    def _add_own(
        self, own: Sequence[Routine], catalogue: Catalogue, durations: Mapping[str, float]
    ) -> None:
        card = Card(self._look, 0)
        card.body.setContentsMargins(20, 0, 20, 0)
        card.body.setSpacing(0)
        for n, routine in enumerate(own):
            parts = stretches_of(routine, catalogue)
            figure = parts[0].figure if parts else ""
            length = labels.clock(durations.get(routine.id, 0.0))
            detail = f"{labels.plural(len(routine.steps), 'stretch', 'stretches')}, {length}"
            row = OwnRow(self._look, self._pictures, routine.name, detail, figure, ruled=n > 0)
            row.start.clicked.connect(lambda _=False, i=routine.id: self.start_asked.emit(i))
            card.body.addWidget(row)
            self._first = self._first or row.start
        self._rows.addWidget(card)

    def _add_empty(self, folder: str) -> None:
        empty = EmptyCard(self._look, self._pictures)
        opener = Button(self._look, "Open the folder", "primary", icon="folder-open")
        opener.clicked.connect(self.open_folder_asked)
        check = Button(self._look, "Check again", icon="rotate-ccw")
        check.clicked.connect(self.check_again_asked)
        words = "Put a routine file, ending in .json, into this folder and it shows up here."
        empty.say("No routines of your own yet", words, [opener, check], note=folder)
        self._rows.addWidget(empty, 1)
        self._first = opener


class OwnRow(QWidget):
    """A routine of the person's own."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        name: str,
        detail: str,
        figure: str,
        *,
        ruled: bool,
    ) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._figure = figure
        self._ruled = ruled
        self.setAccessibleName(f"{name}, {detail}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, name, "body-strong", elide=True))
        words.addWidget(Text(look, detail, "small", "muted", elide=True, numbers=True))
        words.addStretch(1)
        self.start = Button(look, "Start", size="small", icon="play-solid")
        self.start.setAccessibleName(f"Start {name}, {detail}")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(_THUMB[0]) + 16, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.start)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, self._look.theme.color("line"))
        width, height = self._look.px(_THUMB[0]), self._look.px(_THUMB[1])
        box = QRectF(0, (self.height() - height) / 2, width, height)
        self._pictures.paint(painter, box, self._figure, self.devicePixelRatioF(), 8)
        painter.end()

"""The widgets of the editor, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.editor.add_bar import AddBar
from supple.ui.editor.foot import Foot
from supple.ui.editor.head import Head
from supple.ui.editor.preview import PreviewCard
from supple.ui.editor.row_list import RowList
from supple.ui.empty import EmptyCard
from supple.ui.look import Look
from supple.ui.page import Page, Scroller
from supple.ui.picture import Pictures
from supple.ui.widgets.announce import announce
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card


class EditorParts(Page):
    """Head, timeline, rows and foot; what they do is said in ``page``."""

    top = 20

    refilled = Signal()
    """The order of what can have the focus is another one."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "")
        self.setAccessibleName("Routine editor")
        self.title.hide()
        self._pictures = pictures
        self._outside: Banner | None = None
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        look = self._look
        self.bar = Head(look)
        self.preview = PreviewCard(look)
        self.list = RowList(look, self._pictures)
        self._card = Card(look, 0)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.addWidget(self.list)
        self._empty = EmptyCard(look, self._pictures)
        self._empty_add = Button(look, "Add a stretch", "soft", icon="plus")
        words = "Choose from the library, one or several at once."
        self._empty.say("No stretches yet", words, [self._empty_add])
        self.add_bar = AddBar(look)
        self.foot = Foot(look)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addLayout(self.bar, 1)
        self.column.addLayout(head)
        self.add_inset(head)
        self._told = QVBoxLayout()
        self._told.setContentsMargins(0, 0, 0, 0)
        told = QHBoxLayout()
        told.addLayout(self._told)
        self.column.addLayout(told)
        self.add_inset(told)
        body = QVBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.preview)
        body.addWidget(self._card)
        body.addWidget(self._empty, 1)
        body.addWidget(self.add_bar)
        body.addStretch(0)
        scroller = Scroller(self._look, bottom=8)
        scroller.set_body(body)
        self.column.addSpacing(16)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)
        self._scroller = scroller
        foot = QHBoxLayout()
        foot.addLayout(self.foot, 1)
        self.column.addSpacing(8)
        self.column.addLayout(foot)
        self.column.addSpacing(20)
        self.add_inset(foot)

    def tell_outside(self, text: str, actions: tuple[Button, ...]) -> None:
        """Say above the rows what happened to the file, with what can be done; "" for nothing."""
        if self._outside is not None:
            self._outside.hide()
            self._outside.deleteLater()
            self._outside = None
        self._told.setContentsMargins(0, 12 if text else 0, 0, 0)
        if text:
            self._outside = Banner(self._look, text, "care", icon="file-warning")
            for action in actions:
                self._outside.add_action(action)
            self._told.addWidget(self._outside)
            self._outside.show()
            announce(self, text)
        self.refilled.emit()

    def tab_stops(self) -> list[QWidget]:
        rows = [stop for row in self.list.rows for stop in row.stops()]
        told = self._outside.findChildren(Button) if self._outside is not None else []
        foot = [self.foot.undo, self.foot.redo, self.foot.discard, self.foot.save]
        preview = [self.preview.play, self.preview.bar] if self.list.rows else []
        empty = [] if self.list.rows else [self._empty_add]
        adding = self.add_bar.stops() if self.list.rows else []
        # The way back comes last: who begins with the name goes on to the rows.
        body = [self.bar.name, *told, *preview, *rows, *empty, *adding]
        return [*body, *foot, self.bar.back]

    def _on_refilled(self) -> None:
        # Fields and buttons have a use of their own for some of our keys.
        for stop in self.tab_stops():
            stop.installEventFilter(self)
        self.refilled.emit()

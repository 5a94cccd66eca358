"""What stands on the page of a stretch, and how it folds."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.page import Page, Scroller
from supple.ui.picture import Pictures
from supple.ui.stretch.fold import MoreFold
from supple.ui.stretch.form_card import FormPart
from supple.ui.stretch.parts import Basics, Rest, Timing, Words
from supple.ui.stretch.picture_card import PictureCard
from supple.ui.stretch.script_card import ScriptCard
from supple.ui.tabbing import as_read
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_LEFT, _GAP, _BAR = 312, 8, 16
_AROUND = 64
"""Pixels shown below the field with the focus: what is said about it stands there."""
_ABOVE = 40
"""Pixels shown above it: there stands what it is called."""
_LOW_UNDER = 700
"""Pixels of the page's height below which the picture takes less of it."""


class FormPage(Page):
    """A picture and what is said at the left, the form at the right; nothing is done here."""

    top = 20
    _sides: QHBoxLayout | None = None

    def __init__(self, look: Look, pictures: Pictures, title: str) -> None:
        super().__init__(look, title)
        self._build_head()
        self.picture = PictureCard(look, pictures.figures)
        self.script = ScriptCard(look)
        self._parts: list[FormPart] = []
        self._build_body()
        self._build_foot()
        self.set_narrow(self.narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bring_in()

    def bring_in(self) -> None:
        """Scroll until the field with the focus is seen, and what is said below it."""
        # Once all has its place.
        QTimer.singleShot(0, self, self._bring_in)

    def _bring_in(self) -> None:
        now = self.window().focusWidget()
        content = self._scroller.content
        if now is None or not content.isAncestorOf(now):
            return
        inside = content.layout()
        if inside is not None:
            inside.activate()
        # ensureWidgetVisible would be content with seeing the cursor.
        field = QRect(now.mapTo(content, QPoint()), now.size())
        self._scroller.ensureVisible(field.left(), field.bottom(), 0, self._look.px(_AROUND))
        self._scroller.ensureVisible(field.left(), field.top(), 0, self._look.px(_ABOVE))

    def main_widget(self) -> QWidget | None:
        return self._parts[0].control("name")

    def tab_stops(self) -> list[QWidget]:
        """As the page reads: it begins in the name, and Tab goes on from there."""
        return as_read(self)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if self._sides is None:
            return
        self._left_side.setFixedWidth(self._look.px(_LEFT) + _BAR)
        if narrow:
            self._rows.insertWidget(0, self.picture)
            self._rows.insertWidget(self._rows.count() - 1, self.script)
        else:
            self._left_column.insertWidget(0, self.picture)
            self._left_column.insertWidget(1, self.script, 1)
        self._left_side.setVisible(not narrow)
        self._try.setText("" if narrow else "Try it")
        self._try.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.set_low(self.height() < self._look.px(_LOW_UNDER) or self.narrow)

    # Inside

    def _build_head(self) -> None:
        self.back = Button(self._look, "", "ghost", icon="arrow-left", hint="Back")
        self.head.insertWidget(0, self.back)
        self._undo = Button(self._look, "", "quiet", icon="undo", hint="Undo (Ctrl Z)")
        self._redo = Button(self._look, "", "quiet", icon="redo", hint="Do it again (Ctrl Y)")
        for button, name in ((self._undo, "Undo"), (self._redo, "Do it again")):
            button.setAccessibleName(name)
            self.head.addWidget(button)

    def _build_body(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        for part in (Basics(self._look), Words(self._look), Timing(self._look)):
            card = Card(self._look, 20)
            card.body.addWidget(part)
            self._rows.addWidget(card)
            self._parts.append(part)
        self._rest = Rest(self._look)
        self._parts.append(self._rest)
        self._more = MoreFold(self._look, self._rest)
        self._rows.addWidget(self._more)
        self._rows.addStretch(1)
        self._scroller = Scroller(self._look, bottom=16, edge=4)
        self._scroller.set_body(self._rows)
        self._left_side = Scroller(self._look, bottom=16)
        self._left_column = QVBoxLayout()
        self._left_column.setSpacing(16)
        self._left_side.set_right(_BAR)
        self._left_side.set_body(self._left_column)
        sides = self._sides = QHBoxLayout()
        sides.setSpacing(_GAP - 4)  # the form keeps 4 for its focus rings
        sides.addWidget(self._left_side)
        sides.addWidget(self._scroller, 1)
        self.column.addSpacing(12)
        self.column.addLayout(sides, 1)
        self.add_scroller(self._scroller)

    def _build_foot(self) -> None:
        self._status = Text(self._look, "", "small", "muted", wrap=True)
        self._try = Button(
            self._look, "Try it", icon="play", hint="Do it once, without counting it"
        )
        self._cancel = Button(self._look, "Cancel", "ghost")
        self.save = Button(self._look, "Save", "primary", key="Ctrl S")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._status, 1)
        for button in (self._cancel, self._try, self.save):
            foot.addWidget(button)
        self.column.addSpacing(4)
        self.column.addLayout(foot)
        self.column.addSpacing(20)
        self.add_inset(foot)

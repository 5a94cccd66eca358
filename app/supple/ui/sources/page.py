"""The page "Where the numbers come from"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from supple.core import disagreements, rules, sources
from supple.core.why import PRACTICE
from supple.ui.look import Look
from supple.ui.page import Page, Scroller
from supple.ui.sources.cards import (
    SourceCard,
    disagreement_card,
    document_card,
    practice_card,
    rule_cards,
    study_card,
)
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.tabs import Tabs

TITLE = "Where the numbers come from"
SHORT_TITLE = "Sources"
_EDGE, _GAP = 4, 16
_TABS = (
    ("documents", "Documents"),
    ("studies", "Studies"),
    ("disagree", "Where they disagree"),
    ("rules", "Rules"),
)


class SourcesPage(Page):
    """The documents, the studies, where they disagree, and every rule with its sources."""

    back_asked = Signal()
    copy_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, TITLE)
        self._cards: dict[str, SourceCard] = {}
        self._grids: list[tuple[QGridLayout, Sequence[QWidget], int]] = []
        self.back = Button(look, "Back", "ghost", icon="arrow-left")
        self.back.clicked.connect(self.back_asked)
        self.head.insertWidget(0, self.back)
        self.tabs = Tabs(look, _TABS, TITLE)
        self.tabs.chosen.connect(self.choose)
        self._stack = QStackedWidget()
        self._build()
        self.set_narrow(self.narrow)

    def choose(self, tab: str) -> None:
        """Turn to ``documents``, ``studies``, ``disagree`` or ``rules``."""
        self.tabs.choose(tab)
        self._stack.setCurrentIndex([key for key, _ in _TABS].index(tab))

    def show_source(self, source: str) -> None:
        """Turn to a document or a study; to the first document for one that is not known."""
        self.choose("studies" if source in sources.STUDIES_BY_ID else "documents")
        card = self._cards.get(source)
        scroller = self._shown()
        if card is None:
            scroller.verticalScrollBar().setValue(0)
            return
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def main_widget(self) -> QWidget | None:
        return self.back

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.title.say(SHORT_TITLE if narrow else TITLE)
        for grid, cards, columns in self._grids:
            _place(grid, cards, 1 if narrow else columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._shown().verticalScrollBar()
        page = bar.pageStep() - self._look.px(40)
        moves = {
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif key in moves:
            bar.setValue(moves[key])
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        look = self._look
        strip = QVBoxLayout()
        strip.addSpacing(8)
        strip.addWidget(self.tabs)
        self.column.addLayout(strip)
        self.add_inset(strip)
        self.column.addSpacing(12)
        self.column.addWidget(self._stack, 1)
        documents = [document_card(look, one) for one in sources.DOCUMENTS]
        self._cards = {one.id: card for one, card in zip(sources.DOCUMENTS, documents, strict=True)}
        self._cards[PRACTICE] = practice_card(look)
        documents.append(self._cards[PRACTICE])
        studies = [study_card(look, one, self.copy_asked.emit) for one in sources.STUDIES]
        self._cards |= {one.id: card for one, card in zip(sources.STUDIES, studies, strict=True)}
        self._add(sources.INTRO, documents, 2)
        self._add(sources.STUDIES_INTRO, studies, 2)
        differ = [disagreement_card(look, one) for one in disagreements.DISAGREEMENTS]
        self._add(disagreements.INTRO, differ, 1)
        self._add(rules.INTRO, rule_cards(look, rules.RULES), 2)

    def _add(self, intro: str, cards: Sequence[QWidget], columns: int) -> None:
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        column.setContentsMargins(0, _EDGE, 0, _EDGE)
        column.addWidget(Text(self._look, intro, "body", "muted", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        column.addLayout(grid)
        column.addStretch(1)
        self._grids.append((grid, cards, columns))
        scroller = Scroller(self._look, edge=_EDGE)
        scroller.set_body(column)
        self.add_scroller(scroller)
        self._stack.addWidget(scroller)

    def _shown(self) -> Scroller:
        shown = self._stack.currentWidget()
        assert isinstance(shown, Scroller)
        return shown


def _place(grid: QGridLayout, cards: Sequence[QWidget], columns: int) -> None:
    """Put ``cards`` into so many columns, row by row."""
    while grid.takeAt(0) is not None:
        pass
    for n, card in enumerate(cards):
        grid.addWidget(card, n // columns, n % columns)
    for column in range(2):
        grid.setColumnStretch(column, 1 if column < columns else 0)

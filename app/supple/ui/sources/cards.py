"""The cards of the sources page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core import sources
from supple.core.disagreements import Disagreement
from supple.core.rules import Rule, rules_of
from supple.core.sources import Document, Study
from supple.core.why import PRACTICE
from supple.ui.look import Look
from supple.ui.reveal import follow
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_NAME = 196


class SourceCard(Card):
    """A title and what belongs to it. Tab leads from card to card, which then tells all."""

    def __init__(self, look: Look, title: str, below: str = "") -> None:
        super().__init__(look, 20)
        self._told = [title, below] if below else [title]
        self.body.setSpacing(0)
        self.body.addWidget(Text(look, title, "subhead", wrap=True))
        if below:
            self.body.addWidget(Text(look, below, "small", "muted", wrap=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        follow(self, event)

    def say(self, text: str, role: str = "body", token: str = "ink", above: int = 6) -> None:
        """A paragraph, ``above`` pixels below what stands before it."""
        self.body.addSpacing(above)
        self.body.addWidget(Text(self._look, text, role, token, wrap=True))
        self.tell(text)

    def point(self, text: str) -> None:
        """One of several things, with a dot before it."""
        self.body.addSpacing(5)
        self.body.addWidget(_Point(self._look, text))
        self.tell(text)

    def use(self, text: str, rules: Sequence[Rule] = (), role: str = "small") -> None:
        """What Supple makes of it, and the rules that rest on it."""
        self.body.addSpacing(12)
        self.body.addWidget(Text(self._look, "In Supple", "small-strong", "primary"))
        self.tell("In Supple")
        self.say(text, role, "ink", 2)
        if rules:
            named = ", ".join(rule.name[:1].lower() + rule.name[1:] for rule in rules)
            self.say(f"Rules: {named}.", "small", "muted", 4)

    def tell(self, text: str) -> None:
        """Add ``text`` to what a screen reader says of the card."""
        self._told.append(text)
        stops = (part if part.endswith(".") else f"{part}." for part in self._told)
        self.setAccessibleName(" ".join(stops))


class _Point(QWidget):
    """A dot and a sentence."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), 0, 0, 0)
        row.addWidget(Text(look, text, "body", wrap=True, line=21))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = draw.smooth(self)
        side = look.px(5)
        box = QRectF(0, look.px(21) / 2 - side / 2, side, side)
        draw.rounded(painter, box, side / 2, look.theme.color("primary"))
        painter.end()


def document_card(look: Look, document: Document) -> SourceCard:
    """What one document asks for, and what follows it."""
    card = SourceCard(look, document.title, document.kind)
    for line in document.asks:
        card.point(line)
    card.use(document.used, rules_of(document.id))
    card.body.addStretch(1)
    return card


def practice_card(look: Look) -> SourceCard:
    """What comes from none of the documents."""
    card = SourceCard(look, sources.title_of(PRACTICE))
    card.say(sources.PRACTICE_TEXT)
    card.use("Marked as such wherever it stands.", rules_of(PRACTICE))
    card.body.addStretch(1)
    return card


def study_card(look: Look, study: Study, copy: Callable[[str], None]) -> SourceCard:
    """What one study found, how far that goes, and its link to copy."""
    card = SourceCard(look, study.title, study.where)
    card.say(study.says)
    card.say(f"Its limits: {study.limits}", "small", "muted")
    card.use(study.used, rules_of(study.id))
    card.body.addStretch(1)
    card.body.addSpacing(12)
    button = Button(look, "Copy link", size="small", icon="copy")
    button.setAccessibleName(f"Copy the link to {study.where}")
    button.clicked.connect(lambda: copy(study.link))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(button)
    shown = study.link.removeprefix("https://")
    row.addWidget(Text(look, shown, "small", "muted", elide=True), 1)
    card.body.addLayout(row)
    return card


def disagreement_card(look: Look, one: Disagreement) -> SourceCard:
    """A question, the answers side by side, and what the program does."""
    card = SourceCard(look, one.on)
    for source, says in one.answers:
        card.body.addSpacing(6)
        card.body.addWidget(_Answer(look, sources.title_of(source), says))
        card.tell(f"{sources.title_of(source)}: {says}")
    card.use(one.here, role="body")
    return card


def rule_cards(look: Look, rules: Sequence[Rule]) -> list[SourceCard]:
    """Every rule with its sources."""
    made = []
    for rule in rules:
        card = SourceCard(look, f"{rule.number}  {rule.name}")
        card.say(rule.says)
        card.say(f"After: {sources.titles_of(rule.sources)}", "small", "muted", 4)
        card.body.addStretch(1)
        made.append(card)
    return made


class _Answer(QWidget):
    """A source beside what it says, or above it where that has no room."""

    def __init__(self, look: Look, name: str, says: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        title = Text(look, name, "small-medium", "muted", wrap=True, line=22)
        self._look, self._title = look, title
        self._refresh()
        look.changed.connect(self._refresh)
        column = QVBoxLayout()
        column.addWidget(Text(look, says, "body", wrap=True))
        column.addStretch(1)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _refresh(self) -> None:
        self._title.setFixedWidth(self._look.px(_NAME))

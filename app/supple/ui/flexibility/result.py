"""What a leg raise came to, and what fits it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.core.check_view import ALIKE, ROUGH, LegResult, Suggestion
from supple.core.routine import Side
from supple.ui.flexibility.gauge import Gauge
from supple.ui.flexibility.steps import Sign
from supple.ui.look import Look
from supple.ui.page import Scroller, clear
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_NOTHING = "Nothing to start here: your answers leave these stretches out."
_UNANSWERED = "Answer the safety questions to see what fits you."
_LINES = 3
"""Lines that one press scrolls by."""
_SAVED, _NOT_SAVED = "Saved.", "This could not be saved."


class ResultStep(QWidget):
    """Verdict, both legs, and routines to start."""

    start_asked = Signal(str)
    answers_asked = Signal()
    """The safety questions are to be answered."""
    again_asked = Signal()
    done_asked = Signal()
    discard_asked = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._first: Button | None = None
        self.gauges = {side: Gauge(look, side) for side in (Side.LEFT, Side.RIGHT)}
        self._title = Text(look, "", "verdict", wrap=True)
        self._text = Text(look, "", wrap=True)
        self._hint = Text(look, "", token="muted", wrap=True)
        self._care = Text(look, "", "body-strong", "accent-ink", wrap=True)
        self._change = Text(look, "", wrap=True)
        self._heading = Text(look, "", "subhead")
        self._offers = QVBoxLayout()
        self._offers.setSpacing(0)
        body = QVBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._verdict_card())
        body.addWidget(self._offer_card())
        body.addStretch(1)
        self.scroller = Scroller(look, bottom=8)
        self.scroller.set_body(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroller, 1)
        # Below what scrolls: "Done" is never out of sight.
        self.foot_row = QHBoxLayout()
        """To be kept inside the page's margin."""
        self.foot_row.addWidget(self._foot())
        column.addLayout(self.foot_row)

    def show_result(self, result: LegResult) -> None:
        """Show what both legs came to."""
        verdict = result.verdict
        # "are tight" stays together where the title breaks.
        self._title.say(verdict.title.replace(" are ", " are\N{NO-BREAK SPACE}"))
        self._text.say(verdict.text)
        far = verdict.far_apart
        (self._care if far else self._hint).say(verdict.hint)
        self._care.setVisible(far)
        self._hint.setVisible(not far)
        self._change.say(result.change)
        self._change.setVisible(bool(result.change))
        self.gauges[Side.LEFT].show_angle(result.left, result.was_left)
        self.gauges[Side.RIGHT].show_angle(result.right, result.was_right)
        self._heading.say(result.heading)
        self.discard.setVisible(bool(result.id))
        note = (_SAVED if result.id else _NOT_SAVED, ROUGH, "" if far else ALIKE)
        self._note.say(" ".join(part for part in note if part))
        self._show_offers(result.offers, unanswered=result.unanswered)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the gauges stand below the title, with the other words below them."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.BottomToTop if narrow else ways.LeftToRight)
        if narrow:
            self._card.body.insertWidget(0, self._title)
        else:
            self._words.insertWidget(1, self._title)
        self._foot_row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the buttons at the foot Up and Down scroll, and never lead to another of them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            way = ways.get(Qt.Key(event.key()))
            if way is not None:
                bar = self.scroller.verticalScrollBar()
                bar.setValue(bar.value() + way * _LINES * bar.singleStep())
                return True
        return super().eventFilter(watched, event)

    def main_widget(self) -> QWidget:
        """What has the focus at first."""
        return self.done

    def _verdict_card(self) -> Card:
        card = self._card = Card(self._look, 24)
        words = self._words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        for part in (self._title, self._care, self._text, self._change, self._hint):
            words.addWidget(part)
        words.addStretch(1)
        gauges = QHBoxLayout()
        gauges.setSpacing(16)
        for gauge in self.gauges.values():
            gauges.addWidget(gauge, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addLayout(words, 5)
        self._row.addLayout(gauges, 8)
        card.body.addLayout(self._row)
        return card

    def _offer_card(self) -> Card:
        card = Card(self._look, 24)
        card.body.setContentsMargins(24, 18, 24, 8)
        card.body.setSpacing(8)
        card.body.addWidget(self._heading)
        card.body.addLayout(self._offers)
        return card

    def _foot(self) -> QWidget:
        look = self._look
        made = QWidget()
        self.discard = Button(look, "Do not keep this check", "regret", "small")
        self.discard.clicked.connect(self.discard_asked)
        self.again = Button(look, "Check again", icon="rotate-ccw")
        self.again.clicked.connect(self.again_asked)
        self.done = Button(look, "Done", "primary", key="Enter")
        self.done.clicked.connect(self.done_asked)
        note = QHBoxLayout()
        note.setSpacing(12)
        note.addWidget(Sign(look, "info", "muted", 18))
        self._note = Text(look, ROUGH, "small", "muted", wrap=True)
        note.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.discard, self.again, self.done):
            buttons.addWidget(button)
            button.installEventFilter(self)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        self._foot_row.setContentsMargins(0, 8, 0, 16)
        self._foot_row.setSpacing(16)
        self._foot_row.addLayout(note, 1)
        self._foot_row.addLayout(buttons)
        return made

    def _show_offers(self, offers: tuple[Suggestion, ...], *, unanswered: bool) -> None:
        clear(self._offers)
        for offer in offers:
            row = _OfferRow(self._look, self._pictures, offer)
            row.start.clicked.connect(lambda _=False, id_=offer.routine: self.start_asked.emit(id_))
            self._offers.addWidget(row)
        if unanswered and not offers:
            self._offers.addWidget(self._answer_row())
        elif not offers:
            self._offers.addWidget(Text(self._look, _NOTHING, token="muted", wrap=True))

    def _answer_row(self) -> QWidget:
        made = QWidget()
        answer = Button(self._look, "Answer")
        answer.setAccessibleDescription(_UNANSWERED)
        answer.clicked.connect(self.answers_asked)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 6, 0, 10)
        row.setSpacing(16)
        row.addWidget(Text(self._look, _UNANSWERED, token="muted", wrap=True), 1)
        row.addWidget(answer)
        return made


class _OfferRow(QWidget):
    def __init__(self, look: Look, pictures: Pictures, offer: Suggestion) -> None:
        super().__init__()
        self._look = look
        picture = Picture(pictures, padding=3, radius=8)
        picture.setFixedSize(72, 56)
        picture.show_figure(offer.figure)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, offer.name, "body-strong", elide=True))
        words.addWidget(Text(look, offer.detail, "small", "muted", elide=True))
        words.addStretch(1)
        self.start = Button(look, "Start", "soft", icon="play-solid")
        self.start.setAccessibleName(f"Start {offer.name}, {offer.detail}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(self.start)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, QRect(0, 0, self.width(), 1), self._look.theme.color("line"))
        painter.end()

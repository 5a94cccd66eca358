"""The page after a session: what it was, and how the back feels now."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from supple.core.event import Ended
from supple.core.session_keys import KeyMap, SessionKey, by_number
from supple.core.summary import Rating, SummaryView, headline
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.facts import Facts
from supple.ui.session.verdict import Verdict
from supple.ui.widgets.button import Button
from supple.ui.widgets.label import Label
from supple.ui.widgets.painscale import PainScale
from supple.ui.widgets.progress import SessionProgress

SAVE_MS = 90_000
"""Without a touch the summary saves by itself after this long, milliseconds."""
NOTE_LIMIT = 500
_GAPS = (10, 10, 12)
"""Above the numbers, the verdict and the note."""
PRESS, _TEN = "Press a number.", "X is ten."
_QUESTION = "How does your back feel now?"


class SummaryPanel(QWidget):
    """Everything above the bottom bar; ``touched`` when the person answers anything."""

    touched = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._before: int | None = None
        self._asks = True
        self._gets_gentler = False
        self.head = Label(look, "", "headline")
        self.progress = SessionProgress(look)
        self.facts = Facts(look)
        self.question = Label(look, _QUESTION, "name", wrap=True)
        self.hint = Label(look, f"{PRESS} {_TEN}", "hint", "muted")
        self.scale = PainScale(look, _QUESTION)
        self.verdict = Verdict(look)
        self.note_head = Label(look, "A note, if you like", "session-strong")
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setAccessibleName("A note, if you like")
        self.scale.chosen.connect(self._on_chosen)
        self.note.textEdited.connect(lambda _: self.touched.emit())
        self._build()

    def show_summary(self, view: SummaryView) -> None:
        """Start with an empty answer."""
        self._before = view.pain_before
        self._asks, self._gets_gentler = view.asks_pain, view.gets_gentler
        for part in (self.question, self.hint, self.scale):
            part.setVisible(view.asks_pain)
        self.head.say(headline(view))
        self.progress.set_token("primary" if view.ended is Ended.FINISHED else "ink")
        self.facts.show_summary(view)
        self.scale.choose(None)
        self.note.clear()
        self.verdict.show_change(None, None)

    def choose(self, pain: int) -> None:
        """Answer with a key; nothing happens where it was not asked."""
        if self._asks:
            self.scale.choose(pain)
            self._on_chosen(pain)

    @property
    def answers(self) -> tuple[QAbstractButton, ...]:
        """The numbers, from 0 on; none where it was not asked."""
        return self.scale.boxes if self._asks else ()

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys answer."""
        self.hint.say(f"{by_number(PRESS, keys)} {_TEN}")

    def rating(self) -> Rating:
        """The answer as it stands."""
        return Rating(self.scale.value, self.note.text().strip())

    def set_scale(self, scale: float, text_scale: float) -> None:
        """Sentences follow ``text_scale``, all else ``scale``."""
        margin = round(32 * scale)
        self._column.setContentsMargins(margin, round(28 * scale), margin, round(8 * scale))
        self._column.setSpacing(round(16 * scale))
        self._row.setSpacing(round(48 * scale))
        self._row.setContentsMargins(0, round(20 * scale), 0, 0)
        self._right.setSpacing(round(6 * scale))
        for gap, height in zip(self._gaps, _GAPS, strict=True):
            gap.changeSize(0, round(height * scale))
        self._right.invalidate()
        self.progress.setFixedHeight(max(8, round(12 * scale)))
        self.progress.set_scale(scale)
        self.facts.set_scale(scale, text_scale)
        self.scale.set_scale(scale)
        self.verdict.set_scale(text_scale)
        for label in (self.head, self.question, self.hint):
            label.set_scale(text_scale)
        self.note_head.set_scale(max(0.85, text_scale))
        self.note.setFont(self._look.font("session-body", max(0.9, scale)))
        self.note.setFixedHeight(round(56 * max(0.8, scale)))

    def _build(self) -> None:
        self._right = QVBoxLayout()
        self._gaps = [QSpacerItem(0, 0) for _ in _GAPS]
        self._right.addWidget(self.question)
        self._right.addWidget(self.hint)
        self._right.addItem(self._gaps[0])
        self._right.addWidget(self.scale)
        self._right.addItem(self._gaps[1])
        self._right.addWidget(self.verdict)
        self._right.addItem(self._gaps[2])
        self._right.addWidget(self.note_head)
        self._right.addWidget(self.note)
        self._right.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._right, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.progress)
        self._column.addLayout(self._row, 1)

    def _on_chosen(self, pain: int) -> None:
        self.verdict.show_change(self._before, pain, gets_gentler=self._gets_gentler)
        self.touched.emit()


class SummaryBar(BottomBar):
    """Save, or do not; saves by itself when nobody answers."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.discard = Button(look, "Do not save", "quiet", "bar")
        self.count = Label(look, "", "session-small", "muted", numbers=True)
        self.save = Button(look, "Save and close", "primary", "large", key="Enter")
        self.row.addWidget(self.discard)
        self.row.addStretch(1)
        self.row.addWidget(self.count)
        self.row.addSpacing(12)
        self.row.addWidget(self.save)
        self.discard.clicked.connect(self._on_discard)
        self.save.clicked.connect(self._on_save)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_save)
        self._ticks = QTimer(self)
        self._ticks.setInterval(1000)
        self._ticks.timeout.connect(self._tell)

    def set_keys(self, keys: KeyMap) -> None:
        """What the cap shows."""
        act = SessionKey.CONFIRM
        self.save.set_key(keys.brief(act), keys.spoken(act))

    def lend_key(self, on: bool) -> None:
        """While a number has the ring the key takes that, and does not save."""
        # As wide as it was: nothing beside it moves.
        self.save.setMinimumWidth(self.save.width() if on else 0)
        self.save.show_key(not on)

    def start(self) -> None:
        """Begin, or begin anew, to wait for an answer."""
        self._timer.start(SAVE_MS)
        self._ticks.start()
        self._tell()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        self._ticks.stop()

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        super().set_scale(scale, words=words, text=text)
        for button in (self.discard, self.save):
            button.set_scale(max(0.8, scale))
        self.count.set_scale(max(0.9, scale) * (text or scale) / scale)

    def _tell(self) -> None:
        left = math.ceil(min(self._timer.remainingTime(), SAVE_MS) / 1000)
        self.count.say(f"Saves by itself in {left // 60}:{left % 60:02d}")

    def _on_save(self) -> None:
        self.stop()
        self.saved.emit()

    def _on_discard(self) -> None:
        self.stop()
        self.discarded.emit()

"""A warning sign was felt: which one, and who is to be called."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QVBoxLayout, QWidget

from supple.core import warning
from supple.core.session_keys import KeyMap, SessionKey, by_number
from supple.core.warning import Sign
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.choice import Choice
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.label import Label

KEPT = "What you did is saved."
NOT_KEPT = "Nothing of a preview is saved."


class WarningPanel(QWidget):
    """First three choices, then one calm card; ``told`` carries the ``Sign``, None for none."""

    told = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(look, warning.STOPPED, "headline", wrap=True)
        self.question = Label(look, warning.WHICH, "counter", "muted", wrap=True)
        self.signs = {
            sign: Choice(look, number, warning.NAMES[sign], warning.DETAILS[sign])
            for number, sign in enumerate(Sign, 1)
        }
        self.none = Choice(look, 3, "None of these", "On to the end of the session")
        self.advice = _Advice(look)
        for sign, choice in self.signs.items():
            choice.clicked.connect(lambda _=False, sign=sign: self.told.emit(sign))
        self.none.clicked.connect(lambda: self.told.emit(None))
        self._column = QVBoxLayout(self)
        self._asking = (self.head, self.question, *self.signs.values(), self.none)
        for widget in (*self._asking, self.advice):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.ask()
        self.set_scale(1.0, 1.0)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys the question names."""
        self.question.say(by_number(warning.WHICH, keys))

    @property
    def answers(self) -> tuple[QAbstractButton, ...]:
        """What can be answered, in the order of the numbers."""
        return (*self.signs.values(), self.none)

    def ask(self) -> None:
        """Ask which one it is."""
        self._show(asking=True)

    def show_advice(self, sign: Sign) -> None:
        """Say what is to be done about ``sign``."""
        self.advice.show_sign(sign)
        self._show(asking=False)

    def set_scale(self, scale: float, text_scale: float) -> None:
        """Distances follow ``scale``, texts ``text_scale``."""
        margin = round(32 * scale)
        self._column.setContentsMargins(margin, round(40 * scale), margin, round(16 * scale))
        self._column.setSpacing(round(14 * scale))
        for label in (self.head, self.question):
            label.set_scale(text_scale)
        for choice in (*self.signs.values(), self.none):
            choice.set_scale(text_scale)
        self.advice.set_scale(scale, text_scale)

    def _show(self, *, asking: bool) -> None:
        for widget in self._asking:
            widget.setVisible(asking)
        self.advice.setVisible(not asking)


class WarningBar(BottomBar):
    """What became of the session, and the way out once the advice was seen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.note = Label(look, KEPT, "session-body", "muted")
        self.close_ = Button(look, "Close", "primary", "large", key="Enter")
        self.close_.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.row.addWidget(self.note)
        self.row.addStretch(1)
        self.row.addWidget(self.close_)

    def set_kept(self, kept: bool) -> None:
        """Whether what was done is saved, as it is but for a preview."""
        self.note.say(KEPT if kept else NOT_KEPT)

    def set_keys(self, keys: KeyMap) -> None:
        """What the cap shows."""
        act = SessionKey.CONFIRM
        self.close_.set_key(keys.brief(act), keys.spoken(act))

    def set_told(self, told: bool) -> None:
        """Whether the advice is shown, which can then be closed."""
        self.close_.setVisible(told)
        self.note.setVisible(not told)

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        super().set_scale(scale, words=words, text=text)
        self.note.set_scale(max(0.8, scale))
        self.close_.set_scale(max(0.8, scale))


class _Advice(QFrame):
    """A title and two sentences, large, on the colour of care."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._scale = 1.0
        self._picture = QLabel()
        self.title = Label(look, "", "headline", "accent-ink", wrap=True)
        self.text = Label(look, "", "name-plain", wrap=True)
        self.paused = Label(look, warning.PAUSED, "counter", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        for widget in (self._picture, self.title, self.text, self.paused):
            self._column.addWidget(widget)
        look.changed.connect(self._refresh)

    def show_sign(self, sign: Sign) -> None:
        self.title.say(warning.TITLES[sign])
        self.text.say(warning.TEXTS[sign])
        self.setAccessibleName(f"{warning.said(sign)} {warning.PAUSED}")

    def set_scale(self, scale: float, text_scale: float) -> None:
        self._scale = text_scale
        pad = round(40 * scale)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(round(20 * scale))
        for label in (self.title, self.text, self.paused):
            label.set_scale(text_scale)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        fill, border = theme.color("accent-soft"), theme.color("accent-line")
        draw.rounded(painter, QRectF(self.rect()), 14, fill, border)
        painter.end()

    def _refresh(self) -> None:
        side = round(56 * self._scale)
        dpr = self.devicePixelRatioF()
        self._picture.setPixmap(self._look.pixmap("stethoscope", "accent-ink", side, dpr))
        self.update()

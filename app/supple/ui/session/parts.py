"""The parts of the session page that come late, or never: each is made as it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.core.session_keys import KeyMap
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.frame import Frame
from supple.ui.session.keys import Mode

if TYPE_CHECKING:
    from supple.ui.session.care import Care
    from supple.ui.session.hurts import HurtsBar, HurtsPanel
    from supple.ui.session.stopask import StopQuestion
    from supple.ui.session.summary import SummaryBar, SummaryPanel


class PageParts(QWidget):
    """What the session page tells, and the parts that tell most of it."""

    asked = Signal(object)
    """A ``Command``."""
    voice_toggled = Signal()
    full_screen_toggled = Signal()
    rated = Signal(object)
    """A ``Rating``; the summary is over."""
    discarded = Signal()
    """The person does not want this session kept; the summary is over."""
    warned = Signal()
    """One of the warning signs is there: the session is to end at once."""
    answered = Signal(object)
    """How much it hurts before, 0 to 10, or None when not answered: the session may start."""
    gently_asked = Signal()
    """In strong pain: start, but gently."""
    not_now_asked = Signal()
    """The session is not to start."""
    sign_told = Signal(object)
    """A ``Sign``, or None: it was none of them."""
    advice_seen = Signal()
    """The advice was read, and the page is done with."""
    save_asked = Signal()
    """Within the page: the summary is to be saved; ``rated`` follows."""
    discard_asked = Signal()
    close_asked = Signal()
    """Within the page: the advice was read; ``advice_seen`` follows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = True
        self._keys = KeyMap()

    @cached_property
    def care(self) -> Care:
        """What is shown before a session, and at a warning sign."""
        from supple.ui.session.care import Care

        made = Care(self._look, self)
        made.set_kept(self._kept)
        made.set_keys(self._keys)
        made.answered.connect(self.answered)
        made.gently_asked.connect(self.gently_asked)
        made.not_now_asked.connect(self.not_now_asked)
        made.sign_told.connect(self.sign_told)
        made.left.connect(self.close_asked)
        return made

    @cached_property
    def hurts(self) -> HurtsPanel:
        """What is shown instead of the guide while something hurts."""
        from supple.ui.session.hurts import HurtsPanel

        made = HurtsPanel(self._look, self)
        made.set_keys(self._keys)
        made.asked.connect(self.asked)
        made.help.told.connect(self.warned)
        return made

    @cached_property
    def hurts_bar(self) -> HurtsBar:
        """The bottom bar while something hurts."""
        from supple.ui.session.hurts import HurtsBar

        made = HurtsBar(self._look, self)
        made.asked.connect(self.asked)
        return made

    @cached_property
    def stop_question(self) -> StopQuestion:
        """What lies over everything while it is asked whether to stop."""
        from supple.ui.session.stopask import StopQuestion

        made = StopQuestion(self._look, self)
        made.set_kept(self._kept)
        made.set_keys(self._keys)
        made.asked.connect(self.asked)
        return made

    @cached_property
    def summary(self) -> SummaryPanel:
        """What is shown after the session."""
        from supple.ui.session.summary import SummaryPanel

        made = SummaryPanel(self._look, self)
        made.set_keys(self._keys)
        made.touched.connect(self.summary_bar.start)
        made.scale.ringed.connect(self.summary_bar.lend_key)
        return made

    @cached_property
    def summary_bar(self) -> SummaryBar:
        """The bottom bar after the session."""
        from supple.ui.session.summary import SummaryBar

        made = SummaryBar(self._look, self)
        made.set_keys(self._keys)
        made.saved.connect(self.save_asked)
        made.discarded.connect(self.discard_asked)
        return made

    def answers_in(self, mode: Mode) -> Sequence[QAbstractButton]:
        """What can be answered in ``mode``, in the order of the numbers."""
        if mode is Mode.HURTS:
            return (*self.hurts.answers[:3], self.hurts_bar.passed, *self.hurts.answers[3:])
        if mode is Mode.MUCH_PAIN:
            return self.care.much_pain.answers
        if mode is Mode.WARNED:
            return self.care.warning.answers
        if mode is Mode.SUMMARY:
            return self.summary.answers
        return self.care.ask.answers if mode is Mode.ASKED else ()

    def wait_anew(self, mode: Mode) -> None:
        """Whoever is about to answer has the whole time once more where it runs."""
        if mode is Mode.ASKED:
            self.care.ask.wait_anew()
        elif mode is Mode.SUMMARY:
            self.summary_bar.start()

    def set_kept(self, kept: bool) -> None:
        """Whether what is done is saved, as it is but for a preview."""
        self._kept = kept
        if "stop_question" in self.__dict__:
            self.stop_question.set_kept(kept)
        if "care" in self.__dict__:
            self.care.set_kept(kept)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys do what."""
        self._keys = keys
        for name in ("care", "hurts", "stop_question", "summary", "summary_bar"):
            if name in self.__dict__:
                getattr(self, name).set_keys(keys)

    def show_part(self, name: str, seen: bool) -> None:
        """Show or hide the part ``name``; one that was never seen is not made to be hidden."""
        if seen or name in self.__dict__:
            part: QWidget = getattr(self, name)
            part.setVisible(seen)

    def place_parts(self, frame: Frame) -> None:
        """Give each part that there is its place."""
        for name in ("hurts_bar", "summary_bar"):
            if name in self.__dict__:
                bar: BottomBar = getattr(self, name)
                bar.setGeometry(frame.controls)
                bar.set_scale(frame.scale, words=frame.words, text=frame.text_scale)
        if "care" in self.__dict__:
            self.care.place(frame)
        if "hurts" in self.__dict__:
            self.hurts.setGeometry(frame.body)
            self.hurts.set_scale(frame.scale, frame.text_scale)
        if "summary" in self.__dict__:
            self.summary.setGeometry(0, 0, frame.body.width(), frame.controls.top())
            self.summary.set_scale(frame.scale, frame.text_scale)
        if "stop_question" in self.__dict__:
            self.stop_question.setGeometry(self.rect())
            self.stop_question.set_scale(frame.text_scale)
            self.stop_question.raise_()

"""The parts of the session page that are rarely seen: before it, and at a warning sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core import before, warning
from supple.core.session_keys import KeyMap
from supple.core.warning import Sign
from supple.core.wording import NO_HURRY
from supple.ui.look import Look
from supple.ui.session.asking import AskBar, AskPanel
from supple.ui.session.bar import BottomBar
from supple.ui.session.frame import Frame
from supple.ui.session.keys import Mode
from supple.ui.session.muchpain import MuchPainPanel, QuietBar
from supple.ui.session.warning import WarningBar, WarningPanel

_PARTS = {
    Mode.ASKED: ("ask", "ask_bar"),
    Mode.MUCH_PAIN: ("much_pain", "much_bar"),
    Mode.WARNED: ("warning", "warning_bar"),
    Mode.ADVISED: ("warning", "warning_bar"),
}


class Care(QObject):
    """Makes each part as it is first shown."""

    answered = Signal(object)
    """How much it hurts before, 0 to 10, or None when not answered: the session may start."""
    gently_asked = Signal()
    """In strong pain: start, but gently."""
    not_now_asked = Signal()
    """Do not start."""
    sign_told = Signal(object)
    """A ``Sign``, or None: it was none of them."""
    left = Signal()
    """The advice was seen."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._kept = True
        self._keys = KeyMap()

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys the parts tell of."""
        self._keys = keys
        for name in self._made("ask", "ask_bar", "warning", "warning_bar"):
            getattr(self, name).set_keys(keys)

    def set_kept(self, kept: bool) -> None:
        """Whether what is done is saved, as it is but for a preview."""
        self._kept = kept
        if "warning_bar" in self.__dict__:
            self.warning_bar.set_kept(kept)

    @cached_property
    def ask(self) -> AskPanel:
        """The question before a session."""
        made = AskPanel(self._look, self._page)
        made.set_keys(self._keys)
        made.answered.connect(self.answered)
        return made

    @cached_property
    def ask_bar(self) -> AskBar:
        """The bar below it."""
        made = AskBar(self._look, self._page)
        made.set_keys(self._keys)
        made.start.clicked.connect(self.ask.skip)
        made.not_now.clicked.connect(self.not_now_asked)
        return made

    @cached_property
    def much_pain(self) -> MuchPainPanel:
        """What strong pain is answered with."""
        made = MuchPainPanel(self._look, self._page)
        made.gently_asked.connect(self.gently_asked)
        made.not_now_asked.connect(self.not_now_asked)
        return made

    @cached_property
    def much_bar(self) -> QuietBar:
        """The bar below it."""
        return QuietBar(self._look, NO_HURRY, self._page)

    @cached_property
    def warning(self) -> WarningPanel:
        """Which sign it is, and what to do about it."""
        made = WarningPanel(self._look, self._page)
        made.set_keys(self._keys)
        made.told.connect(self.sign_told)
        return made

    @cached_property
    def warning_bar(self) -> WarningBar:
        """The bar below it."""
        made = WarningBar(self._look, self._page)
        made.set_kept(self._kept)
        made.set_keys(self._keys)
        made.close_.clicked.connect(self.left)
        return made

    def show(self, mode: Mode) -> None:
        """Show what belongs to ``mode``, and nothing else."""
        wanted = _PARTS.get(mode, ())
        if mode is not Mode.ASKED and "ask" in self.__dict__:
            self.ask.stop()
        for name in dict.fromkeys(name for names in _PARTS.values() for name in names):
            if name in wanted or name in self.__dict__:
                part: QWidget = getattr(self, name)
                part.setVisible(name in wanted)
        if "warning_bar" in self.__dict__:
            self.warning_bar.set_told(mode is Mode.ADVISED)

    def place(self, frame: Frame) -> None:
        """Take the frame's places."""
        full = frame.body.united(frame.title)
        full.setLeft(frame.body.left())
        full.setTop(0)
        for name in self._made("ask", "much_pain", "warning"):
            part = getattr(self, name)
            part.setGeometry(full if name == "warning" else frame.body)
            part.set_scale(frame.scale, frame.text_scale)
        for name in self._made("ask_bar", "much_bar", "warning_bar"):
            bar: BottomBar = getattr(self, name)
            bar.setGeometry(frame.controls)
            bar.set_scale(frame.scale, words=frame.words)

    def _made(self, *names: str) -> Iterator[str]:
        return (name for name in names if name in self.__dict__)


def words_of(mode: Mode, sign: Sign | None = None) -> str:
    """What a screen reader is told as ``mode`` begins; "" for the modes of the session itself."""
    if mode is Mode.ASKED:
        return f"{before.QUESTION} Press a number, 0 to 9, or X for ten."
    if mode is Mode.MUCH_PAIN:
        return f"{before.MUCH_SAID} 1, not now. 2, start anyway, gently."
    if mode is Mode.WARNED:
        signs = ". ".join(f"{n}, {warning.NAMES[s]}" for n, s in enumerate(Sign, 1))
        return f"{warning.STOPPED} Which one is it? {signs}. 3, none of these."
    return f"{warning.said(sign)} {warning.PAUSED}" if sign is not None else ""

"""The page that leads through a session, from the first word to the summary."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.core.command import Command
from supple.core.session_keys import KeyMap
from supple.core.snapshot import Phase, Snapshot
from supple.core.step_kind import StepKind
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.session import frame as frames
from supple.ui.session.answers import Answers
from supple.ui.session.controls import Controls
from supple.ui.session.guide import Guide
from supple.ui.session.keys import OTHERWISE, Act, Mode, Rate, Tell, mode_of
from supple.ui.session.parts import PageParts
from supple.ui.session.pointer import RestingPointer
from supple.ui.session.shortcuts import Shortcuts
from supple.ui.session.top import Top
from supple.ui.widgets.announce import announce

if TYPE_CHECKING:
    from supple.core.summary import SummaryView
    from supple.core.warning import Sign

_READYING = "Getting the voice ready"
DEAF_MS = 1000
"""The summary takes no key so long: a second Enter or 3 was meant for the page before it."""


_WARNING = frozenset({Mode.WARNED, Mode.ADVISED})
_CARE = _WARNING | {Mode.ASKED, Mode.MUCH_PAIN}
"""Modes in which something of ``care`` stands in the place of the guide."""


class SessionPage(PageParts):
    """Draws snapshots and emits what the person asks for. It knows no clock and no session."""

    def __init__(self, look: Look, figures: FigurePainter, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._told: set[str] = set()
        self._notice = ""
        """What is to be told once the guide is seen."""
        self._able = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("plainFocus", True)
        self.setAccessibleName("Session")
        RestingPointer(self)
        self.top = Top(look, self)
        self.guide = Guide(look, figures, self)
        self.controls = Controls(look, self)
        self.shortcuts = Shortcuts(self)
        self._answers = Answers(self, lambda: self.answers_in(self.mode))
        self._connect()
        self._show_mode(Mode.OVER)

    @property
    def mode(self) -> Mode:
        """The state the page is in."""
        return self.shortcuts.mode

    def begin(self, title: str, note: str = "", *, kept: bool = True) -> None:
        """Get ready for a session of the routine ``title``.

        ``note`` is what it is, in the place of how far it has come; "" for an ordinary one.
        ``kept``: whether what is done in it is saved.
        """
        self.top.set_note(note)
        self.set_kept(kept)
        self._told.clear()
        self._notice = ""
        self._able = True
        self.guide.clear()
        self.top.clear(title)
        self._place()
        self._show_mode(Mode.READY)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_question(self, first: str) -> None:
        """Ask how the back feels before the session; ``first`` is what it begins with.

        Ends with ``answered``, by itself if need be, or ``not_now_asked``.
        """
        self.care.ask.ask(first)
        self._show_mode(Mode.ASKED)
        self._say_mode()

    def hold_question(self, on: bool) -> None:
        """Let the time for the answer stand still, or go on."""
        if self.mode is Mode.ASKED:
            self.care.ask.hold(on)

    def show_much_pain(self, gently: str) -> None:
        """Ask whether it is to start all the same; ``gently_asked`` or ``not_now_asked``.

        ``gently``: what that would mean.
        """
        self.care.much_pain.set_gently(gently)
        self._show_mode(Mode.MUCH_PAIN)
        self.shortcuts.rest(DEAF_MS)
        self._say_mode()

    def show_warning(self) -> None:
        """Ask which warning sign it is; ends with ``sign_told``."""
        self.care.warning.ask()
        self._show_mode(Mode.WARNED)
        self.shortcuts.rest(DEAF_MS)
        self._say_mode()

    def show_advice(self, sign: Sign) -> None:
        """Say who is to be called; ends with ``advice_seen``."""
        self.care.warning.show_advice(sign)
        self._show_mode(Mode.ADVISED)
        self.shortcuts.rest(DEAF_MS)
        self._say_mode(sign)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw one instant; cheap enough for 30 a second."""
        if self.mode is Mode.SUMMARY and snapshot.phase is Phase.DONE:
            # The last snapshot of a session may come after its end was told.
            self.top.show_snapshot(snapshot)
            return
        if self.mode in _WARNING and snapshot.phase is Phase.DONE:
            return
        self._show_mode(mode_of(snapshot))
        self.top.show_snapshot(snapshot)
        self.guide.show_snapshot(snapshot)
        self.controls.set_waiting(snapshot.step.kind is StepKind.PREPARE)
        if self.mode is Mode.HURTS:
            self.hurts.set_next(snapshot.next_stretch, snapshot.ease_s)

    def show_voice(self, on: bool, notice: str = "", *, able: bool | None = None) -> None:
        """Whether it speaks, and whether it could.

        ``notice`` is why it cannot, and is shown once in a session. ``able`` None leaves what
        was known: a notice means that it is not, and a new session begins with hope.
        """
        self._able = not notice and self._able if able is None else able
        word = "Voice off" if not on else "Voice" if self._able else "No voice"
        self.controls.show_voice(word, on=on and self._able)
        if notice and notice not in self._told:
            self._told.add(notice)
            self._notice = notice
            self._show_notice()

    def show_getting_ready(self, done: int, total: int) -> None:
        """A quiet note of how many sentences the voice has ready; all of them take it away."""
        then = self.guide.then
        if not then.notice or then.notice.startswith(_READYING):
            then.show_notice(f"{_READYING}, {done} of {total}" if done < total else "")

    def set_read_out(self, on: bool) -> None:
        """Whether ``read_out`` tells a screen reader everything, so that no part here has to."""
        self.guide.announces = not on

    def read_out(self, text: str, urgent: bool) -> None:
        """Have a screen reader say ``text``; ``urgent`` in the middle of what it reads."""
        announce(self, text, urgent=urgent)

    def show_summary(self, view: SummaryView) -> None:
        """The page after the session; ends with ``rated`` or ``discarded``."""
        blocks, _, _ = self.top.progress.shown
        self.summary.progress.show_shares(blocks, view.shares)
        self.summary.show_summary(view)
        self._show_mode(Mode.SUMMARY)
        self.shortcuts.rest(DEAF_MS)
        self.summary_bar.start()

    def set_person(self, skin: int, hair: int) -> None:
        """Which of the skins and hairs the figure has, both 0 to 2."""
        self.guide.stage.set_person(skin, hair)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys do what, from now on, wherever they are heard or shown."""
        if keys == self.shortcuts.keys:
            return
        super().set_keys(keys)
        self.shortcuts.set_keys(keys)
        self.controls.set_keys(keys)
        self.guide.then.set_keys(keys)
        # Long names may need the room of words.
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _connect(self) -> None:
        self.controls.asked.connect(self.asked)
        self.controls.voice_toggled.connect(self.voice_toggled)
        self.shortcuts.pressed.connect(self._on_action)
        self.save_asked.connect(self._on_save)
        self.discard_asked.connect(self._on_discard)
        self.close_asked.connect(self._on_advice_seen)
        self._look.changed.connect(self._place)

    def _on_action(self, action: object) -> None:
        if isinstance(action, Command):
            self.asked.emit(action)
        elif isinstance(action, Rate):
            answer = self.care.ask if self.mode is Mode.ASKED else self.summary
            answer.choose(action.pain)
        elif isinstance(action, Tell):
            self.sign_told.emit(action.sign)
        elif isinstance(action, Act):
            self._acts[action]()

    @cached_property
    def _acts(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.VOICE: self.voice_toggled.emit,
            Act.FULL_SCREEN: self.full_screen_toggled.emit,
            Act.SAVE: lambda: self.summary_bar.save.click(),
            Act.BEGIN: lambda: self.care.ask.skip(),
            Act.NOT_NOW: self.not_now_asked.emit,
            Act.GENTLY: self.gently_asked.emit,
            Act.WARN: self.warned.emit,
            Act.LEAVE: self.close_asked.emit,
            Act.ONWARD: lambda: self._go_to_answer(1),
            Act.BACKWARD: lambda: self._go_to_answer(-1),
            Act.TAKE: self._take_answer,
        }

    def _go_to_answer(self, step: int) -> None:
        self.wait_anew(self.mode)
        self._answers.move(step)

    def _take_answer(self) -> None:
        if not self._answers.take() and self.mode in OTHERWISE:
            self._acts[OTHERWISE[self.mode]]()

    def _on_advice_seen(self) -> None:
        self._show_mode(Mode.OVER)
        self.advice_seen.emit()

    def _say_mode(self, sign: Sign | None = None) -> None:
        """Tell a screen reader what the page asks, unless it is read out anyway."""
        if self.guide.announces:
            from supple.ui.session.care import words_of

            announce(self, words_of(self.mode, sign), urgent=self.mode is not Mode.ASKED)

    def _show_notice(self) -> None:
        if self._notice and self.guide.isVisibleTo(self):
            self.guide.then.show_notice(self._notice)
            self._notice = ""

    def _on_save(self) -> None:
        self._show_mode(Mode.OVER)
        self.rated.emit(self.summary.rating())

    def _on_discard(self) -> None:
        self._show_mode(Mode.OVER)
        self.discarded.emit()

    def _show_mode(self, mode: Mode) -> None:
        if mode is self.mode and mode is not Mode.OVER:
            return
        if self.mode is Mode.SUMMARY:
            self.summary_bar.stop()
        self.shortcuts.set_mode(mode)
        self.controls.set_mode(mode)
        summary, hurts = mode is Mode.SUMMARY, mode is Mode.HURTS
        replaced = summary or hurts or mode in _CARE
        self.top.setVisible(not summary and mode not in _WARNING)
        self.guide.setVisible(not replaced)
        self.controls.setVisible(not replaced)
        if mode in _CARE or "care" in self.__dict__:
            self.care.show(mode)
        for name, seen in (
            ("hurts", hurts),
            ("hurts_bar", hurts),
            ("summary", summary),
            ("summary_bar", summary),
            ("stop_question", mode is Mode.STOP_ASKED),
        ):
            self.show_part(name, seen)
        self._place()
        self._show_notice()
        # Not on a button: a Space that comes a moment too late must not save the summary unseen.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        width, height = self.width(), self.height()
        room = self.top.counter_width(frames.scale_of(width, height))
        frame = frames.frame(width, height, self._look.session_text_scale, room)
        self.top.place(frame)
        self.guide.place(frame)
        self.controls.setGeometry(frame.controls)
        self.controls.set_scale(frame.scale, words=frame.words, text=frame.text_scale)
        self.place_parts(frame)

"""The Flexibility page as the rest of the program knows it, whether it is built or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supple.core.check_view import CheckView, FeelResult, LegResult
    from supple.core.session_keys import KeyMap
    from supple.ui.flexibility.page import FlexibilityPage


class FlexibilityDoor(QObject):
    """Carries wishes out and values in. Light: nothing of the page is loaded with it."""

    shown = Signal()
    """It has come into view: answer with ``show_view`` and ``show_voice``."""
    view_asked = Signal()
    """What is there is wanted anew: answer with ``show_view``."""
    left = Signal()
    """It is out of sight: be silent."""
    script_asked = Signal(str)
    """A ``Part`` value to be read out: answer each sentence with ``show_line``."""
    hush_asked = Signal()
    legs_set = Signal(float, float)
    """Degrees of the left and the right leg: answer with ``show_result``."""
    felt = Signal(object, object)
    """A ``Check`` and how it went, a ``Feel``: answer with ``show_felt``."""
    discard_asked = Signal(str)
    """Id of a check that is not to be kept."""
    restore_asked = Signal(str)
    voice_toggled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: FlexibilityPage | None = None

    def open(self, page: FlexibilityPage) -> None:
        """From now on ``page`` is behind it."""
        self._page = page
        page.shown.connect(self.shown)
        page.view_asked.connect(self.view_asked)
        page.left.connect(self.left)
        page.script_asked.connect(self.script_asked)
        page.hush_asked.connect(self.hush_asked)
        page.legs_set.connect(self.legs_set)
        page.felt.connect(self.felt)
        page.discard_asked.connect(self.discard_asked)
        page.restore_asked.connect(self.restore_asked)
        page.voice_toggled.connect(self.voice_toggled)

    def show_view(self, view: CheckView) -> None:
        """What is there before a check."""
        if self._page is not None:
            self._page.show_view(view)

    def show_line(self, text: str, *, read_out: bool = False) -> None:
        """The sentence that is said now; ``read_out`` has the screen reader say it."""
        if self._page is not None:
            self._page.show_line(text, read_out=read_out)

    def show_result(self, result: LegResult) -> None:
        """What the leg raise came to."""
        if self._page is not None:
            self._page.show_result(result)

    def show_felt(self, result: FeelResult) -> None:
        """What a check without an angle came to."""
        if self._page is not None:
            self._page.show_felt(result)

    def show_voice(self, on: bool) -> None:
        """Whether what is shown is said as well."""
        if self._page is not None:
            self._page.show_voice(on)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys do what."""
        if self._page is not None:
            self._page.set_keys(keys)

    def refuse(self) -> None:
        """A check could not be left out, or brought back."""
        if self._page is not None:
            self._page.refuse()

    def reload(self) -> None:
        """The history is another: have what is in view asked for again."""
        if self._page is not None:
            self._page.reload()

"""How everything looks: theme, type, icons, text size and motion, in one place."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from supple.ui import fonts, style
from supple.ui.icons import Icons
from supple.ui.theme import DARK, LIGHT, Theme

_log = logging.getLogger(__name__)

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3)
SESSION_TEXT_SCALES = (1.0, 1.1, 1.2)
CHOICES = ("system", "light", "dark")


class Look(QObject):
    """The look all widgets share. ``changed`` says that any part of it is different now."""

    changed = Signal()

    def __init__(self, read: Callable[[str], bytes], parent: QObject | None = None) -> None:
        """``read("icons/house.svg")`` returns the bytes of a file below ``resources/``.

        ``read`` may raise ``OSError`` for the font; the system's own font is used then.
        """
        super().__init__(parent)
        self._icons = Icons(read)
        self._family = self._load_font(read)
        self._fonts: dict[tuple[str, float, bool], QFont] = {}
        self._choice = "system"
        self._fusion = False
        self.theme: Theme = LIGHT
        self.text_scale = 1.0
        self.session_text_scale = 1.0
        self.reduced_motion = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    @staticmethod
    def _load_font(read: Callable[[str], bytes]) -> str:
        try:
            return fonts.load(read(fonts.FILE))
        except OSError as error:
            _log.warning("The font could not be read, using the system's: %s", error)
            return ""

    def set_theme(self, choice: str) -> None:
        """Dress the whole program: ``light``, ``dark`` or ``system`` (follows the desktop)."""
        if choice not in CHOICES:
            raise ValueError(f"theme must be one of {', '.join(CHOICES)}, not {choice!r}")
        self._choice = choice
        self._dress()

    def set_text_scale(self, scale: float) -> None:
        """Text size outside sessions, one of ``TEXT_SCALES``."""
        self.text_scale = scale
        self._dress()

    def set_session_text_scale(self, scale: float) -> None:
        """Size of the cue in sessions, one of ``SESSION_TEXT_SCALES``."""
        self.session_text_scale = scale
        self.changed.emit()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether things stand still instead of sliding and breathing."""
        self.reduced_motion = reduced
        self.changed.emit()

    def font(self, role: str, scale: float = 1.0, *, numbers: bool = False) -> QFont:
        """The font of ``role``; session roles leave the program's text size out.

        Raises ``KeyError`` for a role that ``fonts.ROLES`` does not hold.
        """
        if not fonts.ROLES[role].session:
            scale *= self.text_scale
        key = (role, scale, numbers)
        if key not in self._fonts:
            self._fonts[key] = fonts.make(self._family, role, scale, numbers=numbers)
        return self._fonts[key]

    def line(self, role: str, scale: float = 1.0) -> int:
        """Height in pixels of one line of ``role``."""
        spec = fonts.ROLES[role]
        return round(spec.line * scale * (1.0 if spec.session else self.text_scale))

    def px(self, length: float) -> int:
        """A length that grows with the program's text size, rounded to pixels."""
        return round(length * self.text_scale)

    def pixmap(self, name: str, token: str, size: int, dpr: float = 1.0) -> QPixmap:
        """An icon in the token's colour, ``size`` logical pixels square."""
        return self._icons.pixmap(name, self.theme.color(token), size, dpr)

    def tinted(self, name: str, color: QColor, size: int, dpr: float = 1.0) -> QPixmap:
        """The same in any colour, for what fades when it is disabled."""
        return self._icons.pixmap(name, color, size, dpr)

    def icon(self, name: str, token: str, size: int) -> QIcon:
        """The same as a ``QIcon``, sharp on the densest screen."""
        screens = QGuiApplication.screens()
        dpr = max((screen.devicePixelRatio() for screen in screens), default=1.0)
        return QIcon(self.pixmap(name, token, size, dpr))

    def _dress(self) -> None:
        self.theme = DARK if self._wants_dark() else LIGHT
        self._fonts.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if not self._fusion:
                app.setStyle("Fusion")
                self._fusion = True
            app.setPalette(style.palette(self.theme))
            app.setFont(self.font("body"))
            app.setStyleSheet(style.sheet(self.theme, self.text_scale))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"

    def _on_scheme(self) -> None:
        if self._choice == "system":
            self._dress()

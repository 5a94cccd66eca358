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
_MOST_FONTS = 100
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
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        self._choice = "system"
        self._asked: tuple[object, ...] = ()
        self._worn: tuple[object, ...] = ()
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

    def wear(
        self,
        theme: str,
        text_scale: float,
        session_text_scale: float,
        reduced_motion: bool,
    ) -> None:
        """Change everything at once; cheap when nothing is new, cheapest before there are widgets.

        ``theme`` is ``light``, ``dark`` or ``system`` (follows the desktop; anything else raises
        ``ValueError``); ``text_scale`` one of ``TEXT_SCALES``, for all pages; then one of
        ``SESSION_TEXT_SCALES``, for the session page; then whether things stand still instead of
        sliding and breathing. The style is the application's: make it with ``-style fusion``.
        """
        if theme not in CHOICES:
            raise ValueError(f"theme must be one of {', '.join(CHOICES)}, not {theme!r}")
        self._choice = theme
        worn = (theme, self._wants_dark(), text_scale)
        asked = (*worn, session_text_scale, reduced_motion)
        if asked == self._asked:
            return
        self._asked = asked
        self.session_text_scale = session_text_scale
        self.reduced_motion = reduced_motion
        if worn != self._worn:
            self._worn = worn
            self.text_scale = text_scale
            self._dress()
        self.changed.emit()

    def set_theme(self, choice: str) -> None:
        """Dress the whole program: ``light``, ``dark`` or ``system``."""
        self.wear(choice, self.text_scale, self.session_text_scale, self.reduced_motion)

    def set_text_scale(self, scale: float) -> None:
        """Text size outside sessions, one of ``TEXT_SCALES``."""
        self.wear(self._choice, scale, self.session_text_scale, self.reduced_motion)

    def set_session_text_scale(self, scale: float) -> None:
        """Size of the texts in sessions, one of ``SESSION_TEXT_SCALES``."""
        self.wear(self._choice, self.text_scale, scale, self.reduced_motion)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether things stand still instead of sliding and breathing."""
        self.wear(self._choice, self.text_scale, self.session_text_scale, reduced)

    def font(self, role: str, scale: float = 1.0, *, numbers: bool = False) -> QFont:
        """The font of ``role``; session roles leave the program's text size out.

        Raises ``KeyError`` for a role that ``fonts.ROLES`` does not hold.
        """
        if not fonts.ROLES[role].session:
            scale *= self.text_scale
        # By pixels, not by scale: a window that is being resized has hundreds of scales.
        key = (role, fonts.pixels(role, scale), numbers)
        if key not in self._fonts:
            if len(self._fonts) >= _MOST_FONTS:
                # A window that is dragged larger goes through all sizes; Qt keeps what is in use.
                self._fonts.clear()
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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(style.palette(self.theme))
            app.setFont(self.font("body"))
            app.setStyleSheet(style.sheet(self.theme, self.text_scale))

    def _wants_dark(self) -> bool:
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"

    def _on_scheme(self) -> None:
        self.set_theme(self._choice)

"""How everything looks: theme, type, icons, text size and motion, in one place."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from supple.ui import fonts, style, system_hints
from supple.ui.icons import Icons
from supple.ui.theme import LIGHT, SIDES, TEAL, Theme, theme_of

_log = logging.getLogger(__name__)

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3)
SESSION_TEXT_SCALES = (1.0, 1.1, 1.2)
_MOST_FONTS = 100
CHOICES = ("system", "light", "dark")
CONTRASTS = ("system", "normal", "high")


@dataclass(frozen=True, slots=True)
class Clothes:
    """Everything that can be chosen of the look."""

    theme: str = "system"
    """One of ``CHOICES``; ``system`` follows the desktop."""
    contrast: str = "system"
    """One of ``CONTRASTS``; ``system`` follows the desktop where it can say."""
    sides: str = TEAL
    """The colours of left and right, one of ``theme.SIDES``."""
    text_scale: float = 1.0
    """One of ``TEXT_SCALES``, for all pages."""
    session_text_scale: float = 1.0
    """One of ``SESSION_TEXT_SCALES``, for the session page."""
    reduced_motion: bool = False
    """Whether things stand still instead of sliding and breathing."""


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
        self._chosen = Clothes()
        self._asked: tuple[object, ...] = ()
        self._worn: tuple[object, ...] = ()
        self.theme: Theme = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)
        system_hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    @staticmethod
    def _load_font(read: Callable[[str], bytes]) -> str:
        try:
            return fonts.load(read(fonts.FILE))
        except OSError as error:
            _log.warning("The font could not be read, using the system's: %s", error)
            return ""

    @property
    def text_scale(self) -> float:
        """Text size outside sessions."""
        return self._chosen.text_scale

    @property
    def session_text_scale(self) -> float:
        """Size of the texts in sessions."""
        return self._chosen.session_text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether things stand still instead of sliding and breathing."""
        return self._chosen.reduced_motion

    def wear(self, clothes: Clothes) -> None:
        """Change everything at once; cheap when nothing is new, cheapest before there are widgets.

        The style is the application's: make it with ``-style fusion``. Raises ``ValueError`` for
        a theme, a contrast or colours that there are not.
        """
        _check("theme", clothes.theme, CHOICES)
        _check("contrast", clothes.contrast, CONTRASTS)
        _check("sides", clothes.sides, SIDES)
        self._chosen = clothes
        wants = (self._wants_dark(), self._wants_contrast())
        asked = (clothes, *wants)
        if asked == self._asked:
            return
        self._asked = asked
        worn = (*wants, clothes.sides, clothes.text_scale)
        if worn != self._worn:
            self._worn = worn
            self._dress(*wants)
        self.changed.emit()

    def set_theme(self, choice: str) -> None:
        """Dress the whole program: ``light``, ``dark`` or ``system``."""
        self.wear(replace(self._chosen, theme=choice))

    def set_contrast(self, choice: str) -> None:
        """``normal``, ``high`` or ``system``."""
        self.wear(replace(self._chosen, contrast=choice))

    def set_sides(self, sides: str) -> None:
        """The colours of left and right, one of ``theme.SIDES``."""
        self.wear(replace(self._chosen, sides=sides))

    def set_text_scale(self, scale: float) -> None:
        """Text size outside sessions, one of ``TEXT_SCALES``."""
        self.wear(replace(self._chosen, text_scale=scale))

    def set_session_text_scale(self, scale: float) -> None:
        """Size of the texts in sessions, one of ``SESSION_TEXT_SCALES``."""
        self.wear(replace(self._chosen, session_text_scale=scale))

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether things stand still instead of sliding and breathing."""
        self.wear(replace(self._chosen, reduced_motion=reduced))

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

    def _dress(self, dark: bool, high: bool) -> None:
        self.theme = theme_of(dark=dark, high=high, sides=self._chosen.sides)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # Exchanged for another, Qt dresses each widget once for every widget it is inside of:
            # a second and more. Taken off first, and put on anew, it is twice for each.
            app.setStyleSheet("")
            app.setPalette(style.palette(self.theme))
            app.setFont(self.font("body"))
            app.setStyleSheet(style.sheet(self.theme, self.text_scale))

    def _wants_dark(self) -> bool:
        if self._chosen.theme == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._chosen.theme == "dark"

    def _wants_contrast(self) -> bool:
        if self._chosen.contrast == "system":
            return system_hints.wants_high_contrast()
        return self._chosen.contrast == "high"

    def _on_system(self) -> None:
        self.wear(self._chosen)


def _check(what: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise ValueError(f"{what} must be one of {', '.join(known)}, not {value!r}")

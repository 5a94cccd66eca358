"""How the program looks: theme, size of the text, motion, and who shows the stretches."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core.settings import (
    SESSION_TEXT_SCALES,
    TEXT_SCALES,
    Contrast,
    Motion,
    Settings,
    SideColors,
)
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.settings.figure_choice import FigureChoice
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.settings.theme_choice import ThemeChoice
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.switch import Switch

_SESSION_SIZES = ("Normal", "Large", "Largest")
_MOTIONS = (
    (Motion.SYSTEM, "Same as system"),
    (Motion.REDUCED, "Less"),
    (Motion.FULL, "Full"),
)
_CONTRASTS = (
    (Contrast.SYSTEM, "Same as system"),
    (Contrast.NORMAL, "Normal"),
    (Contrast.HIGH, "High"),
)
_SIDES = ((SideColors.TEAL, "Teal and ochre"), (SideColors.BLUE, "Blue and ochre"))


class AppearanceCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)

    def __init__(self, look: Look, figures: FigurePainter) -> None:
        super().__init__()
        self._look = look
        self.cards: tuple[QWidget, ...] = (
            # First: it stays where it is while all below it grows, and is found at once by whom
            # it is for.
            self._build_text(),
            self._build_theme(),
            self._build_session(),
            self._build_person(figures),
        )

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``; what is changed in doing so is told like any other change."""
        self._theme.choose(settings.theme)
        self._contrast.choose(settings.contrast)
        self._sides.choose(settings.side_colors)
        self._full_screen.setChecked(settings.full_screen)
        self._awake.setChecked(settings.keep_awake)
        self._session_text.choose(f"{settings.session_text_scale:g}")
        self._motion.choose(settings.motion)
        self._person.choose(settings.skin, settings.hair)
        self._text.choose(f"{settings.text_scale:g}")

    def _build_text(self) -> QWidget:
        percents = [(f"{scale:g}", f"{scale:.0%}") for scale in TEXT_SCALES]
        self._text = Segmented(self._look, percents, "1", small=True, name="Text size")
        self._text.chosen.connect(lambda s: self._tell(text_scale=float(s)))
        card = SettingsCard(self._look, "")
        card.body.setContentsMargins(24, 6, 24 - RING, 6)
        card.add_row("Text size", self._text, "On every page; the session's own is set below")
        return card

    def _build_theme(self) -> QWidget:
        self._theme = ThemeChoice(self._look)
        self._theme.chosen.connect(lambda theme: self._tell(theme=theme))
        card = SettingsCard(self._look, "Theme")
        card.body.addWidget(self._theme)
        self._contrast = Segmented(
            self._look, _CONTRASTS, Contrast.SYSTEM, small=True, name="Contrast"
        )
        self._contrast.chosen.connect(lambda c: self._tell(contrast=Contrast(c)))
        self._sides = Segmented(self._look, _SIDES, SideColors.TEAL, small=True, name="Sides")
        self._sides.chosen.connect(lambda s: self._tell(side_colors=SideColors(s)))
        card.add_row("Contrast", self._contrast, "High: stronger text, lines and borders")
        hint = "Left and right also differ by place, arrow and word"
        card.add_row("Side colours", self._sides, hint)
        return card

    def _build_session(self) -> QWidget:
        look = self._look
        self._full_screen = Switch(look, "Open in full screen")
        self._full_screen.toggled.connect(lambda on: self._tell(full_screen=on))
        self._awake = Switch(look, "Keep the screen awake")
        self._awake.toggled.connect(lambda on: self._tell(keep_awake=on))
        pairs = zip(SESSION_TEXT_SCALES, _SESSION_SIZES, strict=True)
        sizes = [(f"{scale:g}", name) for scale, name in pairs]
        self._session_text = Segmented(look, sizes, "1", small=True, name="Screen text size")
        self._session_text.chosen.connect(lambda s: self._tell(session_text_scale=float(s)))
        self._motion = Segmented(look, _MOTIONS, Motion.SYSTEM, small=True, name="Motion")
        self._motion.chosen.connect(lambda m: self._tell(motion=Motion(m)))
        card = SettingsCard(look, "Session screen")
        card.add_row("Open in full screen", self._full_screen, "Easier to read from the floor")
        card.add_row("Keep the screen awake", self._awake, "During a session, and no longer")
        card.add_row("Screen text size", self._session_text, "For reading from far away")
        hint = "Less: the ring steps once a second and nothing slides"
        card.add_row("Motion", self._motion, hint)
        return card

    def _build_person(self, figures: FigurePainter) -> QWidget:
        self._person = FigureChoice(self._look, figures)
        self._person.chosen.connect(lambda skin, hair: self._tell(skin=skin, hair=hair))
        card = SettingsCard(self._look, "Who shows the stretches")
        card.body.addWidget(self._person)
        return card

    def _tell(self, **fields: object) -> None:
        self.changed.emit(fields)

"""The type scale: every role a text can have, as a font."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FILE = "fonts/Inter.ttf"


class Role(NamedTuple):
    """One kind of text. Pixels at scale 1."""

    px: int
    line: int
    """Height of one line, pixels."""
    weight: int
    """400 regular, 500 medium, 600 semi-bold, 700 bold."""
    spacing: int = 100
    """Letter spacing in percent."""
    numbers: bool = False
    """Digits all of one width, so that a changing number does not wobble."""
    session: bool = False
    """Scaled with the session page instead of the program's text size."""


ROLES: dict[str, Role] = {
    "display": Role(34, 42, 600, 97),
    "title": Role(28, 36, 600, 98),
    "prompt": Role(24, 31, 600, 98),
    "heading": Role(20, 28, 600, 99),
    "dial-number": Role(96, 104, 600, 97, numbers=True),
    "dial-said": Role(24, 31, 600, 98),
    "verdict": Role(30, 36, 600, 97),
    "figure-small": Role(22, 28, 600, 99),
    "figure-ring": Role(18, 20, 600),
    "subhead": Role(16, 24, 600),
    "lead": Role(16, 24, 400),
    "body": Role(15, 22, 400),
    "body-medium": Role(15, 22, 500),
    "body-strong": Role(15, 22, 600),
    "button": Role(15, 22, 600),
    "button-large": Role(18, 24, 600),
    "button-small": Role(13, 18, 600),
    "small": Role(13, 18, 400),
    "small-medium": Role(13, 18, 500),
    "small-strong": Role(13, 18, 600),
    "caption": Role(12, 16, 500),
    "code": Role(14, 20, 400),
    "digits": Role(176, 172, 600, 97, numbers=True, session=True),
    "digits-long": Role(116, 113, 600, 97, numbers=True, session=True),
    "digits-longest": Role(90, 88, 600, 97, numbers=True, session=True),
    "side": Role(54, 60, 700, 97, session=True),
    "side-soft": Role(40, 48, 600, 97, session=True),
    "headline": Role(54, 60, 600, 97, session=True),
    "cue": Role(44, 54, 600, 97, session=True),
    "name": Role(34, 42, 600, 97, session=True),
    "name-plain": Role(34, 42, 500, 97, session=True),
    "button-huge": Role(34, 42, 600, 97),
    "choice": Role(30, 36, 600, 99, session=True),
    "ring-label": Role(28, 32, 600, 99, session=True),
    "ring-note": Role(26, 30, 500, numbers=True, session=True),
    "counter": Role(26, 32, 500, numbers=True, session=True),
    "counter-strong": Role(26, 32, 600, numbers=True, session=True),
    "hint": Role(22, 30, 500, session=True),
    "note": Role(20, 28, 500, session=True),
    "note-strong": Role(20, 28, 600, session=True),
    "sign": Role(25, 33, 500, session=True),
    "sign-strong": Role(25, 33, 700, session=True),
    "aside": Role(18, 28, 500, session=True),
    "transport": Role(13, 16, 500, session=True),
    "transport-main": Role(18, 24, 600, session=True),
    "session-small": Role(13, 18, 400, session=True),
    "session-body": Role(15, 22, 400, session=True),
    "session-strong": Role(15, 22, 600, numbers=True, session=True),
    "key": Role(12, 16, 500, session=True),
}
"""Sizes under ``session`` are those of the session page at 1100 by 760."""

SMALLEST_PX = 11
"""No text is ever set smaller than this, pixels."""


def load(data: bytes) -> str:
    """Add a font file to the program; its family, or "" when it cannot be used."""
    number = QFontDatabase.addApplicationFontFromData(QByteArray(data))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


def pixels(role: str, scale: float) -> int:
    """The size of ``role`` at ``scale``. Raises ``KeyError`` for an unknown role."""
    return max(SMALLEST_PX, round(ROLES[role].px * scale))


def make(family: str, role: str, scale: float, *, numbers: bool = False) -> QFont:
    """The font of ``role`` at ``scale``. ``family`` "" takes the system's own."""
    spec = ROLES[role]
    font = QFont()
    if role == "code":
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    elif family:
        font.setFamily(family)
    font.setPixelSize(pixels(role, scale))
    font.setWeight(QFont.Weight(spec.weight))
    if spec.spacing != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spec.spacing)
    if numbers or spec.numbers:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font

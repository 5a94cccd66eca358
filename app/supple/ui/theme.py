"""The colours of both themes, as named tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor

TEAL, BLUE = "teal-ochre", "blue-ochre"
SIDES = (TEAL, BLUE)
"""The colours of left and right: blue and ochre are the pair that colour-blind eyes part best."""
_FAINT, _FAINT_HIGH = 0.45, 0.7


@dataclass(frozen=True, slots=True)
class Theme:
    """A full set of colours. Asking for an unknown token raises ``KeyError``."""

    name: str
    """What tells it from every other, such as ``light`` or ``dark-high-blue-ochre``."""
    tokens: Mapping[str, str]
    """``#RRGGBB`` by token name."""
    dark: bool = False
    """Whether text is light on a dark ground."""
    high: bool = False
    """Whether it is one of high contrast."""

    def hex(self, token: str) -> str:
        """The token as ``#RRGGBB``."""
        return self.tokens[token]

    def color(self, token: str) -> QColor:
        """The token as a colour."""
        return QColor(self.tokens[token])

    @property
    def edge(self) -> QColor | None:
        """What a fill near its ground is outlined in, so that it is seen; None for no line."""
        return self.color("line") if self.high else None

    def faint(self, token: str, over: str = "bg", part: float | None = None) -> QColor:
        """``part`` (0 to 1) of ``token`` mixed into ``over``: what a disabled thing is drawn in."""
        if part is None:
            part = _FAINT_HIGH if self.high else _FAINT
        return blend(self.color(token), self.color(over), part)


def blend(top: QColor, under: QColor, part: float) -> QColor:
    """``part`` (0 to 1) of ``top`` mixed into ``under``, opaque."""
    rest = 1.0 - part
    return QColor(
        round(top.red() * part + under.red() * rest),
        round(top.green() * part + under.green() * rest),
        round(top.blue() * part + under.blue() * rest),
    )


def contrast(a: QColor, b: QColor) -> float:
    """The WCAG contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


LIGHT = Theme(
    "light",
    MappingProxyType(
        {
            "bg": "#FAF7F2",
            "surface": "#FFFFFF",
            "sunken": "#F2EDE4",
            "ink": "#1F2A30",
            "muted": "#5B6770",
            "line": "#E6E0D6",
            "track": "#E6E0D6",
            "control": "#8E867A",
            "primary": "#0F766E",
            "primary-hover": "#0C635C",
            "primary-press": "#0A514B",
            "primary-soft": "#D5EDE8",
            "primary-ink": "#0B5C56",
            "on-primary": "#FFFFFF",
            "accent": "#E2725B",
            "accent-ink": "#A83E27",
            "accent-soft": "#FBE6E0",
            "accent-line": "#EBB5A6",
            "left": "#0F766E",
            "left-soft": "#D5EDE8",
            "left-ink": "#0B5C56",
            "on-left": "#FFFFFF",
            "right": "#9A6200",
            "right-soft": "#F7E8CB",
            "right-ink": "#7A4D00",
            "on-right": "#FFFFFF",
            "rest": "#5B6770",
            "rest-soft": "#E9E6E0",
            "h0": "#EFE9DF",
            "h1": "#BFE0D9",
            "h2": "#7FC2B7",
            "h3": "#2E9488",
            "h4": "#0B5C56",
            "stage": "#F2EDE4",
            "fig": "#3D4F57",
            "fig-far": "#A9B5B8",
            "fig-mat": "#D9D0C2",
            "fig-prop": "#CFC6B8",
            "fig-strap": "#0F766E",
        }
    ),
)
DARK = Theme(
    "dark",
    MappingProxyType(
        {
            "bg": "#12181B",
            "surface": "#1B2327",
            "sunken": "#0D1214",
            "ink": "#ECE7DF",
            "muted": "#9AA7AD",
            "line": "#2C373C",
            "track": "#2C373C",
            "control": "#6B797F",
            "primary": "#4FC1B0",
            "primary-hover": "#66CDBE",
            "primary-press": "#3BAA9A",
            "primary-soft": "#17403C",
            "primary-ink": "#8FDDD0",
            "on-primary": "#06231F",
            "accent": "#EE7B60",
            "accent-ink": "#F5A694",
            "accent-soft": "#3B231D",
            "accent-line": "#6E4236",
            "left": "#4FC1B0",
            "left-soft": "#17403C",
            "left-ink": "#8FDDD0",
            "on-left": "#06231F",
            "right": "#E5B454",
            "right-soft": "#43341A",
            "right-ink": "#F0CF8E",
            "on-right": "#2A1D00",
            "rest": "#9AA7AD",
            "rest-soft": "#273136",
            "h0": "#232D31",
            "h1": "#1C4A45",
            "h2": "#24766C",
            "h3": "#4FC1B0",
            "h4": "#B4EFE4",
            "stage": "#182024",
            "fig": "#D3DBDD",
            "fig-far": "#5C6B71",
            "fig-mat": "#34424A",
            "fig-prop": "#46555B",
            "fig-strap": "#4FC1B0",
        }
    ),
    dark=True,
)


def theme_of(*, dark: bool, high: bool = False, sides: str = TEAL) -> Theme:
    """The theme for these wishes; ``sides`` is one of ``SIDES``."""
    if not high and sides == TEAL:
        return DARK if dark else LIGHT
    from supple.ui import high_contrast  # few need it, and not before the first picture

    return high_contrast.theme_of(dark=dark, high=high, sides=sides)

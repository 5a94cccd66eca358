"""The themes of high contrast, and blue for the left side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Final

from supple.ui.theme import BLUE, DARK, LIGHT, Theme

_LIGHT: Final = {
    "bg": "#FFFFFF",
    "surface": "#FFFFFF",
    "sunken": "#F1F1F1",
    "ink": "#000000",
    "muted": "#333B40",
    "line": "#767676",
    "track": "#D9D9D9",
    "control": "#3D3D3D",
    "primary": "#004D46",
    "primary-hover": "#003A35",
    "primary-press": "#002B27",
    "primary-soft": "#CFEDE7",
    "primary-ink": "#00332E",
    "accent": "#C2452B",
    "accent-ink": "#7A1F0A",
    "accent-soft": "#FFE9E3",
    "accent-line": "#7A1F0A",
    "left": "#004D46",
    "left-soft": "#CFEDE7",
    "left-ink": "#00332E",
    "right": "#6B4000",
    "right-soft": "#FFE9BF",
    "right-ink": "#4A2C00",
    "rest": "#333B40",
    "rest-soft": "#E4E4E4",
    "h0": "#E8E8E8",
    "h1": "#A3D2C9",
    "h2": "#5BA89C",
    "h3": "#1F7A6E",
    "h4": "#00332E",
    "stage": "#F1F1F1",
}
_DARK: Final = {
    "bg": "#000000",
    "surface": "#0B0B0B",
    "sunken": "#000000",
    "ink": "#FFFFFF",
    "muted": "#D6DDE0",
    "line": "#7B8589",
    "track": "#3A3A3A",
    "control": "#C3CBCE",
    "primary": "#7FEBDA",
    "primary-hover": "#A5F3E6",
    "primary-press": "#5FD4C2",
    "primary-soft": "#0E3B36",
    "primary-ink": "#B9FFF3",
    "on-primary": "#000000",
    "accent": "#FF9B82",
    "accent-ink": "#FFC4B5",
    "accent-soft": "#3D140A",
    "accent-line": "#FFC4B5",
    "left": "#7FEBDA",
    "left-soft": "#0E3B36",
    "left-ink": "#B9FFF3",
    "on-left": "#000000",
    "right": "#FFD479",
    "right-soft": "#3D2B00",
    "right-ink": "#FFE3A6",
    "on-right": "#000000",
    "rest": "#D6DDE0",
    "rest-soft": "#2B2B2B",
    "h0": "#242424",
    "h1": "#1F5A53",
    "h2": "#2F8C80",
    "h3": "#6BDCCB",
    "h4": "#D2FFF7",
    "stage": "#161616",
}
_BLUE: Final = {
    "light": {"left": "#1F5FA8", "left-soft": "#DCE8F6", "left-ink": "#17487F"},
    "dark": {
        "left": "#86BBF5",
        "left-soft": "#1B3554",
        "left-ink": "#B5D6FA",
        "on-left": "#06182B",
    },
    "light-high": {"left": "#003E80", "left-soft": "#D6E6F8", "left-ink": "#002B59"},
    "dark-high": {
        "left": "#A8D1FF",
        "left-soft": "#0E2A4A",
        "left-ink": "#CFE6FF",
        "on-left": "#000000",
    },
}


@cache
def theme_of(*, dark: bool, high: bool, sides: str) -> Theme:
    """The theme for these wishes; ``sides`` is one of ``supple.ui.theme.SIDES``."""
    theme = DARK if dark else LIGHT
    if high:
        theme = _with(theme, f"{theme.name}-high", _DARK if dark else _LIGHT)
    if sides == BLUE:
        theme = _with(theme, f"{theme.name}-{sides}", _BLUE[theme.name])
    return replace(theme, high=high)


def _with(theme: Theme, name: str, tokens: Mapping[str, str]) -> Theme:
    return replace(theme, name=name, tokens=MappingProxyType({**theme.tokens, **tokens}))

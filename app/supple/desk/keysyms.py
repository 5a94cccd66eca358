"""The numbers by which X11 knows keys."""

from __future__ import annotations

from collections.abc import Mapping

_FIRST_F = 0xFFBE
_MEDIA = 0x1008FF00
KEYSYMS: Mapping[str, int] = {
    **{letter: ord(letter.lower()) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"},
    **{f"F{number}": _FIRST_F + number - 1 for number in range(1, 36)},
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "End": 0xFF57,
    "Space": 0x20,
    "Enter": 0xFF0D,
    "Ins": 0xFF63,
    "Pause": 0xFF13,
    "Toggle Media Play/Pause": _MEDIA | 0x14,
    "Media Stop": _MEDIA | 0x15,
    "Media Previous": _MEDIA | 0x16,
    "Media Next": _MEDIA | 0x17,
    "Media Record": _MEDIA | 0x1C,
    "Media Pause": _MEDIA | 0x31,
}
"""By the name a key is kept under."""
MASKS: Mapping[str, int] = {"Shift": 1, "Ctrl": 4, "Alt": 8, "Meta": 64}
"""Bits of the modifiers held."""

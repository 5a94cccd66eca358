"""The figure's colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one picture."""

    disc: QColor
    ring: QColor
    floor: QColor
    leg: QColor
    leg_light: QColor
    leg_shade: QColor
    leg_far: QColor
    leg_far_shade: QColor
    shirt: QColor
    shirt_shade: QColor
    shirt_far: QColor
    seam: QColor
    skin: QColor
    skin_shade: QColor
    skin_far: QColor
    hair: QColor
    hair_shine: QColor
    ink: QColor
    cue: QColor
    lips: QColor
    glow: QColor
    glow_edge: QColor
    glow_line: QColor
    strap: QColor
    strap_far: QColor
    strap_edge: QColor
    mat: QColor
    mat_edge: QColor
    mat_line: QColor
    chair: QColor
    chair_shade: QColor
    chair_far: QColor
    chair_top: QColor
    metal: QColor
    metal_shade: QColor
    wall: QColor
    wall_shade: QColor
    skirting: QColor
    shadow: QColor
    rim: QColor = field(default_factory=QColor)
    """Round the muscle that is felt; an invalid colour for none."""


_LIGHT: Final = {
    "disc": "#D5EDE8",
    "ring": "#E3F2EE",
    "floor": "#E9E1D3",
    "leg": "#0F766E",
    "leg_light": "#1E8B82",
    "leg_shade": "#0B5F59",
    "leg_far": "#569C95",
    "leg_far_shade": "#458A83",
    "shirt": "#F4E3C3",
    "shirt_shade": "#E3CDA4",
    "shirt_far": "#DCC59B",
    "seam": "#C9AF82",
    "cue": "#5B7A78",
    "glow": "#E2725B",
    "glow_edge": "#F4A08C",
    "glow_line": "#FFD9CE",
    "strap": "#F0B23E",
    "strap_far": "#C98F2A",
    "strap_edge": "#A8741B",
    "mat": "#A9C8D6",
    "mat_edge": "#86AABB",
    "mat_line": "#BCD6E1",
    "chair": "#D8BC94",
    "chair_shade": "#BD9D71",
    "chair_far": "#C7AA80",
    "chair_top": "#E7D0AE",
    "metal": "#8B979C",
    "metal_shade": "#6E7A80",
    "wall": "#ECE3D5",
    "wall_shade": "#DCCFBB",
    "skirting": "#CDBEA6",
    "shadow": "#333A3326",
}
_DARK: Final = {
    "disc": "#17302F",
    "ring": "#18292B",
    "floor": "#232E33",
    "leg": "#1F9E93",
    "leg_light": "#35B5AA",
    "leg_shade": "#177F76",
    "leg_far": "#26736D",
    "leg_far_shade": "#1F635E",
    "shirt": "#EAD6B0",
    "shirt_shade": "#CDB68B",
    "shirt_far": "#A08E6C",
    "seam": "#A58D62",
    "cue": "#9CC4BE",
    "glow": "#FF7F66",
    "glow_edge": "#FFB09E",
    "glow_line": "#FFE3DB",
    "strap": "#F2BC55",
    "strap_far": "#A87F33",
    "strap_edge": "#8F6A22",
    "mat": "#34505C",
    "mat_edge": "#263C46",
    "mat_line": "#3F606D",
    "chair": "#8E7555",
    "chair_shade": "#6D583F",
    "chair_far": "#5F4E39",
    "chair_top": "#A68B68",
    "metal": "#5E6B71",
    "metal_shade": "#465157",
    "wall": "#2A353A",
    "wall_shade": "#202A2E",
    "skirting": "#3A484E",
    "shadow": "#8C000000",
}
_PAPER: Final = {
    "glow": "#F59A84",
    "glow_edge": "#F59A84",
    "glow_line": "#FFFFFF",
    "rim": "#7A2A1A",
}
# skin, its shade, the far limbs' skin, lips; by theme
_SKINS: Final[Mapping[bool, tuple[tuple[str, str, str, str], ...]]] = {
    False: (
        ("#C98B66", "#B47650", "#B88263", "#97583E"),
        ("#EBC0A0", "#D6A583", "#DDB497", "#B5695A"),
        ("#8A5A44", "#734736", "#7B5140", "#5F3230"),
    ),
    True: (
        ("#CE9270", "#B1755A", "#9F7058", "#8F5040"),
        ("#EEC6A9", "#D0A080", "#A98469", "#B06A5C"),
        ("#9A6A52", "#7F5442", "#6B4939", "#60363A"),
    ),
}
# hair and its shine; by theme
_HAIRS: Final[Mapping[bool, tuple[tuple[str, str], ...]]] = {
    False: (("#3A2B2A", "#574442"), ("#6B4128", "#8B5A3A"), ("#241F22", "#443B3F")),
    True: (("#4A3835", "#6B5551"), ("#7A4D32", "#9C6A48"), ("#3A3337", "#5A5056")),
}
_PARTNER: Final[Mapping[bool, Mapping[str, str]]] = {
    False: {
        "leg": "#55618A",
        "leg_light": "#6A76A0",
        "leg_shade": "#454F74",
        "leg_far": "#939BB9",
        "leg_far_shade": "#808AAB",
        "shirt": "#DCDDF0",
        "shirt_shade": "#C0C3DF",
        "shirt_far": "#B5B8D2",
        "seam": "#9EA3C6",
    },
    True: {
        "leg": "#6C79A8",
        "leg_light": "#808DBA",
        "leg_shade": "#596492",
        "leg_far": "#505A7E",
        "leg_far_shade": "#454E70",
        "shirt": "#C9CBE4",
        "shirt_shade": "#A9ADCF",
        "shirt_far": "#7E82A0",
        "seam": "#8489AE",
    },
}


@lru_cache(maxsize=24)
def palette(dark: bool, skin: int = 0, hair: int = 0, *, paper: bool = False) -> Palette:
    """The colours for a theme, one of three skin tones and one of three heads of hair.

    ``paper``: told apart in grey as well.
    """
    if paper:
        colours = {name: QColor(value) for name, value in _PAPER.items()}
        return replace(palette(dark, skin, hair), **colours)
    base = {name: QColor(value) for name, value in (_DARK if dark else _LIGHT).items()}
    tones = _SKINS[dark][skin % 3]
    locks = _HAIRS[dark][hair % 3]
    return Palette(
        **base,
        skin=QColor(tones[0]),
        skin_shade=QColor(tones[1]),
        skin_far=QColor(tones[2]),
        lips=QColor(tones[3]),
        hair=QColor(locks[0]),
        hair_shine=QColor(locks[1]),
        ink=QColor("#3A2A24" if skin != 2 else "#2A1C1A"),
    )


@lru_cache(maxsize=8)
def partner_palette(dark: bool, skin: int) -> Palette:
    """The second person: other clothes, another skin tone than the first."""
    other = palette(dark, 0 if skin == 2 else 2, 2)
    return replace(other, **{name: QColor(v) for name, v in _PARTNER[dark].items()})


def faint(colour: QColor, alpha: float) -> QColor:
    """``colour`` with an alpha of 0..1."""
    c = QColor(colour)
    c.setAlphaF(max(0.0, min(1.0, alpha)))
    return c


def darker(colour: QColor, share: float) -> QColor:
    """``colour`` with ``share`` 0..1 of black mixed in."""
    keep = 1 - share
    return QColor(
        round(colour.red() * keep), round(colour.green() * keep), round(colour.blue() * keep)
    )

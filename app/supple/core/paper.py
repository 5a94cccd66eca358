"""The two sizes of paper, and which one is at home where."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height in points, 1/72 inch."""
        return (595.0, 842.0) if self is Paper.A4 else (612.0, 792.0)

    @property
    def label(self) -> str:
        """As people call it."""
        return "A4" if self is Paper.A4 else "Letter"


_LETTER = frozenset(
    {
        *("BZ", "CA", "CL", "CO", "CR", "GT", "MX"),
        *("NI", "PA", "PH", "PR", "SV", "US", "VE"),
    }
)
"""Two-letter codes of the countries where offices have Letter, as Unicode's CLDR lists them."""


def paper_of(country: str) -> Paper:
    """What a printer holds in ``country``, a two-letter code; A4 where nothing is known."""
    return Paper.LETTER if country.upper() in _LETTER else Paper.A4

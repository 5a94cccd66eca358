"""What the rest of the program may ask of the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from supple.core.routine import Side

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

SKINS = 3
"""How many skin tones there are to choose from."""
HAIRS = 3
"""How many kinds of hair there are to choose from."""
PAUSED_FADE = 0.4
"""The ``fade`` of a paused session."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One picture of the figure."""

    figure: str
    """Id of the figure."""
    side: Side = Side.RIGHT
    """The working leg. ``LEFT`` is the mirror image; ``BOTH`` is drawn like ``RIGHT``."""
    phase: float = 1.0
    """0 the start pose to 1 stretched: a place on the way, so ease the time before."""
    glow: float = 1.0
    """0 to 1, the strength of "you feel it here"."""
    breath: float = 0.0
    """-1 breathed out to 1 breathed in."""
    cycle: float | None = None
    """0 to 1 within one repetition; None where nothing is repeated.

    The first spoken word of a repetition belongs to its first half. To go into a movement
    without a jump keep it at 0 while ``phase`` rises.
    """
    fade: float = 1.0
    """1 full to 0.4 paused."""
    dark: bool = False
    skin: int = 0
    """0 to 2."""
    hair: int = 0
    """0 to 2."""
    arrow: float = 1.0
    """0 to 1, the strength of the arrow that shows the way into the stretch."""
    paper: bool = False
    """For a printer that may know only grey: the muscle is lighter and has an outline."""
    backdrop: bool = True
    """Whether the round backdrop and the floor are drawn; mats, chairs and walls always are."""


LEG_ANGLE = "leg-angle"
"""The figure that measures: lying, the near leg straight at ``phase`` x 120 degrees."""
LEG_ANGLE_MOST = 120.0


class FigurePainter(Protocol):
    """Draws any figure of the collection."""

    def ids(self) -> frozenset[str]:
        """Every figure there is."""
        ...

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        """Draw ``view`` into ``rect`` (device-independent pixels), and nowhere else.

        The scene is fitted in and keeps its proportions. An unknown id draws nothing.
        """
        ...

    def description(self, figure: str) -> str:
        """The picture in words, for screen readers; "" for an unknown id."""
        ...

    def place(self, rect: QRectF, view: FigureView, part: str) -> tuple[float, float] | None:
        """Where a part of the body, such as ``near.hip``, is drawn in ``rect``; None if unknown."""
        ...

    def cycles(self, figure: str) -> bool:
        """Whether the figure has a movement that ``FigureView.cycle`` plays."""
        ...

    def version(self, figure: str) -> str:
        """Differs when the picture of a person's own figure does; "" for what ships."""
        ...

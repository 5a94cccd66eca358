"""What travels in one ``.supple`` file: routines, stretches, and the pictures of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.core.routine import Routine, Stretch

DRAWN = "json"
"""The ending of a figure in our own format; other pictures are images."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure of somebody's own."""

    id: str
    """Begins with ``own-``."""
    ending: str
    """``json``, ``png`` or ``jpg``."""
    data: bytes

    @property
    def file(self) -> str:
        """Such as ``own-calf.png``."""
        return f"{self.id}.{self.ending}"

    @property
    def place(self) -> str:
        """Where it stands in the archive."""
        return f"figures/{self.file}"

    @property
    def drawn(self) -> bool:
        """Whether it is a figure in our own format rather than an image."""
        return self.ending == DRAWN


@dataclass(frozen=True, slots=True)
class Head:
    """What the sender says about the file."""

    title: str = ""
    note: str = ""
    """May have several lines."""
    made_with: str = ""
    """Such as ``Supple 1.2.0``."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A routine of the file that cannot be done here, and so is left out."""

    name: str
    stretches: tuple[str, ...]
    """What its steps name and neither the file nor this program has, as it stands there."""
    later: bool = False
    """Whether a later version of the program made the file: that one has them."""


@dataclass(frozen=True, slots=True)
class Share:
    """The contents of one file."""

    head: Head = Head()
    routines: tuple[Routine, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    pictures: tuple[Picture, ...] = ()
    missing: tuple[Missing, ...] = ()

"""Where somebody can stretch and what they have at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from supple.core.routine import Catalogue, Position, Routine, Stretch


class Spot(StrEnum):
    """A place to stretch in, as it is asked for."""

    CHAIR = "chair"
    STANDING = "standing"
    FLOOR = "floor"


POSITIONS = {
    Spot.CHAIR: (Position.SEATED,),
    Spot.STANDING: (Position.STANDING,),
    Spot.FLOOR: (Position.LYING, Position.FLOOR, Position.HALF_KNEELING),
}
SPOT_WORDS = {
    Spot.CHAIR: ("On my chair", "At the desk"),
    Spot.STANDING: ("Standing", "Next to the desk"),
    Spot.FLOOR: ("On the floor", "In view of the screen"),
}
ASKED_EQUIPMENT = ("mat", "strap", "two-chairs", "partner")
"""What is asked for; a chair and a bit of wall are taken to be there."""
ALWAYS_THERE = frozenset({"chair", "office-chair", "wall"})


@dataclass(frozen=True, slots=True)
class Person:
    """The answers of the first run; the defaults rule nothing out but a second person."""

    spots: frozenset[Spot] = field(default=frozenset(Spot))
    equipment: frozenset[str] = field(default=frozenset({"mat", "strap", "two-chairs"}))

    def can_do(self, stretch: Stretch) -> bool:
        """Whether place and equipment for ``stretch`` are at hand."""
        if not any(stretch.position in POSITIONS[spot] for spot in self.spots):
            return False
        return all(e in ALWAYS_THERE or e in self.equipment for e in stretch.equipment)

    def can_do_all(self, routine: Routine, catalogue: Catalogue) -> bool:
        """Whether every stretch of ``routine`` can be done; False when one is not there."""
        found = [catalogue.stretches.get(step.stretch) for step in routine.steps]
        return bool(found) and all(s is not None and self.can_do(s) for s in found)

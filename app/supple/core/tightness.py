"""How far a leg goes. Apart from what judges it, so that the first page needs none of that."""

from __future__ import annotations

from enum import StrEnum


class Tightness(StrEnum):
    """What the tighter leg comes to."""

    TIGHT = "tight"
    SOME_ROOM = "some-room"
    NOT_TIGHT = "not-tight"

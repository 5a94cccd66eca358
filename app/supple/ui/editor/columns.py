"""Where the columns of the rows stand, in pixels at text size 1."""

from __future__ import annotations

from supple.ui.look import Look

GRIP, THUMB, HOLD, TIMES, SIDES, REST, TOTAL, SIGN = 18, 56, 120, 84, 62, 100, 46, 32
GAP = 12
LEFT, RIGHT = 8, 8
HIGH = 60
"""Of a row with nothing below it."""
THUMB_HIGH = 44


LEAST_WORDS = 104
"""So much a name needs beside the numbers; with less it stands above them."""


def is_stacked(look: Look, width: int, *, narrow: bool) -> bool:
    """Whether a row of ``width`` pixels has its name above its numbers."""
    room = width - end_width(look, narrow=narrow) - words_from(look, narrow=narrow)
    return room < look.px(LEAST_WORDS)


def words_from(look: Look, *, narrow: bool) -> int:
    """Where the names begin, from the left edge of a row."""
    thumb = 0 if narrow else look.px(THUMB) + GAP
    return LEFT + look.px(GRIP) + GAP + thumb


def end_width(look: Look, *, narrow: bool) -> int:
    """What the columns after the names take, the gap before them included."""
    columns = [HOLD, TIMES, SIDES, TOTAL] if narrow else [HOLD, TIMES, SIDES, REST, TOTAL]
    return sum(look.px(c) + GAP for c in columns) + 2 * look.px(SIGN) + 4 + RIGHT

"""Where something can lie over a page for a while without lying over anything to press."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_STEP, _GAP = 8, 8
"""Pixels from one place that is tried to the next above it; pixels kept free around."""
_GROUND = 2
"""What is so many times as high as what lies over it is ground rather than a thing to press."""
_FIXED = 1000
"""Things that cannot be scrolled out from below count so much more."""


def clear_place(home: QWidget, size: QSize, up: int, over: QWidget, top: QWidget) -> QPoint:
    """The place nearest to the foot of ``home`` where ``size`` covers nothing to press.

    It ends ``up`` pixels above the foot if it can, in the middle, or else at one side of ``over``;
    a little lower or higher where that is free. Where every place in the lowest two fifths covers
    something, it is one that covers least: higher up it would lie in the midst of what somebody
    reads or writes. ``top`` is what is to be placed.
    """
    things = list(_things(home, size.height() * _GROUND, top))
    best, least = QPoint(), -1
    for place in _places(home, size, up, over):
        box = QRect(place, size).adjusted(-_GAP, -_GAP, _GAP, _GAP)
        cost = sum(weight for area, weight in things if area.intersects(box))
        if least < 0 or cost < least:
            best, least = place, cost
        if cost == 0:
            break
    return best


def _places(home: QWidget, size: QSize, up: int, over: QWidget) -> Iterator[QPoint]:
    """Every place there is, the best ones first."""
    left = over.mapTo(home, QPoint(up, 0)).x() if over is not home else up
    right = left + over.width() - 2 * up - size.width()
    middle = (home.width() - size.width()) // 2
    across = [middle, right, left] if right > left else [middle]
    lowest = home.height() - size.height() - up
    highest = min(lowest, home.height() * 3 // 5)
    # A bar at the foot may leave room beside its buttons, but not with all of ``up`` below it.
    for y in (
        lowest,
        *range(lowest + up - _GAP, lowest, -_STEP),
        *range(lowest, highest - 1, -_STEP),
    ):
        for x in across:
            yield QPoint(x, y)


def _things(home: QWidget, ground: int, top: QWidget) -> Iterator[tuple[QRect, int]]:
    """What can be pressed or written in, where it is seen, and how much it counts."""
    at = home.window().focusWidget()
    for part in home.findChildren(QWidget):
        if part.focusPolicy() is Qt.FocusPolicy.NoFocus or not part.isVisibleTo(home):
            continue
        if part is top or top.isAncestorOf(part):
            continue
        seen, scrolls = _seen(part, home)
        if not seen.isEmpty() and seen.height() < ground:
            # What somebody is at stays to be seen.
            yield seen, 1 if scrolls and part is not at else _FIXED


def _seen(part: QWidget, home: QWidget) -> tuple[QRect, bool]:
    """The part of it that nothing cuts off, in ``home``, and whether it can be scrolled."""
    seen = QRect(part.mapTo(home, QPoint()), part.size())
    scrolls = False
    outer = part.parentWidget()
    while outer is not None and outer is not home:
        seen = seen.intersected(QRect(outer.mapTo(home, QPoint()), outer.size()))
        scrolls = scrolls or isinstance(outer, QAbstractScrollArea)
        outer = outer.parentWidget()
    return seen, scrolls

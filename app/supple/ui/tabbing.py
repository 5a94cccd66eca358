"""Where Tab leads.

Qt's own order goes astray where a widget hands its focus on to a part of itself, as our steppers
and fields do: whatever stands between two of them is passed over on the second way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget

_TAB = Qt.FocusPolicy.TabFocus
_AROUND = 24
"""Pixels shown around what is scrolled to."""


def stops_in(parts: Iterable[QWidget]) -> list[QWidget]:
    """What Tab stops at now, of ``parts``: seen, enabled, and of several choices the chosen one."""
    return [part for part in parts if _stops(part)]


def as_read(home: QWidget) -> list[QWidget]:
    """All below ``home`` that Tab may stop at, in the order in which the layouts have it.

    What was put in later, or put elsewhere, comes where it stands and not where it was made.
    """
    found: dict[QWidget, None] = {}
    _read(home, found)
    return [part for part in found if part.focusPolicy() & _TAB and part.window() is home.window()]


def _read(part: QWidget, found: dict[QWidget, None]) -> None:
    """Put ``part`` and what is in it behind what was found."""
    if part in found:
        return
    found[part] = None
    if isinstance(part, QScrollArea) and (content := part.widget()) is not None:
        _read(content, found)
    if (layout := part.layout()) is not None:
        _read_out(layout, found)
    for child in part.children():
        # What no layout has, or not yet.
        if isinstance(child, QWidget):
            _read(child, found)


def _read_out(layout: QLayout, found: dict[QWidget, None]) -> None:
    # Not by the items: their wrappers take the layouts that are held elsewhere with them.
    home = layout.parentWidget()
    near = [*layout.children(), *(home.children() if home is not None else [])]
    here = {layout.indexOf(part): part for part in near if isinstance(part, (QWidget, QLayout))}
    for at in range(layout.count()):
        part = here.get(at)
        if isinstance(part, QWidget):
            _read(part, found)
        elif part is not None:
            _read_out(part, found)


def tab(stops: Sequence[QWidget], home: QWidget, *, forward: bool) -> bool:
    """Move the focus of ``home``'s window to the next of ``stops``, round and round.

    False if it stands at none of them, and nothing was done.
    """
    at = _index(stops, home.window().focusWidget())
    if at is None:
        return False
    target = stops[(at + (1 if forward else -1)) % len(stops)]
    reason = Qt.FocusReason
    target.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    show(target)
    return True


def show(target: QWidget) -> None:
    """Scroll to ``target``, wherever the focus was before."""
    outer = target.parentWidget()
    while outer is not None and not outer.isWindow():
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(target, 0, _AROUND)
        outer = outer.parentWidget()


def is_other_choice(widget: QWidget) -> bool:
    """Whether it is one of several to choose from but not the chosen one: arrows lead there."""
    return _exclusive(widget) and any(w.isChecked() for w in _choices(widget) if w is not widget)


def _stops(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()) or widget.focusProxy() is not None:
        return False
    if _exclusive(widget):
        # Qt takes the stop from all but the one that had the focus last, chosen or not.
        if is_other_choice(widget):
            return False
        return any(w.focusPolicy() & _TAB for w in _choices(widget))
    return bool(widget.focusPolicy() & _TAB)


def _exclusive(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    group = widget.group()
    return group.exclusive() if group is not None else widget.autoExclusive()


def _choices(widget: QWidget) -> list[QAbstractButton]:
    """All of which one is chosen, ``widget`` among them."""
    if not isinstance(widget, QAbstractButton):
        return []
    group = widget.group()
    if group is not None:
        return list(group.buttons())
    parent = widget.parentWidget()
    near = parent.children() if parent is not None else [widget]
    return [w for w in near if isinstance(w, QAbstractButton) and w.autoExclusive()]


def _index(stops: Sequence[QWidget], now: QWidget | None) -> int | None:
    """Where ``now`` is, or the stop it is a part of."""
    while now is not None:
        if now in stops:
            return stops.index(now)
        now = now.parentWidget() if not now.isWindow() else None
    return None

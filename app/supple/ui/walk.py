"""Finds what keyboards do not reach, and what screen readers do not meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from supple.ui.tabbing import is_other_choice

_PARTS = 12
"""Presses of Tab that may stay in one field: a date has five parts."""
_SKIPPED = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
_THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_POINTED = ("mousePressEvent", "mouseReleaseEvent")


def unheard(root: QWidget) -> list[str]:
    """What a screen reader cannot tell, or tell apart, below ``root``; a sentence for each.

    ``supple.ui.heard.let_hear`` has to have been called.
    """
    shown = _shown(root)
    return [fault for widget in shown for fault in _faults(widget)] + _doubles(shown)


def unreached(root: QWidget) -> list[str]:
    """What can have the focus below ``root``, but not by Tab from where it is now.

    Tab is pressed all the way round: the focus moves.
    """
    met = _tab_round(root)
    return [
        f"{_called(widget)} is never reached by Tab"
        for widget in _shown(root)
        if widget not in met
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_other_choice(widget)
    ]


def _shown(root: QWidget) -> list[QWidget]:
    found = root.findChildren(QWidget)
    return [w for w in found if w.isVisible() and w.window() is root.window()]


def _tab_round(root: QWidget) -> set[QWidget]:
    """Everything the focus comes to, until it comes back to anything."""
    met: set[QWidget] = set()
    before, stays = None, 0
    while stays < _PARTS:
        now = root.window().focusWidget() or root
        if now is not before and now in met:
            break
        stays = stays + 1 if now is before else 0
        met.add(now)
        before = now
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(now, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, none, "\t"))
    return met


def _faults(widget: QWidget) -> Iterator[str]:
    name, role = heard_as(widget)
    takes_focus = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    if takes_focus and widget.focusProxy() is None:
        if not name:
            yield f"{_called(widget)} has no name"
        if role in _SKIPPED:
            yield f"{_called(widget)} can have the focus and is {role.name}"
    elif widget.isEnabled() and _only_pointed_at(widget):
        yield f"{_called(widget)} is there for the mouse alone"
    # What lets the mouse through is decoration, unless it has something to say.
    leaf = not any(isinstance(child, QWidget) for child in widget.children())
    if leaf and role in _SKIPPED and _is_painted(widget) and not widget.testAttribute(_THROUGH):
        yield f"{_called(widget)} is painted, and passed over as {role.name}"


def _only_pointed_at(widget: QWidget) -> bool:
    """Whether the mouse does something with it that no key does."""
    if isinstance(widget, QAbstractButton):
        told = widget.accessibleDescription().startswith("Key: ")
        return not (told or is_other_choice(widget) or _has_focus_near(widget))
    return _overrides(widget, *_POINTED) and not _takes_focus_inside(widget)


def _has_focus_near(button: QAbstractButton) -> bool:
    """Whether it is a part of a control, as the signs beside a number are."""
    parent = button.parentWidget()
    inside = parent is not None and (
        parent.focusProxy() is not None or parent.focusPolicy() is not Qt.FocusPolicy.NoFocus
    )
    return bool(inside)


def _takes_focus_inside(widget: QWidget) -> bool:
    inner = widget.findChildren(QWidget)
    return any(part.focusPolicy() is not Qt.FocusPolicy.NoFocus for part in inner)


def _doubles(shown: list[QWidget]) -> list[str]:
    """Controls that are read out alike, in groups that are read out alike."""
    controls = [
        w
        for w in shown
        if w.isEnabled()
        and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and w.focusProxy() is None
    ]
    many = Counter((*heard_as(w), _group_of(w)) for w in controls)
    return [
        f"{count} times {role.name} “{name}” in “{group}”"
        for (name, role, group), count in many.items()
        if name and count > 1
    ]


def _group_of(widget: QWidget) -> str:
    """The name of the nearest group around a choice; any other control is to be told by itself."""
    parent = widget.parentWidget() if is_choice(widget) else None
    while parent is not None and not parent.isWindow():
        if parent.accessibleName():
            return parent.accessibleName()
        parent = parent.parentWidget()
    return ""


def is_choice(widget: QWidget) -> bool:
    """Whether it is read out as one of several."""
    return heard_as(widget)[1] is QAccessible.Role.RadioButton


def heard_as(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Its name and its role, as a screen reader is told them."""
    known = QAccessible.queryAccessibleInterface(widget)
    if known is None:
        return "", QAccessible.Role.NoRole
    return known.text(QAccessible.Text.Name), known.role()


def _is_painted(widget: QWidget) -> bool:
    return _overrides(widget, "paintEvent")


def _overrides(widget: QWidget, *names: str) -> bool:
    ours = (kind for kind in type(widget).__mro__ if kind.__module__.startswith("supple."))
    return any(name in vars(kind) for kind in ours for name in names)


def _called(widget: QWidget) -> str:
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__} “{heard_as(widget)[0][:40]}”{inside}"

"""What screen readers make of boxes and drawings.

Qt passes a plain widget off as a filler and a frame as a window's frame: both are skipped, whatever
their names are. Ours with a name are a group, or an image where nothing else is inside. An icon
without a name is decoration.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLabel, QWidget
from shiboken6 import isValid

_PLAIN = ("QWidget", "QFrame", "QScrollArea")
_FEW = 64


class Heard(QAccessibleWidget):
    """A named box or drawing; a filler as long as it has no name."""

    def role(self) -> QAccessible.Role:
        widget = self.object()
        if not isinstance(widget, QWidget):
            return QAccessible.Role.NoRole
        if widget.isWindow():
            return QAccessible.Role.Window
        if not widget.accessibleName():
            return QAccessible.Role.Client
        inside = any(isinstance(child, QWidget) for child in widget.children())
        return QAccessible.Role.Grouping if inside else QAccessible.Role.Graphic


class _Factory:
    """Makes them, and keeps them as long as Qt does."""

    def __init__(self) -> None:
        self._kept: list[Heard] = []
        self._prune_at = _FEW

    def make(self, name: str, thing: QObject) -> QAccessibleInterface | None:
        """Called by Qt for each class of ``thing``, ``name`` being the class's."""
        if not isinstance(thing, QWidget):
            return None
        if not (_is_icon(thing) if name == "QLabel" else name in _PLAIN and _is_ours(thing)):
            return None
        made = Heard(thing, QAccessible.Role.Client)
        self._kept.append(made)
        if len(self._kept) > self._prune_at:
            # Qt deletes them with their widgets.
            self._kept = [one for one in self._kept if isValid(one)]
            self._prune_at = 2 * len(self._kept) + _FEW
        return made


_factory = _Factory()
_installed = False


def let_hear() -> None:
    """Have our boxes and drawings known for what they are, from now on; once is enough."""
    global _installed
    if _installed:
        return
    _installed = True
    QAccessible.installFactory(_factory.make)
    if QAccessible.isActive():
        _forget_fillers()


def _forget_fillers() -> None:
    """Drop what was made before, for a screen reader that was faster than the window."""
    for widget in QApplication.allWidgets():
        if _is_ours(widget):
            known = QAccessible.queryAccessibleInterface(widget)
            if known is not None and known.role() in _FILLERS:
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


_FILLERS = (QAccessible.Role.Client, QAccessible.Role.Border)


def _is_ours(widget: QWidget) -> bool:
    # What is a window now may be put into one later: every widget is born as one.
    return type(widget).__module__.startswith("supple.")


def _is_icon(widget: QWidget) -> bool:
    """A label with a picture, but without a word."""
    if not isinstance(widget, QLabel) or widget.accessibleName() or widget.text():
        return False
    return not widget.pixmap().isNull()

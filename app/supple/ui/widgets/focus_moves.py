"""Tells of every move of the keyboard focus, as long as somebody is there to be told."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from weakref import WeakMethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def on_focus_move(heard: Callable[[QWidget | None], None]) -> None:
    """Call ``heard``, a method of a QObject, with what has the focus from now on, or None.

    It does not keep the object alive. A window that goes with the focus in it moves the focus
    while it is taken apart: Qt would then call a slot of a part that has lost its Python side,
    which ends the program. What is called here is never part of a window.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    there: WeakMethod[Callable[[QWidget | None], None]] = WeakMethod(heard)

    def tell(_old: QWidget | None, now: QWidget | None) -> None:
        method = there()
        if isinstance(method, MethodType) and isValid(method.__self__):
            method(now)
        else:
            QObject.disconnect(connection)

    connection = app.focusChanged.connect(tell)

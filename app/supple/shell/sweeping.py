"""Looks for garbage in the window's thread, and in no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject

ROOTS = (700, 10, 10)
"""So many new objects, or sweeps of the younger, are waited for, as Python itself does."""


def begin() -> None:
    """Sweep from now on where Python's own search is off, as a start leaves it.

    What is there already stays: every sweep passes over it.
    """
    app = QCoreApplication.instance()
    if app is None or gc.isenabled() or app.findChild(Sweeping) is not None:
        return
    gc.freeze()
    Sweeping(app)


class Sweeping(QObject):
    """Takes the place of Python's own search, from now on until the program ends.

    Python looks for garbage in whichever thread comes to make the next object. A widget or a
    timer that goes in the thread of an errand or of the voice leaves its timers behind, and the
    program ends when the next of them is due. This looks when the window's thread has nothing
    else to do, and wakes nobody up for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        loop = QAbstractEventDispatcher.instance()
        if loop is not None:
            loop.aboutToBlock.connect(self.look)

    def look(self) -> None:
        """Search as far back as it is time for."""
        new, young, old = gc.get_count()
        if new < ROOTS[0]:
            return
        if young < ROOTS[1]:
            gc.collect(0)
        elif old < ROOTS[2]:
            gc.collect(1)
        else:
            gc.collect()

"""Keys that work in any program, where the desktop lets a program have some."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from supple.desk.capability import Unavailable
from supple.desk.watching import Watching

if TYPE_CHECKING:
    from supple.desk.hotkeys_x11 import Grabs

log = logging.getLogger(__name__)


def watch(keys: Mapping[str, str], pressed: Callable[[str], None]) -> Watching:
    """Call ``pressed`` with the name of one of ``keys`` whenever that is pressed, wherever it is.

    ``keys``: name -> key, such as ``Ctrl+Alt+B``.
    """
    try:
        grabs = _grabs(keys)
    except Unavailable as why:
        return Watching("", str(why))
    from PySide6.QtCore import QSocketNotifier

    notifier = QSocketNotifier(grabs.handle, QSocketNotifier.Type.Read)

    def stop() -> None:
        notifier.setEnabled(False)
        notifier.deleteLater()
        grabs.close()

    def hear() -> None:
        try:
            names = grabs.pressed()
        except Unavailable as why:
            log.warning("keys for any program: %s", why)
            watching.close()
            return
        for name in names:
            pressed(name)

    watching = Watching("X11", stop=stop)
    notifier.activated.connect(hear)
    return watching


def reason() -> str:
    """Why no such keys are to be had here, in plain words; "" where they are, or are in use."""
    from supple.desk.x11 import display_name

    try:
        _not_elsewhere()
    except Unavailable as why:
        return str(why)
    try:
        display_name()
    except Unavailable:
        return "this desktop gives programs no such keys"
    return ""


def _grabs(keys: Mapping[str, str]) -> Grabs:
    _not_elsewhere()
    from supple.desk.hotkeys_x11 import Grabs

    return Grabs(keys)


def _not_elsewhere() -> None:
    if not sys.platform.startswith("linux"):
        raise Unavailable("not on this system yet")

"""What of breaks is to be had on this computer, and why the rest is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.break_view import DeskView, SenseView
from supple.core.breaks.look import Busy
from supple.desk.autostart import check as autostart
from supple.ui.breaks.place import refusal

if TYPE_CHECKING:
    from supple.shell.break_hotkeys import BreakHotkeys
    from supple.shell.desk_senses import DeskSenses
    from supple.ui.tray import Tray


def desk_view(senses: DeskSenses, tray: Tray, keys: BreakHotkeys) -> DeskView:
    """As the settings show it, asked of the desktop now."""
    start = autostart()
    unknown = senses.unknown()
    return DeskView(
        senses=tuple(SenseView(kind, unknown.get(kind, "")) for kind in Busy),
        idle=senses.idle_reason(),
        prompt=refusal(),
        tray="" if tray.available else tray.reason,
        autostart="" if start.ok else start.reason,
        keys=keys.reason(),
    )

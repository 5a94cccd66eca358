"""The real program, and what it tells the person, line by line. Run as a script, not by pytest.

``witness.py LOG SPEED ARGV...``: each banner, toast and remark, and each event of a session, is
a line of JSON in LOG as it comes. The clock of sessions runs SPEED times as quick, so a moment in
which the computer is busy may look like sleep: sessions then go on by themselves. All else is as
it is.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from killable import hasten
from PySide6.QtCore import QTimer

from supple.core.command import Command
from supple.core.event import Event, PauseReason, SessionPaused
from supple.play.player import Player
from supple.shell import main
from supple.ui.notices import Notices
from supple.ui.session.then import ThenRow
from supple.ui.widgets.banner import Banner


def report(log: str) -> None:
    """Have everything written into ``log``."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(kind: str, text: str, **values: object) -> None:
        os.write(out, json.dumps({"kind": kind, "text": text, **values}).encode() + b"\n")

    show, toast, remark, load = Notices._show, Notices.toast, ThenRow.show_notice, Player.load

    def shown(self: Notices, key: str, banner: Banner) -> None:
        write("told", banner.accessibleName())
        show(self, key, banner)

    def toasted(self: Notices, text: str, *args: Any) -> None:
        write("told", text)
        toast(self, text, *args)

    def remarked(self: ThenRow, text: str) -> None:
        if text:
            write("told", text)
        remark(self, text)

    def happened(event: Event) -> None:
        step = getattr(event, "step", None)
        kind = step.kind.value if step is not None else ""
        write("event", type(event).__name__, step=kind, held_s=getattr(event, "held_s", 0.0))

    def loaded(self: Player, *args: Any) -> None:
        def go_on(event: Event) -> None:
            if isinstance(event, SessionPaused) and event.reason is PauseReason.GAP:
                QTimer.singleShot(0, self, lambda: self.command(Command.RESUME))

        self.happened.connect(happened)
        self.happened.connect(go_on)
        load(self, *args)

    Notices._show = shown  # type: ignore[method-assign]
    Notices.toast = toasted  # type: ignore[method-assign]
    ThenRow.show_notice = remarked  # type: ignore[method-assign]
    Player.load = loaded  # type: ignore[method-assign]


if __name__ == "__main__":
    report(sys.argv[1])
    hasten(float(sys.argv[2]))
    sys.exit(main.main(sys.argv[3:]))

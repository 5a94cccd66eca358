"""Asks before a stretch goes that routines of one's own use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look

_NAMED = 4
"""Routines that are named; more are counted."""


class DeleteStretch(Overlay):
    """Names the routines; accepted when the stretch is to go all the same."""

    def __init__(
        self, look: Look, parent: QWidget, name: str, users: Sequence[tuple[str, bool]]
    ) -> None:
        """``users``: each routine's name, and whether it would be left without a step."""
        super().__init__(look, parent, f"Delete “{name}”?")
        verb = "uses" if len(users) == 1 else "use"
        self.say(f"{_listed([user for user, _ in users])} {verb} it. It is taken out there, too.")
        emptied = [user for user, empty in users if empty]
        if emptied:
            words = (
                "has no other stretch and is"
                if len(emptied) == 1
                else ("have no other stretch and are")
            )
            self.say(f"{_listed(emptied)} {words} deleted with it.")
        self.keep = self.add_button("Keep it", "secondary", accepts=False)
        self.go = self.add_button("Delete", "danger", accepts=True)


def _listed(names: Sequence[str]) -> str:
    """“A”, “B” and “C”; at most so many by name."""
    quoted = [f"“{name}”" for name in names[:_NAMED]]
    more = len(names) - _NAMED
    if more > 0:
        return f"{', '.join(quoted)} and {more} more"
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)

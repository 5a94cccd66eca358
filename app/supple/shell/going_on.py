"""The line that offers back what was being made when the program ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.ui.widgets.button import Button

if TYPE_CHECKING:
    from supple.ui.window import MainWindow

NOT_KEPT = "It could not be kept for later: the disk did not take it. Make room, and try again."


def offer_to_go_on(
    window: MainWindow,
    key: str,
    text: str,
    label: str,
    go_on: Callable[[], object],
    let_go: Callable[[], object],
) -> None:
    """Say ``text`` above the pages, with a button ``label`` and one that lets go of it."""
    notices, look = window.pages.notices, window.look
    taken_up = Button(look, label, size="small")
    taken_up.clicked.connect(lambda: go_on())
    dropped = Button(look, "Discard", "ghost", "small")
    dropped.clicked.connect(lambda: let_go())
    notices.add(key, text, icon="pencil", actions=[taken_up, dropped])
    window.pages.order_focus()

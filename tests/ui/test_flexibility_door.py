from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from supple.core.check_view import build_checks
from supple.ui.flexibility_door import FlexibilityDoor

SIGNALS = (
    *("shown", "view_asked", "left", "script_asked", "hush_asked", "legs_set", "felt"),
    *("discard_asked", "restore_asked", "voice_toggled"),
)


class Page(QObject):
    """The page's side of the door."""

    shown = Signal()
    view_asked = Signal()
    left = Signal()
    script_asked = Signal(str)
    hush_asked = Signal()
    legs_set = Signal(float, float)
    felt = Signal(object, object)
    discard_asked = Signal(str)
    restore_asked = Signal(str)
    voice_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[str, Any]] = []

    def __getattr__(self, name: str) -> Any:
        if not name.startswith(("show_", "reload")):
            raise AttributeError(name)
        return lambda *args, **more: self.given.append((name, args))


ARGS: dict[str, tuple[Any, ...]] = {
    "script_asked": ("left",),
    "legs_set": (54.0, 58.0),
    "felt": ("check", "feel"),
    "discard_asked": ("id",),
    "restore_asked": ("id",),
}


@pytest.mark.parametrize("name", SIGNALS)
def test_wishes_go_through(qtbot: Any, name: str) -> None:
    door, page = FlexibilityDoor(), Page()
    door.open(page)  # type: ignore[arg-type]
    args = ARGS.get(name, ())
    with qtbot.waitSignal(getattr(door, name)) as heard:
        getattr(page, name).emit(*args)
    assert heard.args == list(args)


def test_values_wait_for_nobody_and_reach_the_page() -> None:
    door, page = FlexibilityDoor(), Page()
    view = build_checks(date(2026, 10, 22), [], {})
    door.show_view(view)
    door.show_voice(True)
    door.reload()
    door.open(page)  # type: ignore[arg-type]
    assert page.given == []
    door.show_view(view)
    door.show_line("Lie flat.", read_out=True)
    door.show_voice(False)
    door.reload()
    assert [name for name, _ in page.given] == ["show_view", "show_line", "show_voice", "reload"]

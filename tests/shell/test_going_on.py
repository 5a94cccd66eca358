from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.shell.going_on import offer_to_go_on
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button


@pytest.mark.parametrize("label", ["Go on", "Discard"])
def test_it_says_so_and_does_what_is_pressed(bench: Callable[..., Any], label: str) -> None:
    window = bench().program.window
    pressed: list[str] = []
    offer_to_go_on(
        window,
        "draft",
        "You were writing.",
        "Go on",
        lambda: pressed.append("Go on"),
        lambda: pressed.append("Discard"),
    )
    (banner,) = [b for b in window.findChildren(Banner) if "writing" in b.accessibleName()]
    (button,) = [b for b in banner.findChildren(Button) if b.text() == label]
    button.click()
    assert pressed == [label]

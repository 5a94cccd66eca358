from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from supple.desk.capability import Unavailable
from supple.desk.idle_x11 import X11Idle


def test_the_server_tells_it(touch: Callable[..., None]) -> None:
    source = X11Idle()
    while source.seconds() < 0.1:
        pass
    before = time.monotonic()
    touch(10, 10)
    assert source.seconds() <= time.monotonic() - before + 0.05
    source.close()


@pytest.mark.usefixtures("x_display")
def test_it_connects_anew_after_closing() -> None:
    source = X11Idle()
    assert source.seconds() >= 0
    source.close()
    assert source.seconds() >= 0
    source.close()


@pytest.mark.usefixtures("x_display")
def test_a_connection_that_broke_is_made_anew() -> None:
    source = X11Idle()
    source.seconds()
    assert source._display is not None
    source._display.close()
    assert source.seconds() >= 0
    source.close()


@pytest.mark.usefixtures("no_desktop")
def test_without_a_display_it_is_told() -> None:
    with pytest.raises(Unavailable, match="no X11 display"):
        X11Idle().seconds()

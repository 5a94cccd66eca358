from __future__ import annotations

import ctypes
import time
from collections.abc import Callable

import pytest

from supple.desk.capability import Unavailable
from supple.desk.xcb import Display


@pytest.mark.usefixtures("x_display")
def test_idle_time_grows() -> None:
    display = Display()
    first = display.idle_s()
    assert first >= 0
    while display.idle_s() <= first:
        pass
    display.close()


def test_idle_time_begins_anew_with_the_pointer(touch: Callable[..., None]) -> None:
    display = Display()
    while display.idle_s() < 0.1:
        pass
    before = time.monotonic()
    touch(20, 20)
    idle = display.idle_s()
    # Without the touch it would be a tenth of a second more, however slow this machine is.
    assert idle <= time.monotonic() - before + 0.05
    display.close()


@pytest.mark.usefixtures("x_display")
def test_a_window_that_is_gone_has_no_properties_and_ends_nothing() -> None:
    display = Display()
    nowhere = 0x7FFFFFF
    assert display.numbers(nowhere, "WM_NAME") == ()
    assert display.raw(nowhere, "WM_NAME") == b""
    assert display.lives
    display.close()


@pytest.mark.usefixtures("x_display")
def test_names_nobody_uses_have_no_number() -> None:
    display = Display()
    assert display.atom("WM_NAME") == display.atom("WM_NAME") == 39
    assert display.atom("_NOBODY_EVER_USED_THIS") == 0
    assert display.numbers(display.root, "_NOBODY_EVER_USED_THIS") == ()
    display.close()


def test_properties_are_read(window_manager: str) -> None:
    display = Display()
    (check,) = display.numbers(display.root, "_NET_SUPPORTING_WM_CHECK")
    assert display.raw(check, "_NET_WM_NAME") == b"Openbox"
    display.close()


@pytest.mark.usefixtures("x_display")
def test_a_closed_connection_is_told() -> None:
    display = Display()
    display.close()
    display.close()
    assert not display.lives
    with pytest.raises(Unavailable, match="closed"):
        display.idle_s()


@pytest.mark.usefixtures("no_desktop")
def test_a_display_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unavailable, match="no X11 display"):
        Display()
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(Unavailable, match=":4711 does not answer"):
        Display()


@pytest.mark.usefixtures("no_desktop")
def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", missing)
    with pytest.raises(Unavailable, match=r"library is missing \(libxcb"):
        Display()


@pytest.mark.usefixtures("x_display")
def test_names_are_added_to_a_property_that_keeps_its_own() -> None:
    display = Display()
    display.add_to(display.root, "_TEST_LIST", ["_TEST_ONE"])
    display.add_to(display.root, "_TEST_LIST", ["_TEST_TWO", "WM_NAME"])
    numbers = display.numbers(display.root, "_TEST_LIST")
    assert numbers == tuple(map(display.atom, ("_TEST_ONE", "_TEST_TWO", "WM_NAME")))
    assert numbers[2] == 39
    display.close()

from __future__ import annotations

import ctypes
import threading

import pytest

from supple.desk import x11
from supple.desk.capability import Unavailable
from supple.desk.x11 import ScreenSaver, display_name
from supple.desk.xcb import Display

ACTIVATED = 1


class Watcher(ScreenSaver):
    """Another program on the same display, which sees whether the screen went dark."""

    def darken_after_one_second(self) -> None:
        self._x11.XSetScreenSaver.argtypes = [ctypes.c_void_p, *[ctypes.c_int] * 4]
        self._x11.XSetScreenSaver(self._display, 1, 0, 1, 1)
        self._x11.XSync(self._display, 0)

    def __init__(self) -> None:
        super().__init__()
        self._display_seen = Display()

    def idle_s(self) -> float:
        return self._display_seen.idle_s()

    def close(self) -> None:
        self._display_seen.close()
        super().close()

    @property
    def dark(self) -> bool:
        info = x11._Info()
        root = self._x11.XDefaultRootWindow(self._display)
        self._xss.XScreenSaverQueryInfo(self._display, root, ctypes.byref(info))
        return bool(info.state == ACTIVATED)

    def dark_at(self, idle_s: float) -> bool:
        """Whether it is dark once nobody touched anything for ``idle_s`` seconds.

        The X server counts real seconds; there is no clock to turn.
        """
        while (left := idle_s - self.idle_s()) > 0:
            threading.Event().wait(left)
        return self.dark


@pytest.mark.usefixtures("x_display")
def test_the_screen_stays_on_while_suspended_and_only_then() -> None:
    watcher, saver = Watcher(), ScreenSaver()
    saver.suspend(True)
    watcher.darken_after_one_second()
    held = watcher.dark_at(watcher.idle_s() + 1.3)
    saver.suspend(False)
    after = watcher.dark_at(watcher.idle_s() + 1.3)
    assert (held, after) == (False, True)
    saver.close()
    watcher.close()


@pytest.mark.usefixtures("x_display")
def test_closing_twice_does_nothing() -> None:
    saver = ScreenSaver()
    saver.close()
    saver.close()


@pytest.mark.usefixtures("no_desktop")
def test_without_a_display_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unavailable, match="no X11 display"):
        ScreenSaver()
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(Unavailable, match=r":4711 does not answer|library"):
        ScreenSaver()


@pytest.mark.usefixtures("no_desktop")
@pytest.mark.parametrize(
    ("name", "value"), [("WAYLAND_DISPLAY", "wayland-0"), ("XDG_SESSION_TYPE", "wayland")]
)
def test_under_wayland_it_claims_nothing(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv(name, value)
    with pytest.raises(Unavailable, match="Wayland"):
        ScreenSaver()


@pytest.mark.usefixtures("no_desktop")
def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", missing)
    with pytest.raises(Unavailable, match=r"library is missing \(libX11"):
        ScreenSaver()


def test_other_systems_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(Unavailable, match="only for X11"):
        ScreenSaver()


def test_the_display_is_named(no_desktop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":3")
    assert display_name() == ":3"

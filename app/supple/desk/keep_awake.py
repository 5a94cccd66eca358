"""The screen stays on while somebody is guided."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from supple.desk.capability import Check, Unavailable


class Inhibitor(Protocol):
    """One way to keep the screen on."""

    name: str

    def hold(self, reason: str) -> Callable[[], None]:
        """Keep it on until the returned function is called. Raises Unavailable."""


class Held:
    """The screen is kept on until :meth:`release`; or it is not, and ``why_not`` says why."""

    def __init__(self, how: str, why_not: str, release: Callable[[], None] | None = None) -> None:
        self.how = how
        """The way that worked; "" for none."""
        self.why_not = why_not
        """Every way tried before, with its reason; "" when the first one worked."""
        self._release = release

    def __bool__(self) -> bool:
        return self._release is not None

    def release(self) -> None:
        """Let the screen go dark again. Releasing twice does nothing."""
        release, self._release = self._release, None
        if release is not None:
            release()


class KeepAwake:
    """Tries each way in order. Call it from the thread of the window."""

    def __init__(self, inhibitors: Sequence[Inhibitor] | None = None) -> None:
        self._inhibitors = tuple(_of_this_system() if inhibitors is None else inhibitors)

    def hold(self, reason: str) -> Held:
        """Keep the screen on. Never raises; a false Held tells why it cannot."""
        refused: list[str] = []
        for inhibitor in self._inhibitors:
            try:
                return Held(inhibitor.name, "; ".join(refused), inhibitor.hold(reason))
            except Unavailable as why:
                refused.append(f"{inhibitor.name}: {why}")
        return Held("", "; ".join(refused) or "no way is known for this system")

    def checks(self) -> list[Check]:
        """Each way tried for an instant, for the self-test."""
        return [_check(inhibitor) for inhibitor in self._inhibitors]


def _check(inhibitor: Inhibitor) -> Check:
    name = f"keep awake, {inhibitor.name}"
    try:
        inhibitor.hold("Self-test")()
    except Unavailable as why:
        return Check(name, False, str(why))
    return Check(name, True, "accepted for an instant and released")


def _of_this_system() -> Sequence[Inhibitor]:
    if sys.platform == "win32":
        from supple.desk.awake_windows import WindowsState

        return (WindowsState(),)
    if sys.platform == "darwin":
        from supple.desk.awake_macos import MacAssertion

        return (MacAssertion(),)
    from supple.desk.awake_linux import X11, GnomeSession, Portal, ScreenSaverService

    return (ScreenSaverService(), GnomeSession(), Portal(), X11())

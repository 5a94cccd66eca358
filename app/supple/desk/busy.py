"""What a person should not be spoken to during: a full screen, a call, a film, do not disturb.

Everything is asked for at the moment somebody is about to be spoken to, and then alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from supple.desk.capability import Check, Unavailable


class BusyKind(StrEnum):
    FULL_SCREEN = "full-screen"
    PRESENTING = "presenting"
    DO_NOT_DISTURB = "do-not-disturb"
    AWAKE = "awake"
    """A program keeps the screen on, as films and calls do."""
    MICROPHONE = "microphone"
    """A program records: most likely a call."""


NO_WAY = "no way is known for this system"
SENTENCES = {
    BusyKind.FULL_SCREEN: ("{} fills the screen", "a program fills the screen"),
    BusyKind.PRESENTING: ("{} presents", "a presentation runs"),
    BusyKind.DO_NOT_DISTURB: ("{} asks not to disturb", "do not disturb is on"),
    BusyKind.AWAKE: ("{} keeps the screen on", "a program keeps the screen on"),
    BusyKind.MICROPHONE: ("{} uses the microphone", "the microphone is in use"),
}
"""With a program's name, and without one."""


@dataclass(frozen=True, slots=True)
class Busy:
    """One thing that is going on."""

    kind: BusyKind
    who: str = ""
    """The program's name; "" where it is not known."""

    @property
    def sentence(self) -> str:
        """A clause such as "Firefox keeps the screen on"."""
        named, unnamed = SENTENCES[self.kind]
        return named.format(self.who) if self.who else unnamed


@dataclass(frozen=True, slots=True)
class BusyNow:
    """What is going on, as far as the desktop tells."""

    held: tuple[Busy, ...]
    unknown: tuple[tuple[BusyKind, str], ...]
    """What cannot be told here, each with the reason."""


class Sensor(Protocol):
    """One way to know of one kind."""

    name: str
    kind: BusyKind
    costly: bool
    """Whether it takes more than a few milliseconds: then it is asked only if the others were
    silent."""

    def ask(self) -> Busy | None:
        """What is going on, None for nothing. Raises Unavailable where that cannot be told."""
        ...

    def close(self) -> None:
        """Leave what was connected; the next question connects anew."""
        ...


class BusySense:
    """Asks every sensor. Of several for one kind, one that answers is enough."""

    def __init__(self, sensors: Sequence[Sensor] | None = None) -> None:
        self._sensors = tuple(_of_this_system() if sensors is None else sensors)

    def ask(self, *, costly: bool = True) -> BusyNow:
        """What is going on now. Never raises; takes 3 ms, or 30 ms when nothing is.

        With ``costly`` False it stays at 3 ms: the costly sensors are left alone.

        A service that hangs holds it up for up to 0.7 seconds. Once something is known to be
        going on, the costly sensors are left alone and their kinds are not in ``unknown``.
        """
        held: dict[BusyKind, Busy] = {}
        told: set[BusyKind] = set()
        sensed = {sensor.kind for sensor in self._sensors}
        refused = {kind: [NO_WAY] for kind in BusyKind if kind not in sensed}
        for sensor in self._sensors:
            if sensor.costly and (held or not costly):
                continue
            try:
                busy = sensor.ask()
            except Unavailable as why:
                refused.setdefault(sensor.kind, []).append(f"{sensor.name}: {why}")
                continue
            told.add(sensor.kind)
            if busy is not None and (busy.who or busy.kind not in held):
                held[busy.kind] = busy
        unknown = ((kind, "; ".join(why)) for kind, why in refused.items() if kind not in told)
        return BusyNow(tuple(held.values()), tuple(unknown))

    def close(self) -> None:
        """Leave every connection. The next question connects anew."""
        for sensor in self._sensors:
            sensor.close()

    def checks(self) -> list[Check]:
        """Each sensor tried, for the self-test."""
        return [_check(sensor) for sensor in self._sensors]


def _check(sensor: Sensor) -> Check:
    name = f"{sensor.kind.replace('-', ' ')}, {sensor.name}"
    try:
        busy = sensor.ask()
    except Unavailable as why:
        return Check(name, False, str(why))
    finally:
        sensor.close()
    return Check(name, True, "not now" if busy is None else busy.sentence)


def _of_this_system() -> Sequence[Sensor]:
    if sys.platform == "win32":
        from supple.desk.busy_windows import of_windows

        return of_windows()
    if sys.platform == "darwin":
        from supple.desk.busy_macos import MacAssertions

        return (MacAssertions(),)
    from supple.desk.dnd_linux import DesktopSwitch, NotificationService
    from supple.desk.fullscreen_x11 import X11FullScreen
    from supple.desk.inhibitors import GnomeInhibitors, LoginInhibitors, PowerInhibitors
    from supple.desk.microphone import PulseRecordings
    from supple.desk.on_bus import Line
    from supple.desk.session_bus import SessionBus
    from supple.desk.system_bus import SystemBus

    session, system = Line(SessionBus), Line(SystemBus)
    return (
        X11FullScreen(),
        GnomeInhibitors(session),
        PowerInhibitors(session),
        LoginInhibitors(system),
        NotificationService(session),
        DesktopSwitch(),
        PulseRecordings(),
    )

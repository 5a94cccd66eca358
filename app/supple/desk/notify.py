"""A notification of the desktop with buttons, where a window of our own may not stand on top."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from supple import APP_ID
from supple.desk import session_bus
from supple.desk.capability import Check, Unavailable

if TYPE_CHECKING:
    from PySide6.QtCore import QSocketNotifier

    from supple.desk.libdbus import Connection, Typed

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ANSWER_MS = 700
"""Milliseconds the service may take; the window stands still meanwhile."""
DEFAULT = "default"
"""Id of a press on the notification itself."""
NORMAL = 1
BY_THE_DESKTOP, NEVER = -1, 0
"""How long it stays, in the service's own terms."""


@dataclass(frozen=True, slots=True)
class Button:
    """What can be pressed on a notification."""

    id: str
    label: str


class Notifier:
    """Shows one notification at a time; a second takes the place of the first.

    The connection stays open while one is shown, since services take back what a program that
    has gone had shown. Use it from the thread of the window, which both functions are called in.
    """

    def __init__(self, pressed: Callable[[str], None], closed: Callable[[], None]) -> None:
        """``pressed`` gets a button's id, or ``DEFAULT``; ``closed`` comes when it went unused."""
        self._pressed = pressed
        self._closed = closed
        self._connection: Connection | None = None
        self._ear: QSocketNotifier | None = None
        self._shown = 0
        self.token = ""
        """What lets a window come to the front under Wayland after a press; "" for none."""

    def show(
        self,
        title: str,
        body: str,
        buttons: Sequence[Button] = (),
        *,
        lasts_s: float | None = None,
    ) -> str:
        """Show it; "" when that went well, else a clause that says why not. Never raises.

        ``lasts_s`` None leaves to the desktop how long it stays, 0 lets it stay. A service
        without buttons is refused when there are some: nobody could answer.
        """
        try:
            self._show(title, body, buttons, lasts_s)
        except Unavailable as why:
            self.close()
            return str(why)
        return ""

    def take_back(self) -> None:
        """Take the notification away, if one is there."""
        shown, self._shown = self._shown, 0
        if shown and self._connection is not None:
            try:
                self._ask("CloseNotification", (("u", shown),))
            except Unavailable:
                self.close()

    def close(self) -> None:
        """Leave the bus, and let the service take back what is shown."""
        connection, self._connection = self._connection, None
        ear, self._ear = self._ear, None
        self._shown = 0
        if ear is not None:
            ear.setEnabled(False)
            ear.deleteLater()
        if connection is not None:
            connection.close()

    def _show(
        self, title: str, body: str, buttons: Sequence[Button], lasts_s: float | None
    ) -> None:
        abilities = self.abilities()
        if buttons and "actions" not in abilities:
            raise Unavailable("the notification service has no buttons")
        texts = [text for button in buttons for text in (button.id, button.label)]
        # Without an action of this name some services do nothing when it is pressed.
        actions = [DEFAULT, title, *texts] if buttons else []
        hints = {"urgency": ("y", NORMAL), "desktop-entry": ("s", APP_ID)}
        lasts = BY_THE_DESKTOP if lasts_s is None else round(lasts_s * 1000)
        plain = escape(body, quote=False) if "body-markup" in abilities else body
        arguments: tuple[Typed, ...] = (
            *(("s", "Supple"), ("u", self._shown), ("s", APP_ID), ("s", title), ("s", plain)),
            *(("as", actions), ("a{sv}", hints), ("i", lasts)),
        )
        number = self._ask("Notify", arguments)
        self._shown = number[0] if number and isinstance(number[0], int) else 0

    def _connect(self) -> None:
        where = session_bus.address()
        if not sys.platform.startswith("linux"):
            raise Unavailable("notifications with buttons are only known on Linux")
        if where is None:
            raise Unavailable("no session bus")
        from PySide6.QtCore import QSocketNotifier

        from supple.desk.libdbus import Connection

        self._connection = Connection(where)
        self._connection.match(f"type='signal',sender='{SERVICE}',interface='{SERVICE}'")
        self._ear = QSocketNotifier(self._connection.handle, QSocketNotifier.Type.Read)
        self._ear.activated.connect(self._heard)

    def abilities(self) -> Sequence[object]:
        """What the service can do, in its own words. Raises Unavailable."""
        if self._connection is not None and not self._connection.lives:
            self.close()
        if self._connection is None:
            self._connect()
        answer = self._ask("GetCapabilities", ())
        return answer[0] if answer and isinstance(answer[0], tuple) else ()

    def _ask(self, method: str, arguments: Sequence[Typed]) -> tuple[object, ...]:
        if self._connection is None:
            raise Unavailable("the connection to the session bus is closed")
        answer = self._connection.call(SERVICE, PATH, SERVICE, method, arguments, ANSWER_MS)
        if self._connection.holds_more:
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, self._heard)
        return answer

    def _heard(self) -> None:
        if self._connection is None:
            return
        for member, values in self._connection.signals():
            if len(values) >= 2 and self._shown and values[0] == self._shown:
                self._take(member, values[1])
        if self._connection is not None and not self._connection.lives:
            self.close()

    def _take(self, member: str, value: object) -> None:
        if member == "ActivationToken":
            self.token = str(value)
        elif member == "ActionInvoked":
            self._shown = 0
            self._pressed(str(value))
        elif member == "NotificationClosed":
            self._shown = 0
            self._closed()


def check() -> Check:
    """Whether the desktop's notifications have buttons here."""
    name = "notification"
    notifier = Notifier(lambda _: None, lambda: None)
    try:
        abilities = notifier.abilities()
    except Unavailable as why:
        return Check(name, False, str(why))
    finally:
        notifier.close()
    if "actions" not in abilities:
        return Check(name, False, "the notification service has no buttons")
    return Check(name, True, "the notification service has buttons")

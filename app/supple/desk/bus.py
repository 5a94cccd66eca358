"""Calls on the Linux session bus through QtDBus.

PySide6 sends every Python int as a signed number, which strict services refuse. Numbers that
have to be unsigned therefore go through ``QMetaObject.invokeMethod`` with a named type.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from supple.desk.capability import Unavailable

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

ANSWER_MS = 700
"""Milliseconds a service may take; the window stands still meanwhile."""
_numbers = count(1)


def address() -> str | None:
    """Where the session bus listens; None where there is none."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if named:
        return named
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and (Path(runtime) / "bus").exists():
        return f"unix:path={runtime}/bus"
    return None


class SessionBus:
    """A connection of its own: whatever was asked through it ends when it is closed."""

    def __init__(self) -> None:
        """Connect. Raises Unavailable where there is no session bus."""
        if not sys.platform.startswith("linux"):
            raise Unavailable("only Linux desktops have a session bus")
        where = address()
        if where is None:
            raise Unavailable("no session bus")
        from PySide6.QtDBus import QDBusConnection  # slow to load and seldom needed

        self._name = f"supple-{next(_numbers)}"
        # By its address, since asking for "the session bus" may start a stray one.
        self._bus: QDBusConnection | None = QDBusConnection.connectToBus(where, self._name)
        if not self._bus.isConnected():
            self.close()
            raise Unavailable("the session bus does not answer")

    def close(self) -> None:
        """Leave the bus. Closing twice does nothing."""
        if self._bus is None:
            return
        from PySide6.QtDBus import QDBusConnection

        # The connection lives as long as anything refers to it.
        self._bus = None
        QDBusConnection.disconnectFromBus(self._name)

    def call(
        self, service: str, path: str, interface: str, method: str, arguments: Sequence[str] = ()
    ) -> object:
        """The answer's first value; only texts can be sent. Raises Unavailable."""
        from PySide6.QtDBus import QDBus, QDBusMessage

        message = QDBusMessage.createMethodCall(service, path, interface, method)
        # Starting a service takes seconds; one that does not run has nothing to hold.
        message.setAutoStartService(False)
        message.setArguments(list(arguments))
        reply = self._open.call(message, QDBus.CallMode.Block, ANSWER_MS)
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            raise Unavailable(_why(service, reply.errorName(), reply.errorMessage()))
        values = reply.arguments()
        return values[0] if values else None

    def invoke(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        returns: str,
        arguments: Sequence[tuple[str, object]],
    ) -> object:
        """Call with named Qt types, such as ``("uint", 8)``. Raises Unavailable."""
        from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
        from PySide6.QtDBus import QDBusInterface

        # QDBusInterface asks the same without a limit: make sure that it will be answered.
        xml = self.call(service, path, "org.freedesktop.DBus.Introspectable", "Introspect")
        if f'"{interface}"' not in str(xml):
            raise Unavailable(f"{service} does not offer {interface}")
        proxy = QDBusInterface(service, path, interface, self._open)
        proxy.setTimeout(ANSWER_MS)
        signature = f"{method}({','.join(kind for kind, _ in arguments)})"
        if proxy.metaObject().indexOfMethod(signature) < 0:
            raise Unavailable(f"{interface} does not offer {signature}")
        direct = Qt.ConnectionType.DirectConnection
        sent = [Q_ARG(kind, value) for kind, value in arguments]
        answer: object = QMetaObject.invokeMethod(
            proxy, method, direct, Q_RETURN_ARG(returns), *sent
        )
        error = proxy.lastError()
        if error.isValid():
            raise Unavailable(_why(service, error.name(), error.message()))
        return answer

    @property
    def _open(self) -> QDBusConnection:
        if self._bus is None:
            raise Unavailable("the connection to the session bus is closed")
        return self._bus


def _why(service: str, name: str, message: str) -> str:
    if name.endswith((".ServiceUnknown", ".NameHasNoOwner")):
        return f"{service} does not run"
    if name.endswith((".NoReply", ".Timeout", ".TimedOut")):
        return f"{service} does not answer"
    return f"{service} refused: {message}"

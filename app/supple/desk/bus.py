"""Calls and signals on a Linux message bus through QtDBus.

PySide6 sends every Python int as a signed number, which strict services refuse. Numbers that
have to be unsigned therefore go through ``QMetaObject.invokeMethod`` with a named type.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from supple.desk.capability import Unavailable

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtDBus import QDBusConnection

ANSWER_MS = 700
"""Milliseconds a service may take; the window stands still meanwhile."""
_NOBODY = (".ServiceUnknown", ".NameHasNoOwner")
_numbers = count(1)


class Bus:
    """A connection of its own: whatever was asked through it ends when it is closed."""

    def __init__(self, kind: str, where: str | None) -> None:
        """Connect to the ``kind`` of bus that listens at ``where``. Raises Unavailable."""
        if not sys.platform.startswith("linux"):
            raise Unavailable(f"only Linux desktops have a {kind} bus")
        if where is None:
            raise Unavailable(f"no {kind} bus")
        from PySide6.QtDBus import QDBusConnection  # slow to load and seldom needed

        self._kind = kind
        self._ears: list[QObject] = []
        self._followed: set[str] = set()
        self._absent: set[str] = set()
        """Services that do not run; the bus tells when one of them begins."""
        self._name = f"supple-{next(_numbers)}"
        # By its address, since asking for "the session bus" may start a stray one.
        self._bus: QDBusConnection | None = QDBusConnection.connectToBus(where, self._name)
        if not self._bus.isConnected():
            self.close()
            raise Unavailable(f"the {kind} bus does not answer")

    def close(self) -> None:
        """Leave the bus. Closing twice does nothing."""
        if self._bus is None:
            return
        from PySide6.QtDBus import QDBusConnection

        # The connection lives as long as anything refers to it.
        self._bus = None
        self._ears.clear()
        QDBusConnection.disconnectFromBus(self._name)

    @property
    def lives(self) -> bool:
        """Whether the bus still answers."""
        return self._bus is not None and self._bus.isConnected()

    def call(
        self, service: str, path: str, interface: str, method: str, arguments: Sequence[str] = ()
    ) -> object:
        """The answer's first value; only texts can be sent. Raises Unavailable.

        A service that was found absent twice is not asked for again until it is there, of which
        Qt's event loop has to hear.
        """
        from PySide6.QtDBus import QDBus, QDBusMessage

        if service in self._absent and self.lives:
            raise Unavailable(f"{service} does not run")
        message = QDBusMessage.createMethodCall(service, path, interface, method)
        # Starting a service takes seconds; one that does not run has nothing to hold.
        message.setAutoStartService(False)
        message.setArguments(list(arguments))
        reply = self._open.call(message, QDBus.CallMode.Block, ANSWER_MS)
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            if reply.errorName().endswith(_NOBODY):
                self._follow(service)
            raise Unavailable(_why(service, reply.errorName(), reply.errorMessage()))
        values = reply.arguments()
        return values[0] if values else None

    def get(self, service: str, path: str, interface: str, name: str) -> object:
        """A property's value. Raises Unavailable."""
        properties = "org.freedesktop.DBus.Properties"
        answer = self.call(service, path, properties, "Get", (interface, name))
        return answer.variant() if hasattr(answer, "variant") else answer

    def listen(
        self,
        service: str,
        path: str,
        interface: str,
        signal: str,
        heard: Callable[[Sequence[object]], None],
    ) -> None:
        """Call ``heard`` with the values of each such signal, until closed. Raises Unavailable."""
        from PySide6.QtCore import SLOT

        from supple.desk.ear import Ear

        ear = Ear(heard)
        slot = SLOT("heard(QDBusMessage)")
        # PySide types the slot as bytes and takes only a text.
        if not self._open.connect(service, path, interface, signal, ear, slot):  # type: ignore[call-overload]
            raise Unavailable(f"the {self._kind} bus does not pass on {signal}")
        self._ears.append(ear)

    def _follow(self, service: str) -> None:
        """Take note that ``service`` was not there.

        A question costs some four wake-ups, and most desktops have few of the services there
        are. That one is absent is only known once it was so after the bus was told to say when
        it comes.
        """
        if service in self._followed:
            self._absent.add(service)
            return
        from PySide6.QtCore import SLOT

        from supple.desk.ear import Ear

        ear = Ear(lambda values: self._absent.discard(str(values[0])))
        bus = "org.freedesktop.DBus"
        of = ("/org/freedesktop/DBus", bus, "NameOwnerChanged", [service], "sss")
        # By its name, so that no other program that comes or goes wakes this one.
        if self._open.connect(bus, *of, ear, SLOT("heard(QDBusMessage)")):  # type: ignore[call-overload]
            self._ears.append(ear)
            self._followed.add(service)

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
            raise Unavailable(f"the connection to the {self._kind} bus is closed")
        return self._bus


def _why(service: str, name: str, message: str) -> str:
    if name.endswith(_NOBODY):
        return f"{service} does not run"
    if name.endswith((".NoReply", ".Timeout", ".TimedOut")):
        return f"{service} does not answer"
    return f"{service} refused: {message}"


def paths_in(answer: object) -> list[str]:
    """The object paths of an answer that is a list of them."""
    from PySide6.QtDBus import QDBusArgument, QDBusObjectPath

    found: list[str] = []
    if isinstance(answer, QDBusArgument) and answer.currentSignature() == "ao":
        answer.beginArray()
        while not answer.atEnd():
            path = answer.asVariant()
            if isinstance(path, QDBusObjectPath):
                found.append(path.path())
    return found

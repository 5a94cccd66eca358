"""A connection to a message bus through libdbus, for values that PySide6 cannot send.

QtDBus needs the same library, so it is there wherever Qt is. Only what notifications need is
written: texts, numbers, lists of texts and tables of named values go out; texts and numbers
come in.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from ctypes import c_char_p, c_int, c_uint32, c_void_p
from typing import NamedTuple

from supple.desk.capability import Unavailable

NUMBERS: dict[str, type[ctypes._SimpleCData[int]]] = {
    "y": ctypes.c_uint8,
    "b": c_uint32,
    "n": ctypes.c_int16,
    "q": ctypes.c_uint16,
    "i": ctypes.c_int32,
    "u": c_uint32,
    "x": ctypes.c_int64,
    "t": ctypes.c_uint64,
}
TEXTS = "so"
SIGNAL = 4
DATA_REMAINS = 0
Typed = tuple[str, object]
"""A type of D-Bus and a value: "as" takes texts, "a{sv}" a mapping of names to Typed."""


class Signal(NamedTuple):
    """What a service told everybody."""

    member: str
    values: tuple[object, ...]
    """Texts, numbers and tuples of texts; None for anything else."""


class _Iter(ctypes.Structure):
    _fields_ = [("opaque", c_void_p * 16)]


class _Error(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p),
        ("message", c_char_p),
        ("bits", c_uint32),
        ("padding", c_void_p),
    ]


class Connection:
    """A connection of its own, used from one thread."""

    def __init__(self, address: str) -> None:
        """Connect. Raises Unavailable."""
        self._lib = _library()
        self._at: int | None = self._lib.dbus_connection_open_private(address.encode(), None)
        if not self._at:
            raise Unavailable("the session bus does not answer")
        # Otherwise the end of the bus would be the end of this process.
        self._lib.dbus_connection_set_exit_on_disconnect(self._at, 0)
        if not self._lib.dbus_bus_register(self._at, None):
            self.close()
            raise Unavailable("the session bus does not answer")

    def close(self) -> None:
        """Leave the bus. Closing twice does nothing."""
        at, self._at = self._at, None
        if at:
            self._lib.dbus_connection_close(at)
            self._lib.dbus_connection_unref(at)

    @property
    def handle(self) -> int:
        """The file that can be read once a message has come. Raises Unavailable."""
        number = c_int()
        if not self._lib.dbus_connection_get_unix_fd(self._open, ctypes.byref(number)):
            raise Unavailable("the session bus cannot be listened to")
        return number.value

    @property
    def lives(self) -> bool:
        """Whether the bus is still there."""
        return self._at is not None and bool(self._lib.dbus_connection_get_is_connected(self._at))

    @property
    def holds_more(self) -> bool:
        """Whether messages came in during a call: for them ``handle`` does not become readable."""
        return bool(self._lib.dbus_connection_get_dispatch_status(self._open) == DATA_REMAINS)

    def match(self, rule: str) -> None:
        """Let signals in that fit ``rule``."""
        self._lib.dbus_bus_add_match(self._open, rule.encode(), None)
        self._lib.dbus_connection_flush(self._open)

    def call(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        arguments: Sequence[Typed],
        wait_ms: int,
    ) -> tuple[object, ...]:
        """The answer's values. Raises Unavailable; a service that does not run is not started."""
        names = [name.encode() for name in (service, path, interface, method)]
        message = self._lib.dbus_message_new_method_call(*names)
        error = _Error()
        try:
            self._lib.dbus_message_set_auto_start(message, 0)
            row = _Iter()
            self._lib.dbus_message_iter_init_append(message, ctypes.byref(row))
            for kind, value in arguments:
                self._put(row, kind, value)
            answer = self._lib.dbus_connection_send_with_reply_and_block(
                self._open, message, wait_ms, ctypes.byref(error)
            )
        finally:
            self._lib.dbus_message_unref(message)
        if not answer:
            raise Unavailable(self._why(service, error))
        try:
            return self._values(answer)
        finally:
            self._lib.dbus_message_unref(answer)

    def signals(self) -> list[Signal]:
        """What has come since the last look; waits for nothing."""
        self._lib.dbus_connection_read_write(self._open, 0)
        found: list[Signal] = []
        while message := self._lib.dbus_connection_pop_message(self._open):
            if self._lib.dbus_message_get_type(message) == SIGNAL:
                member = self._lib.dbus_message_get_member(message) or b""
                found.append(Signal(member.decode(), self._values(message)))
            self._lib.dbus_message_unref(message)
        return found

    def _put(self, row: _Iter, kind: str, value: object) -> None:
        if kind in NUMBERS:
            assert isinstance(value, int)
            number = NUMBERS[kind](value)
            self._basic(row, kind, ctypes.byref(number))
        elif kind in TEXTS:
            text = c_char_p(_clean(value))
            self._basic(row, kind, ctypes.byref(text))
        elif kind == "as":
            assert isinstance(value, Sequence)
            with self._inside(row, "a", "s") as sub:
                for text in value:
                    self._put(sub, "s", text)
        else:
            assert kind == "a{sv}"
            assert isinstance(value, Mapping)
            with self._inside(row, "a", "{sv}") as sub:
                for name, typed in value.items():
                    self._entry(sub, name, typed)

    def _entry(self, row: _Iter, name: str, value: Typed) -> None:
        with self._inside(row, "e", None) as entry:
            self._put(entry, "s", name)
            with self._inside(entry, "v", value[0]) as sub:
                self._put(sub, *value)

    @contextmanager
    def _inside(self, row: _Iter, kind: str, of: str | None) -> Iterator[_Iter]:
        sub = _Iter()
        contained = None if of is None else of.encode()
        lib, at, within = self._lib, ctypes.byref(row), ctypes.byref(sub)
        lib.dbus_message_iter_open_container(at, ord(kind), contained, within)
        yield sub
        lib.dbus_message_iter_close_container(at, within)

    def _basic(self, row: _Iter, kind: str, value: object) -> None:
        self._lib.dbus_message_iter_append_basic(ctypes.byref(row), ord(kind), value)

    def _values(self, message: int) -> tuple[object, ...]:
        row = _Iter()
        if not self._lib.dbus_message_iter_init(message, ctypes.byref(row)):
            return ()
        return self._row(row)

    def _row(self, row: _Iter) -> tuple[object, ...]:
        values: list[object] = []
        while kind := self._lib.dbus_message_iter_get_arg_type(ctypes.byref(row)):
            values.append(self._value(row, chr(kind)))
            self._lib.dbus_message_iter_next(ctypes.byref(row))
        return tuple(values)

    def _value(self, row: _Iter, kind: str) -> object:
        at = ctypes.byref(row)
        if kind in NUMBERS:
            number = NUMBERS[kind]()
            self._lib.dbus_message_iter_get_basic(at, ctypes.byref(number))
            return bool(number.value) if kind == "b" else number.value
        if kind in TEXTS:
            text = c_char_p()
            self._lib.dbus_message_iter_get_basic(at, ctypes.byref(text))
            return (text.value or b"").decode("utf-8", "replace")
        if kind == "a" and chr(self._lib.dbus_message_iter_get_element_type(at)) in TEXTS:
            sub = _Iter()
            self._lib.dbus_message_iter_recurse(at, ctypes.byref(sub))
            return self._row(sub)
        return None

    def _why(self, service: str, error: _Error) -> str:
        name, message = ((raw or b"").decode() for raw in (error.name, error.message))
        self._lib.dbus_error_free(ctypes.byref(error))
        if name.endswith((".ServiceUnknown", ".NameHasNoOwner")):
            return f"{service} does not run"
        if name.endswith((".NoReply", ".Timeout", ".TimedOut")):
            return f"{service} does not answer"
        return f"{service} refused: {message}"

    @property
    def _open(self) -> int:
        if self._at is None:
            raise Unavailable("the connection to the session bus is closed")
        return self._at


def _clean(value: object) -> bytes:
    """What a bus takes as text: it drops whoever sends anything else."""
    return str(value).replace("\0", "").encode("utf-8", "replace")


def _library() -> ctypes.CDLL:
    try:
        lib = ctypes.CDLL("libdbus-1.so.3")
    except OSError as error:
        raise Unavailable(f"a library is missing ({error})") from error
    at, text = c_void_p, c_char_p
    for name, result, takes in (
        ("connection_open_private", at, [text, at]),
        ("connection_set_exit_on_disconnect", None, [at, c_uint32]),
        ("connection_get_is_connected", c_uint32, [at]),
        ("connection_close", None, [at]),
        ("connection_unref", None, [at]),
        ("connection_flush", None, [at]),
        ("connection_get_unix_fd", c_uint32, [at, at]),
        ("connection_read_write", c_uint32, [at, c_int]),
        ("connection_pop_message", at, [at]),
        ("connection_get_dispatch_status", c_int, [at]),
        ("connection_send_with_reply_and_block", at, [at, at, c_int, at]),
        ("bus_register", c_uint32, [at, at]),
        ("bus_add_match", None, [at, text, at]),
        ("error_free", None, [at]),
        ("message_new_method_call", at, [text] * 4),
        ("message_set_auto_start", None, [at, c_uint32]),
        ("message_unref", None, [at]),
        ("message_get_type", c_int, [at]),
        ("message_get_member", text, [at]),
        ("message_iter_init", c_uint32, [at, at]),
        ("message_iter_init_append", None, [at, at]),
        ("message_iter_append_basic", c_uint32, [at, c_int, at]),
        ("message_iter_open_container", c_uint32, [at, c_int, text, at]),
        ("message_iter_close_container", c_uint32, [at, at]),
        ("message_iter_get_arg_type", c_int, [at]),
        ("message_iter_get_basic", None, [at, at]),
        ("message_iter_get_element_type", c_int, [at]),
        ("message_iter_recurse", None, [at, at]),
        ("message_iter_next", c_uint32, [at]),
    ):
        function = getattr(lib, f"dbus_{name}")
        function.restype, function.argtypes = result, takes
    return lib

"""Questions to an X11 display through libxcb, which every Qt program on X11 has loaded anyway.

Unlike Xlib it ends no process when a window that was asked about is gone.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_uint8, c_uint16, c_uint32, c_void_p

from supple.desk.capability import Unavailable
from supple.desk.x11 import display_name

_Ask = Callable[[object], int | None]
"""Fetches an answer; takes where to put an error, and gives where the answer is."""
_ORDER = sys.byteorder
CHECKED = 1
"""Errors come with the answer."""
ANY_TYPE, ATOM = 0, 4
APPEND = 2
LONGEST = 1024
"""Words of 32 bits that are read of a property."""
HEADER = 32
"""Bytes before the value in an answer."""


class Cookie(ctypes.Structure):
    """The number of a request."""

    _fields_ = [("sequence", c_uint32)]


class _Screens(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("rem", c_int), ("index", c_int)]


class _Extension(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("global_id", c_int)]


class _Part(ctypes.Structure):
    _fields_ = [("base", c_void_p), ("length", c_size_t)]


class _Request(ctypes.Structure):
    _fields_ = [
        ("count", c_size_t),
        ("extension", POINTER(_Extension)),
        ("opcode", c_uint8),
        ("is_void", c_uint8),
    ]


# Kept as long as the program: libxcb gives it a number once.
_SAVER = _Extension(b"MIT-SCREEN-SAVER", 0)


class Display:
    """A connection of its own to the X server."""

    def __init__(self) -> None:
        """Connect. Raises Unavailable where that would not reach the desktop."""
        name = display_name()
        self._xcb, self._free = _libraries()
        number = c_int()
        self._at: int | None = self._xcb.xcb_connect(None, ctypes.byref(number))
        if self._xcb.xcb_connection_has_error(self._at):
            self.close()
            raise Unavailable(f"the X11 display {name} does not answer")
        screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._at))
        for _ in range(number.value):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        self.root: int = c_uint32.from_address(screens.data).value
        self._atoms: dict[str, int] = {}

    def close(self) -> None:
        """Leave the display. Closing twice does nothing."""
        at, self._at = self._at, None
        if at:
            self._xcb.xcb_disconnect(at)

    @property
    def lives(self) -> bool:
        """Whether the X server still answers."""
        return self._at is not None and not self._xcb.xcb_connection_has_error(self._at)

    def idle_s(self) -> float:
        """Seconds since the last key or pointer movement. Raises Unavailable."""
        found = self._xcb.xcb_get_extension_data(self._open, ctypes.byref(_SAVER))
        if not found or not c_uint8.from_address(found + 8).value:
            raise Unavailable("the X11 display has no screen-saver extension")
        asked = (c_uint32 * 2)(0, self.root)
        # libxcb writes into two parts of its own that stand before ours.
        parts = (_Part * 3)()
        parts[2] = _Part(ctypes.addressof(asked), ctypes.sizeof(asked))
        ours = ctypes.byref(parts, 2 * ctypes.sizeof(_Part))
        query_info = 1
        request = _Request(1, ctypes.pointer(_SAVER), query_info, 0)
        sequence = self._xcb.xcb_send_request(self._open, CHECKED, ours, ctypes.byref(request))
        answer = self._read(lambda error: self._xcb.xcb_wait_for_reply(self._open, sequence, error))
        if answer is None:
            raise Unavailable("the X11 display does not tell its idle time")
        return int.from_bytes(answer[16:20], _ORDER) / 1000

    def atom(self, name: str) -> int:
        """The number of a name; 0 when nobody on this display ever used it."""
        if not self._atoms.get(name):
            raw = name.encode()
            cookie = self._xcb.xcb_intern_atom(self._open, 1, len(raw), raw)
            answer = self._read(
                lambda error: self._xcb.xcb_intern_atom_reply(self._open, cookie, error)
            )
            self._atoms[name] = 0 if answer is None else int.from_bytes(answer[8:12], _ORDER)
        return self._atoms[name]

    def numbers(self, window: int, name: str) -> tuple[int, ...]:
        """A property's numbers; empty where the window or its property is not there."""
        raw = self.raw(window, name)
        return tuple(
            int.from_bytes(raw[i : i + 4], _ORDER) for i in range(0, len(raw) - len(raw) % 4, 4)
        )

    def raw(self, window: int, name: str) -> bytes:
        """A property's bytes; empty where the window or its property is not there."""
        atom = self.atom(name)
        if not atom:
            return b""
        cookie = self._xcb.xcb_get_property(self._open, 0, window, atom, ANY_TYPE, 0, LONGEST)
        answer = self._read(
            lambda error: self._xcb.xcb_get_property_reply(self._open, cookie, error)
        )
        if answer is None:
            return b""
        width = answer[1] // 8
        return answer[HEADER : HEADER + width * int.from_bytes(answer[16:20], _ORDER)]

    def add_to(self, window: int, name: str, values: Sequence[str]) -> None:
        """Add ``values`` to a property that is a list of names, and wait until they are there."""
        numbers = [self._number(value) for value in (name, *values)]
        more = (c_uint32 * len(values))(*numbers[1:])
        at = self._open
        self._xcb.xcb_change_property(at, APPEND, window, numbers[0], ATOM, 32, len(values), more)
        # Who answers this has carried out what was asked for before.
        self.raw(window, name)

    def _number(self, name: str) -> int:
        """The number of a name, which gets one if it has none."""
        raw = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._open, 0, len(raw), raw)
        answer = self._read(
            lambda error: self._xcb.xcb_intern_atom_reply(self._open, cookie, error)
        )
        return 0 if answer is None else int.from_bytes(answer[8:12], _ORDER)

    def _read(self, ask: _Ask) -> bytes | None:
        error = c_void_p()
        at = ask(ctypes.byref(error))
        if error.value:
            self._free(error)
        if not at:
            if self._xcb.xcb_connection_has_error(self._open):
                raise Unavailable("the X11 display has gone")
            return None
        try:
            words = c_uint32.from_address(at + 4).value
            return ctypes.string_at(at, HEADER + 4 * words)
        finally:
            self._free(at)

    @property
    def _open(self) -> int:
        if self._at is None:
            raise Unavailable("the connection to the X11 display is closed")
        return self._at


def _libraries() -> tuple[ctypes.CDLL, Callable[[object], None]]:
    try:
        xcb, libc = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
    except OSError as error:
        raise Unavailable(f"a library is missing ({error})") from error
    at = c_void_p
    for name, result, takes in (
        ("xcb_connect", at, [c_char_p, at]),
        ("xcb_connection_has_error", c_int, [at]),
        ("xcb_disconnect", None, [at]),
        ("xcb_get_setup", at, [at]),
        ("xcb_setup_roots_iterator", _Screens, [at]),
        ("xcb_screen_next", None, [at]),
        ("xcb_get_extension_data", at, [at, at]),
        ("xcb_send_request", c_uint32, [at, c_int, at, at]),
        ("xcb_wait_for_reply", at, [at, c_uint32, at]),
        ("xcb_intern_atom", Cookie, [at, c_uint8, c_uint16, c_char_p]),
        ("xcb_intern_atom_reply", at, [at, Cookie, at]),
        ("xcb_get_property", Cookie, [at, c_uint8, *[c_uint32] * 5]),
        ("xcb_get_property_reply", at, [at, Cookie, at]),
        ("xcb_change_property", Cookie, [at, c_uint8, *[c_uint32] * 3, c_uint8, c_uint32, at]),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, takes
    libc.free.restype, libc.free.argtypes = None, [at]
    return xcb, libc.free

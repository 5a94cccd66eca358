"""Keys that work in any program, by grabs on the X11 display."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Mapping
from ctypes import c_int, c_uint8, c_uint16, c_uint32, c_void_p

from supple.core.key_names import cap, parts
from supple.desk.capability import Unavailable
from supple.desk.keysyms import KEYSYMS, MASKS
from supple.desk.xcb import HEADER, Cookie, Display

log = logging.getLogger(__name__)
LOCKS = (0, 2, 16, 2 | 16)
"""With and without Caps Lock and Num Lock: to the X server each is another combination."""
KEY_PRESS, MAPPING = 2, 34
_ASYNC = 1
_ORDER = sys.byteorder
_BY_THE_SERVER = 0x80
"""Set in the kind of an event that another program has sent: nobody pressed anything."""
_STATE = 28
"""Where an event has the modifiers."""
_FIRST_CODE, _LAST_CODE = 34, 35
"""Where the display's greeting has the range of its key codes."""


class Grabs(Display):
    """A connection that is told of some keys, whoever has the keyboard."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        """``keys``: name -> key, such as ``Ctrl+Alt+B``. Raises Unavailable, also where another
        program has one."""
        super().__init__()
        self._keys = dict(keys)
        self._codes: dict[tuple[int, int], str] = {}
        """By code and modifiers."""
        _declare(self._xcb)
        try:
            self._grab()
        except Unavailable:
            self.close()
            raise

    @property
    def handle(self) -> int:
        """The file descriptor that can be read when something has come."""
        return int(self._xcb.xcb_get_file_descriptor(self._open))

    def pressed(self) -> list[str]:
        """The names of the keys pressed since, in order. Raises Unavailable when the display is
        gone."""
        names: list[str] = []
        while at := self._xcb.xcb_poll_for_event(self._open):
            event = ctypes.string_at(at, HEADER)
            self._free(at)
            if event[0] == KEY_PRESS:
                held = int.from_bytes(event[_STATE : _STATE + 2], _ORDER) & sum(MASKS.values())
                if (event[1], held) in self._codes:
                    names.append(self._codes[event[1], held])
            elif event[0] & ~_BY_THE_SERVER == MAPPING:
                self._grab_again()
        if not self.lives:
            raise Unavailable("the X11 display has gone")
        return names

    def _grab_again(self) -> None:
        try:
            self._grab()
        except Unavailable as why:
            # The next layout may have the letter again.
            log.info("keys for any program: %s", why)

    def _grab(self) -> None:
        """Ask for the keys where they are now; a keyboard may have got another layout."""
        for code, _ in self._codes:
            self._xcb.xcb_ungrab_key(self._open, code, self.root, 1 << 15)
        self._codes = {}
        for name, key in self._keys.items():
            held, letter = parts(key)
            mask = sum(MASKS[modifier] for modifier in held)
            for code in self._codes_of(letter):
                self._grab_one(key, code, mask)
                self._codes[code, mask] = name

    def _grab_one(self, key: str, code: int, mask: int) -> None:
        for locks in LOCKS:
            cookie = self._xcb.xcb_grab_key_checked(
                self._open, 1, self.root, mask | locks, code, _ASYNC, _ASYNC
            )
            error = self._xcb.xcb_request_check(self._open, cookie)
            if error:
                self._free(error)
                raise Unavailable(f"another program has {cap(key)}")

    def _codes_of(self, letter: str) -> list[int]:
        """Extra buttons may send one and the same key by several codes."""
        setup = self._xcb.xcb_get_setup(self._open)
        first = c_uint8.from_address(setup + _FIRST_CODE).value
        count = c_uint8.from_address(setup + _LAST_CODE).value - first + 1
        cookie = self._xcb.xcb_get_keyboard_mapping(self._open, first, count)
        answer = self._read(
            lambda error: self._xcb.xcb_get_keyboard_mapping_reply(self._open, cookie, error)
        )
        if answer is None or not answer[1]:
            raise Unavailable("the X11 display does not tell its keys")
        wide = 4 * answer[1]
        wanted = KEYSYMS[letter].to_bytes(4, _ORDER) if letter in KEYSYMS else b""
        codes = []
        for n in range(count):
            row = answer[HEADER + n * wide : HEADER + (n + 1) * wide]
            if wanted in (row[i : i + 4] for i in range(0, len(row), 4)):
                codes.append(first + n)
        if not codes:
            raise Unavailable(f"this keyboard has no key {cap(letter)}")
        return codes


def _declare(xcb: ctypes.CDLL) -> None:
    at = c_void_p
    for name, result, takes in (
        ("xcb_get_file_descriptor", c_int, [at]),
        ("xcb_poll_for_event", at, [at]),
        ("xcb_request_check", at, [at, Cookie]),
        ("xcb_ungrab_key", Cookie, [at, c_uint8, c_uint32, c_uint16]),
        ("xcb_get_keyboard_mapping", Cookie, [at, c_uint8, c_uint8]),
        ("xcb_get_keyboard_mapping_reply", at, [at, Cookie, at]),
        (
            "xcb_grab_key_checked",
            Cookie,
            [at, c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8],
        ),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, takes

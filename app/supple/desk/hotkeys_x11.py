"""Keys that work in any program, by grabs on the X11 display."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Mapping
from ctypes import c_int, c_uint8, c_uint16, c_uint32, c_void_p

from supple.desk.capability import Unavailable
from supple.desk.xcb import HEADER, Cookie, Display

log = logging.getLogger(__name__)
CONTROL, ALT = 4, 8
LOCKS = (0, 2, 16, 2 | 16)
"""With and without Caps Lock and Num Lock: to the X server each is another combination."""
KEY_PRESS, MAPPING = 2, 34
_ASYNC = 1
_ORDER = sys.byteorder
_BY_THE_SERVER = 0x80
"""Set in the kind of an event that another program has sent: nobody pressed anything."""
_FIRST_CODE, _LAST_CODE = 34, 35
"""Where the display's greeting has the range of its key codes."""


class Grabs(Display):
    """A connection that is told of Ctrl Alt and a letter, whoever has the keyboard."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        """``letters``: name -> letter. Raises Unavailable, also where another program has one."""
        super().__init__()
        self._letters = dict(letters)
        self._codes: dict[int, str] = {}
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
            if event[0] == KEY_PRESS and event[1] in self._codes:
                names.append(self._codes[event[1]])
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
        for code in self._codes:
            self._xcb.xcb_ungrab_key(self._open, code, self.root, 1 << 15)
        self._codes = {}
        for name, letter in self._letters.items():
            code = self._code_of(letter)
            for locks in LOCKS:
                cookie = self._xcb.xcb_grab_key_checked(
                    self._open, 1, self.root, CONTROL | ALT | locks, code, _ASYNC, _ASYNC
                )
                error = self._xcb.xcb_request_check(self._open, cookie)
                if error:
                    self._free(error)
                    raise Unavailable(f"another program has Ctrl Alt {letter.upper()}")
            self._codes[code] = name

    def _code_of(self, letter: str) -> int:
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
        wanted = ord(letter.lower()).to_bytes(4, _ORDER)
        for n in range(count):
            row = answer[HEADER + n * wide : HEADER + (n + 1) * wide]
            if wanted in (row[i : i + 4] for i in range(0, len(row), 4)):
                return first + n
        raise Unavailable(f"this keyboard has no key {letter.upper()}")


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

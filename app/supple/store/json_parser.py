"""A JSON parser for people: it knows the slips of a hand-written file and goes on after them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NoReturn

from supple.core.format_findings import PathParts, quote
from supple.store.json_document import Positioned
from supple.store.json_strings import LOOSE_STRING, STRING, unescape
from supple.store.json_words import NUMBER, read_word

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_COMMENT: Final = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_ODD_SPACE: Final = re.compile(r"[\u00a0\u2000-\u200b\u202f\u3000\ufeff\v\f]+")
_WORD: Final = re.compile(r"[-+.\w]+")
_OPENING_LOST: Final = re.compile(
    r"([^\W\d][-.\w]{0,60}(?: [-.\w]{1,60}){0,12})\"(?=\s{0,9}[:,}\]])"
)
_UNIT: Final = re.compile(r"[ \t]+([^\W\d_]{1,12})(?=\s*[,}\]])")
_LINE: Final = re.compile(r"[^\r\n]*")
_OTHER_QUOTES: Final = {
    "'": "'",
    "`": "`",
    "\u201c": '\u201d\u201c"',
    "\u201d": '\u201d"',
    "\u201e": "\u201c\u201d",
    "\u2018": "\u2019",
    "\u2019": "\u2019",
    "\u00ab": "\u00bb",
}
"""Each opening quote that is none of JSON's, with the signs that may close it."""

DEPTH: Final = 32
"""Levels of brackets inside one another; a routine file needs seven."""


class _StopReading(Exception):
    """Nothing after this place can be understood."""


class Parser:
    """One pass over one text."""

    def __init__(self, document: Positioned, kind: str, least: str) -> None:
        """``kind`` and ``least``: see ``read_with_positions``."""
        self._document = document
        self._kind = kind
        self._least = least
        self._text = document.text
        self._at = 0

    def run(self) -> None:
        """Fill the document's value, positions and problems."""
        try:
            self._skip()
            if self._at == len(self._text):
                self._stop(0, (), "The file is empty.", f"Start with {self._least}.")
            if self._peek() not in "{[":
                what = f"The file begins with {quote(self._rest_of_line())}, not with {{."
                mend = f"{self._kind} is JSON, text in braces: {self._least}."
                self._stop(self._at, (), what, mend)
            self._document.value = self._value((), 0)
            self._skip()
            if self._at < len(self._text):
                what = f"There is more after the end: {quote(self._rest_of_line())}."
                self._stop(self._at, (), what, "Remove it, or a closing bracket before it.")
        except _StopReading:
            pass

    def _note(
        self, offset: int, path: PathParts, what: str, mend: str, *, sound: bool = False
    ) -> None:
        if not self._document.add(offset, path, what, mend, sound=sound):
            self._document.sound = False
            raise _StopReading

    def _stop(self, offset: int, path: PathParts, what: str, mend: str) -> NoReturn:
        self._note(offset, path, what, mend)
        raise _StopReading

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _rest_of_line(self) -> str:
        match = _LINE.match(self._text, self._at)
        return match.group().strip() if match else ""

    def _skip(self) -> None:
        """Go to the next sign that means something."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if match := _COMMENT.match(self._text, self._at):
                mend = "Remove it; a note can stand in a file beside this one."
                self._note(self._at, (), "JSON knows no comments.", mend)
            elif match := _ODD_SPACE.match(self._text, self._at):
                what = "Here is an invisible character that is not a plain space."
                self._note(self._at, (), what, "Remove it, or type a space in its place.")
            else:
                return
            self._at = match.end()

    def _value(self, path: PathParts, depth: int) -> object:
        sign = self._peek()
        self._document.values[path] = self._at
        if sign and sign in "{[":
            if depth >= DEPTH:
                what = f"Brackets stand more than {DEPTH} deep inside one another."
                self._stop(self._at, (), what, "A routine file needs no more than seven.")
            read = self._object if sign == "{" else self._array
            return read(path, depth + 1)
        if sign == '"' or sign in _OTHER_QUOTES:
            return self._string(path)
        if match := _WORD.match(self._text, self._at):
            return self._word(path, match)
        return self._no_value(path)

    def _no_value(self, path: PathParts) -> NoReturn:
        sign = self._peek()
        if not sign:
            what = "The file ends here, where a value is still needed."
            self._stop(self._at, path, what, "Something at the end was cut off.")
        if sign in ",}]":
            self._stop(self._at, path, f"A value is missing before {sign}.", "Write one.")
        self._stop(self._at, path, f"{quote(sign)} cannot stand here.", "Remove it.")

    def _object(self, path: PathParts, depth: int) -> dict[str, object]:
        start = self._at
        value: dict[str, object] = {}

        def member() -> None:
            key_at = self._at
            key = self._key(path)
            place = (*path, key)
            twice = key in value
            if twice:
                line = self._document.place(self._document.keys[place])[0]
                what = f"The key {quote(key)} stands here twice; first in line {line}."
                self._note(key_at, place, what, "Keep one of the two.", sound=True)
            else:
                self._document.keys[place] = key_at
            self._colon(place)
            # The first one counts, so the second must not take its positions.
            found = self._value((*path, f"{key} (second)") if twice else place, depth)
            value.setdefault(key, found)

        self._members(start, path, "}", member)
        return value

    def _array(self, path: PathParts, depth: int) -> list[object]:
        start = self._at
        value: list[object] = []

        def member() -> None:
            value.append(self._value((*path, len(value)), depth))

        self._members(start, path, "]", member)
        return value

    def _members(self, start: int, path: PathParts, close: str, member: Callable[[], None]) -> None:
        """Read what stands between two brackets, and the commas."""
        self._at += 1
        self._skip()
        while self._peek() == ",":
            what = f"Between {self._text[start]} and the first entry stands a comma."
            self._note(self._at, path, what, "Take the comma out.")
            self._at += 1
            self._skip()
        comma = -1
        while self._peek() != close:
            self._refuse_bracket(start, path, close)
            member()
            end = self._at
            self._skip()
            comma = self._comma(end, path, close)
        if comma >= 0:
            mend = "Remove this comma."
            self._note(comma, path, f"The last entry before {close} takes no comma.", mend)
        self._at += 1

    def _comma(self, end: int, path: PathParts, close: str) -> int:
        """Pass the comma after an entry; its offset, or -1 where none was needed."""
        sign = self._peek()
        if sign == close:
            return -1
        if sign == ",":
            comma = self._at
        elif sign == ";":
            comma = self._at
            self._note(comma, path, "A semicolon stands here.", "Write a comma.")
        elif sign and (sign in '"{[' or sign in _OTHER_QUOTES or _WORD.match(sign)):
            self._note(end, path, "A comma is missing here.", "Write a comma between two entries.")
            return -1
        else:
            return -1
        self._at += 1
        self._skip()
        while self._peek() == ",":
            self._note(self._at, path, "Two commas follow each other.", "Remove one.")
            self._at += 1
            self._skip()
        return comma

    def _refuse_bracket(self, start: int, path: PathParts, close: str) -> None:
        sign = self._peek()
        if sign and sign not in ")}]":
            return
        opened = self._text[start]
        line = self._document.place(start)[0]
        if not sign:
            what = f"The file ends before the {opened} of line {line} is closed."
            self._stop(len(self._text.rstrip()), path, what, f"Add {close} where it ends.")
        what = f"{sign} stands here, but the {opened} of line {line} is still open."
        self._stop(self._at, path, what, f"Write {close} first.")

    def _key(self, path: PathParts) -> str:
        sign = self._peek()
        if sign == '"' or sign in _OTHER_QUOTES:
            return self._string(path)
        match = _WORD.match(self._text, self._at)
        if match is None:
            what = f"{quote(sign)} stands where a name in double quotes is needed."
            self._stop(self._at, path, what, 'Write an entry such as "hold_s": 30.')
        if lost := _OPENING_LOST.match(self._text, self._at):
            return self._opening_lost(path, lost)
        word = match.group()
        if NUMBER.fullmatch(word):
            what = f"The number {word} stands where a name in double quotes is needed."
            mend = 'Write an entry such as "hold_s": 30. Decimals take a point: 2.5.'
            self._stop(self._at, path, what, mend)
        shown = quote(word)
        self._note(self._at, path, f"The name {shown[1:-1]} has no quotes.", f"Write {shown}.")
        self._at = match.end()
        return word

    def _colon(self, path: PathParts) -> None:
        end = self._at
        self._skip()
        sign = self._peek()
        if sign == "=":
            self._note(self._at, path, "An equals sign stands here.", "Write a colon.")
        elif sign != ":":
            self._closing_lost(path)
            what = f"A colon is missing after {quote(str(path[-1]))}."
            self._stop(end, path, what, f"Write {quote(str(path[-1]))}: and then its value.")
        self._at += 1
        self._skip()

    def _closing_lost(self, path: PathParts) -> None:
        """Stop when a name ran on into the next text: ``{"hold_s: "30"}``."""
        name, colon, _ = str(path[-1]).partition(":")
        if colon:
            mend = f"Write {quote(name)}: and then its value."
            what = f"The name {quote(name)[1:-1]} has no closing quote."
            self._stop(self._document.keys[path], path[:-1], what, mend)

    def _string(self, path: PathParts) -> str:
        start = self._at
        if self._text[start] != '"':
            return self._other_quotes(path)
        match = STRING.match(self._text, start) or LOOSE_STRING.match(self._text, start)
        if match is None:
            what = f"The text {quote(self._rest_of_line()[1:])} has no closing quote."
            self._stop(start, path, what, 'Put " at its end, in the same line.')
        self._at = match.end()
        text, slips = unescape(match.group(1))
        for slip in slips:
            self._note(start + slip.offset, path, slip.what, slip.mend, sound=True)
        return text

    def _other_quotes(self, path: PathParts) -> str:
        """Text in quotes that JSON does not know."""
        start = self._at
        line = _LINE.match(self._text, start).group()  # type: ignore[union-attr]
        closing = _OTHER_QUOTES[line[0]]
        end = next((i for i, c in enumerate(line) if i and c in closing), None)
        what = f"{line[0]} is not the quote that JSON uses."
        mend = 'Write a straight double quote: ".'
        if end is None:
            self._stop(start, path, what, mend)
        self._note(start, path, what, mend)
        self._at = start + end + 1
        return line[1:end]

    def _word(self, path: PathParts, match: re.Match[str]) -> object:
        """A value without quotes."""
        start, text = match.start(), match.group()
        if lost := _OPENING_LOST.match(self._text, start):
            return self._opening_lost(path, lost)
        self._at = match.end()
        word = read_word(text)
        if word.what:
            self._note(start, path, word.what, word.mend, sound=word.sound)
        elif NUMBER.fullmatch(text) and (unit := _UNIT.match(self._text, self._at)):
            what = f"A unit stands behind the number: {quote(unit.group(1))}."
            self._note(unit.start(1), path, what, f"Write {text} alone.")
            self._at = unit.end()
        return word.value

    def _opening_lost(self, path: PathParts, match: re.Match[str]) -> str:
        """Text that ends with a quote but does not begin with one."""
        text = match.group(1)
        self._note(
            match.start(), path, f"The text {text} has no opening quote.", f"Write {quote(text)}."
        )
        self._at = match.end()
        return text

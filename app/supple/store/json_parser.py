"""A JSON parser for people: it knows the slips of a hand-written file and goes on after them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Final, NoReturn

from supple.core.format_findings import PathParts, quote
from supple.store.json_positions import DEPTH, Positioned

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_COMMENT: Final = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_ODD_SPACE: Final = re.compile(r"[\u00a0\u2000-\u200b\u202f\u3000\ufeff\v\f]+")
_STRING: Final = re.compile(r'"([^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*)"')
_LOOSE_STRING: Final = re.compile(r'"([^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"')
_BAD_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(\\)')
_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD: Final = re.compile(r"[-+.\w]+")
_LINE: Final = re.compile(r"[^\r\n]*")
_NUMBER_WITH_UNIT: Final = re.compile(r"[-+]?([0-9]+(?:\.[0-9]+)?)[^\W\d_]{1,12}")
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
_LITERALS: Final[dict[str, object]] = {"true": True, "false": False, "null": None}
_MISSPELT: Final = {
    "none": "null",
    "undefined": "null",
    "nil": "null",
    "yes": "true",
    "no": "false",
}
_CONSTANTS: Final = {"nan", "infinity", "inf"}
_LONGEST_NUMBER: Final = 300


class _StopReading(Exception):
    """Nothing after this place can be understood."""


class Parser:
    """One pass over one text."""

    def __init__(self, document: Positioned) -> None:
        self._document = document
        self._text = document.text
        self._at = 0

    def run(self) -> None:
        """Fill the document's value, positions and problems."""
        try:
            self._skip()
            if self._at == len(self._text):
                mend = 'Start with {"format": 1, "stretches": [], "routines": []}.'
                self._stop(0, (), "The file is empty.", mend)
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
            self._at = match.end()
            return self._word(match.start(), path, match.group())
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
        if sign == ",":
            self._stop(self._at, path, "An entry is missing before this comma.", "Remove it.")
        match = _WORD.match(self._text, self._at)
        if match is None:
            what = f"{quote(sign)} stands where a name in double quotes is needed."
            self._stop(self._at, path, what, 'Write an entry such as "hold_s": 30.')
        word = match.group()
        if _NUMBER.fullmatch(word):
            what = f"The number {word} stands where a name in double quotes is needed."
            mend = 'Write an entry such as "hold_s": 30. Decimals take a point: 2.5.'
            self._stop(self._at, path, what, mend)
        self._note(self._at, path, f"The name {word} has no quotes.", f"Write {quote(word)}.")
        self._at = match.end()
        return word

    def _colon(self, path: PathParts) -> None:
        end = self._at
        self._skip()
        sign = self._peek()
        if sign == "=":
            self._note(self._at, path, "An equals sign stands here.", "Write a colon.")
        elif sign != ":":
            what = f"A colon is missing after {quote(str(path[-1]))}."
            self._stop(end, path, what, f"Write {quote(str(path[-1]))}: and then its value.")
        self._at += 1
        self._skip()

    def _string(self, path: PathParts) -> str:
        start = self._at
        if self._text[start] != '"':
            return self._other_quotes(path)
        match = _STRING.match(self._text, start) or _LOOSE_STRING.match(self._text, start)
        if match is None:
            what = f"The text {quote(self._rest_of_line()[1:])} has no closing quote."
            self._stop(start, path, what, 'Put " at its end, in the same line.')
        self._at = match.end()
        return self._unescaped(start, path, match.group(1))

    def _unescaped(self, start: int, path: PathParts, body: str) -> str:
        slips = [m.start() for m in _BAD_ESCAPE.finditer(body) if m.group(1)]
        if slips:
            what = "A backslash in text begins an escape such as \\n, and this one is none."
            self._note(start + 1 + slips[0], path, what, "Write it twice: \\\\.", sound=True)
            for at in reversed(slips):
                body = body[:at] + "\\" + body[at:]
        text: str = json.loads(f'"{body}"', strict=False)
        control = next((i for i, c in enumerate(body) if c < " "), None)
        if control is not None:
            what = "The text holds a tab or another control character."
            self._note(start + 1 + control, path, what, "Write a space in its place.", sound=True)
            text = _CONTROL.sub(" ", text)
        if any("\ud800" <= c <= "\udfff" for c in text):
            what = "The text holds half a character, such as \\ud83d without its second part."
            self._note(start, path, what, "Write the character itself.", sound=True)
            text = text.encode("utf-8", "replace").decode("utf-8")
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

    def _word(self, start: int, path: PathParts, word: str) -> object:
        """A literal or a number, or what was meant to be one."""
        if word in _LITERALS:
            return _LITERALS[word]
        if match := _NUMBER.fullmatch(word):
            return _number(word, whole=match.group(1) is None and match.group(2) is None)
        lower = word.lower()
        if lower.lstrip("+-") in _CONSTANTS:
            mend = "Write a plain number such as 30."
            self._note(start, path, f"{word} is not a number.", mend, sound=True)
            return float("nan")
        meant = _MISSPELT.get(lower, lower if lower in _LITERALS else None)
        if meant is not None:
            mend = "Leave the entry out." if meant == "null" else f"Write {meant}."
            self._note(start, path, f"JSON does not know {word}.", mend)
            return _LITERALS[meant]
        return self._odd_word(start, path, word)

    def _odd_word(self, start: int, path: PathParts, word: str) -> object:
        with_unit = _NUMBER_WITH_UNIT.fullmatch(word)
        if with_unit and not word.lower().startswith("0x"):
            meant = with_unit.group(1)
            self._note(start, path, f"{quote(word)} is not a number.", f"Write {meant}.")
            return _number(meant, whole="." not in meant)
        if word[0].isdigit() or word[0] in "+-.":
            mend = "Write plain digits, with a point for decimals: 30 or 2.5."
            self._note(start, path, f"{quote(word)} is not a number as JSON writes it.", mend)
            return 0
        self._note(start, path, f"The text {word} has no quotes.", f"Write {quote(word)}.")
        return word


def _number(word: str, *, whole: bool) -> float:
    if len(word) > _LONGEST_NUMBER:
        return float("-inf") if word[0] == "-" else float("inf")
    return int(word) if whole else float(word)

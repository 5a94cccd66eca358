"""What a word without quotes in a JSON text means, or was meant to be."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from supple.core.format_findings import quote
from supple.store.json_positions import LONGEST_NUMBER

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WITH_UNIT: Final = re.compile(r"[-+]?([0-9]+(?:\.[0-9]+)?)[^\W\d_]{1,12}")
_LITERALS: Final[dict[str, object]] = {"true": True, "false": False, "null": None}
_MEANT: Final = {
    "none": "null",
    "undefined": "null",
    "nil": "null",
    "yes": "true",
    "no": "false",
}
_CONSTANTS: Final = {"nan", "infinity", "inf"}


class Word(NamedTuple):
    """A word's value, and what is wrong with it; ``what`` is "" for a good one."""

    value: object
    what: str = ""
    mend: str = ""
    sound: bool = True
    """False when the word is no JSON at all."""


def read_word(word: str) -> Word:
    """A literal or a number, or the nearest thing to one."""
    if word in _LITERALS:
        return Word(_LITERALS[word])
    if match := NUMBER.fullmatch(word):
        return Word(_number(word, whole=match.group(1) is None and match.group(2) is None))
    lower = word.lower()
    if lower.lstrip("+-") in _CONSTANTS:
        mend = "Write a plain number such as 30."
        return Word(float("nan"), f"{word} is not a number.", mend)
    meant = _MEANT.get(lower, lower if lower in _LITERALS else None)
    if meant is not None:
        mend = "Leave the entry out." if meant == "null" else f"Write {meant}."
        return Word(_LITERALS[meant], f"JSON does not know {word}.", mend, sound=False)
    return _odd_word(word)


def _odd_word(word: str) -> Word:
    with_unit = _WITH_UNIT.fullmatch(word)
    if with_unit and not word.lower().startswith("0x"):
        meant = with_unit.group(1)
        value = _number(meant, whole="." not in meant)
        return Word(value, f"{quote(word)} is not a number.", f"Write {meant}.", sound=False)
    if word[0].isdigit() or word[0] in "+-.":
        what = f"{quote(word)} is not a number as JSON writes it."
        mend = "Write plain digits, with a point for decimals: 30 or 2.5."
        return Word(0, what, mend, sound=False)
    return Word(
        word, f"The text {quote(word)[1:-1]} has no quotes.", f"Write {quote(word)}.", sound=False
    )


def _number(word: str, *, whole: bool) -> float:
    if len(word) > LONGEST_NUMBER:
        return float("-inf") if word[0] == "-" else float("inf")
    return int(word) if whole else float(word)

"""Reading one group ``{ }`` of a routine file key by key, noting what is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from supple.core.format_findings import (
    Findings,
    PathParts,
    number_text,
    quote,
    shown,
    suggest,
)

ID_LENGTH: Final = 64
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Compiled when a file has a problem, not at every start.
_NUMBER_IN_TEXT: Final = r"\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*[^\W\d_]{0,12}\.?\s*"
_BRACES: Final = r"\{[^{}]*\}|[{}]"
SOFT: Final = "\u00a0\u2009\u202f\u200c\u200d\u200e\u200f"
"""Spaces and joiners that some languages need, though they have no shape."""
_PLACEHOLDERS: Final = ("{side}", "{other}")


class Span(NamedTuple):
    """A range of numbers, both ends allowed."""

    low: float
    high: float
    unit: str = ""
    whole: bool = False

    @property
    def text(self) -> str:
        """``1 to 600 seconds``."""
        ends = f"{number_text(self.low)} to {number_text(self.high)}"
        return f"{ends} {self.unit}" if self.unit else ends


class Fields:
    """One object. Each reading method takes a key; ``finish`` reports the keys nobody took."""

    def __init__(
        self, value: Mapping[str, object], path: PathParts, findings: Findings, noun: str
    ) -> None:
        self.value = value
        self.path = path
        self.findings = findings
        self._noun = noun
        self._taken: list[str] = []

    def at(self, key: str) -> PathParts:
        """The path of one of its keys."""
        return (*self.path, key)

    def finish(self) -> None:
        """Report every key that is not known here."""
        for key in self.value:
            if key in self._taken:
                continue
            if self.findings.full:
                self.findings.count += 1
                continue
            what = f"{quote(key)} is not a key of {self._noun}."
            self.findings.add(self.at(key), what, suggest(key, self._taken), at_key=True)

    def take(self, key: str, need: str = "") -> tuple[bool, object]:
        """Whether ``key`` is there, and its value; ``need`` says what a missing one must hold."""
        self._taken.append(key)
        if key in self.value:
            return True, self.value[key]
        if need:
            what = f"{quote(key)} is missing in {self._noun}."
            self.findings.add(self.path, what, f"Add {quote(key)}: {need}.")
        return False, None

    def wrong(self, path: PathParts, value: object, need: str) -> None:
        """Report a value of the wrong type."""
        self.findings.add(path, f"This is {shown(value)}.", f"It needs to be {need}.")

    def text(
        self, key: str, longest: int, *, need: str = "", placeholders: Collection[str] = ()
    ) -> str:
        """A line of text of at most ``longest`` characters, "" when missing or wrong."""
        there, value = self.take(key, need)
        return self._line(self.at(key), value, longest, placeholders) if there else ""

    def texts(
        self,
        key: str,
        longest: int,
        *,
        most: int,
        need: str = "",
        placeholders: Collection[str] = (),
    ) -> tuple[str, ...]:
        """A list of lines; it may be empty unless it is needed."""
        items = self._items(key, most, need, empty_ok=not need)
        return tuple(self._line(path, item, longest, placeholders) for path, item in items)

    def _line(
        self, path: PathParts, value: object, longest: int, placeholders: Collection[str]
    ) -> str:
        if not isinstance(value, str):
            self.wrong(path, value, "text in double quotes")
            return ""
        if not value.strip():
            self.findings.add(path, "This text is empty.", "Write something, or leave it out.")
        elif len(value) > longest:
            what = f"This text has {len(value)} characters; {longest} is the most."
            self.findings.add(path, what, "Shorten it.")
        elif not value.isprintable() and not all(c.isprintable() or c in SOFT for c in value):
            what = "This text holds a line break, a tab or another character that has no shape."
            self.findings.add(path, what, "Write it as one plain line.")
        if "{" in value or "}" in value:
            self._check_braces(path, value, placeholders)
        return value

    def _check_braces(self, path: PathParts, text: str, allowed: Collection[str]) -> None:
        for mark in re.findall(_BRACES, text):
            if mark in allowed:
                continue
            if mark in _PLACEHOLDERS:
                mend = 'It works only in setup and cues, and only with "sides": "each".'
            elif allowed:
                mend = "Use {side} for the leg at work and {other} for the resting leg."
            else:
                mend = "Leave the braces out."
            self.findings.add(path, f"{quote(mark)} cannot be used here.", mend)
            return

    def identifier(self, key: str = "id", *, needed: bool = True) -> str:
        """An id: small letters, digits and single hyphens. "" when missing or wrong."""
        there, value = self.take(key, 'a short name such as "my-stretch"' if needed else "")
        if not there:
            return ""
        if not isinstance(value, str):
            self.wrong(self.at(key), value, "text in double quotes")
            return ""
        if len(value) > ID_LENGTH or not _ID.fullmatch(value):
            self.findings.add(
                self.at(key),
                f"{quote(value)} cannot be an id.",
                f"Use small letters, digits and hyphens, at most {ID_LENGTH}: my-stretch-2.",
            )
            return ""
        return value

    def number(self, key: str, span: Span, *, need: str = "") -> float | None:
        """A number inside ``span``, None when missing or wrong."""
        there, value = self.take(key, need)
        return self.number_at(self.at(key), value, span) if there else None

    def number_at(self, path: PathParts, value: object, span: Span) -> float | None:
        """``value`` as a number inside ``span``; a bool is not a number."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            need = f"a number, {span.text}"
            if isinstance(value, str) and (match := re.fullmatch(_NUMBER_IN_TEXT, value)):
                unit = "" if match.group(1) == value.strip() else " and unit"
                need = f"a number without quotes{unit}: {match.group(1)}"
            self.wrong(path, value, need)
            return None
        if not span.low <= value <= span.high:
            mend = f"Choose {'a whole number' if span.whole else 'a number'} from {span.text}."
            self.findings.add(path, f"This is {number_text(value)}, out of range.", mend)
            return None
        if span.whole and value != int(value):
            mend = f"Choose a whole number from {span.text}."
            self.findings.add(path, f"This is {number_text(value)}.", mend)
            return None
        return int(value) if span.whole else float(value)

    def flag(self, key: str) -> bool:
        """True or false; False when missing or wrong."""
        there, value = self.take(key)
        if there and not isinstance(value, bool):
            self.wrong(self.at(key), value, "true or false, without quotes")
        return value is True

    def choice(self, key: str, known: Collection[str], *, need: str) -> str:
        """One of ``known``, "" when missing or wrong."""
        there, value = self.take(key, need)
        return self._chosen(self.at(key), value, known) if there else ""

    def choices(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list out of ``known``, each once."""
        chosen: list[str] = []
        for path, item in self._items(key, 50, "", empty_ok=True):
            name = self._chosen(path, item, known)
            if name and name in chosen:
                self.findings.add(path, f"{quote(name)} stands here twice.", "Leave one out.")
            elif name:
                chosen.append(name)
        return tuple(chosen)

    def _chosen(self, path: PathParts, value: object, known: Collection[str]) -> str:
        if not isinstance(value, str):
            self.wrong(path, value, "one of: " + ", ".join(known))
            return ""
        if value not in known:
            self.findings.add(path, f"{quote(value)} is not known here.", suggest(value, known))
            return ""
        return value

    def group(self, key: str, noun: str, *, example: str, needed: bool = False) -> Fields | None:
        """The object at ``key``, None when missing or wrong; ``example`` shows one."""
        there, value = self.take(key, f"such as {example}" if needed else "")
        if not there:
            return None
        return self._group_at(self.at(key), value, noun, example)

    def groups(
        self,
        key: str,
        noun: str,
        *,
        most: int,
        example: str,
        needed: bool = False,
    ) -> Iterator[Fields]:
        """Each object in the list at ``key``, which has one at least if it is needed."""
        example_list = f"[{example}]"
        need = f"a list such as {example_list}" if needed else ""
        for path, item in self._items(key, most, need, empty_ok=not needed, example=example_list):
            group = self._group_at(path, item, noun, example)
            if group is not None:
                yield group

    def _group_at(self, path: PathParts, value: object, noun: str, example: str) -> Fields | None:
        if not isinstance(value, dict):
            self.wrong(path, value, f"{noun} in braces, such as {example}")
            return None
        return Fields(value, path, self.findings, noun)

    def _items(
        self, key: str, most: int, need: str, *, empty_ok: bool = False, example: str = ""
    ) -> list[tuple[PathParts, object]]:
        there, value = self.take(key, need)
        if not there:
            return []
        path = self.at(key)
        if not isinstance(value, list):
            like = example or (f"[{quote(value)}]" if isinstance(value, str) else '["..."]')
            self.wrong(path, value, f"a list in square brackets, such as {like}")
            return []
        if not value and not empty_ok:
            self.findings.add(path, "This list is empty.", "Add something, or leave it out.")
        if len(value) > most:
            what = f"This list has {len(value)} entries; {most} is the most."
            self.findings.add(path, what, "Shorten it.")
        return [((*path, i), item) for i, item in enumerate(value[:most])]

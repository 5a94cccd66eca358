"""Reading the values of one row of a file key by key. The first one that is wrong ends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NoReturn, TypeVar

from supple.core.format_findings import PathParts, path_text, shown

MOST_SECONDS: Final = 1e9
"""Far beyond any session; sums of such numbers stay exact enough."""
_Choice = TypeVar("_Choice", bound=StrEnum)
_INSTANT: Final = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", re.ASCII
)
YEARS: Final = (1900, 2999)
"""The first and the last year of an instant or a day: no sum of days leaves the calendar."""
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_REQUIRED: Final = object()


class WrongValue(ValueError):
    """A value that cannot be one of the history: where it stands, what it is, what it must be."""

    def __init__(self, path: PathParts, what: str, mend: str) -> None:
        super().__init__(f"{path_text(path)}: {what} {mend}" if path else f"{what} {mend}")
        self.path = path
        self.what = what
        self.mend = mend

    def inside(self, path: PathParts) -> WrongValue:
        """The same, said of a row that stands at ``path`` of a document."""
        return WrongValue((*path, *self.path), self.what, self.mend)


class RowFields:
    """One group of values. Every method raises WrongValue; keys nobody asks for are let be."""

    def __init__(self, values: object, path: PathParts = ()) -> None:
        if not isinstance(values, Mapping):
            raise WrongValue(path, f"This is {shown(values)}.", "It needs to be a group in { }.")
        self._values = values
        self._path = path

    def text(
        self, key: str, longest: int, *, default: str | None = None, empty: bool = True
    ) -> str:
        """At most ``longest`` characters; ``default`` where the key is missing, if there is one."""
        value = self._take(key, _REQUIRED if default is None else default)
        if not isinstance(value, str):
            self._wrong(key, value, "text in double quotes")
        if not value and not empty:
            self._refuse(key, "This text is empty.", "It needs to be written.")
        if len(value) > longest:
            self._refuse(key, f"This text has {len(value)} characters.", f"{longest} is the most.")
        if not _whole_characters(value):
            self._refuse(key, "This text holds half a character.", "Write it again.")
        return value

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false, and neither a number nor a text."""
        value = self._take(key, _REQUIRED if default is None else default)
        if not isinstance(value, bool):
            self._wrong(key, value, "true or false")
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number, both ends allowed."""
        return self._whole(key, self._take(key, _REQUIRED), low, high)

    def whole_or_none(self, key: str, low: int, high: int) -> int | None:
        """The same; None where it is null or missing."""
        value = self._take(key, None)
        return None if value is None else self._whole(key, value, low, high, or_null=True)

    def number(self, key: str, high: float, *, default: float | None = None) -> float:
        """A finite number from 0 to ``high``."""
        return self._number(key, self._take(key, _REQUIRED if default is None else default), high)

    def number_or_none(self, key: str, high: float) -> float | None:
        """The same; None where it is null or missing."""
        value = self._take(key, None)
        return None if value is None else self._number(key, value, high, or_null=True)

    def choice(self, key: str, *choices: _Choice) -> _Choice:
        """One of ``choices``."""
        return self._choice(key, self._take(key, _REQUIRED), choices)

    def choice_or_none(self, key: str, *choices: _Choice) -> _Choice | None:
        """The same; None where it is null or missing."""
        value = self._take(key, None)
        return None if value is None else self._choice(key, value, choices, or_null=True)

    def instant(self, key: str) -> datetime:
        """An aware instant in the offset it is written with, whole minutes from UTC."""
        return self._instant(key, self._take(key, _REQUIRED))

    def instant_or_none(self, key: str) -> datetime | None:
        """The same; None where it is null or missing."""
        value = self._take(key, None)
        return None if value is None else self._instant(key, value)

    def day(self, key: str) -> date:
        """A date such as 2026-03-14."""
        value = self._take(key, _REQUIRED)
        if not isinstance(value, str) or not _DATE.fullmatch(value):
            self._wrong(key, value, 'a date such as "2026-03-14"')
        try:
            found = date.fromisoformat(value)
        except ValueError:
            self._refuse(key, f"There is no day {value}.", "It needs to be a date of the calendar.")
        self._check_year(key, found)
        return found

    def groups(self, key: str) -> list[RowFields]:
        """A list of groups, which may be empty."""
        value = self._take(key, _REQUIRED)
        if not isinstance(value, list):
            self._wrong(key, value, "a list in [ ]")
        path = (*self._path, key)
        return [RowFields(v, (*path, n)) for n, v in enumerate(value)]

    def refuse(self, key: str, what: str, mend: str) -> NoReturn:
        """Say that the value of ``key`` does not go with another one."""
        self._refuse(key, what, mend)

    def _take(self, key: str, default: object) -> object:
        value = self._values.get(key, default)
        if value is _REQUIRED:
            raise WrongValue(self._path, f'"{key}" is missing.', "It needs to stand here.")
        return value

    def _whole(self, key: str, value: object, low: int, high: int, *, or_null: bool = False) -> int:
        need = f"a whole number from {low} to {high}" + (" or null" if or_null else "")
        if isinstance(value, float) and value.is_integer():  # 3.0 would be shown as a whole one
            self._refuse(key, f"This is {value}.", f"It needs to be {need}.")
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self._wrong(key, value, need)
        return value

    def _number(self, key: str, value: object, high: float, *, or_null: bool = False) -> float:
        need = f"a number from 0 to {high:.0f}" + (" or null" if or_null else "")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= high:
            self._wrong(key, value, need)
        # The sum makes 0 of the -0 that floats know and that SQLite does not keep.
        return value + 0.0

    def _choice(
        self, key: str, value: object, choices: tuple[_Choice, ...], *, or_null: bool = False
    ) -> _Choice:
        found = next((c for c in choices if value == c.value), None)
        if found is None:
            known = ", ".join(f'"{c.value}"' for c in choices)
            self._wrong(key, value, f"one of {known}" + (", or null" if or_null else ""))
        return found

    def _instant(self, key: str, value: object) -> datetime:
        need = 'a date and time with its offset from UTC, such as "2026-03-14T23:30:00+02:00"'
        if not isinstance(value, str) or not _INSTANT.fullmatch(value):
            self._wrong(key, value, need)
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            self._wrong(key, value, need)
        self._check_year(key, instant)
        return instant

    def _check_year(self, key: str, value: date) -> None:
        first, last = YEARS
        if not first <= value.year <= last:
            what = f"This is in the year {value.year}."
            self._refuse(key, what, f"It needs to be in {first} to {last}.")

    def _wrong(self, key: str, value: object, need: str) -> NoReturn:
        self._refuse(key, f"This is {shown(value)}.", f"It needs to be {need}.")

    def _refuse(self, key: str, what: str, mend: str) -> NoReturn:
        raise WrongValue((*self._path, key), what, mend)


def _whole_characters(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

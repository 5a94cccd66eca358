"""Checks for what a settings file holds: each returns the value or says what it has to be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Protocol

LEAST_WINDOW = (200, 150)
"""Width and height in pixels below which a kept window size is a mistake."""
FARTHEST = 100_000
"""Pixels from the origin beyond which a kept window place is a mistake."""
LONGEST_FOLDER = 4096
"""Characters beyond which a path is a mistake."""

Check = Callable[[object], object]


class Bad(Exception):
    """Says what a value has to be.

    ``instead``: what is left of the value without what is wrong; None for nothing.
    """

    def __init__(self, wanted: str, instead: object = None) -> None:
        super().__init__(wanted)
        self.instead = instead


def word(words: type[StrEnum]) -> Check:
    """One of ``words``, as the file has it."""

    def read(value: object) -> object:
        if isinstance(value, str) and value in [w.value for w in words]:
            return words(value)
        raise Bad("one of " + ", ".join(f'"{w.value}"' for w in words))

    return read


def one_of(numbers: tuple[float, ...]) -> Check:
    """One of ``numbers``."""

    def read(value: object) -> object:
        if _is_number(value) and value in numbers:
            return float(value)
        raise Bad("one of " + ", ".join(f"{n:g}" for n in numbers))

    return read


def whole(numbers: range) -> Check:
    """A whole number of ``numbers``."""

    def read(value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool) and value in numbers:
            return value
        raise Bad(f"a whole number from {numbers.start} to {numbers.stop - 1}")

    return read


def one_number(numbers: tuple[int, ...]) -> Check:
    """One of the whole ``numbers``."""

    def read(value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool) and value in numbers:
            return value
        raise Bad("one of " + ", ".join(map(str, numbers)))

    return read


def texts(read_one: Callable[[str], object], sample: str, how_many: range) -> Check:
    """A list of texts, each once, that ``read_one`` takes without a ValueError.

    Those that can be are kept where others cannot.
    """

    def is_good(one: object) -> bool:
        try:
            return isinstance(one, str) and read_one(one) is not None
        except ValueError:
            return False

    def read(value: object) -> object:
        good = _good(value, is_good)
        if isinstance(value, list | tuple) and len(good) == len(value) and len(good) in how_many:
            return good
        least = f"at least {how_many.start}, " if how_many.start else ""
        wanted = f"a list, {least}at most {how_many.stop - 1}, each once, of texts"
        kept = good[: how_many.stop - 1] if len(good) >= how_many.start else ()
        raise Bad(f'{wanted} such as "{sample}"', kept or None)

    return read


def kinds(known: tuple[str, ...], least: int = 0) -> Check:
    """A list of some of ``known``, at least ``least`` of them.

    Those that can be are kept where others cannot.
    """

    def read(value: object) -> object:
        good = _good(value, lambda kind: isinstance(kind, str) and kind in known)
        enough = len(good) >= least
        if isinstance(value, list | tuple) and len(good) == len(value) and enough:
            return good
        some = f"at least {least}, " if least else ""
        wanted = f"a list, {some}each once, of " + ", ".join(f'"{kind}"' for kind in known)
        # With nothing left to go by nobody can have meant nothing.
        raise Bad(wanted, good if good and enough else None)

    return read


def _good(value: object, is_good: Callable[[object], bool]) -> tuple[object, ...]:
    """What of a list ``is_good``, each once; nothing of what is no list."""
    given = value if isinstance(value, list | tuple) else ()
    return tuple(dict.fromkeys(one for one in given if is_good(one)))


def taught(value: object) -> object:
    """A list of keys for sessions. Those that can be are kept where others cannot."""
    # Hardly anybody has taught any: the names of all keys are not loaded for the others.
    from supple.core.session_keys import SessionKey, read

    return _taught(value, read, tuple(SessionKey), "next PgDown")


def taught_breaks(value: object) -> object:
    """A list of keys for breaks. Those that can be are kept where others cannot."""
    from supple.core.break_keys import BreakKey, read

    return _taught(value, read, tuple(BreakKey), "start Ctrl+Alt+N")


def _taught(
    value: object,
    read: Callable[[list[str]], tuple[_Keys, tuple[str, ...]]],
    acts: tuple[StrEnum, ...],
    sample: str,
) -> tuple[str, ...]:
    given = list(value) if isinstance(value, list | tuple) else []
    entries = [entry for entry in given if isinstance(entry, str)]
    keys, wrong = read(entries)
    if isinstance(value, list | tuple) and len(entries) == len(given) and not wrong:
        return keys.entries()
    known = ", ".join(act.value for act in acts)
    wanted = f'a list of texts such as "{sample}", each key and each of {known} at most once'
    if wrong:
        wanted += ", without " + ", ".join(f'"{entry[:40]}"' for entry in wrong[:3])
    raise Bad(wanted, keys.entries())


class _Keys(Protocol):
    def entries(self) -> tuple[str, ...]:
        """As a file has them."""


def flag(value: object) -> object:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise Bad("true or false")


def part(value: object) -> object:
    """A number from 0 to 1."""
    if _is_number(value) and 0 <= value <= 1:  # type: ignore[operator]
        return float(value)  # type: ignore[arg-type]
    raise Bad("a number from 0 to 1")


def text(value: object) -> object:
    """One line that can be shown."""
    if isinstance(value, str) and len(value) <= 500 and value.isprintable():
        return value
    raise Bad("a short text, or an empty one")


def day(value: object) -> object:
    """A date such as ``2026-10-22``, or nothing."""
    if value == "":
        return value
    try:
        # The short forms of a date would come back as another text.
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise Bad('a date such as "2026-10-22", or an empty text')


def folder(value: object) -> object:
    """A path as text, or nothing. Odd spaces are fine, half a character is not."""
    if isinstance(value, str) and can_be_kept(value):
        return value
    raise Bad("the path of a folder, or an empty text")


def can_be_kept(path: str) -> bool:
    """Whether a settings file can hold ``path``: some systems allow names that no text can."""
    control = any(ch < " " or "\x7f" <= ch < "\xa0" or "\ud800" <= ch <= "\udfff" for ch in path)
    return len(path) <= LONGEST_FOLDER and not control


def window(value: object) -> object:
    """x, y, width and height in pixels, or nothing."""
    if value is None:
        return None
    if isinstance(value, list | tuple) and len(value) == 4 and all(_fits(v) for v in value):
        x, y, width, height = (int(v) for v in value)
        if width >= LEAST_WINDOW[0] and height >= LEAST_WINDOW[1]:
            return (x, y, width, height)
    raise Bad("null, or x, y, width and height in whole pixels")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits(value: object) -> bool:
    whole_number = isinstance(value, int) and not isinstance(value, bool)
    return whole_number and abs(value) <= FARTHEST  # type: ignore[arg-type]

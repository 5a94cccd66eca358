"""The settings file: read with repair, written in one step, never lost."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from supple.core.problem import Problem, UserError
from supple.core.settings import Settings, from_values, to_values
from supple.store import atomic
from supple.store.json_positions import Refused, whole
from supple.store.paths import make_folder
from supple.store.regular import NotAFile, read_file

FORMAT = 1
LARGEST = 1_000_000
"""Bytes beyond which a settings file is not one of ours."""
DEEPEST = 50
"""Brackets inside one another beyond which it is not either."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """One JSON file. ``today`` names the copy kept of a file that cannot be read."""

    path: Path
    today: Callable[[], date] = date.today

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """The settings, with a default and a Problem wherever the file is wrong.

        A missing file is a new user: defaults and no problem. A file that cannot be read at
        all is left as it is; the next :meth:`save` keeps it aside. Never raises.
        """
        try:
            values = self._values()
        except FileNotFoundError:
            return Settings(), ()
        except OSError as error:
            return Settings(), (self._unreadable(error),)
        except _Broken as broken:
            return Settings(), (broken.problem,)
        settings, problems = from_values(values)
        return settings, tuple(replace(p, file=str(self.path)) for p in problems)

    def save(self, settings: Settings) -> Path | None:
        """Write ``settings``, keeping every key of the file that is not known here.

        Returns where a file that could not be read was kept, else None. Raises UserError when
        the disk refuses; the file is then as it was.
        """
        aside = None
        make_folder(self.path.parent)
        try:
            try:
                kept = self._values()
            except FileNotFoundError:
                kept = {}
            except _Broken:
                kept, aside = {}, self._keep_aside()
            values = {"format": FORMAT, **kept, **to_values(settings)}
            atomic.write_bytes(self.path, _content(values))
        except OSError as error:
            raise UserError(
                f"The settings cannot be saved in {self.path}: {error.strerror or error}. "
                "Make room on the disk, or make the file and its folder writable."
            ) from error
        return aside

    def _values(self) -> dict[str, object]:
        try:
            content = read_file(self.path, LARGEST + 1)
        except NotAFile as error:
            what = f"The settings cannot be read: {error.strerror}."
            raise _Broken(self._problem(what)) from error
        if len(content) > LARGEST:
            raise _Broken(self._problem("The file is far too large for settings."))
        try:
            text = content.decode("utf-8-sig")
            values = json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole)
            # What cannot be written again would stop every save: depths, half a character.
            _refuse_deep(values)
            _content(values)
        except json.JSONDecodeError as error:
            what = f"This is not JSON: {error.msg}."
            raise _Broken(self._problem(what, error.lineno, error.colno)) from error
        except _TooLarge as error:
            raise _Broken(self._problem("A number in the file is too large.")) from error
        except (ValueError, RecursionError) as error:
            what = "This is not JSON in UTF-8, or it is nested too deep."
            raise _Broken(self._problem(what)) from error
        if not isinstance(values, dict):
            raise _Broken(self._problem("The file has to hold one object: { ... }."))
        return values

    def _problem(self, what: str, line: int = 0, column: int = 0) -> Problem:
        mend = "Mend the file, or leave it: defaults are used, and when settings are next saved "
        mend += f"this one is kept beside it as {self.path.name}.broken with the date."
        return Problem("", what, mend, str(self.path), line, column)

    def _unreadable(self, error: OSError) -> Problem:
        what = f"The settings cannot be read: {error.strerror or error}."
        mend = "Make the file readable. Until then defaults are used."
        return Problem("", what, mend, str(self.path))

    def _keep_aside(self) -> Path:
        from supple.store.aside import put_aside  # seldom needed at a start

        return put_aside(self.path, f"broken-{self.today().isoformat()}")


class _Broken(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


class _TooLarge(ValueError):
    pass


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _TooLarge(digits)
    return number


def _whole(digits: str) -> int:
    try:
        return whole(digits)
    except Refused as error:
        raise _TooLarge(digits) from error


def _refuse_deep(values: object) -> None:
    level = [values]
    for _ in range(DEEPEST):
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return
    raise ValueError("nested too deep")


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _content(values: object) -> bytes:
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode("utf-8")

"""Reads a JSON document field by field and collects every problem with its path."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from supple.core.problem import Problem

Json = Any


class Fields:
    """One JSON object. Wrong fields give a default and a problem, so reading goes on."""

    def __init__(self, value: Json, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.ok = isinstance(value, dict)
        self._value: dict[str, Json] = value if self.ok else {}
        self._read: set[str] = set()
        if not self.ok:
            self.wrong("", "This is not an object.", "Write it in braces: { }.")

    def __contains__(self, key: str) -> bool:
        return key in self._value

    def names(self) -> list[str]:
        return list(self._value)

    def where(self, key: str) -> str:
        if not key:
            return self.path
        return f"{self.path}.{key}" if self.path else key

    def wrong(self, key: str, what: str, mend: str) -> None:
        self.problems.append(Problem(self.where(key), what, mend))

    def raw(self, key: str) -> Json:
        self._read.add(key)
        return self._value.get(key)

    def child(self, key: str) -> Fields:
        return Fields(self.raw(key), self.where(key), self.problems)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value:
            self.wrong(key, "A text is needed here.", 'Write it in quotes: "...".')
            return default or ""
        return value

    def choice(self, key: str, among: Collection[str], default: str) -> str:
        value = self.text(key, default)
        if value not in among:
            known = ", ".join(sorted(among))
            self.wrong(key, f"“{value}” is not known.", f"Use one of: {known}.")
            return default
        return value

    def number(
        self,
        key: str,
        default: float | None = None,
        least: float = -10000,
        most: float = 10000,
    ) -> float:
        """A number in ``least`` to ``most``; required when there is no default."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        return number(value, self.where(key), self.problems, least, most, default or 0.0)

    def flag(self, key: str) -> bool:
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(key, "This is neither true nor false.", "Write true or false.")
        return False

    def numbers(self, key: str, count: int, default: tuple[float, ...] | None = None) -> Any:
        """A list of exactly ``count`` numbers, as a tuple."""
        value = self.raw(key)
        fallback = default if default is not None else (0.0,) * count
        if value is None and default is not None:
            return default
        if not isinstance(value, list) or len(value) != count:
            self.wrong(key, f"A list of {count} numbers is needed here.", "Write [1, 2, ...].")
            return fallback
        return tuple(
            number(v, f"{self.where(key)}[{i}]", self.problems) for i, v in enumerate(value)
        )

    def items(self, key: str) -> list[Fields]:
        """A list of objects; none when the field is missing."""
        return [
            Fields(v, f"{self.where(key)}[{i}]", self.problems)
            for i, v in enumerate(self.listed(key))
        ]

    def listed(self, key: str) -> list[Json]:
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, "A list is needed here.", "Write it in brackets: [ ].")
            return []
        return value

    def table(self, key: str, known: Mapping[str, tuple[float, float]]) -> dict[str, float]:
        """An object of numbers under known names, each within its bounds."""
        if key not in self._value:
            return {}
        inner = self.child(key)
        found: dict[str, float] = {}
        for name in inner.names():
            if name not in known:
                inner.wrong(name, f"“{name}” is not known.", "See the list in the schema.")
                continue
            least, most = known[name]
            found[name] = inner.number(name, None, least, most)
        return found

    def done(self) -> None:
        """Complain about every field that nobody has read."""
        for key in self._value:
            if key not in self._read:
                self.wrong(key, f"“{key}” is not known.", "Remove it, or check its spelling.")


def number(
    value: Json,
    path: str,
    problems: list[Problem],
    least: float = -10000,
    most: float = 10000,
    default: float = 0.0,
) -> float:
    """``value`` as a float, or a problem and ``default``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        problems.append(Problem(path, "A number is needed here.", "Write it without quotes."))
        return default
    if not least <= value <= most:
        mend = f"Use a number from {least:g} to {most:g}."
        problems.append(Problem(path, f"{value:g} is out of range.", mend))
        return default
    return float(value)

"""Reads a figure file field by field and notes every problem with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from supple.core.format_findings import Findings, PathParts, number_text

Json = Any


class Fields:
    """One JSON object. Wrong fields give a default and a problem, so reading goes on."""

    def __init__(self, value: Json, path: PathParts, findings: Findings) -> None:
        self.path = path
        self.findings = findings
        self.ok = isinstance(value, dict)
        self._value: dict[str, Json] = value if self.ok else {}
        self._read: set[str] = set()
        if not self.ok:
            findings.add(path, "This is not an object.", "Write it in braces: { }.")

    def __contains__(self, key: str) -> bool:
        return key in self._value

    def names(self) -> list[str]:
        return list(self._value)

    def wrong(self, key: str, what: str, mend: str, *, at_key: bool = False) -> None:
        """Note a problem of the field ``key``; "" is the object itself."""
        self.findings.add((*self.path, key) if key else self.path, what, mend, at_key=at_key)

    def raw(self, key: str) -> Json:
        self._read.add(key)
        return self._value.get(key)

    def child(self, key: str) -> Fields:
        return Fields(self.raw(key), (*self.path, key), self.findings)

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
        """One of ``among``; ``default`` when the field is missing or wrong."""
        value = self.text(key, default)
        if value not in among:
            known = ", ".join(sorted(x for x in among if x))
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
        return self._number(value, (*self.path, key), (least, most), default or 0.0)

    def flag(self, key: str) -> bool:
        """True or false; false when the field is missing."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(key, "This is neither true nor false.", "Write true or false.")
        return False

    def pair(self, key: str, default: tuple[float, float] | None = None) -> tuple[float, float]:
        """Two numbers; required when there is no default."""
        if default is not None and key not in self:
            return default
        x, y = self.numbers(key, 2)
        return (x, y)

    def numbers(self, key: str, count: int) -> tuple[float, ...]:
        """A list of exactly ``count`` numbers; zeros when it is wrong."""
        value = self.raw(key)
        if not isinstance(value, list) or len(value) != count:
            self.wrong(key, f"A list of {count} numbers is needed here.", "Write [1, 2, ...].")
            return (0.0,) * count
        path = (*self.path, key)
        return tuple(self._number(v, (*path, i), (-10000, 10000), 0) for i, v in enumerate(value))

    def items(self, key: str) -> list[Fields]:
        """A list of objects; none when the field is missing."""
        path = (*self.path, key)
        return [Fields(v, (*path, i), self.findings) for i, v in enumerate(self.listed(key))]

    def listed(self, key: str) -> list[Json]:
        """A list of anything; empty when the field is missing or wrong."""
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
                mend = "Check its spelling; the schema lists all names."
                inner.wrong(name, f"“{name}” is not known.", mend, at_key=True)
                continue
            least, most = known[name]
            found[name] = inner.number(name, None, least, most)
        return found

    def done(self) -> None:
        """Complain about every field that nobody has read."""
        for key in self._value:
            if key not in self._read:
                mend = "Remove it, or check its spelling."
                self.wrong(key, f"“{key}” is not known.", mend, at_key=True)

    def _number(
        self, value: Json, path: PathParts, span: tuple[float, float], default: float
    ) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.findings.add(path, "A number is needed here.", "Write it without quotes.")
            return default
        if not span[0] <= value <= span[1]:
            mend = f"Use a number from {span[0]:g} to {span[1]:g}."
            self.findings.add(path, f"{number_text(value)} is out of range.", mend)
            return default
        return float(value)

"""Changes one entry of a JSON list in a text; every other character stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supple.store.json_positions import Refused, load_quick, read_with_positions

if TYPE_CHECKING:
    from supple.core.format_findings import PathParts
    from supple.store.json_document import Positioned

Layout = Callable[[str, str], str]
"""A value as text, given the indent of its first line and that of one level."""
_ONE_LEVEL = "  "


@dataclass(frozen=True, slots=True)
class Splice:
    """A text that is good JSON. Raises Refused (``store.json_positions``) when it is not."""

    text: str
    _read: Positioned

    @staticmethod
    def of(text: str) -> Splice:
        """Read ``text``. Raises Refused where it is no strict JSON."""
        load_quick(text)
        read = read_with_positions(text)
        if not read.sound:
            # Good JSON all the same, but deeper than any file that is understood here.
            raise Refused("the brackets stand too deep")
        return Splice(text, read)

    @property
    def value(self) -> object:
        """What the text holds."""
        return self._read.value

    def part(self, path: PathParts) -> str:
        """The text of the value at ``path``, as it is written."""
        start, end = self._span(path)
        return self.text[start:end]

    def replaced(self, path: PathParts, layout: Layout) -> str:
        """The text with the value at ``path`` written anew."""
        start, end = self._span(path)
        indent = self._indent(start)
        new = self._own_ends(layout(indent, self._unit(indent)))
        return self.text[:start] + new + self.text[end:]

    def removed(self, path: PathParts) -> str:
        """The text without the entry of a list at ``path``, and without its comma."""
        start, end = self._span(path)
        *list_path, index = path
        assert isinstance(index, int)
        after = (*list_path, index + 1)
        if after in self._read.values:
            return self.text[:start] + self.text[self._read.values[after] :]
        if index:
            _, end_before = self._span((*list_path, index - 1))
            return self.text[:end_before] + self.text[end:]
        opened, closed = self._span(tuple(list_path))
        return self.text[:opened] + "[]" + self.text[closed:]

    def inserted(self, path: PathParts, layout: Layout) -> str:
        """The text with an entry more in a list, at the index that ends ``path`` or at its end."""
        *list_path, index = path
        assert isinstance(index, int)
        opened, closed = self._span(tuple(list_path))
        count = sum(1 for p in self._read.values if p[:-1] == tuple(list_path))
        if not count:
            indent = self._indent(opened)
            unit = self._unit(indent)
            entry = layout(indent + unit, unit)
            new = f"[\n{indent}{unit}{entry}\n{indent}]"
            return self.text[:opened] + self._own_ends(new) + self.text[closed:]
        if index < count:
            start, _ = self._span((*list_path, index))
            indent = self._indent(start)
            entry = layout(indent, self._unit(indent))
            new = f"{entry},\n{indent}"
            return self.text[:start] + self._own_ends(new) + self.text[start:]
        start, end = self._span((*list_path, count - 1))
        indent = self._indent(start)
        new = f",\n{indent}{layout(indent, self._unit(indent))}"
        return self.text[:end] + self._own_ends(new) + self.text[end:]

    def _span(self, path: PathParts) -> tuple[int, int]:
        start = self._read.values[path]
        _, end = json.JSONDecoder().raw_decode(self.text, start)
        return start, end

    def _indent(self, at: int) -> str:
        """The spaces or tabs that begin the line of ``at``."""
        line = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        found = re.match(r"[ \t]*", self.text[line:at])
        return found.group() if found else ""

    def _unit(self, indent: str) -> str:
        return "\t" if "\t" in indent else _ONE_LEVEL

    def _own_ends(self, new: str) -> str:
        """``new`` with the line ends that the text has."""
        if "\r\n" in self.text:
            return new.replace("\n", "\r\n")
        return new.replace("\n", "\r") if "\r" in self.text and "\n" not in self.text else new

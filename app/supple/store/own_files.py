"""One routine file of the person's own, changed entry by entry.

Whatever else stands in the file stays as it is, to the letter.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from supple.core.problem import Problem, ProblemsFound, UserError
from supple.core.routine import Catalogue, Routine, Stretch
from supple.core.routine_format import FORMAT, parse_document
from supple.core.routine_writing import WIDTH, document_values, entry_text, entry_values, text_of
from supple.store.json_bytes import decode_json
from supple.store.json_positions import Refused
from supple.store.json_splicing import Splice
from supple.store.plain_file import read_plain, shown_path
from supple.store.routine_files import LARGEST_FILE

Entry: TypeAlias = Stretch | Routine
LISTS = ("stretches", "routines")


def list_of(entry: Entry) -> str:
    """The list of a file that an entry stands in."""
    return "routines" if isinstance(entry, Routine) else "stretches"


def document_of(entry: Entry) -> dict[str, object]:
    """The values of a file with just this entry."""
    if isinstance(entry, Routine):
        return document_values(routines=[entry])
    return document_values([entry])


def whole_file(entry: Entry) -> bytes:
    """A file with just this entry."""
    return text_of(document_of(entry)).encode("utf-8")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A routine file as it was read."""

    path: Path
    content: bytes
    _splice: Splice

    @staticmethod
    def read(path: Path) -> OwnFile:
        """Read ``path``. Raises ProblemsFound where it cannot be read, or is no JSON."""
        content = read_plain(path, LARGEST_FILE, ".json")
        try:
            return OwnFile(path, content, Splice.of(decode_json(content)))
        except Refused as error:
            problem = Problem("", f"The file is not JSON any more: {error}.", "Mend it first.")
        except ProblemsFound as error:
            problem = error.problems[0]
        raise ProblemsFound((replace(problem, file=shown_path(path)),))

    @property
    def count(self) -> int:
        """How many entries it has, the broken ones included."""
        return sum(len(self._entries(name)) for name in LISTS)

    def entry(self, like: Entry, known: Catalogue) -> Entry | None:
        """The one of the kind and id of ``like``; None where there is none, or a broken one."""
        name = list_of(like)
        at = self._index(name, like.id)
        if at is None:
            return None
        parsed = parse_document({"format": FORMAT, name: [self._entries(name)[at]]}, known)
        found: Mapping[str, Entry] = getattr(parsed.catalogue, name)
        return found.get(like.id)

    def takes(self, entry: Entry) -> bool:
        """Whether it has a list for such an entry, and none of its id."""
        name = list_of(entry)
        return self._list(name) is not None and self._index(name, entry.id) is None

    def with_entry(self, entry: Entry) -> bytes:
        """The file with ``entry`` in the place of the one of its id, or added to its list.

        It has such a list, see :meth:`takes`. Raises UserError where it would get too large.
        """
        name, values = list_of(entry), entry_values(entry)
        at = self._index(name, entry.id)

        def layout(indent: str, unit: str) -> str:
            on_one = json.dumps(values, ensure_ascii=False)
            fits = at is not None and len(indent) + len(on_one) < WIDTH
            if fits and "\n" not in self._splice.part((name, at or 0)):
                # Whoever wrote it on one line wants it there.
                return on_one
            return entry_text(values, indent, unit)

        if at is not None:
            return self._bytes(self._splice.replaced((name, at), layout))
        return self._bytes(self._splice.inserted((name, len(self._entries(name))), layout))

    def without(self, entry: Entry) -> bytes:
        """The file without the entry of that id. Raises KeyError when it is not there."""
        name = list_of(entry)
        at = self._index(name, entry.id)
        if at is None:
            raise KeyError(entry.id)
        return self._bytes(self._splice.removed((name, at)))

    def _list(self, name: str) -> list[object] | None:
        value = self._splice.value
        found = value.get(name) if isinstance(value, dict) else None
        return found if isinstance(found, list) else None

    def _entries(self, name: str) -> list[object]:
        return self._list(name) or []

    def _index(self, name: str, id_: str) -> int | None:
        for number, value in enumerate(self._entries(name)):
            if isinstance(value, Mapping) and value.get("id") == id_:
                return number
        return None

    def _bytes(self, text: str) -> bytes:
        mark = codecs.BOM_UTF8 if self.content.startswith(codecs.BOM_UTF8) else b""
        made = mark + text.encode("utf-8")
        if len(made) > LARGEST_FILE:
            what = f"{shown_path(self.path)} would get larger than {LARGEST_FILE / 1e6:g} MB."
            raise UserError(f"{what} Move some of it into another file.")
        return made

"""The stretches and routines on disk: what ships, and the person's own files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from supple.core.library_files import Library
from supple.core.problem import Problem, ProblemsFound, UserError
from supple.core.routine import Catalogue
from supple.core.routine_format import Parsed, parse_document
from supple.store.json_bytes import decode_json
from supple.store.json_positions import Refused, load_quick, read_with_positions
from supple.store.plain_file import read_plain, shown_path

if TYPE_CHECKING:
    from supple.core.broken import BrokenFile
    from supple.store.json_document import Positioned

LARGEST_FILE: Final = 2_000_000
"""Bytes; a file with five hundred stretches stays well below."""
_EMPTY: Final = Catalogue({}, {})
_LINE_END: Final = r"\r\n|\n|\r"


def load_library(shipped: Path, user_dir: Path | None, extra: Sequence[Path] = ()) -> Library:
    """Everything at hand: ours, then the person's ``*.json`` in ``user_dir``, then ``extra``.

    A later file adds to or replaces an earlier one by id. A file with problems is
    kept in ``broken`` and lends what is good in it. Nothing is written.

    Raises UserError when the shipped file is damaged.
    """
    ours = _load_shipped(shipped)
    own_files, broken = _files_in(user_dir)
    texts = [_Text.read(path) for path in (*own_files, *extra)]
    # A routine may use a stretch of a file that comes later, so stretches are gathered first.
    known = ours
    for text in texts:
        known = known.plus(Catalogue(text.parse(known).catalogue.stretches, {}))
    catalogue = ours
    origin = dict.fromkeys((*ours.stretches, *ours.routines), shown_path(shipped))
    own: dict[str, str] = {}
    for number, text in enumerate(texts):
        parsed = text.located(known, own if number < len(own_files) else {})
        catalogue = catalogue.plus(parsed.catalogue)
        ids = (*parsed.catalogue.stretches, *parsed.catalogue.routines)
        own.update(dict.fromkeys(ids, text.path))
        if parsed.problems:
            broken.append(text.broken(parsed.problems))
    shipped_ids = frozenset((*ours.stretches, *ours.routines))
    return Library(catalogue, frozenset(own), tuple(broken), shipped_ids, {**origin, **own})


def check_file(path: Path, known: Catalogue | None = None) -> tuple[Problem, ...]:
    """Every problem of one file, next to the ``known`` stretches; empty when it is good."""
    return _Text.read(path).located(known or _EMPTY).problems


def _load_shipped(path: Path) -> Catalogue:
    text = _Text.read(path)
    parsed = text.parse(_EMPTY)
    if not parsed.problems:
        return parsed.catalogue
    problems = text.located(_EMPTY).problems
    listed = "\n".join(str(p) for p in problems)
    raise UserError(
        f"Supple's own routines are damaged. Install Supple again, or mend the file.\n{listed}"
    )


def _files_in(folder: Path | None) -> tuple[list[Path], list[BrokenFile]]:
    """The person's files by name; a folder that cannot be listed counts as a broken file."""
    if folder is None:
        return [], []
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return [], []
    except OSError as error:
        problem = _unreadable(folder, error)
        return [], [_broken(shown_path(folder), (problem,))]
    wanted = (n for n in names if n.lower().endswith(".json") and not n.startswith("."))
    return [folder / name for name in wanted], []


class _Text:
    """One file: its text, or the problem that kept it from being read."""

    def __init__(
        self,
        path: str,
        text: str = "",
        *,
        problem: Problem | None = None,
        value: object = None,
        document: Positioned | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.problem = problem
        self.value = value
        # Set only when the text itself has problems.
        self.document = document

    @staticmethod
    def read(path: Path) -> _Text:
        """Read a file; whatever goes wrong becomes its problem."""
        name = shown_path(path)
        try:
            text = decode_json(read_plain(path, LARGEST_FILE, ".json"))
        except ProblemsFound as error:
            return _Text(name, problem=replace(error.problems[0], file=name))
        try:
            return _Text(name, text, value=load_quick(text))
        except Refused:
            return _Text(name, text, document=read_with_positions(text))

    def parse(self, known: Catalogue, taken: Mapping[str, str] | None = None) -> Parsed:
        """What is good in it; problems may come without a line."""
        if self.problem is not None:
            return Parsed(_EMPTY, (self.problem,))
        if self.document is not None:
            return self._with_lines(self.document, known, taken)
        return parse_document(self.value, known, taken=taken)

    def located(self, known: Catalogue, taken: Mapping[str, str] | None = None) -> Parsed:
        """What is good in it; problems come with file, line and column."""
        parsed = self.parse(known, taken)
        if not parsed.problems or self.problem is not None or self.document is not None:
            return parsed
        return self._with_lines(read_with_positions(self.text), known, taken)

    def _with_lines(
        self, document: Positioned, known: Catalogue, taken: Mapping[str, str] | None
    ) -> Parsed:
        parsed = parse_document(
            document.value, known, taken=taken, locate=document.locate, spoiled=document.spoiled
        )
        problems = _merged(document, parsed.problems)
        good = parsed.catalogue if document.sound else _EMPTY
        return Parsed(good, tuple(replace(p, file=self.path) for p in problems))

    def broken(self, problems: tuple[Problem, ...]) -> BrokenFile:
        """The file as an object to show."""
        line = next((p.line for p in problems if p.line), 0)
        return _broken(self.path, problems, re.split(_LINE_END, self.text), line)


def _broken(
    path: str, problems: tuple[Problem, ...], lines: Sequence[str] = (), line: int = 0
) -> BrokenFile:
    from supple.core.broken import BrokenFile, excerpt  # seldom needed at a start

    return BrokenFile(path, problems, excerpt(lines, line))


def _merged(document: Positioned, checked: Iterable[Problem]) -> list[Problem]:
    """The text's problems and the checker's, in the order of the file.

    Of two at one place the text's says more. Where the text broke off, the checker
    would only complain of what was not read.
    """
    if document.problems and document.value is None:
        return document.problems
    places = {(p.line, p.column) for p in document.problems}
    rest = [p for p in checked if (p.line, p.column) not in places]
    return sorted((*document.problems, *rest), key=lambda p: (not p.line, p.line, p.column))


def _unreadable(folder: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        what, mend = "The folder may not be read by you.", "Change its permissions."
    else:
        what = f"The folder cannot be read: {error.strerror or error}."
        mend = "Check the disk and the name."
    return Problem("", what, mend, file=shown_path(folder))

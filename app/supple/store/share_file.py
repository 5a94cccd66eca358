"""A ``.supple`` file read and checked: all of it is good, or nothing of it is handed on.

But for routines with a stretch that this program does not have: those alone are left out.

Images are only looked at from outside here; whoever takes them in decodes and encodes them anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from supple import __version__
from supple.core.own_figures import is_own
from supple.core.problem import Problem, ProblemsFound
from supple.core.routine import Catalogue, Stretch
from supple.core.routine_format import Parsed, parse_document
from supple.core.share import Head, Missing, Picture, Share
from supple.core.share_gaps import without_missing
from supple.core.share_head import newer, parse_head
from supple.store.json_bytes import decode_json
from supple.store.json_positions import Refused, load_quick, read_with_positions
from supple.store.plain_file import read_plain
from supple.store.routine_files import LARGEST_FILE as LARGEST_ROUTINES
from supple.store.share_names import HEAD, ROUTINES, Kind, Name, Refusal, read_name
from supple.store.share_unpack import MOST_UNPACKED, Unpacker
from supple.store.share_zip import Entry, read_entries, shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from supple.core.format_findings import Locate

LARGEST_FILE: Final = 50_000_000
"""Bytes of a whole file."""
LARGEST_SEARCHED: Final = 300_000
"""Characters of a JSON text up to which the line of a problem is looked for: a map of every place
takes a hundred times the memory of the text."""
LARGEST_HEAD: Final = 64_000
LARGEST_DRAWN: Final = 256_000
LARGEST_IMAGE: Final = 20_000_000
_MOST: Final = {
    Kind.HEAD: LARGEST_HEAD,
    Kind.ROUTINES: LARGEST_ROUTINES,
    Kind.DRAWN: LARGEST_DRAWN,
    Kind.IMAGE: LARGEST_IMAGE,
}
_MAGIC: Final = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}
_MEND_JSON: Final = "Check commas, quotes and brackets there."
_EMPTY: Final = Catalogue({}, {})


def read_share(path: Path, shipped: Catalogue, *, whole: bool = False) -> Share:
    """What the file ``path`` holds, next to the ``shipped`` stretches.

    Routines that name a stretch which neither has are left out and told in ``missing``, where
    anything is left without them and ``whole`` does not make a problem of each. Drawn figures
    are only known to be JSON. Raises ProblemsFound with every problem; the ``file`` of each is
    the place inside the archive, "" where it is the whole archive.
    """
    try:
        data = read_plain(path, LARGEST_FILE, ".supple")
        if len(data) > LARGEST_FILE:
            what = "The file grew while it was read."
            raise ProblemsFound((Problem("", what, "Wait until it is all there."),))
    except ProblemsFound as error:
        raise ProblemsFound(tuple(replace(p, file="") for p in error.problems)) from None
    try:
        return read_share_bytes(data, shipped, whole=whole)
    except MemoryError:
        what = "The file is too large for the memory of this computer."
        problem = Problem("", what, "Close other programs and try again.")
        raise ProblemsFound((problem,)) from None


def read_share_bytes(data: bytes, shipped: Catalogue, *, whole: bool = False) -> Share:
    """:func:`read_share` of bytes."""
    reader = _Reader(shipped, whole)
    reader.unpack(data)
    share = reader.read()
    if reader.problems:
        raise ProblemsFound(tuple(reader.problems), reader.count)
    return share


@dataclass(slots=True)
class _Reader:
    """One archive. Every problem is gathered."""

    shipped: Catalogue
    whole: bool
    problems: list[Problem] = field(default_factory=list)
    count: int = 0
    contents: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, Name] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()

    def unpack(self, data: bytes) -> None:
        """Fill ``contents`` with what is there under good names."""
        unpacker = Unpacker(data, MOST_UNPACKED)
        for entry in read_entries(data):
            name = read_name(entry.name)
            if isinstance(name, Refusal):
                self._add(Problem("", *name, file=shown_name(entry.name)))
            elif name.kind is not Kind.NOTHING:
                self._unpack(unpacker, entry, name)
        for needed in (HEAD, ROUTINES):
            if needed not in self.names:
                what = f"{needed} is missing in the archive."
                self._add(Problem("", what, "Put it at the top, in no folder."))

    def _unpack(self, unpacker: Unpacker, entry: Entry, name: Name) -> None:
        self.names[entry.name] = name
        try:
            content = unpacker.bytes_of(entry, _MOST[name.kind])
        except ProblemsFound as error:
            self._add(*error.problems)
            return
        magic = _MAGIC.get(name.ending, b"")
        if not content.startswith(magic):
            self._add(Problem("", *_other_image(content, name.ending), file=entry.name))
            return
        self.contents[entry.name] = content

    def read(self) -> Share:
        """The values of it, as far as they are good."""
        head = self._head()
        parsed = self._routines(head)
        pictures = tuple(
            Picture(name.id, name.ending, self.contents[place])
            for place, name in sorted(self.names.items())
            if name.id and place in self.contents
        )
        self._check_pictures(parsed.catalogue)
        catalogue = parsed.catalogue
        return Share(
            head,
            tuple(catalogue.routines.values()),
            tuple(catalogue.stretches.values()),
            pictures,
            self.missing,
        )

    def _head(self) -> Head:
        head = Head()

        def parse(value: object, locate: Locate | None) -> tuple[Problem, ...]:
            nonlocal head
            head, problems = parse_head(value, locate)
            return problems

        self._json(HEAD, parse)
        return head

    def _routines(self, head: Head) -> Parsed:
        parsed = Parsed(_EMPTY)
        later = newer(head.made_with, __version__)

        def parse(value: object, locate: Locate | None) -> tuple[Problem, ...]:
            nonlocal parsed
            rest = without_missing(value, self.shipped, later=later)
            if rest.missing and not self.whole:
                parsed = parse_document(rest.value, self.shipped)
                if not parsed.problems:
                    self.missing = rest.missing
                    return ()
            parsed = parse_document(value, self.shipped, locate=locate)
            found = parsed.problems
            return tuple(_explained(problem, head) for problem in found) if later else found

        self._json(ROUTINES, parse)
        return parsed

    def _json(
        self, place: str, parse: Callable[[object, Locate | None], tuple[Problem, ...]]
    ) -> None:
        """Have ``parse`` read the value of a JSON entry, with lines where something is wrong."""
        data = self.contents.get(place)
        if data is None:
            return
        try:
            text = decode_json(data)
        except ProblemsFound as error:
            self._add(*(replace(p, file=place) for p in error.problems))
            return
        large = len(text) > LARGEST_SEARCHED
        try:
            problems = parse(load_quick(text), None)
            if large or not problems:
                self._add(*(replace(p, file=place) for p in problems))
                return
        except Refused as error:
            if large:
                self._add(Problem("", f"This is not JSON: {error}.", _MEND_JSON, file=place))
                return
        document = read_with_positions(text)
        found = list(document.problems)
        if document.value is not None:
            places = {(p.line, p.column) for p in found}
            checked = parse(document.value, document.locate)
            found += [p for p in checked if (p.line, p.column) not in places]
        found.sort(key=lambda p: (not p.line, p.line, p.column))
        self._add(*(replace(p, file=place) for p in found))

    def _check_pictures(self, catalogue: Catalogue) -> None:
        """That every picture is there once and is used, and that none is missing."""
        ids = [name.id for name in self.names.values() if name.id]
        if self.problems:
            # What is missing may be so for what was told already.
            return
        used = {stretch.figure for stretch in catalogue.stretches.values()}
        for place, name in self.names.items():
            if ids.count(name.id) > 1 and name.id:
                what = f"There are two pictures called {name.id}."
                self._add(Problem("", what, "Leave one of them out.", file=place))
            elif name.id and name.id not in used:
                what = "No stretch of the file has this picture."
                mend = f'Leave it out, or write "figure": "{name.id}" in its stretch.'
                self._add(Problem("", what, mend, file=place))
        for number, stretch in enumerate(catalogue.stretches.values()):
            self._check_figure(number, stretch, ids)

    def _check_figure(self, number: int, stretch: Stretch, ids: Collection[str]) -> None:
        if is_own(stretch.figure) and stretch.figure not in ids:
            path = f"stretches[{number}].figure"
            what = f"The picture {stretch.figure} is not in the archive."
            mend = f"Put figures/{stretch.figure}.png, .jpg or .json into it."
            line, column = self._line(number)
            self._add(Problem(path, what, mend, ROUTINES, line, column))

    def _line(self, number: int) -> tuple[int, int]:
        text = decode_json(self.contents[ROUTINES])
        if len(text) > LARGEST_SEARCHED:
            return 0, 0
        document = read_with_positions(text)
        return document.locate(("stretches", number, "figure"))

    def _add(self, *problems: Problem) -> None:
        self.problems += problems
        self.count += len(problems)


def _explained(problem: Problem, head: Head) -> Problem:
    """A stretch that is not here may be one of a later version."""
    if problem.what.startswith("There is no stretch"):
        mend = (
            f"The file was made with {head.made_with}, and this is Supple {__version__}. "
            "A newer Supple has it."
        )
        return replace(problem, mend=mend)
    return problem


def _other_image(content: bytes, ending: str) -> tuple[str, str]:
    for other, magic in _MAGIC.items():
        if content.startswith(magic):
            return f"The picture is a .{other}, not a .{ending}.", f"Rename it to end in .{other}."
    return f"This is not a {ending.upper()} picture.", "Save the picture anew as PNG or JPEG."

"""A shared file against what is here: what is new, what is here already, what has another's name.

Nothing here is ever replaced unless somebody says so of that one entry.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from supple.core.fresh import copy_name, fresh, is_copy_name
from supple.core.own_figures import is_own
from supple.core.routine import Catalogue, Routine, Stretch
from supple.core.share import Picture, Share

Entry: TypeAlias = "Stretch | Routine"
_Kind = TypeVar("_Kind", Stretch, Routine)


class Met(StrEnum):
    """How something that comes in stands to what is here."""

    NEW = "new"
    SAME = "same"
    """It is here already, word for word."""
    CLASH = "clash"
    """Another has its id or its name."""


class Choice(StrEnum):
    """What is to become of something that clashes."""

    COPY = "copy"
    """It comes in beside mine, by an id of its own."""
    KEEP = "keep"
    """It stays out, and what would use it uses mine."""
    REPLACE = "replace"
    """It takes the place of mine."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One stretch or routine of the file."""

    entry: Entry
    met: Met
    mine: Entry | None = None
    """What it is the same as, or clashes with."""
    mine_is_own: bool = False
    """False where that ships with the program."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen, the usual first; what ships is never replaced."""
        if self.met is not Met.CLASH:
            return ()
        usual = (Choice.COPY, Choice.KEEP)
        return (*usual, Choice.REPLACE) if self.mine_is_own else usual


@dataclass(frozen=True, slots=True)
class Here:
    """What is here."""

    catalogue: Catalogue
    own: Collection[str] = ()
    pictures: Mapping[str, Picture] | None = None
    """Own figures by id."""
    taken: Collection[str] = ()
    """Further ids that something has."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A whole file against what is here."""

    share: Share
    here: Here
    stretches: tuple[Coming, ...]
    routines: tuple[Coming, ...]

    @property
    def all(self) -> tuple[Coming, ...]:
        """Everything that comes, the routines first."""
        return (*self.routines, *self.stretches)

    @property
    def adds(self) -> bool:
        """Whether anything is not here yet."""
        return any(coming.met is not Met.SAME for coming in self.all)


@dataclass(frozen=True, slots=True)
class Taking:
    """What is to be written: all of it, or none."""

    stretches: tuple[Stretch, ...] = ()
    routines: tuple[Routine, ...] = ()
    pictures: tuple[Picture, ...] = ()
    replaced: tuple[tuple[Entry, Entry], ...] = ()
    """Each new entry, and the one of mine whose place it takes."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of everything written, the routines first."""
        made = (*self.routines, *(new for new, _ in self.replaced), *self.stretches)
        return tuple(entry.id for entry in made)


def meet(share: Share, here: Here) -> Meeting:
    """Compare ``share`` with what is ``here``."""
    theirs = {picture.id: picture for picture in share.pictures}
    ours = here.pictures or {}
    same_as: dict[str, str] = {}

    def same_stretch(new: Stretch, mine: Stretch) -> bool:
        bare = replace(new, id=mine.id, name=mine.name, figure=mine.figure)
        return bare == mine and same_figure(new.figure, mine.figure)

    def same_figure(new: str, mine: str) -> bool:
        if not (is_own(new) and is_own(mine)):
            return new == mine
        return new in theirs and mine in ours and _same_picture(theirs[new], ours[mine])

    def same_routine(new: Routine, mine: Routine) -> bool:
        sent = {stretch.id for stretch in share.stretches}
        if any(step.stretch in sent and step.stretch not in same_as for step in new.steps):
            return False
        return replace(_led(new, same_as), id=mine.id, name=mine.name) == mine

    stretches = []
    for stretch in share.stretches:
        used = same_as.values()
        coming = _met(stretch, here.catalogue.stretches, here.own, same_stretch, used)
        if coming.met is Met.SAME and coming.mine is not None:
            same_as[stretch.id] = coming.mine.id
        stretches.append(coming)
    mine = here.catalogue.routines
    routines = (_met(routine, mine, here.own, same_routine) for routine in share.routines)
    return Meeting(share, here, tuple(stretches), tuple(routines))


def _met(
    new: _Kind,
    here: Mapping[str, _Kind],
    own: Collection[str],
    same: Callable[[_Kind, _Kind], bool],
    used: Collection[str] = (),
) -> Coming:
    """How ``new`` stands to what is ``here``; of two that are the same one not ``used`` yet."""
    for mine in sorted(here.values(), key=lambda e: (e.id != new.id, e.id in used)):
        # What was taken in as a copy before is here already, under its other name.
        named = mine.name == new.name or is_copy_name(mine.name, new.name)
        if named and same(new, mine):
            return Coming(new, Met.SAME, mine, mine.id in own)
    by_name = {entry.name.casefold(): entry for entry in here.values()}
    found = here.get(new.id) or by_name.get(new.name.casefold())
    if found is not None:
        return Coming(new, Met.CLASH, found, found.id in own)
    return Coming(new, Met.NEW)


def settle(meeting: Meeting, choices: Mapping[str, Choice] | None = None) -> Taking:
    """What to write; ``choices`` by the id in the file, the usual one where none is made.

    A choice that is not among ``Coming.choices`` counts as the usual one.
    """
    return _Settling(meeting, choices or {}).taking()


class _Settling:
    """Gives everything its id, stretches before the routines that use them."""

    def __init__(self, meeting: Meeting, choices: Mapping[str, Choice]) -> None:
        self._meeting = meeting
        self._choices = choices
        here = meeting.here
        catalogue = here.catalogue
        self._taken = {*catalogue.stretches, *catalogue.routines, *here.taken}
        # An id that comes in as it is belongs to nobody else in the file.
        self._kept = {c.entry.id for c in meeting.all if self._stays(c)}
        self._ids: dict[str, str] = {}
        self._gone: set[str] = set()

    def taking(self) -> Taking:
        wanted = self._wanted()
        stretches = [c for c in self._meeting.stretches if c.entry.id in wanted]
        made = self._made(stretches, self._meeting.here.catalogue.stretches)
        # What stays out still leads to what is here.
        for coming in self._meeting.stretches:
            if coming.entry.id not in wanted and coming.mine is not None:
                self._ids[coming.entry.id] = coming.mine.id
        routines = self._made(self._meeting.routines, self._meeting.here.catalogue.routines)
        led = [(_led(r, self._ids), was) for r, was in routines if isinstance(r, Routine)]
        drawn, pictures = self._pictures([(s, w) for s, w in made if isinstance(s, Stretch)])
        replaced: list[tuple[Entry, Entry | None]] = [*drawn, *led]
        return Taking(
            tuple(s for s, was in drawn if was is None),
            tuple(r for r, was in led if was is None),
            pictures,
            tuple((new, was) for new, was in replaced if was is not None),
        )

    def _choice(self, coming: Coming) -> Choice | None:
        if not coming.choices:
            return None
        choice = self._choices.get(coming.entry.id, Choice.COPY)
        return choice if choice in coming.choices else Choice.COPY

    def _stays(self, coming: Coming) -> bool:
        """Whether it comes in under the id it has."""
        return coming.met is Met.NEW and coming.entry.id not in self._taken

    def _stays_out(self, coming: Coming) -> bool:
        return coming.met is Met.SAME or self._choice(coming) is Choice.KEEP

    def _wanted(self) -> set[str]:
        """The stretches that come in: not those that only a routine that stays out would use.

        One that clashes was asked about by itself, and comes in as it was said.
        """
        used: set[str] = set()
        needed: set[str] = set()
        for coming in self._meeting.routines:
            entry = coming.entry
            steps = {step.stretch for step in entry.steps} if isinstance(entry, Routine) else set()
            used |= steps
            if not self._stays_out(coming):
                needed |= steps
        return {
            c.entry.id
            for c in self._meeting.stretches
            if not self._stays_out(c)
            and (c.met is Met.CLASH or c.entry.id in needed or c.entry.id not in used)
        }

    def _made(
        self, comings: Iterable[Coming], here: Mapping[str, Entry]
    ) -> list[tuple[Entry, Entry | None]]:
        """Each entry under its id, with the one it replaces; those that stay out are left out."""
        mine_names = {entry.name for entry in here.values()}
        names = set(mine_names)
        made: list[tuple[Entry, Entry | None]] = []
        for coming in comings:
            entry, mine = coming.entry, coming.mine
            if self._stays_out(coming):
                if mine is not None:
                    self._ids[entry.id] = mine.id
                continue
            replaces = self._choice(coming) is Choice.REPLACE
            # Two of the file cannot both take the place of one.
            if replaces and mine is not None and mine.id not in self._gone:
                self._gone.add(mine.id)
                self._ids[entry.id] = mine.id
                made.append((replace(entry, id=mine.id), mine))
                continue
            # Two of the file may share a name, as they do with who sent them.
            known = entry.name in mine_names
            name = copy_name(entry.name, names) if known else entry.name
            names.add(name)
            id_ = entry.id
            if not self._stays(coming):
                id_ = fresh(id_, self._taken | self._kept)
                self._taken.add(id_)
            self._ids[entry.id] = id_
            made.append((replace(entry, id=id_, name=name), None))
        return made

    def _pictures(
        self, stretches: Iterable[tuple[Stretch, Entry | None]]
    ) -> tuple[list[tuple[Stretch, Entry | None]], tuple[Picture, ...]]:
        """The stretches with the figures they get here, and those that are to be written."""
        theirs = {picture.id: picture for picture in self._meeting.share.pictures}
        ours = dict(self._meeting.here.pictures or {})
        ids: dict[str, str] = {}
        new: list[Picture] = []
        drawn: list[tuple[Stretch, Entry | None]] = []
        for stretch, was in stretches:
            picture = theirs.get(stretch.figure)
            if picture is not None and picture.id not in ids:
                same = next((o.id for o in ours.values() if _same_picture(picture, o)), "")
                if not same:
                    same = fresh(picture.id, {*ours, *(p.id for p in new)})
                    new.append(_under(picture, same))
                ids[picture.id] = same
            drawn.append((replace(stretch, figure=ids.get(stretch.figure, stretch.figure)), was))
        return drawn, tuple(new)


def _led(routine: Routine, ids: Mapping[str, str]) -> Routine:
    """``routine`` with the stretches that are called otherwise here."""
    steps = tuple(replace(s, stretch=ids.get(s.stretch, s.stretch)) for s in routine.steps)
    return replace(routine, steps=steps)


def _same_picture(one: Picture, other: Picture) -> bool:
    if one.data == other.data:
        return one.ending == other.ending
    if not (one.drawn and other.drawn):
        return False
    try:
        left, right = json.loads(one.data), json.loads(other.data)
        return bool({**left, "id": ""} == {**right, "id": ""})
    except (ValueError, TypeError):
        return False


def _under(picture: Picture, id_: str) -> Picture:
    """``picture`` by another id, which a drawn one has inside as well."""
    if picture.id == id_ or not picture.drawn:
        return replace(picture, id=id_)
    values = {**json.loads(picture.data), "id": id_}
    text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    return Picture(id_, picture.ending, text.encode())

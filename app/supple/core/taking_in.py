"""What is written of a shared file: every entry under its id, its name and its picture.

Nothing here is ever replaced unless somebody says so of that one entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from supple.core.fresh import copy_name, fresh
from supple.core.meeting import Choice, Coming, Entry, Meeting, Met, led, same_picture
from supple.core.routine import Routine, Stretch
from supple.core.share import Picture


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
        sessions = [(led(r, self._ids), was) for r, was in routines if isinstance(r, Routine)]
        drawn, pictures = self._pictures([(s, w) for s, w in made if isinstance(s, Stretch)])
        replaced: list[tuple[Entry, Entry | None]] = [*drawn, *sessions]
        return Taking(
            tuple(s for s, was in drawn if was is None),
            tuple(r for r, was in sessions if was is None),
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
        known = {*ours, *self._meeting.here.figures}
        ids: dict[str, str] = {}
        new: list[Picture] = []
        drawn: list[tuple[Stretch, Entry | None]] = []
        for stretch, was in stretches:
            picture = theirs.get(stretch.figure)
            if picture is not None and picture.id not in ids:
                same = next((o.id for o in ours.values() if same_picture(picture, o)), "")
                if not same:
                    same = fresh(picture.id, {*known, *(p.id for p in new)})
                    new.append(_under(picture, same))
                ids[picture.id] = same
            drawn.append((replace(stretch, figure=ids.get(stretch.figure, stretch.figure)), was))
        return drawn, tuple(new)


def _under(picture: Picture, id_: str) -> Picture:
    """``picture`` by another id, which a drawn one has inside as well."""
    if picture.id == id_ or not picture.drawn:
        return replace(picture, id=id_)
    values = {**json.loads(picture.data), "id": id_}
    text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    return Picture(id_, picture.ending, text.encode())

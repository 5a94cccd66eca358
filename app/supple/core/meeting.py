"""A shared file against what is here: what is new, here already, or has another's name."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from supple.core.fresh import is_copy_name
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
    """Own figures by id: at least all that may be the same as one of the file."""
    taken: Collection[str] = ()
    """Further ids that something has."""
    figures: Collection[str] = ()
    """Ids of further own figures."""


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


def meet(share: Share, here: Here) -> Meeting:
    """Compare ``share`` with what is ``here``."""
    same_as: dict[str, str] = {}

    def same_stretch(new: Stretch, mine: Stretch) -> bool:
        bare = replace(new, id=mine.id, name=mine.name, figure=mine.figure)
        return bare == mine and same_figure(new.figure, mine.figure, share, here)

    def same_routine(new: Routine, mine: Routine) -> bool:
        sent = {stretch.id for stretch in share.stretches}
        if any(step.stretch in sent and step.stretch not in same_as for step in new.steps):
            return False
        return replace(led(new, same_as), id=mine.id, name=mine.name) == mine

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


def led(routine: Routine, ids: Mapping[str, str]) -> Routine:
    """``routine`` with the stretches that are called otherwise here."""
    steps = tuple(replace(s, stretch=ids.get(s.stretch, s.stretch)) for s in routine.steps)
    return replace(routine, steps=steps)


def same_figure(new: str, mine: str, share: Share, here: Here) -> bool:
    """Whether the figure ``new`` of the file shows the same as ``mine``."""
    if not (is_own(new) and is_own(mine)):
        return new == mine
    theirs = next((picture for picture in share.pictures if picture.id == new), None)
    ours = (here.pictures or {}).get(mine)
    return theirs is not None and ours is not None and same_picture(theirs, ours)


def same_picture(one: Picture, other: Picture) -> bool:
    """Whether both show the same: images to the byte, drawn ones whatever their id is."""
    if one.data == other.data:
        return one.ending == other.ending
    if not (one.drawn and other.drawn):
        return False
    try:
        left, right = json.loads(one.data), json.loads(other.data)
        return bool({**left, "id": ""} == {**right, "id": ""})
    except (ValueError, TypeError):
        return False

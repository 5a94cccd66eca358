"""The library's shelf: what stands on it and which of it passes the filters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supple.core import labels
from supple.core.outline import has_red_caution, stretches_of
from supple.core.routine import Catalogue, Position, Routine, Stretch


class Kind(StrEnum):
    """What an item of the shelf is."""

    ROUTINE = "routine"
    STRETCH = "stretch"


_NOUNS = {Kind.ROUTINE: ("routine", "routines"), Kind.STRETCH: ("stretch", "stretches")}


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the shelf."""

    kind: Kind
    id: str
    name: str
    positions: tuple[Position, ...]
    """Each once, in the order they come."""
    difficulty: int
    """1 easy to 3 hard; a routine's is that of its hardest stretch."""
    equipment: tuple[str, ...]
    duration_s: float
    read_first: bool
    """True when it has a red caution."""
    figure: str
    """Id of the picture."""
    words: frozenset[str]
    """What the text search looks through, folded."""
    own: bool = False
    """True for a person's own entry."""
    left_out: bool = False
    """True when the person's answers do not let it be started."""

    @property
    def details(self) -> tuple[str, ...]:
        """Such as ``("Lying", "Easy", "Strap")``."""
        parts = (
            labels.positions(self.positions) if self.positions else "",
            labels.level(self.difficulty),
            labels.equipment_in_short(self.equipment),
            "Yours" if self.own else "",
        )
        return tuple(part for part in parts if part)


class Part(StrEnum):
    """One filter of several."""

    POSITION = "position"
    LEVEL = "level"
    EQUIPMENT = "equipment"
    LENGTH = "length"
    TEXT = "text"


NOTHING = "nothing"
"""The equipment filter's "nothing needed"."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the rows have to be like; every part left as it is lets all through."""

    position: Position | None = None
    levels: frozenset[int] | None = None
    """Difficulties wanted."""
    equipment: str | None = None
    """One piece that is used, or ``NOTHING``."""
    longest_s: float | None = None
    """Seconds at most."""
    text: str = ""
    """Every word begins a word of the row; case and accents do not matter."""

    @property
    def set_parts(self) -> tuple[Part, ...]:
        """The parts that hold something back."""
        parts = {
            Part.POSITION: self.position is not None,
            Part.LEVEL: self.levels is not None,
            Part.EQUIPMENT: self.equipment is not None,
            Part.LENGTH: self.longest_s is not None,
            Part.TEXT: bool(folded_words(self.text)),
        }
        return tuple(part for part, on in parts.items() if on)

    def without(self, part: Part) -> Filters:
        """These filters with one part dropped."""
        match part:
            case Part.POSITION:
                return replace(self, position=None)
            case Part.LEVEL:
                return replace(self, levels=None)
            case Part.EQUIPMENT:
                return replace(self, equipment=None)
            case Part.LENGTH:
                return replace(self, longest_s=None)
            case Part.TEXT:
                return replace(self, text="")

    def accept(self, item: Item) -> bool:
        """Whether ``item`` passes every part."""
        if self.position is not None and self.position not in item.positions:
            return False
        if self.levels is not None and item.difficulty not in self.levels:
            return False
        if not self._equipment_fits(item):
            return False
        # A label of "5 min" is a rounded one, and so is the filter's.
        if self.longest_s is not None and item.duration_s >= self.longest_s + 30:
            return False
        wanted = folded_words(self.text)
        return all(any(word.startswith(part) for word in item.words) for part in wanted)

    def _equipment_fits(self, item: Item) -> bool:
        if self.equipment is None:
            return True
        if self.equipment == NOTHING:
            return not item.equipment
        return self.equipment in item.equipment


def folded_words(text: str) -> frozenset[str]:
    """The words of ``text`` without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in split if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", plain))


def stretches(
    catalogue: Catalogue,
    durations: Mapping[str, float],
    own: Iterable[str] = (),
    left_out: Collection[str] = (),
) -> tuple[Item, ...]:
    """Every stretch, in the catalogue's order. ``durations``: seconds by stretch id."""
    mine = frozenset(own)
    return tuple(
        Item(
            kind=Kind.STRETCH,
            id=stretch.id,
            name=stretch.name,
            positions=(stretch.position,),
            difficulty=stretch.difficulty,
            equipment=stretch.equipment,
            duration_s=durations.get(stretch.id, 0.0),
            read_first=has_red_caution(stretch),
            figure=stretch.figure,
            words=_words([stretch], stretch.name),
            own=stretch.id in mine,
            left_out=stretch.id in left_out,
        )
        for stretch in catalogue.stretches.values()
    )


def routines(
    catalogue: Catalogue,
    durations: Mapping[str, float],
    own: Iterable[str] = (),
    left_out: Collection[str] = (),
) -> tuple[Item, ...]:
    """Every routine, in the catalogue's order. ``durations``: seconds by routine id."""
    mine = frozenset(own)
    items = (
        _routine_item(routine, catalogue, durations.get(routine.id, 0.0), routine.id in mine)
        for routine in catalogue.routines.values()
    )
    return tuple(replace(item, left_out=item.id in left_out) for item in items)


def _routine_item(routine: Routine, catalogue: Catalogue, duration_s: float, own: bool) -> Item:
    parts = stretches_of(routine, catalogue)
    return Item(
        kind=Kind.ROUTINE,
        id=routine.id,
        name=routine.name,
        positions=tuple(dict.fromkeys(part.position for part in parts)),
        difficulty=max((part.difficulty for part in parts), default=1),
        equipment=tuple(dict.fromkeys(e for part in parts for e in part.equipment)),
        duration_s=duration_s,
        read_first=any(has_red_caution(part) for part in parts),
        figure=parts[0].figure if parts else "",
        words=_words(parts, routine.name, routine.summary, *(part.name for part in parts)),
        own=own,
    )


def _words(parts: Sequence[Stretch], *texts: str) -> frozenset[str]:
    named = [labels.position(part.position) for part in parts]
    named += [word for part in parts for word in (*part.equipment, *part.focus)]
    return folded_words(" ".join([*texts, *named]))


def matching(items: Iterable[Item], filters: Filters) -> tuple[Item, ...]:
    """The items that pass, in their order; with a text those it names come first."""
    passed = tuple(item for item in items if filters.accept(item))
    wanted = folded_words(filters.text)
    if not wanted:
        return passed
    return tuple(sorted(passed, key=lambda item: not _names(item, wanted)))


def _names(item: Item, wanted: Collection[str]) -> bool:
    """Whether every one of the folded words ``wanted`` begins a word of the item's name."""
    name = folded_words(item.name)
    return all(any(word.startswith(part) for word in name) for part in wanted)


def equipment_of(items: Iterable[Item]) -> tuple[str, ...]:
    """Every piece of equipment on the shelf, by name."""
    return tuple(sorted({piece for item in items for piece in item.equipment}))


def best_drop(items: Sequence[Item], filters: Filters) -> tuple[Part, int] | None:
    """The part whose dropping lets most through, and how many that is.

    None where no single part would help.
    """
    counts = [(part, len(matching(items, filters.without(part)))) for part in filters.set_parts]
    best = max(counts, key=lambda pair: pair[1], default=None)
    return best if best is not None and best[1] else None


def explain_nothing(
    parts: Sequence[Part], best: tuple[Part, int] | None, names: Mapping[Part, str], kind: Kind
) -> tuple[str, str]:
    """A title and a sentence for a list that the filters ``parts`` left empty.

    ``best`` is what ``best_drop`` says; ``names`` are the filters as they are shown.
    """
    one, many = _NOUNS[kind]
    all_of_them = f"all {labels.number(len(parts)).lower()} filters"
    which = {1: "this filter", 2: "both filters"}.get(len(parts), all_of_them)
    title = f"Nothing matches {which}"
    if best is None:
        return title, f"Clear them to see all {many}."
    part, count = best
    fit = "fits" if count == 1 else "fit"
    return title, f"Try without {names[part]}: {labels.plural(count, one, many)} {fit} then."


def count_line(shown: int, of: int, kind: Kind) -> str:
    """Such as ``7 of 24 stretches`` or, with nothing held back, ``24 stretches``."""
    one, many = _NOUNS[kind]
    return labels.plural(of, one, many) if shown == of else f"{shown} of {of} {many}"

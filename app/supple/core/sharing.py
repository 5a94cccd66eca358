"""What goes into a shared file: the routines chosen, and of all they need what does not ship."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from supple.core.own_figures import is_own
from supple.core.problem import UserError
from supple.core.routine import Catalogue, Routine, Stretch


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be shared."""

    routines: tuple[Routine, ...]
    stretches: tuple[Stretch, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the own pictures, each once."""
        used = (stretch.figure for stretch in self.stretches)
        return tuple(dict.fromkeys(figure for figure in used if is_own(figure)))

    @property
    def title(self) -> str:
        """What the file is called unless somebody names it."""
        names = [*(r.name for r in self.routines), *(s.name for s in self.stretches)]
        first = names[0]
        more = len(self.routines) + (0 if self.routines else len(self.stretches)) - 1
        return f"{first} and {more} more" if more > 0 else first


def gather(catalogue: Catalogue, own: Collection[str], ids: Iterable[str]) -> Gathered:
    """The routines and stretches ``ids`` with the ``own`` stretches that those use.

    Each ``id`` is in ``catalogue``. Raises UserError for one that ships with the program, which
    everybody has.
    """
    routines: dict[str, Routine] = {}
    stretches: dict[str, Stretch] = {}
    for id_ in ids:
        entry = catalogue.routines.get(id_) or catalogue.stretches[id_]
        if id_ not in own:
            raise UserError(
                f"“{entry.name}” comes with Supple: whoever can open the file has it already. "
                "Share something of your own, or a copy that you changed."
            )
        if isinstance(entry, Stretch):
            stretches[id_] = entry
            continue
        routines[id_] = entry
        for step in entry.steps:
            if step.stretch in own:
                stretches[step.stretch] = catalogue.stretches[step.stretch]
    return Gathered(tuple(routines.values()), tuple(stretches.values()))


def without_pictures(stretches: Iterable[Stretch], gone: Collection[str]) -> tuple[Stretch, ...]:
    """``stretches``, with no figure where theirs is among ``gone``."""
    return tuple(replace(s, figure="") if s.figure in gone else s for s in stretches)

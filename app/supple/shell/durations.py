"""How long every session takes, kept between starts.

To work it out takes 4 ms and the whole of the timeline and its cues another 6, for the few
minutes that the first page names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

if TYPE_CHECKING:
    from supple.core.routine import Catalogue, Routine, Stretch
    from supple.store.kept import Kept

FILE = "durations.json"
Known: TypeAlias = "dict[tuple[Routine, tuple[Stretch | None, ...]], float]"
"""Seconds by session: a routine and its stretches, as they were."""


def work_out(
    catalogue: Catalogue, say: Callable[[str], float], known: Known | None = None
) -> dict[str, float]:
    """Seconds by id of every session: each routine, and each stretch on its own.

    Where ids are shared the routine counts. ``known``: what was worked out with the same ``say``
    before; it is brought up to date, and only what is another now is worked out.
    """
    from supple.core.timeline import build_timeline, routine_of

    say = cache(say)
    before = {} if known is None else dict(known)
    found: Known = {}
    alone = (routine_of(stretch) for stretch in catalogue.stretches.values())
    for routine in (*alone, *catalogue.routines.values()):
        uses = tuple(catalogue.stretches.get(step.stretch) for step in routine.steps)
        seconds = before.get((routine, uses))
        if seconds is None:
            seconds = build_timeline(routine, catalogue, say).total_s
        found[routine, uses] = seconds
    if known is not None:
        known.clear()
        known.update(found)
    return {routine.id: seconds for (routine, _), seconds in found.items()}


def recall(kept: Kept, catalogue: Catalogue) -> dict[str, float] | None:
    """Seconds by id as they were kept for just this ``catalogue``, or None."""
    content = kept.read(FILE)
    if content is None:
        return None
    try:
        values = json.loads(content)
        if values["made_from"] != _made_from(catalogue):
            return None
        return {str(id_): float(seconds) for id_, seconds in values["seconds"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def keep(kept: Kept, catalogue: Catalogue, seconds: Mapping[str, float]) -> None:
    """Keep ``seconds``, unless they are kept already."""
    if recall(kept, catalogue) != seconds:
        values = {"made_from": _made_from(catalogue), "seconds": dict(seconds)}
        kept.write(FILE, json.dumps(values).encode())


def _made_from(catalogue: Catalogue) -> int:
    return crc32(repr(catalogue).encode())

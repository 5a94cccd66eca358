"""How long every session takes, kept between starts.

To work it out takes 4 ms and the whole of the timeline and its cues another 6, for the few
minutes that the first page names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from supple.core.routine import Catalogue
    from supple.store.kept import Kept

FILE = "durations.json"


def work_out(catalogue: Catalogue, say: Callable[[str], float]) -> dict[str, float]:
    """Seconds by id of every session: each routine, and each stretch on its own.

    Where ids are shared the routine counts.
    """
    from supple.core.timeline import build_timeline, routine_of

    say = cache(say)
    alone = (routine_of(stretch) for stretch in catalogue.stretches.values())
    return {
        routine.id: build_timeline(routine, catalogue, say).total_s
        for routine in (*alone, *catalogue.routines.values())
    }


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

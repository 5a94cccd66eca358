"""How long every session takes, kept between starts.

To work it out takes 4 ms and the whole of the timeline and its cues another 6, for the few
minutes that the first page names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from supple.core.routine import Catalogue
    from supple.store.kept import Kept

FILE = "durations.json"


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

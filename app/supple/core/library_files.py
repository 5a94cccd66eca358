"""Everything the routine files held, the broken ones included."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supple.core.broken import BrokenFile
    from supple.core.routine import Catalogue


@dataclass(frozen=True, slots=True)
class Library:
    """Every stretch and routine at hand, and where they came from."""

    catalogue: Catalogue
    own: frozenset[str] = frozenset()
    """Ids of the stretches and routines that come from the person's files."""
    broken: tuple[BrokenFile, ...] = ()
    """Files with problems; what was good in them is in the catalogue all the same."""
    shipped: frozenset[str] = frozenset()
    """Ids of what ships with the program, also where an entry of the person's stands in for it."""
    origin: Mapping[str, str] = field(default_factory=dict)
    """Id of a stretch or routine to the path of its file."""

    @property
    def locked(self) -> frozenset[str]:
        """Ids of entries whose file has problems: it is to be mended before they are changed."""
        spoiled = {file.path for file in self.broken}
        return frozenset(id_ for id_, path in self.origin.items() if path in spoiled)

"""A whole history, or a part of one, as it travels between files and computers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.core.assessment import Assessment
    from supple.core.day_off import DayOff
    from supple.core.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Contents:
    """Every row with all it holds, deleted ones (``deleted_at``) included."""

    sessions: tuple[SessionRecord, ...] = field(default=())
    assessments: tuple[Assessment, ...] = field(default=())
    days_off: tuple[DayOff, ...] = field(default=())

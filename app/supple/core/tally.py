"""How many stretches were really done."""

from __future__ import annotations

from supple.core.timeline import Timeline


class Tally:
    """Counts the stretches of which every hold and every repetition went to its end."""

    def __init__(self, timeline: Timeline) -> None:
        self._open: dict[int, set[int]] = {}
        for step in timeline.steps:
            if step.kind.is_work:
                self._open.setdefault(step.block, set()).add(step.index)

    @property
    def blocks(self) -> int:
        """How many stretches there are."""
        return len(self._open)

    @property
    def done(self) -> int:
        """How many are done, every set of every side."""
        return sum(not steps for steps in self._open.values())

    def completed(self, block: int, index: int) -> None:
        """The step ``index`` of stretch ``block`` went to its end; other steps do not count."""
        self._open.get(block, set()).discard(index)

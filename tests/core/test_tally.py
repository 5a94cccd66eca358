"""How many stretches were really done."""

from __future__ import annotations

from collections.abc import Callable

from supple.core.routine import Stretch
from supple.core.tally import Tally
from supple.core.timeline import Timeline


def test_a_stretch_is_done_when_every_set_of_every_side_is(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one", sets=2), make_stretch("two"))
    tally = Tally(timeline)
    assert (tally.done, tally.blocks) == (0, 2)
    work = [step for step in timeline.steps if step.kind.is_work]
    for step in work[:3]:
        tally.completed(step.block, step.index)
    assert tally.done == 0
    tally.completed(work[3].block, work[3].index)
    assert tally.done == 1
    tally.completed(0, 0)  # a step that is no work changes nothing
    assert tally.done == 1

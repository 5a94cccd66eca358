"""What the desktop knows of the person, asked on the real desk of the test."""

from __future__ import annotations

from supple.core.breaks.look import Busy
from supple.desk.busy import BusyKind
from supple.shell.desk_senses import DeskSenses


def test_the_policy_and_the_desk_name_the_same_things() -> None:
    assert {kind.value for kind in BusyKind} == {kind.value for kind in Busy}


def test_everything_can_be_asked_wherever_it_runs() -> None:
    senses = DeskSenses()
    idle = senses.idle_s()
    assert idle is None or idle >= 0
    assert senses.busy() <= set(Busy)
    assert senses.locked() in (True, False)
    slept = senses.slept_s()
    assert slept is None or slept >= 0
    assert bool(senses.idle_reason()) == (idle is None)
    assert set(senses.unknown()) <= set(Busy)
    senses.close()

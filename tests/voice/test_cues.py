from __future__ import annotations

import pytest

from supple.core.event import LineDue, SessionStarted, StepStarted
from supple.core.step import Priority, StepKind
from supple.voice import chime
from supple.voice.cues import chime_for


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_its_chime(make_step, kind: StepKind) -> None:
    assert chime_for(StepStarted(0.0, make_step(kind))) in chime.NOTES


def test_work_switch_and_the_end_sound_different(make_step) -> None:
    kinds = (StepKind.HOLD, StepKind.SWITCH, StepKind.REST, StepKind.FINISH)
    assert len({chime_for(StepStarted(0.0, make_step(k))) for k in kinds}) == 4


def test_getting_ready_for_the_first_stretch_ends_nothing(make_step) -> None:
    assert chime_for(StepStarted(0.0, make_step(StepKind.PREPARE, index=0))) == ""


def test_remarks_that_tell_the_time_are_one_note(make_step, make_line) -> None:
    assert chime_for(LineDue(0.0, make_step(), make_line("Half way."))) == chime.HALF
    name = make_line("Sit tall.", Priority.NAME)
    assert chime_for(LineDue(0.0, make_step(), name)) == ""


def test_other_events_make_no_sound() -> None:
    assert chime_for(SessionStarted(0.0)) == ""

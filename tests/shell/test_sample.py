from __future__ import annotations

from pathlib import Path

import pytest

from supple.core.command import Command
from supple.core.step import StepKind
from supple.shell.sample import Sample


def test_the_sample_day_shows_everything_the_page_can(sample: Sample) -> None:
    view = sample.today()
    assert view.title == "One done today"
    assert view.pain == (4, 3)
    assert view.week.done == 3
    assert view.week.in_a_row == 6
    assert view.up_next is not None
    assert sample.first_day().first_time


def test_the_broken_file_is_what_the_loader_says(sample: Sample, tmp_path: Path) -> None:
    (broken,) = sample.broken(tmp_path)
    assert broken.line == 9
    assert [line.number for line in broken.excerpt if line.wrong] == [9]


def test_a_run_stops_at_the_wanted_moment(sample: Sample) -> None:
    run = sample.session("lying-down")
    run.session.apply(Command.START, run.now)
    shot = run.until(lambda shot: shot.step.kind is StepKind.HOLD and shot.left_s <= 18)
    assert shot.left_s == pytest.approx(18, abs=0.3)


def test_a_moment_that_never_comes_is_said(sample: Sample) -> None:
    run = sample.session("desk-break")
    run.session.apply(Command.START, run.now)
    with pytest.raises(LookupError):
        run.until(lambda shot: shot.step.stretch == "march")

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from supple.core import timeline
from supple.core.routine import Catalogue, Routine
from supple.core.timeline import Timeline
from supple.shell import durations
from supple.shell.shelf import open_library
from supple.store.kept import Kept
from supple.store.paths import Paths


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", "1")


def test_seconds_of_all_there_is(paths: Paths) -> None:
    catalogue = open_library(paths).catalogue
    seconds = durations.work_out(catalogue, lambda text: 1.0)
    assert set(seconds) == {*catalogue.routines, *catalogue.stretches}
    assert all(s > 10 for s in seconds.values())


def test_only_what_is_another_is_worked_out_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []
    real = timeline.build_timeline

    def build(routine: Routine, catalogue: Catalogue, say: Callable[[str], float]) -> Timeline:
        built.append(routine.id)
        return real(routine, catalogue, say)

    monkeypatch.setattr(timeline, "build_timeline", build)
    catalogue = open_library(paths).catalogue
    known: durations.Known = {}
    first = durations.work_out(catalogue, lambda text: 1.0, known)
    assert len(built) == len(first)
    built.clear()
    assert durations.work_out(open_library(paths).catalogue, lambda text: 1.0, known) == first
    assert built == []
    routine = catalogue.routines["desk-break"]
    one = catalogue.stretches[routine.steps[0].stretch]
    longer = replace(one, dose=replace(one.dose, prepare_s=one.dose.prepare_s + 1))
    changed = replace(catalogue, stretches={**catalogue.stretches, one.id: longer})
    then = durations.work_out(changed, lambda text: 1.0, known)
    assert then == durations.work_out(changed, lambda text: 1.0)
    assert then[one.id] != first[one.id]
    using = {r.id for r in catalogue.routines.values() if one.id in {s.stretch for s in r.steps}}
    assert set(built[: len(using) + 1]) == {one.id, *using}
    del changed.routines["desk-break"]
    durations.work_out(changed, lambda text: 1.0, known)
    assert "desk-break" not in {kept.id for kept, _ in known}, "what is gone is forgotten"


def test_what_was_worked_out_is_recalled(kept: Kept, paths: Paths) -> None:
    catalogue = open_library(paths).catalogue
    assert durations.recall(kept, catalogue) is None
    durations.keep(kept, catalogue, {"desk-break": 301.7})
    assert durations.recall(kept, catalogue) == {"desk-break": 301.7}


def test_another_dose_is_worked_out_anew(kept: Kept, paths: Paths) -> None:
    catalogue = open_library(paths).catalogue
    durations.keep(kept, catalogue, {"desk-break": 301.7})
    one = next(iter(catalogue.stretches.values()))
    longer = replace(one, dose=replace(one.dose, rest_s=one.dose.rest_s + 1))
    changed = replace(catalogue, stretches={**catalogue.stretches, one.id: longer})
    assert durations.recall(kept, changed) is None


@pytest.mark.parametrize(
    "spoiled", [b"", b"{", b"[]", b"{}", b'{"made_from": 1}', b"\xff", b'{"seconds": 1}']
)
def test_a_spoiled_file_is_as_good_as_none(kept: Kept, paths: Paths, spoiled: bytes) -> None:
    kept.write(durations.FILE, spoiled)
    assert durations.recall(kept, open_library(paths).catalogue) is None

"""``supple routines list | check | timeline | copy | remove | share | take-in``, few with Qt."""

from __future__ import annotations

import json
import sys

from supple.core import labels
from supple.core.share_kind import ENDING
from supple.core.step import Step
from supple.core.timeline import Timeline, build_timeline, routine_of
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.shelf import check_id, find_routine, open_library
from supple.store.paths import Paths
from supple.store.routine_files import check_file


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    if options.action in ("share", "take-in"):
        from supple.shell.share_cli import run as run_share

        return run_share(options)
    if options.action in ("copy", "remove"):
        from supple.shell import own_cli

        return {"copy": own_cli.copy, "remove": own_cli.remove}[options.action](options)
    return {"list": _list, "check": _check, "timeline": _timeline}[options.action](options)


def _list(options: Options) -> int:
    library = open_library(Paths.of(options.profile), options.routines)
    catalogue = library.catalogue
    rows = [
        (r.id, build_timeline(r, catalogue).total_s, r.name) for r in catalogue.routines.values()
    ]
    print("Routines")
    _print_rows(rows, library.own)
    rows = [
        (s.id, build_timeline(routine_of(s), catalogue).total_s, s.name)
        for s in catalogue.stretches.values()
    ]
    print("\nStretches")
    _print_rows(rows, library.own)
    for broken in library.broken:
        for problem in broken.problems:
            print(problem, file=sys.stderr)
    return MENDABLE if library.broken else FINE


def _print_rows(rows: list[tuple[str, float, str]], own: frozenset[str]) -> None:
    width = max((len(row[0]) for row in rows), default=0)
    for id_, total_s, name in rows:
        mine = "  (yours)" if id_ in own else ""
        print(f"  {id_:<{width}}  {labels.clock(total_s):>6}  {name}{mine}")


def _check(options: Options) -> int:
    if options.file.suffix.lower() == ENDING:
        from supple.shell.share_cli import check

        return check(options.file)
    known = open_library(Paths.of(options.profile), options.routines).catalogue
    problems = check_file(options.file, known)
    for problem in problems:
        print(problem)
    if problems:
        count = labels.plural(len(problems), "problem")
        print(f"{options.file}: {count}", file=sys.stderr)
        return MENDABLE
    print(f"{options.file}: all good")
    return FINE


def _timeline(options: Options) -> int:
    library = open_library(Paths.of(options.profile), options.routines)
    check_id(library, options.id)
    catalogue = library.catalogue
    timeline = build_timeline(find_routine(catalogue, options.id), catalogue)
    if options.json:
        # In ASCII: a pipe on Windows has the letters of the country, JSON has UTF-8.
        print(json.dumps(as_values(timeline), indent=1))
    else:
        _print_timeline(timeline)
    return FINE


def as_values(timeline: Timeline) -> dict[str, object]:
    """The timeline as plain values. Seconds, counted from the session's start."""
    return {
        "format": 1,
        "routine": timeline.routine.id,
        "name": timeline.routine.name,
        "total_s": round(timeline.total_s, 3),
        "steps": [_step_values(step) for step in timeline.steps],
    }


def _step_values(step: Step) -> dict[str, object]:
    values: dict[str, object] = {
        "kind": step.kind.value,
        "stretch": step.stretch,
        "side": step.side.value,
        "set": step.set,
        "start_s": round(step.start_s, 3),
        "duration_s": round(step.duration_s, 3),
    }
    if step.reps:
        values["reps"] = step.reps.count
    values["lines"] = [
        {
            "at_s": round(step.start_s + line.offset_s, 3),
            "text": line.text,
            "priority": line.priority.name.lower(),
            "kind": line.kind.value,
        }
        for line in step.lines
    ]
    return values


def _print_timeline(timeline: Timeline) -> None:
    print(f"{timeline.routine.name}, {labels.clock(timeline.total_s)}")
    for step in timeline.steps:
        side = "" if step.side == "both" else f" {step.side}"
        print(
            f"{labels.clock(step.start_s):>6}  {step.kind}{side} {step.duration_s:g} s  "
            f"{step.stretch}".rstrip()
        )
        for line in step.lines:
            print(f"{labels.clock(step.start_s + line.offset_s):>12}  {line.text}")

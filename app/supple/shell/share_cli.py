"""``supple routines share | take-in``, and ``check`` of a shared file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.problem import ProblemsFound, UserError
from supple.core.share_kind import ENDING
from supple.core.share_view import ShareView, share_view, taken_in
from supple.core.taking_in import settle
from supple.shell.at_terminal import may_replace
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.question import agreed
from supple.shell.shelf import check_id, open_library
from supple.store.assets import asset
from supple.store.own_library import OwnLibrary
from supple.store.paths import Paths

if TYPE_CHECKING:
    from supple.core.taking_in import Taking

ALONE = "Nothing was taken in, as there is no terminal to ask at. Say --yes to take it in."


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    return _share(options) if options.action == "share" else _take_in(options)


def check(file: Path) -> int:
    """Say everything that is wrong in a shared file, each with its place inside."""
    from supple.shell.sharing import open_share

    try:
        share = open_share(file, whole=True)
    except ProblemsFound as error:
        for problem in error.problems:
            print(problem)
        print(f"{file}: {labels.plural(error.count, 'problem')}", file=sys.stderr)
        return MENDABLE
    held = (
        labels.plural(len(share.routines), "routine"),
        labels.plural(len(share.stretches), "stretch", "stretches"),
        labels.plural(len(share.pictures), "picture"),
    )
    print(f"{file}: all good ({', '.join(held)})")
    return FINE


def _share(options: Options) -> int:
    from supple.shell.sharing import make_share
    from supple.store.share_writing import write_share

    path = options.output
    assert path is not None
    if path.suffix.lower() != ENDING:
        raise UserError(f"{path} is to end in {ENDING}, so that it opens in Supple.")
    library = open_library(Paths.of(options.profile), options.routines)
    for id_ in options.ids:
        check_id(library, id_)
    own = _own(options)
    # A shell has no easy way to write a line end.
    note = options.note.replace("\\n", "\n")
    share = make_share(library, own.figures, options.ids, options.title, note)
    if not may_replace(path, yes=options.yes):
        return MENDABLE
    write_share(path, share)
    print(f"Written to {path}.")
    return FINE


def _take_in(options: Options) -> int:
    from supple.shell.sharing import meet_here, open_share, take_in

    try:
        share = open_share(options.file)
    except ProblemsFound as error:
        told = [*(str(p) for p in error.problems), f"{options.file} was not taken in."]
        raise UserError("\n".join(told)) from None
    own = _own(options)
    meeting = meet_here(share, own.load(), own)
    view = share_view(meeting)
    taking = settle(meeting)
    print("\n".join(preview(view, taking)))
    if not taking.ids:
        print("All the rest is here already." if view.missing else "Everything is here already.")
        return FINE
    if not (options.yes or agreed("Take it in?", ALONE)):
        print("Nothing was taken in.")
        return MENDABLE
    take_in(own, taking)
    print(taken_in(taking))
    return FINE


def preview(view: ShareView, taking: Taking) -> list[str]:
    """What a file holds, line by line."""
    lines = [view.title]
    lines += [f"  {line}" for line in view.note]
    if view.made_with:
        lines.append(f"  Made with {view.made_with}.")
    for entry in view.entries:
        lines += ["", f"{entry.kind}: {entry.name} ({entry.details}). {entry.state}."]
        lines += [f"  {line}" for line in entry.differs]
        if entry.kind == "Routine":
            lines += [f"  {line.name}: {line.dose}" for line in entry.lines]
        else:
            lines += [f"  {line.dose}" for line in entry.lines]
        lines += [f"  ! {caution}" for caution in entry.cautions]
    if view.missing:
        lines += ["", *view.missing]
    names = [*(r.name for r in taking.routines), *(s.name for s in taking.stretches)]
    if names:
        lines += ["", "Comes in as: " + ", ".join(f"“{name}”" for name in names) + "."]
    return lines


def _own(options: Options) -> OwnLibrary:
    folder = Paths.of(options.profile).routines_dir
    return OwnLibrary(folder, asset("routines.json"), options.routines)

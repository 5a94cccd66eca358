"""What the commands share that write a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.options import Options
from supple.shell.question import agreed
from supple.shell.shelf import open_library
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.settings import SettingsFile

SAY_YES = "Say --yes to replace it."


@contextmanager
def deps_once(options: Options) -> Iterator[Deps]:
    """What the plan is worked out from; without a history it is as for somebody new.

    What cannot be used is told on stderr. The history of it is closed in the end.
    """
    paths = Paths.of(options.profile)
    settings_file = SettingsFile(paths.settings_file)
    settings, problems = settings_file.load()
    told = [str(problem) for problem in problems]
    history = None
    try:
        history = open_history(paths).history
    except UserError as error:
        told.append(str(error))
    for sentence in told:
        print(sentence, file=sys.stderr)
    if options.plain:
        settings = replace(settings, plan_doses=False)
    try:
        yield Deps(
            paths=paths,
            library=open_library(paths, options.routines),
            settings_file=settings_file,
            settings=settings,
            history=history,
            extra=tuple(options.routines),
            profile=options.profile,
        )
    finally:
        if history is not None:
            history.close()


def may_replace(path: Path, *, yes: bool) -> bool:
    """Whether ``path`` may be written: it is not there, or somebody agrees at the terminal.

    Where it may not, that nothing is written is told. Raises UserError where there is no terminal
    to ask at.
    """
    there = f"{path} is there already."
    if yes or not path.is_file() or agreed(f"{there} Replace it?", f"{there} {SAY_YES}"):
        return True
    print("Nothing was written.")
    return False

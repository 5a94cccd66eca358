"""``supple desktop install | remove``: the program in the menu where no package put it there."""

from __future__ import annotations

import sys

from supple.core.problem import UserError
from supple.desk.autostart import this_program
from supple.desk.capability import Unavailable
from supple.desk.menu_entry import MenuEntry, for_everybody
from supple.shell.options import FINE, MENDABLE, Options
from supple.store.assets import asset

FOLDER = "resources/desktop"


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    try:
        return {"install": _install, "remove": _remove}[options.action](options)
    except Unavailable as why:
        raise UserError(f"The menu was not changed: {why}.") from why


def files() -> dict[str, bytes]:
    """What a desktop is told of the program: path below a folder of shared data -> content."""
    folder = asset(FOLDER)
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".desktop":
            found[f"applications/{path.name}"] = path.read_bytes()
        elif path.name.endswith(".mime.xml"):
            found[f"mime/packages/{path.name.replace('.mime.xml', '.xml')}"] = path.read_bytes()
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def _install(options: Options) -> int:
    entry = MenuEntry()
    named = options.profile
    profile = ("--profile", str(named.expanduser().absolute())) if named else ()
    command = this_program(*profile)
    shared = for_everybody(command)
    if shared and not profile:
        print(f"Supple is in the menu already, for everybody: {shared}")
        return FINE
    late = entry.install(files(), command)
    print(f"Supple is in the menu: {entry.path}")
    for why in late:
        print(f"The desktop may notice only at the next log-in: {why}.", file=sys.stderr)
    return FINE


def _remove(options: Options) -> int:
    removed = MenuEntry().remove()
    for path in removed.kept:
        print(f"{path} was changed since and is kept.", file=sys.stderr)
    if not removed.gone and not removed.kept:
        print("There was nothing in the menu that Supple had put there.")
    else:
        print(f"Supple is out of the menu: {len(removed.gone)} files removed.")
    return MENDABLE if removed.kept else FINE

"""``supple doctor``: what works here and what does not, each with the reason."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version

from supple import __version__
from supple.core.data_view import moment
from supple.core.labels import plural
from supple.core.problem import UserError
from supple.desk.capability import Check
from supple.shell.display import choose_platform
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.shelf import open_library
from supple.store import backups
from supple.store.history import local_now
from supple.store.opening import open_history
from supple.store.paths import Paths, make_folder

PACKAGES = ("PySide6_Essentials", "pyttsx3", "miniaudio", "espeakng-loader", "platformdirs")
NEEDED = ("files", "routines", "history", "window system")
"""Without one of these there is no guiding: the command then ends with 1."""


def run(options: Options) -> int:
    """Print one line for each thing that was tried."""
    paths = Paths.of(options.profile)
    print(f"Supple {__version__}, Python {platform.python_version()}, {platform.platform()}")
    failed = False
    for check in checks(options, paths):
        print(line_of(check), flush=True)
        failed |= not check.ok and check.name in NEEDED
    return MENDABLE if failed else FINE


def checks(options: Options, paths: Paths) -> Iterator[Check]:
    """Everything there is to try, the quick things first."""
    yield from _versions()
    yield _files(paths)
    yield _routines(options, paths)
    yield _history(paths)
    yield _backups(paths)
    yield from voice_checks(paths)
    yield from _desktop()


def _versions() -> Iterator[Check]:
    yield Check("SQLite", True, sqlite3.sqlite_version)
    for name in PACKAGES:
        try:
            yield Check(name, True, version(name))
        except PackageNotFoundError:
            yield Check(name, False, "not installed")


def _files(paths: Paths) -> Check:
    folders = {
        "data": paths.data,
        "settings": paths.config,
        "cache": paths.cache,
        "logs": paths.logs,
    }
    try:
        for folder in folders.values():
            make_folder(folder)
    except UserError as error:
        return Check("files", False, str(error))
    return Check("files", True, ", ".join(f"{name} in {path}" for name, path in folders.items()))


def _routines(options: Options, paths: Paths) -> Check:
    try:
        library = open_library(paths, options.routines)
    except UserError as error:
        return Check("routines", False, str(error))
    catalogue = library.catalogue
    stretches = plural(len(catalogue.stretches), "stretch", "stretches")
    text = f"{stretches}, {plural(len(catalogue.routines), 'routine')}"
    if library.broken:
        names = ", ".join(broken.path for broken in library.broken)
        return Check("routines", False, f"{text}; problems in {names} (see: routines check)")
    return Check("routines", True, text)


def _history(paths: Paths) -> Check:
    try:
        with closing(open_history(paths).history) as history:
            count = plural(len(history.sessions()), "session")
    except UserError as error:
        return Check("history", False, str(error))
    return Check("history", True, f"{count} in {paths.history_db}")


def _backups(paths: Paths) -> Check:
    known = backups.listing(paths.backups_dir)
    if not known:
        return Check("backups", True, "none yet; one is made every day there is a history")
    now = local_now()
    newest = backups.newest_good(paths.backups_dir)
    if newest is None:
        return Check("backups", False, f"none of {len(known)} is good (see: history check)")
    when = moment(newest.made_at.astimezone(now.tzinfo), now)
    return Check("backups", True, f"{len(known)} kept, the newest good one: {when}")


def voice_checks(paths: Paths) -> Iterator[Check]:
    """The voice and the sound output that were chosen, each tried."""
    from supple.store.settings import SettingsFile
    from supple.voice import doctor

    settings, _ = SettingsFile(paths.settings_file).load()
    yield Check("voice", *doctor.speech_engine(settings.voice))
    yield Check("sound", *doctor.sound_output(settings.output))


def line_of(check: Check) -> str:
    """One line for a person."""
    return f"{'yes' if check.ok else 'no ':<4} {check.name:<33} {check.reason}"


def _desktop() -> Iterable[Check]:
    try:
        from supple.shell.app import application
    except ImportError as error:
        return [Check("window system", False, f"Qt cannot be loaded: {error}")]
    from supple.desk import doctor

    try:
        choose_platform()
    except UserError as error:
        return [Check("window system", False, str(error))]
    app = application()
    name = app.platformName()
    note = " (drawn into memory: there is no display)" if name == "offscreen" else ""
    return [Check("window system", True, f"{name}{note}"), *doctor.checks()]

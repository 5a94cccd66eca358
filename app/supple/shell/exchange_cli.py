"""``supple history exchange``: take in what other computers wrote, write what is new here."""

from __future__ import annotations

import sys
from pathlib import Path

from supple.core.problem import UserError
from supple.shell.history_cli import opened
from supple.shell.options import FINE, MENDABLE, Options
from supple.store.journal import Exchanged, exchange
from supple.store.paths import Paths
from supple.store.settings import SettingsFile


def run(options: Options) -> int:
    """Exchange with the folder said, or the one of the settings. Raises UserError without one."""
    paths = Paths.of(options.profile)
    folder = options.folder or _chosen(paths)
    with opened(options):  # makes the history, or brings it to this version
        result = exchange(paths, folder)
    print(summary(result))
    for sentence in result.problems:
        print(sentence, file=sys.stderr)
    return MENDABLE if result.problems else FINE


def summary(result: Exchanged) -> str:
    """What an exchange did, in one line."""
    line = f"Taken in: {result.taken}. Written: {result.sent}."
    if result.skipped_lines:
        line += f" Lines passed over: {result.skipped_lines}."
    return line


def _chosen(paths: Paths) -> Path:
    settings, _ = SettingsFile(paths.settings_file).load()
    if not settings.shared_folder:
        raise UserError(
            "No shared folder is chosen. Choose one in the settings, section Data, "
            "or name one with --folder."
        )
    return Path(settings.shared_folder)

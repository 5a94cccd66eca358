"""``supple voice list | say | check``: works without Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from supple.core.problem import UserError
from supple.core.settings import Settings
from supple.shell.doctor import line_of, voice_checks
from supple.shell.options import FINE, MENDABLE, Options
from supple.store.paths import Paths
from supple.store.settings import SettingsFile
from supple.voice import once
from supple.voice.listing import VoiceEntry

NO_VOICE = "No voice was found on this computer."
NO_OUTPUT = "No sound output was found."


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    paths = Paths.of(options.profile)
    if options.action == "check":
        return _check(paths)
    settings, problems = SettingsFile(paths.settings_file).load()
    for problem in problems:
        print(problem, file=sys.stderr)
    if options.action == "list":
        return _list(settings)
    return _say(options, settings)


def _check(paths: Paths) -> int:
    failed = False
    for check in voice_checks(paths):
        print(line_of(check), flush=True)
        failed |= not check.ok
    return MENDABLE if failed else FINE


def _list(settings: Settings) -> int:
    voices, outputs = once.voices(), once.outputs()
    print("Voices (* is the one chosen)")
    rows = [(mark(v.id, settings.voice), v.id, v.name, v.engine, terms(v)) for v in voices]
    _print_rows([(mark("", settings.voice), "", "the usual one", "", ""), *rows])
    print("\nSound outputs (* is the one chosen)")
    found = [(mark(o.id, settings.output), o.id, o.name) for o in outputs]
    _print_rows([(mark("", settings.output), "", "as the system"), *found])
    missing = [text for there, text in ((voices, NO_VOICE), (outputs, NO_OUTPUT)) if not there]
    for text in missing:
        print(text, file=sys.stderr)
    return MENDABLE if missing else FINE


def mark(id_: str, chosen: str) -> str:
    """What stands before a row."""
    return "*" if id_ == chosen else " "


def terms(voice: VoiceEntry) -> str:
    """Licence and terms in one column."""
    return "; ".join(part for part in (voice.licence, voice.terms) if part)


def _print_rows(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _say(options: Options, settings: Settings) -> int:
    if not options.text.strip():
        raise UserError("There is nothing to say. Give a text of at least one word.")
    if options.voice and options.voice not in [voice.id for voice in once.voices()]:
        raise UserError(f"There is no voice {options.voice}. See: supple voice list")
    if options.device and options.device not in [output.id for output in once.outputs()]:
        raise UserError(f"There is no sound output {options.device}. See: supple voice list")
    ok, words = once.say(
        options.text,
        voice=settings.voice if options.voice is None else options.voice,
        volume=settings.volume,
        speed=settings.speech_speed if options.speed is None else options.speed,
        output=settings.output if options.device is None else options.device,
    )
    print(words, file=sys.stdout if ok else sys.stderr)
    return FINE if ok else MENDABLE

"""``./dev release VERSION [--check]``: tag a version and build what is handed to people.

Refused unless the version is the same in the program, the changelog and the metadata for Linux,
each with the same day; the tree is clean; what is checked is checked anew and good; and the tag
is not there. With ``--check`` it ends there. It never pushes: what it did can be looked at, and
undone with ``git tag --delete``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
PROGRAM = Path("app", "supple", "__init__.py")
CHANGELOG = Path("CHANGELOG.md")
METADATA = Path("packaging", "linux", "alt.supple.Supple.metainfo.xml")

Run = Callable[..., "subprocess.CompletedProcess[str]"]

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\S+))?[ \t]*$", re.MULTILINE)


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Returns the exit code: 0 done, 1 not ready or failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="./dev release", description=__doc__.split("\n\n")[1])
    parser.add_argument("version", help="such as 1.2.0, without a v")
    parser.add_argument("--check", action="store_true", help="only say whether it can be released")
    options = parser.parse_args(argv)
    if _VERSION.fullmatch(options.version) is None:
        parser.error(f"{options.version!r} is no version: three numbers are one, such as 1.2.0")
    faults = [*of_files(root, options.version), *of_git(root, options.version)]
    # The tests take minutes: they are not asked while something else is amiss.
    faults = faults or of_checks(root)
    if faults:
        print(f"{options.version} cannot be released:", *faults, sep="\n- ", file=sys.stderr)
        return 1
    if options.check:
        print(f"{options.version} can be released.")
        return 0
    return release(root, options.version)


def of_files(root: Path, version: str) -> list[str]:
    """What the files say otherwise than that ``version`` comes out on one certain day."""
    faults = []
    own = program_version(root)
    if own != version:
        faults.append(f"{PROGRAM.as_posix()} says {own or 'no version'}.")
    days: dict[str, str] = {}
    for path, told in ((CHANGELOG, changelog_days(root)), (METADATA, metadata_days(root))):
        name = path.as_posix()
        if version not in told:
            newest = next(iter(told), "none")
            faults.append(f"{name} has no {version}; its newest is {newest}.")
        elif not is_day(told[version]):
            faults.append(f"{name} gives no day for {version}: one is written 2026-03-09.")
        else:
            days[name] = told[version]
    if len(set(days.values())) > 1:
        faults.append(f"The days differ: {', '.join(f'{n} {day}' for n, day in days.items())}.")
    if CHANGELOG.as_posix() in days and is_empty(root, version):
        faults.append(f"{CHANGELOG.as_posix()} says nothing about {version}.")
    return faults


def program_version(root: Path) -> str:
    """The version of the source, "" when it names none."""
    found = re.search(r'^__version__ = "([^"]+)"', _text(root / PROGRAM), re.MULTILINE)
    return found[1] if found else ""


def changelog_days(root: Path) -> dict[str, str]:
    """Version -> the day beside it, "" without one; newest first."""
    headings = _HEADING.findall(_text(root / CHANGELOG))
    return {version: day for version, day in headings if version != "Unreleased"}


def metadata_days(root: Path) -> dict[str, str]:
    """Version -> the day beside it, "" without one; newest first."""
    releases = ElementTree.parse(root / METADATA).iterfind("releases/release")
    return {release.get("version", ""): release.get("date", "") for release in releases}


def is_day(text: str) -> bool:
    """Whether it is a day as ISO 8601 writes one."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_empty(root: Path, version: str) -> bool:
    """Whether the changelog's part about ``version`` lists nothing."""
    _, _, after = _text(root / CHANGELOG).partition(f"## [{version}]")
    part = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    return re.search(r"^- \S", part, re.MULTILINE) is None


def of_git(root: Path, version: str, run: Run = subprocess.run) -> list[str]:
    """What in the checkout would make the tag say something else than is built."""
    faults = []
    changed = _git(root, run, "status", "--porcelain").splitlines()
    if changed:
        more = f" and {len(changed) - 5} more" if len(changed) > 5 else ""
        names = ", ".join(line[3:] for line in changed[:5])
        faults.append(f"Not committed: {names}{more}.")
    if _git(root, run, "tag", "--list", tag(version)).strip():
        faults.append(f"The tag {tag(version)} is there already.")
    return faults


def of_checks(root: Path, run: Run = subprocess.run) -> list[str]:
    """What of the two commands that check everything does not succeed."""
    faults = []
    for command in ("lint", "test"):
        print(f"./dev {command}", flush=True)
        if run([str(root / "dev"), command], cwd=root, check=False).returncode:
            faults.append(f"./dev {command} fails; what it said stands above.")
    return faults


def release(root: Path, version: str, run: Run = subprocess.run) -> int:
    """Tag, then build from what is tagged. Returns the exit code."""
    _git(root, run, "tag", "--annotate", tag(version), "--message", f"Supple {version}")
    built = run([str(root / "dev"), "package"], cwd=root, check=False).returncode
    if built:
        _git(root, run, "tag", "--delete", tag(version))
        print(f"Building failed, and the tag {tag(version)} is taken back.", file=sys.stderr)
        return 1
    print(f"{version} is tagged and built into dist. Nothing was pushed. To publish it:")
    print(f"  git push origin {tag(version)}")
    print(f"To take it back: git tag --delete {tag(version)}")
    return 0


def tag(version: str) -> str:
    """The tag's name."""
    return f"v{version}"


def _git(root: Path, run: Run, *argv: str) -> str:
    done = run(["git", *argv], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

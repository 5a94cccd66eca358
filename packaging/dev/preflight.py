"""Ask, before Qt starts, whether the system libraries it needs are there.

Qt aborts the whole process when its platform plugin cannot be loaded, and the
message it prints may name a library that is present. So `./dev` runs this
first. `ldd` decides *that* something is missing; what is then installed is a
fixed list, because a name of a library does not give the name of its package.

Exit codes: 0 everything is there (or was just installed), 3 something is
missing and the line that installs it was printed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

BASE_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",  # newer releases call it libglib2.0-0t64 and provide this name
    "libgssapi-krb5-2",
    "libxkbcommon0",
)
PLATFORM_PACKAGES = {
    "xcb": (
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-shape0",
        "libxkbcommon-x11-0",
    ),
    "wayland": ("libwayland-cursor0", "libwayland-egl1"),
}
VENV_PACKAGE = "python{}.{}-venv".format(*sys.version_info)

MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtSvg", "QtWidgets")


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platform plugins this environment may load, likeliest first."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return tuple(part.split(":", 1)[0] for part in chosen.split(";"))
    found = []
    if environ.get("WAYLAND_DISPLAY"):
        found.append("wayland")
    if environ.get("DISPLAY"):
        found.append("xcb")
    return tuple(found) or ("offscreen",)


def packages(names: Iterable[str]) -> tuple[str, ...]:
    """Every Debian package that Qt needs for these platform plugins."""
    wanted = set(BASE_PACKAGES)
    for name in names:
        wanted.update(PLATFORM_PACKAGES.get(name, ()))
    return tuple(sorted(wanted))


def objects(pyside: Path, names: Iterable[str]) -> list[Path]:
    """The shared objects that will be loaded and exist under the PySide6 folder."""
    found = [path for module in MODULES for path in pyside.glob(f"{module}.*.so")]
    plugins = pyside / "Qt" / "plugins" / "platforms"
    found += [path for name in names for path in plugins.glob(f"libq{name}*.so")]
    return found


def missing_in(ldd_output: str) -> set[str]:
    """The sonames that `ldd` could not find."""
    lines = (line.strip() for line in ldd_output.splitlines())
    return {line.split(" => ")[0] for line in lines if line.endswith("=> not found")}


def missing_libraries(paths: Iterable[Path]) -> set[str]:
    """Run `ldd` on the shared objects; a system without `ldd` is taken as complete."""
    files = [str(path) for path in paths]
    ldd = shutil.which("ldd")
    if ldd is None or not files:
        return set()
    done = subprocess.run([ldd, *files], capture_output=True, text=True, check=False)
    return missing_in(done.stdout)


@dataclass(frozen=True)
class Machine:
    """What decides how packages can be installed here."""

    root: bool
    apt: bool
    sudo: bool
    terminal: bool

    @classmethod
    def here(cls) -> Machine:
        return cls(
            root=os.geteuid() == 0,
            apt=shutil.which("apt-get") is not None,
            sudo=shutil.which("sudo") is not None,
            terminal=sys.stdin.isatty(),
        )


def commands(machine: Machine, wanted: Iterable[str]) -> list[list[str]] | None:
    """The commands that install the packages, or None when a person has to."""
    if not machine.apt:
        return None
    install = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    if machine.root:
        return [["apt-get", "update"], install]
    if machine.sudo and machine.terminal:
        return [["sudo", "apt-get", "update"], ["sudo", *install]]
    return None


def line_to_run(machine: Machine, wanted: Iterable[str]) -> str:
    """The one line that a person can run instead."""
    names = " ".join(wanted)
    if not machine.apt:
        return (
            "Install them with this system's package manager; Debian's names for the "
            f"packages are: {names}"
        )
    become = "sudo " if machine.sudo else ""
    line = f"apt-get update && {become}apt-get install -y --no-install-recommends {names}"
    return become + line if machine.sudo else f"su -c '{line}'"


def install(machine: Machine, wanted: tuple[str, ...]) -> bool:
    """Install the packages if this machine lets us; False when it did not work out."""
    steps = commands(machine, wanted)
    if steps is None:
        return False
    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in steps:
        say("Running: " + shlex.join(step))
        done = subprocess.run(step, env=environ, check=False, stdout=sys.stderr)
        if done.returncode and step[-1] != "update":
            return False
    return True


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def ensure_venv(machine: Machine) -> int:
    """Install the module that makes environments, and Qt's libraries in the same go."""
    wanted = (VENV_PACKAGE, *packages(platforms(os.environ)))
    say("Python's venv module is missing: this system keeps it in a package of its own.")
    if install(machine, wanted):
        return 0
    say("Run this line, then the command again:\n" + line_to_run(machine, wanted))
    return 3


def ensure_libraries(machine: Machine) -> int:
    """Install what Qt lacks on this system."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        say("PySide6 is not installed in this environment.")
        return 3
    names = platforms(os.environ)
    paths = objects(Path(spec.submodule_search_locations[0]), names)
    missing = missing_libraries(paths)
    if not missing:
        return 0
    wanted = packages(names)
    say("Qt needs system libraries that are not here: " + ", ".join(sorted(missing)))
    if install(machine, wanted):
        missing = missing_libraries(paths)
        if missing:
            say("Our list of packages does not bring these: " + ", ".join(sorted(missing)))
            say("Install the packages that hold them; `apt-file search NAME` finds a package.")
            return 3
        return 0
    say("Run this line, then the command again:\n" + line_to_run(machine, wanted))
    return 3


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check the system libraries that Qt needs.")
    parser.add_argument("--for-venv", action="store_true", help="the venv module is missing")
    options = parser.parse_args(argv)
    machine = Machine.here()
    return ensure_venv(machine) if options.for_venv else ensure_libraries(machine)


if __name__ == "__main__":
    sys.exit(main())

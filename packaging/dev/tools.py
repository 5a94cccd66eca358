"""Ask, before the tests, whether the programs are there that some of them need.

Those tests run the whole program on a sound server, a display or a session bus
of their own. Unlike Qt's libraries nothing stops without them: what cannot be
installed here is told once, with the line that does it, and pytest skips what
needs it. `./dev` decides where a skip is not good enough.

Exit code 0, always.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import preflight

PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-daemon": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "groff": "groff-base",
    "man": "man-db",
    "openbox": "openbox",
    "pactl": "pulseaudio-utils",
    "parec": "pulseaudio-utils",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pulseaudio": "pulseaudio",
    "update-mime-database": "shared-mime-info",
    "xdotool": "xdotool",
    "xmllint": "libxml2-utils",
    "xrandr": "x11-xserver-utils",
}
"""Program -> the Debian package it is in."""
FILES = {
    "usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/lib/*/libXss.so.1": "libxss1",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
}
"""File, from the root of the file system -> the Debian package it is in."""


def packages() -> tuple[str, ...]:
    """Every package the tests may need; what Qt needs for an X11 display is among them."""
    return tuple(sorted({*PROGRAMS.values(), *FILES.values(), *preflight.packages(["xcb"])}))


def missing(root: Path, which: Callable[[str], str | None] = shutil.which) -> set[str]:
    """Programs, packages of files, and libraries that are not here."""
    programs = {name for name in PROGRAMS if which(name) is None}
    files = {package for pattern, package in FILES.items() if not any(root.glob(pattern))}
    return programs | files | missing_libraries()


def missing_libraries() -> set[str]:
    """What Qt lacks to open a window on an X11 display."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return set()
    pyside = Path(spec.submodule_search_locations[0])
    return preflight.missing_libraries(preflight.objects(pyside, ["xcb"]))


def ensure(machine: preflight.Machine, lacking: Callable[[], set[str]]) -> None:
    """Install what is lacking, or tell the line that does."""
    found = lacking()
    if not found:
        return
    preflight.say("Tests of the whole program need what is not here: " + told(found))
    if preflight.install(machine, packages()):
        found = lacking()
        if not found:
            return
        preflight.say("Our list of packages does not bring these: " + told(found))
    preflight.say(
        "The tests that need them are skipped. To run them too, run this line first:\n"
        + preflight.line_to_run(machine, packages())
    )


def told(names: set[str]) -> str:
    return ", ".join(sorted(names))


def main() -> int:
    ensure(preflight.Machine.here(), lambda: missing(Path("/")))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Collect the licence of everything that a bundle carries, and list it.

A part whose licence cannot be found stops the packaging: nobody may pass it on.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path

TEXTS = Path(__file__).parents[1] / "licences"
GIVEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # Qt's packages name their licence and bring no text of it.
    "pyside6_essentials": ("LGPL-3.0-only", ("LGPL-3.txt", "GPL-3.txt")),
    "shiboken6": ("LGPL-3.0-only", ("LGPL-3.txt", "GPL-3.txt")),
    "espeakng-loader": ("GPL-3.0-or-later (espeak-ng)", ("GPL-3.txt",)),
}
"""Package -> licence and texts, where the package itself does not tell enough."""
BUILD_ONLY = frozenset(
    {"altgraph", "packaging", "pip", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools"}
)
"""In the environment the bundle is made from, but not in the bundle."""


class Unlicensed(Exception):
    """Parts without a licence text, by name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of somebody else."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    files: tuple[str, ...] = ()
    """Where it is in a bundle, as patterns; nothing for Python modules, which the program holds."""


def collect(parts: Iterable[Part], folder: Path) -> None:
    """Write every text into ``folder``, and a list of them all for people and for programs.

    Raises Unlicensed for parts without a text.
    """
    found = sorted(parts, key=lambda part: part.name.lower())
    bare = [part.name for part in found if not part.texts]
    if bare:
        raise Unlicensed(", ".join(bare))
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["# Third-party parts", "", "| part | version | licence |", "|---|---|---|"]
    for part in found:
        own = folder / part.name
        own.mkdir(exist_ok=True)
        for text in part.texts:
            shutil.copyfile(text, own / text.name)
        rows.append(f"| [{part.name}]({part.name}) | {part.version} | {part.licence} |")
    (folder / "README.md").write_text("\n".join(rows) + "\n", encoding="utf-8")
    listed = [{**asdict(part), "texts": [text.name for text in part.texts]} for part in found]
    (folder / "parts.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def python_parts(distributions: Iterable[metadata.Distribution]) -> list[Part]:
    """The packages of an environment, and Python itself."""
    parts = [_python()]
    for found in distributions:
        name = found.metadata["Name"].lower()
        if name in BUILD_ONLY or name == "supple":
            continue
        licence, given = GIVEN.get(name, ("", ()))
        texts = tuple(TEXTS / text for text in given) or tuple(_texts(found))
        licence = licence or _named(found)
        parts.append(Part(found.metadata["Name"], found.version, licence, texts, _places(found)))
    return parts


def resource_parts(resources: Path) -> list[Part]:
    """The font and the icons."""
    return [
        Part(
            *("Inter", "4.1", "OFL-1.1", (resources / "fonts" / "LICENSE-Inter.txt",)),
            ("_internal/supple/resources/fonts/*",),
        ),
        Part(
            *("Lucide icons", "", "ISC", (resources / "icons" / "LICENSE-lucide.txt",)),
            ("_internal/supple/resources/icons/*",),
        ),
    ]


def system_parts(libraries: Iterable[Path], root: Path = Path("/usr/share/doc")) -> list[Part]:
    """The Debian packages that ``libraries`` were taken from; none elsewhere."""
    if shutil.which("dpkg-query") is None:
        return []
    parts: dict[str, Part] = {}
    for library in libraries:
        package = _package_of(library.name)
        if not package:
            continue
        if package not in parts:
            text = root / package / "copyright"
            texts = (text,) if text.is_file() else ()
            parts[package] = Part(package, _version_of(package), "see the text", texts)
        part = parts[package]
        parts[package] = replace(part, files=(*part.files, f"_internal/{library.name}"))
    return list(parts.values())


def _python() -> Part:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    texts = (text,) if text.is_file() else ()
    files = ("_internal/libpython*", "_internal/python3*/*", "_internal/base_library.zip")
    return Part("Python", sysconfig.get_python_version(), "PSF-2.0", texts, files)


def _places(found: metadata.Distribution) -> tuple[str, ...]:
    """The folders and libraries at the top of a package."""
    tops = {(file.parts[0], len(file.parts) > 1) for file in found.files or ()}
    inside = (f"_internal/{top}{'/*' if is_folder else ''}" for top, is_folder in tops)
    return tuple(sorted(place for place in inside if "/.." not in place))


def _texts(found: metadata.Distribution) -> Iterable[Path]:
    for file in found.files or ():
        inside = file.parts[0].endswith(".dist-info")
        if inside and any(word in file.name.upper() for word in ("LICENSE", "LICENCE", "COPYING")):
            yield Path(str(found.locate_file(file)))


def _named(found: metadata.Distribution) -> str:
    for field in ("License-Expression", "License"):
        told = found.metadata.get_all(field)
        if told:
            return str(told[0]).partition("\n")[0][:80]
    return "see the text"


def _package_of(library: str) -> str:
    done = subprocess.run(
        ["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False
    )
    return done.stdout.partition(":")[0].partition(",")[0].strip()


def _version_of(package: str) -> str:
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.partition("\n")[0]

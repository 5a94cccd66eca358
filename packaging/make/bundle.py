"""The program with its Python in one folder, made by PyInstaller from the wheel."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

import licences
import runpath
import trim

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "packaging" / "pyinstaller" / "supple.spec"
CONSTRAINTS = ROOT / "constraints.txt"
PYINSTALLER = "pyinstaller"
SELF_TEST = ("voice  ", "PySide6_Essentials  ", "miniaudio  ", "history  ")
"""Lines of the self-test that have to say yes in the bundle."""

PATIENCE_S = 120
VOICE = Path("_internal/espeakng_loader/libespeak-ng.so")
"""A system with a voice of its own would not let the self-test miss it."""


FIXED_TIME = 1580601600
"""2 February 2020, the time that the wheel's tool gives its files, too."""


class Broken(Exception):
    """The bundle was made and does not work. Says what."""


def build(wheel: Path, work: Path) -> Path:
    """The bundle's folder, below ``work``. Raises Broken, and CalledProcessError."""
    python = environment(wheel, work / "venv")
    made = work / "app"
    pyinstaller = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(made), "--workpath", str(work / "pyinstaller")]
    subprocess.run([*pyinstaller, *places, str(SPEC)], check=True, cwd=work, env=steady())
    folder = made / "supple"
    inner = folder / "_internal"
    if sys.platform == "linux":
        freed = trim.trim(inner)
        for library in trim.elves(inner):
            runpath.clean(library)
        print(f"trimmed {freed / 1e6:.0f} MB")
    add_licences(folder, python)
    check(folder, work / "profile")
    return folder


def environment(wheel: Path, folder: Path) -> Path:
    """An environment with nothing but the wheel, what it needs, and PyInstaller."""
    if not (folder / "pyvenv.cfg").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*install, "--constraint", str(CONSTRAINTS), "--force-reinstall", "--no-deps", str(wheel)],
        check=True,
    )
    subprocess.run(
        [*install, "--constraint", str(CONSTRAINTS), str(wheel), PYINSTALLER], check=True
    )
    return python


def add_licences(folder: Path, python: Path) -> None:
    """Every licence of what is in the bundle. Raises licences.Unlicensed."""
    from importlib import metadata

    libraries = [path for path in trim.elves(folder / "_internal") if path.name.startswith("lib")]
    parts = [
        *licences.python_parts(metadata.distributions(path=[str(_packages(python))])),
        *licences.resource_parts(ROOT / "resources"),
        *licences.system_parts(p for p in libraries if _is_the_systems(p)),
    ]
    licences.collect(parts, folder / "licences")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")


def _is_the_systems(library: Path) -> bool:
    return library.parent.name == "_internal" and not library.name.startswith("libpython")


def _packages(python: Path) -> Path:
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def check(folder: Path, profile: Path) -> None:
    """Ask the bundle about itself. Raises Broken."""
    if sys.platform == "linux" and not (folder / VOICE).exists():
        raise Broken(f"{VOICE} did not come along")
    program = folder / ("supple-cli.exe" if sys.platform == "win32" else "supple")
    try:
        said = subprocess.run(
            [str(program), "--profile", str(profile), "doctor"],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
            env=_bare_environment(),
        )
    except subprocess.TimeoutExpired:
        raise Broken(f"the bundle's self-test took more than {PATIENCE_S} s") from None
    lines = said.stdout.splitlines()
    for wanted in SELF_TEST:
        if not any(line.startswith(f"yes  {wanted}") for line in lines):
            told = [line for line in lines if wanted.strip() in line] or [said.stderr[-400:]]
            raise Broken(f"the bundle's self-test: {' '.join(told)}")


def pack(folder: Path, target: Path) -> Path:
    """``folder`` as an archive; links and modes are kept, who made it and when are not."""
    with tarfile.open(target, "w:xz") as archive:
        for path in (folder, *sorted(folder.rglob("*"))):
            inside = Path("supple") / path.relative_to(folder)
            archive.add(path, str(inside), recursive=False, filter=_nobodys)
    return target


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = int(steady()["SOURCE_DATE_EPOCH"])
    return member


def steady() -> dict[str, str]:
    """An environment in which two builds of one state give the same bytes."""
    return {"SOURCE_DATE_EPOCH": str(_source_time()), **os.environ, "PYTHONHASHSEED": "1"}


@cache
def _source_time() -> int:
    """When the last change was committed; a fixed day where there is no repository."""
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(done.stdout) if done.stdout.strip().isdigit() else FIXED_TIME


def archive_name(version: str) -> str:
    """Such as ``supple-0.1.0-linux-x86_64.tar.xz``."""
    return f"supple-{version}-{sys.platform}-{platform.machine().lower()}.tar.xz"


def _bare_environment() -> dict[str, str]:
    """Nothing of the environment it was made in."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
    inherited = {name: os.environ[name] for name in kept if name in os.environ}
    return {**inherited, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}

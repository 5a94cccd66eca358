from __future__ import annotations

import ctypes
import shutil
import subprocess
from pathlib import Path

import pytest
import runpath

FOREIGN = "/home/somebody/lib"

pytestmark = pytest.mark.skipif(
    shutil.which("gcc") is None or shutil.which("readelf") is None,
    reason="builds a library to look at",
)


def library(folder: Path, *flags: str) -> Path:
    source = folder / "answer.c"
    source.write_text("int answer(void) { return 42; }\n", encoding="utf-8")
    path = folder / "libanswer.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", str(path), str(source), *flags], check=True)
    return path


def dynamic(path: Path) -> str:
    done = subprocess.run(["readelf", "-dW", str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("tags", ["--enable-new-dtags", "--disable-new-dtags"])
def test_a_strangers_folder_is_taken_out(tmp_path: Path, tags: str) -> None:
    path = library(tmp_path, f"-Wl,{tags},-rpath,{FOREIGN}")
    before = dynamic(path)
    assert FOREIGN in before
    assert runpath.clean(path) == FOREIGN
    after = dynamic(path)
    assert "PATH" not in after
    assert len(after.splitlines()) == len(before.splitlines()) - 1
    assert ctypes.CDLL(str(path)).answer() == 42


@pytest.mark.parametrize("flags", [(), ("-Wl,-rpath,$ORIGIN/../lib:$ORIGIN",)])
def test_a_library_without_one_stays_as_it_is(tmp_path: Path, flags: tuple[str, ...]) -> None:
    path = library(tmp_path, *flags)
    before = path.read_bytes()
    assert runpath.clean(path) == ""
    assert path.read_bytes() == before


def test_what_is_no_library_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "text.so"
    path.write_bytes(b"GROUP ( libc.so )\n")
    assert runpath.clean(path) == ""
    assert path.read_bytes() == b"GROUP ( libc.so )\n"

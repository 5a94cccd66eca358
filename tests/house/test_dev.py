"""`./dev` against stand-ins for Python and uv that only write down how they were called."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell script")

ROOT = Path(__file__).parents[2]

PYTHON = """#!/bin/sh
case $1 in
    -c) case $2 in
            *"import ensurepip"*) exit "${ENSUREPIP:-0}" ;;
            *print*) echo "${VERSION:-3.12.1}" ;;
            *) exit "${TOO_OLD:-0}" ;;
        esac ;;
    packaging/dev/preflight.py)
        echo "preflight $2" >>"$LOG"
        exit "${PREFLIGHT:-0}" ;;
    -m) echo "$*" >>"$LOG"
        if [ "$2" = pytest ]; then
            echo "tools ${SUPPLE_TEST_TOOLS:-optional}" >&2
            echo "3 passed in 0.01s"
            exit "${TESTS:-0}"
        fi
        if [ "$2" = venv ]; then
            mkdir -p "$3/bin"
            cp "$0" "$3/bin/python"
            touch "$3/pyvenv.cfg"
        fi ;;
    *) echo "$*" >>"$LOG" ;;
esac
"""
UV = """#!/bin/sh
echo "uv $*" >>"$LOG"
if [ "$1" = venv ]; then
    for folder; do :; done
    mkdir -p "$folder/bin"
    cp "$PYTHON" "$folder/bin/python"
    touch "$folder/pyvenv.cfg"
fi
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


def executable(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def dev(tmp_path: Path, log: Path) -> Run:
    tools = tmp_path / "tools"
    tools.mkdir()
    python = executable(tools / "the-python", PYTHON)

    def run(
        *args: str, environ: Mapping[str, str] | None = None, script: str = "dev"
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(ROOT / script), *args],
            env={
                "PATH": f"{tools}:/usr/bin:/bin",
                "HOME": str(tmp_path),
                "LOG": str(log),
                "PYTHON": str(python),
                "SUPPLE_VENV": str(tmp_path / "venv"),
                **(environ or {}),
            },
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def calls(log: Path) -> list[str]:
    lines = log.read_text().splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return lines


def test_help_names_every_command(dev: Run) -> None:
    done = dev()
    assert done.returncode == 0
    for command in (
        "run",
        "test",
        "lint",
        "bench",
        "screenshots",
        "pictures",
        "package",
        "release",
    ):
        assert f"\n  {command}" in done.stdout


def test_an_unknown_command_is_wrong_usage(dev: Run, log: Path) -> None:
    assert dev("fly").returncode == 2
    assert calls(log) == []


def test_the_first_run_prepares_and_the_second_starts_at_once(dev: Run, log: Path) -> None:
    first = dev("run", "--", "--start", "desk break")
    assert first.returncode == 0, first.stderr
    assert "Preparing" in first.stderr
    *prepared, started = calls(log)
    assert any("-m pip install" in call and "constraints.txt" in call for call in prepared)
    assert started == "-m supple --start desk break"

    second = dev("run", "--", "--start", "desk break")
    assert second.stderr == ""
    assert calls(log) == ["-m supple --start desk break"]


def test_other_requirements_update_the_environment_they_find(
    dev: Run, log: Path, tmp_path: Path
) -> None:
    dev("run")
    stamp = tmp_path / "venv" / "supple-installed"
    place, _ = stamp.read_text().splitlines()
    stamp.write_text(f"{place}\nanother checksum\n")
    calls(log)
    dev("run")
    lines = calls(log)
    assert any("-m pip install" in call for call in lines)
    assert not any("-m venv" in call for call in lines)


def test_an_environment_that_was_moved_is_made_anew(dev: Run, log: Path, tmp_path: Path) -> None:
    dev("run")
    stamp = tmp_path / "venv" / "supple-installed"
    place, key = stamp.read_text().splitlines()
    stamp.write_text(f"{place}-elsewhere\n{key}\n")
    calls(log)
    dev("run")
    assert any("-m venv" in call for call in calls(log))


def test_uv_is_used_where_it_is_found(dev: Run, log: Path, tmp_path: Path) -> None:
    executable(tmp_path / "tools" / "uv", UV)
    dev("test", "-k", "x y")
    lines = calls(log)
    assert [line.split()[1] for line in lines[:2]] == ["venv", "pip"]
    assert not any("-m pip" in line for line in lines)
    assert lines[-1] == "-m pytest -k x y"


def test_a_missing_venv_module_stops_before_anything_is_made(
    dev: Run, log: Path, tmp_path: Path
) -> None:
    done = dev("run", environ={"ENSUREPIP": "1", "PREFLIGHT": "3"})
    assert done.returncode == 3
    assert calls(log) == ["preflight --for-venv"]
    assert not (tmp_path / "venv").exists()


def test_missing_libraries_stop_the_start_with_code_3(dev: Run, log: Path) -> None:
    done = dev("run", environ={"PREFLIGHT": "3"})
    assert done.returncode == 3
    assert calls(log)[-1] == "preflight "
    # The bad answer is not remembered.
    assert dev("run").returncode == 0


TOOLS = "packaging/dev/tools.py"


def test_the_tests_ask_once_for_the_programs_they_need(dev: Run, log: Path) -> None:
    assert dev("test").stderr.splitlines()[-1] == "tools optional"
    assert TOOLS in calls(log)
    dev("test")
    assert calls(log) == ["-m pytest"]
    dev("run")
    assert TOOLS not in calls(log)


@pytest.mark.parametrize(("user", "needed"), [("0", "required"), ("1000", "optional")])
def test_ci_needs_every_program_where_it_can_install_them(
    dev: Run, log: Path, tmp_path: Path, user: str, needed: str
) -> None:
    executable(tmp_path / "tools" / "id", f"#!/bin/sh\necho {user}\n")
    executable(tmp_path / "tools" / "apt-get", "#!/bin/sh\nexit 1\n")
    for _ in range(2):
        assert dev("test", environ={"CI": "true"}).stderr.splitlines()[-1] == f"tools {needed}"
    # Looked for each time: nobody would notice what has gone since.
    assert calls(log).count(TOOLS) == (2 if needed == "required" else 1)


def test_the_core_is_tested_without_qt_and_without_its_libraries(dev: Run, log: Path) -> None:
    done = dev("test", "core", "-x", environ={"PREFLIGHT": "3"})
    assert done.returncode == 0
    *before, last = calls(log)
    assert last == "-m pytest tests/core -p no:pytest-qt -x"
    assert TOOLS not in before


def test_a_python_that_is_too_old_is_told_by_its_version(dev: Run) -> None:
    done = dev("run", environ={"TOO_OLD": "1", "VERSION": "3.10.12"})
    assert done.returncode == 3
    assert "3.10.12" in done.stderr
    assert "3.11 or newer" in done.stderr


def test_a_folder_that_is_no_environment_is_left_alone(dev: Run, tmp_path: Path) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "thesis.txt").write_text("mine")
    assert dev("run").returncode == 3
    assert (tmp_path / "venv" / "thesis.txt").read_text() == "mine"


def test_an_unknown_bench_is_wrong_usage_and_lists_what_there_is(dev: Run) -> None:
    done = dev("bench", "nosuch")
    assert done.returncode == 2
    assert "start" in done.stderr


@pytest.mark.parametrize(
    ("asked", "called"),
    [((), "bench/all.py"), (("start", "--rounds", "3"), "bench/start.py --rounds 3")],
)
def test_a_bench_is_run_by_name_and_all_of_them_without_one(
    dev: Run, log: Path, asked: tuple[str, ...], called: str
) -> None:
    assert dev("bench", *asked).returncode == 0
    assert calls(log)[-1] == called


def test_a_release_is_left_to_its_script(dev: Run, log: Path) -> None:
    assert dev("release", "1.2.0", "--check").returncode == 0
    assert calls(log)[-1] == "packaging/make/release.py 1.2.0 --check"


CHECKERS = ("ruff", "mypy", "lint-imports")


@pytest.mark.parametrize(
    ("lint", "tests", "expected"), [("0", "0", 0), ("1", "0", 1), ("0", "5", 5), ("1", "5", 5)]
)
def test_ci_runs_both_and_ends_with_the_closing_line(
    dev: Run, tmp_path: Path, lint: str, tests: str, expected: int
) -> None:
    dev("run")
    for name in CHECKERS:
        executable(tmp_path / "venv" / "bin" / name, f"#!/bin/sh\nexit {lint}\n")
    done = dev(script=".ci/run", environ={"TESTS": tests})
    assert done.returncode == expected
    assert done.stdout.splitlines()[-1] == "3 passed in 0.01s"
    assert ("lint: all good" in done.stderr) is (lint == "0")


def test_the_script_is_executable_and_knows_no_bash(tmp_path: Path) -> None:
    assert os.access(ROOT / "dev", os.X_OK)
    assert (ROOT / "dev").read_text().startswith("#!/bin/sh\n")

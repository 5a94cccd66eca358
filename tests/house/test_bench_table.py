"""The table of all benches, with stand-ins for the benches."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
GOOD = """
import sys
sys.path.insert(0, {bench!r})
from _measure import row
row("length " + " ".join(sys.argv[1:]), "3 s", "a ruler", "2 s", "<= 4 s")
row("width", "9 s", "a ruler", "2 s", "<= 4 s", False)
sys.exit(1)
"""
STARTS_ANOTHER = """
import signal, subprocess, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
hold = "import fcntl, sys, time; file = open(sys.argv[1], 'w'); "
hold += "fcntl.flock(file, fcntl.LOCK_EX); time.sleep(600)"
subprocess.run([sys.executable, "-c", hold, {held!r}])
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with its benches in a folder of the test."""
    spec = importlib.util.spec_from_file_location("bench_all", ROOT / "bench" / "all.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bench_all", module)
    spec.loader.exec_module(module)
    for bench in module.BENCHES:
        assert (ROOT / "bench" / f"{bench.name}.py").is_file()
    (tmp_path / "bench").mkdir()
    good = GOOD.format(bench=str(ROOT / "bench"))
    (tmp_path / "bench" / "good.py").write_text(good)
    (tmp_path / "bench" / "bad.py").write_text("print('no ruler here')\nraise SystemExit(3)\n")
    (tmp_path / "bench" / "slow.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_a_goal_that_is_missed_is_a_line_like_any_other(table: ModuleType) -> None:
    bench = table.Bench("good", ("--rounds", "9"), ("--rounds", "1"))
    rows = table.rows_of(bench, quick=False)
    assert [row.cells() for row in rows] == [
        ("length --rounds 9", "3 s", "a ruler", "2 s", "<= 4 s"),
        ("width", "9 s", "a ruler", "2 s", "<= 4 s: missed"),
    ]
    assert table.rows_of(bench, quick=True)[0].what == "length --rounds 1"


def test_a_bench_that_fails_leaves_a_line_with_its_reason(table: ModuleType) -> None:
    (row,) = table.rows_of(table.Bench("bad"), quick=False)
    assert row.cells() == ("bad", "not measured", "no ruler here", "", "")
    (row,) = table.rows_of(table.Bench("gone"), quick=False)
    assert row.ours == "not measured"


def test_a_bench_that_hangs_is_given_up(table: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LIMIT_S", 0.3)
    (row,) = table.rows_of(table.Bench("slow"), quick=False)
    assert row.cells() == ("slow", "not measured", "took more than 0.3 s", "", "")


def test_a_bench_that_breaks_off_in_the_middle_is_told_of_as_well(table: ModuleType) -> None:
    good = table.ROOT / "bench" / "good.py"
    good.write_text(good.read_text().replace("sys.exit(1)", "raise RuntimeError('out of wool')"))
    *measured, last = table.rows_of(table.Bench("good"), quick=False)
    assert [row.ours for row in measured] == ["3 s", "9 s"]
    assert last.cells() == ("good", "not measured", "RuntimeError: out of wool", "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="a process has no family there")
def test_nothing_that_a_bench_started_outlives_it(
    table: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(table, "LIMIT_S", 2)
    monkeypatch.setattr(table, "TIDY_S", 1)
    held = tmp_path / "held"
    (tmp_path / "bench" / "slow.py").write_text(STARTS_ANOTHER.format(held=str(held)))
    (row,) = table.rows_of(table.Bench("slow"), quick=False)
    assert row.ours == "not measured"
    with held.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # waits for ever while the other lives


def test_the_others_go_on_and_the_table_lines_up(
    table: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table, "BENCHES", (table.Bench("bad"), table.Bench("good")))
    monkeypatch.setattr(sys, "argv", ["all.py"])
    assert table.main() == 1
    where, _, *lines = capsys.readouterr().out.splitlines()
    assert "cores" in where
    assert len(lines) == 5
    assert len({len(line) for line in lines}) == 1
    assert all(line.count("|") == 6 for line in lines)

    monkeypatch.setattr(sys, "argv", ["all.py", "good"])
    assert table.main() == 0


def test_without_the_table_a_bench_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    measure = importlib.import_module("_measure")
    monkeypatch.delenv("SUPPLE_BENCH_ROWS", raising=False)
    monkeypatch.chdir(tmp_path)
    measure.row("length", "3 s", "a ruler", "2 s")
    assert list(tmp_path.iterdir()) == []


def test_the_table_goes_between_its_marks_and_nothing_else_moves(
    table: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nAfter\n")
    monkeypatch.setattr(sys, "argv", ["all.py", "good", "--write", str(page)])
    monkeypatch.setattr(table, "BENCHES", (table.Bench("good"),))
    for _ in range(2):
        assert table.main() == 0
        text = page.read_text()
        assert text.startswith("Before\n\n<!-- bench -->\n\nMeasured 2")
        assert text.endswith("|\n\n<!-- /bench -->\n\nAfter\n")
        assert text.count("| width ") == 1
        assert "old" not in text


def test_a_page_without_marks_is_left_alone(table: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- bench -->\n")
    with pytest.raises(SystemExit, match="has no"):
        table.write(page, ["row"])
    assert page.read_text() == "Before\n<!-- bench -->\n"


def test_the_readme_has_the_marks(table: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [readme.count(mark) for mark in table.MARKS] == [1, 1]

"""The list of trials names tests and benches there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "trials.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.startswith("| ")]
TRIALS = [row for row in ROWS if row[0].strip() != "trial"]
TEST = re.compile(r"`(tests/[\w/.]+)::(\w+)`")
BENCH = re.compile(r"bench `(\w+)(?: (\w+))?`")


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", TRIALS, ids=[row[0].strip()[:50] for row in TRIALS])
def test_every_trial_is_shown_somewhere(row: list[str]) -> None:
    trial, expected, shown = (part.strip() for part in row)
    assert trial
    assert expected
    found = [*TEST.findall(shown), *BENCH.findall(shown)]
    assert found
    # Nothing but these names stands there, so none is passed over by its writing.
    assert re.sub(r"[,\s]", "", BENCH.sub("", TEST.sub("", shown))) == ""


def test_every_test_named_is_there() -> None:
    named = TEST.findall(PAGE)
    assert len(named) > 30
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists() or test not in functions(ROOT / file)
    ]
    assert missing == []


def test_every_bench_named_is_there() -> None:
    named = BENCH.findall(PAGE)
    assert [name for name, _ in named if not (ROOT / "bench" / f"{name}.py").exists()] == []
    parts = {part for name, part in named if name == "fire"}
    assert parts == {"hours", "mutants", "starts", "real"}
    fire = (ROOT / "bench" / "fire.py").read_text(encoding="utf-8")
    assert parts <= functions(ROOT / "bench" / "fire.py")
    assert [part for part in parts if f'"{part}": {part}' not in fire] == []


def test_every_trial_of_the_whole_program_stands_in_the_list() -> None:
    written = {name for name in functions(ROOT / "tests/e2e/test_trials.py") if name[:5] == "test_"}
    named = {test for file, test in TEST.findall(PAGE) if file == "tests/e2e/test_trials.py"}
    assert written == named

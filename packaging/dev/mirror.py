"""Check that the test tree mirrors the source tree, in both directions.

`app/supple/<room>/x.py` with logic in it has `tests/<room>/test_x.py`, and
every test file has the module it is named after. A newcomer then always knows
where the tests of a file are, and a test cannot outlive its module unseen.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

# Source folder -> the folder of its tests.
TREES = {"app/supple": "tests", "packaging/dev": "tests/packaging/dev"}

# Source files that need no test file of their own, each with the reason.
WITHOUT_TEST = {
    "app/supple/__main__.py": "two lines; every end-to-end test starts the program through it",
}

# Test files and folders that mirror no module, each with the reason.
WITHOUT_MODULE = {
    "tests/house/": "about the repository as a whole: requirements, contracts, ./dev",
    "tests/e2e/": "about the whole program, run as a process",
}


def has_logic(source: str) -> bool:
    """True if any function in the source does more than declare itself."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(
        not _is_declaration(statement)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, functions)
        for statement in node.body
    )


def _is_declaration(statement: ast.stmt) -> bool:
    """A docstring, `...` or `pass`: the body of a protocol's method."""
    if isinstance(statement, ast.Pass):
        return True
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def test_of(module: Path) -> Path:
    """The test file's place for a module's, both without their tree's folder."""
    return module.with_name(f"test_{module.stem.strip('_')}.py")


def _modules(root: Path, tree: str) -> Iterator[Path]:
    return (path for path in sorted((root / tree).rglob("*.py")))


def _exempt(path: str, exemptions: dict[str, str]) -> bool:
    return any(
        path == known or (known.endswith("/") and path.startswith(known)) for known in exemptions
    )


def problems(root: Path) -> list[str]:
    """Everything that breaks the mirror under this folder, one line each."""
    found: list[str] = []
    expected: set[str] = set()
    for tree, tests in TREES.items():
        for path in _modules(root, tree):
            module = path.relative_to(root).as_posix()
            test = (Path(tests) / test_of(path.relative_to(root / tree))).as_posix()
            expected.add(test)
            if (root / test).exists() or _exempt(module, WITHOUT_TEST):
                continue
            if has_logic(path.read_text(encoding="utf-8")):
                found.append(f"{module}: no test file; it belongs in {test}")
    for path in sorted((root / "tests").rglob("test_*.py")):
        test = path.relative_to(root).as_posix()
        if test not in expected and not _exempt(test, WITHOUT_MODULE):
            found.append(f"{test}: no module of that name; rename it after the one it tests")
    found += [
        f"{name}: listed as an exemption but not there"
        for name in WITHOUT_TEST
        if not (root / name).exists()
    ]
    return found


def main() -> int:
    found = problems(Path.cwd())
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

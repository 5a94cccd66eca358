"""Check that the test tree mirrors the source tree, in both directions.

`app/supple/<room>/x.py` with logic in it has `tests/<room>/test_x.py`, and
every test file has the module it is named after. A newcomer then always knows
where the tests of a file are, and a test cannot outlive its module unseen.
The exemptions stand in `mirror.toml`, each with its reason.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

# Source folder -> the folder of its tests.
TREES = {
    "app/supple": "tests",
    "packaging/dev": "tests/packaging/dev",
    "packaging/make": "tests/packaging/make",
    "packaging/pyinstaller": "tests/packaging/pyinstaller",
}
EXEMPTIONS = Path(__file__).with_name("mirror.toml")


@dataclass(frozen=True)
class Exemptions:
    """Paths from the root, with slashes; a folder ends in one."""

    without_test: dict[str, str] = field(default_factory=dict)
    """Source file -> reason."""
    without_module: dict[str, str] = field(default_factory=dict)
    """Test file or folder -> reason."""
    covered_by: dict[str, list[str]] = field(default_factory=dict)
    """Test file -> the source files it looks at together."""

    @classmethod
    def read(cls, path: Path) -> Exemptions:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(**{name.replace("-", "_"): table for name, table in tables.items()})

    def modules(self) -> set[str]:
        return set(self.without_test).union(*self.covered_by.values())

    def allows_test(self, test: str) -> bool:
        return test in self.covered_by or any(
            test == known or (known.endswith("/") and test.startswith(known))
            for known in self.without_module
        )

    def gone(self, root: Path) -> list[str]:
        """One line for each file that is listed but not there; a folder may yet come."""
        listed = [*self.modules(), *self.without_module, *self.covered_by]
        return [
            f"{name}: listed in {EXEMPTIONS.name} but not there"
            for name in sorted(listed)
            if not name.endswith("/") and not (root / name).exists()
        ]


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


def _pairs(root: Path) -> Iterable[tuple[str, str]]:
    """Every module, and where its test file belongs."""
    for tree, tests in TREES.items():
        for path in sorted((root / tree).rglob("*.py")):
            test = Path(tests) / test_of(path.relative_to(root / tree))
            yield path.relative_to(root).as_posix(), test.as_posix()


def problems(root: Path, exemptions: Exemptions) -> list[str]:
    """Everything that breaks the mirror under this folder, one line each."""
    pairs = list(_pairs(root))
    exempt = exemptions.modules()
    found = [
        f"{module}: no test file; it belongs in {test}"
        for module, test in pairs
        if not (root / test).exists()
        and module not in exempt
        and has_logic((root / module).read_text(encoding="utf-8"))
    ]
    expected = {test for _, test in pairs}
    for path in sorted((root / "tests").rglob("test_*.py")):
        test = path.relative_to(root).as_posix()
        if test not in expected and not exemptions.allows_test(test):
            found.append(f"{test}: no module of that name; rename it after the one it tests")
    return found + exemptions.gone(root)


def main() -> int:
    found = problems(Path.cwd(), Exemptions.read(EXEMPTIONS))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

from __future__ import annotations

from pathlib import Path

import mirror
import pytest

CODE = "def f() -> int:\n    return 1\n"
EXEMPT = mirror.Exemptions(
    without_test={"app/supple/__main__.py": "starts the program"},
    without_module={"tests/house/": "the repository", "tests/e2e/": "the program"},
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for path, text in {
        "app/supple/__main__.py": CODE,
        "app/supple/core/plan.py": CODE,
        "app/supple/ui/session/page.py": CODE,
        "app/supple/core/port.py": 'class P:\n    def f(self) -> None:\n        """Says."""\n',
        "tests/core/test_plan.py": "",
        "tests/ui/session/test_page.py": "",
        "tests/house/test_anything.py": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_a_mirrored_tree_has_no_problems(tree: Path) -> None:
    assert mirror.problems(tree, EXEMPT) == []


def test_a_module_without_tests_is_named_with_the_place_for_them(tree: Path) -> None:
    (tree / "tests/ui/session/test_page.py").unlink()
    assert mirror.problems(tree, EXEMPT) == [
        "app/supple/ui/session/page.py: no test file; it belongs in tests/ui/session/test_page.py"
    ]


def test_a_test_without_its_module_is_named(tree: Path) -> None:
    (tree / "app/supple/core/plan.py").unlink()
    (found,) = mirror.problems(tree, EXEMPT)
    assert found.startswith("tests/core/test_plan.py: no module of that name")


def test_a_test_in_the_wrong_room_counts_for_nothing(tree: Path) -> None:
    (tree / "tests/core/test_plan.py").rename(tree / "tests/ui/test_plan.py")
    assert len(mirror.problems(tree, EXEMPT)) == 2


def test_parts_may_be_covered_together(tree: Path) -> None:
    (tree / "app/supple/ui/session/page.py").rename(tree / "app/supple/ui/session/bar.py")
    assert len(mirror.problems(tree, EXEMPT)) == 2
    together = mirror.Exemptions(
        EXEMPT.without_test,
        EXEMPT.without_module,
        {"tests/ui/session/test_page.py": ["app/supple/ui/session/bar.py"]},
    )
    assert mirror.problems(tree, together) == []


def test_an_exemption_for_a_file_that_is_gone_is_a_problem(tree: Path) -> None:
    (tree / "app/supple/__main__.py").unlink()
    assert mirror.problems(tree, EXEMPT) == [
        "app/supple/__main__.py: listed in mirror.toml but not there"
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("X = 1\n", False),
        ("class A:\n    x: int = 1\n", False),
        ("class P:\n    def f(self) -> int: ...\n", False),
        ("class P:\n    async def f(self) -> int:\n        return 2\n", True),
        (CODE, True),
    ],
)
def test_logic_is_a_function_that_does_something(source: str, expected: bool) -> None:
    assert mirror.has_logic(source) is expected


def test_our_own_exemptions_can_be_read() -> None:
    ours = mirror.Exemptions.read(mirror.EXEMPTIONS)
    assert "app/supple/__main__.py" in ours.modules()
    assert ours.allows_test("tests/house/test_dev.py")

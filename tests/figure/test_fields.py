from __future__ import annotations

from typing import Any

import pytest

from supple.core.format_findings import Findings
from supple.figure.fields import Fields


def _read(value: Any) -> tuple[Fields, Findings]:
    findings = Findings()
    return Fields(value, ("top",), findings), findings


def _paths(findings: Findings) -> list[str]:
    return [problem.path for problem in findings.problems()]


@pytest.mark.parametrize("value", [None, 3, "x", [], True])
def test_what_is_no_object_is_said_once_and_reads_as_empty(value: Any) -> None:
    fields, findings = _read(value)
    assert not fields.ok
    assert fields.number("n", 5) == 5
    assert _paths(findings) == ["top"]


@pytest.mark.parametrize("value", ["5", None, True, [5], float("nan"), 1e9, -11, 10**400])
def test_a_wrong_number_is_named_and_becomes_the_default(value: Any) -> None:
    fields, findings = _read({"n": value, "fine": 1})
    assert fields.number("n", None, -10, 10) == 0
    assert _paths(findings) == ["top.n"]


def test_a_missing_field_takes_its_default_and_a_required_one_is_missed() -> None:
    fields, findings = _read({})
    assert fields.number("n", 7) == 7
    assert fields.text("t", "") == ""
    assert fields.pair("p", (1, 2)) == (1, 2)
    assert not fields.flag("f")
    assert fields.items("l") == []
    assert _paths(findings) == []
    fields.text("t")
    fields.numbers("box", 4)
    assert _paths(findings) == ["top.t", "top.box"]


def test_a_choice_says_what_may_be_chosen() -> None:
    fields, findings = _read({"kind": "sofa"})
    assert fields.choice("kind", ("", "mat", "chair"), "mat") == "mat"
    assert findings.problems()[0].mend == "Use one of: chair, mat."


def test_items_of_lists_have_their_index_in_the_path() -> None:
    fields, findings = _read({"p": [1, "x"], "l": [{}, 4]})
    assert fields.numbers("p", 2) == (1, 0)
    assert len(fields.items("l")) == 2
    assert _paths(findings) == ["top.p[1]", "top.l[1]"]


def test_a_table_knows_its_names_and_their_bounds() -> None:
    fields, findings = _read({"joints": {"near.hip": 10, "near.hipp": 1, "far.hip": 999}})
    found = fields.table("joints", {"near.hip": (0, 90), "far.hip": (0, 90)})
    assert found["near.hip"] == 10
    assert _paths(findings) == ['top.joints["near.hipp"]', 'top.joints["far.hip"]']


def test_what_nobody_read_is_unknown() -> None:
    fields, findings = _read({"a": 1, "b": 2})
    fields.number("a")
    fields.done()
    assert _paths(findings) == ["top.b"]


def test_flags_and_lists_of_the_wrong_kind() -> None:
    fields, findings = _read({"f": "yes", "l": {}})
    assert not fields.flag("f")
    assert fields.listed("l") == []
    assert _paths(findings) == ["top.f", "top.l"]

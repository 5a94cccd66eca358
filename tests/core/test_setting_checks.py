from __future__ import annotations

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import setting_checks as check


class Fruit(StrEnum):
    FIG = "fig"
    PLUM = "plum"


def test_good_values_come_back_as_their_own_type() -> None:
    assert check.word(Fruit)("plum") is Fruit.PLUM
    assert isinstance(check.part(1), float)
    assert isinstance(check.one_of((1.0, 2.0))(2), float)
    assert check.whole(range(2, 8))(7) == 7
    assert check.kinds(("a", "b"))(["b"]) == ("b",)
    assert check.one_number((5, 15))(15) == 15
    assert check.texts(int, "1", range(3))(["1", "2"]) == ("1", "2")
    assert check.day("2026-10-22") == "2026-10-22"
    assert check.day("") == ""
    assert check.taught_breaks(["start ctrl+alt+n"]) == ("start Ctrl+Alt+N",)
    assert check.taught(["pause F5", "next pgdown"]) == ("pause F5", "next PgDown")
    assert check.window([0, 0, 200, 150]) == (0, 0, 200, 150)


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (check.word(Fruit), "pear", 'one of "fig", "plum"'),
        (check.word(Fruit), 1, "one of"),
        (check.one_of((0.9, 1.0)), 0.95, "one of 0.9, 1"),
        (check.whole(range(2, 8)), 8, "a whole number from 2 to 7"),
        (check.whole(range(2, 8)), 3.0, "a whole number"),
        (check.whole(range(2)), True, "from 0 to 1"),
        (check.kinds(("a",)), ["a", "a"], "each once"),
        (check.kinds(("a",)), "a", "a list"),
        (check.kinds(("a",), least=1), [], "a list, at least 1, each once"),
        (check.one_number((5, 15)), 10, "one of 5, 15"),
        (check.one_number((0, 1)), True, "one of"),
        (check.texts(int, "1", range(1, 3)), [], 'at least 1, at most 2, each once.*"1"'),
        (check.texts(int, "1", range(3)), ["1", "2", "3"], "a list, at most 2"),
        (check.texts(int, "1", range(3)), ["1", "1"], "each once"),
        (check.texts(int, "1", range(3)), ["one"], "texts such as"),
        (check.texts(int, "1", range(3)), [["1"]], "texts such as"),
        (check.texts(int, "1", range(3)), "12", "a list"),
        (check.day, "2026-02-30", "a date such as"),
        (check.day, "20261022", "a date such as"),
        (check.day, None, "a date such as"),
        (check.flag, 1, "true or false"),
        (check.part, float("nan"), "from 0 to 1"),
        (check.text, "x" * 501, "a short text"),
        (check.text, "two\nlines", "a short text"),
        (check.folder, None, "the path of a folder"),
        (check.folder, "a\0b", "the path of a folder"),
        (check.window, [0, 0, 200], "whole pixels"),
        (check.window, [0, 0, 200, True], "whole pixels"),
    ],
)
def test_a_bad_value_is_answered_with_what_it_has_to_be(
    read: check.Check, value: object, wanted: str
) -> None:
    with pytest.raises(check.Bad, match=wanted):
        read(value)


@pytest.mark.parametrize(
    "path", ["", "C:\\Users\\you\\Sync", "/home/zoë/My\u202fNextcloud", "/sync/\u3000"]
)
def test_paths_with_odd_spaces_are_kept(path: str) -> None:
    assert check.folder(path) == path


@pytest.mark.parametrize("path", ["/caf\udce9", "/a\x7fb", "/a\x85b", "/" * 4097])
def test_paths_that_no_file_can_hold_are_refused(path: str) -> None:
    assert not check.can_be_kept(path)


@given(st.text())
def test_every_path_that_can_be_kept_survives_a_file(path: str) -> None:
    if check.can_be_kept(path):
        assert json.loads(json.dumps(path, ensure_ascii=False).encode("utf-8")) == path


def test_what_is_good_of_the_keys_is_kept() -> None:
    with pytest.raises(check.Bad, match='such as "next PgDown"') as bad:
        check.taught(["next PgDown", "pause Esc", None])
    assert bad.value.instead == ("next PgDown",)
    with pytest.raises(check.Bad) as nothing:
        check.taught(7)
    assert nothing.value.instead == ()


@pytest.mark.parametrize(
    ("read", "value", "kept"),
    [
        (check.texts(int, "1", range(4)), ["1", "one", "2", "2", None, ["3"]], ("1", "2")),
        (check.texts(int, "1", range(3)), ["1", "2", "3"], ("1", "2")),
        (check.texts(int, "1", range(2, 4)), ["1", "one"], None),
        (check.texts(int, "1", range(3)), "12", None),
        (check.kinds(("a", "b")), ["b", "c", "b", ["a"]], ("b",)),
        (check.kinds(("a", "b"), least=2), ["b", "c"], None),
        (check.kinds(("a", "b")), ["c"], None),
        (check.kinds(("a", "b")), "a", None),
    ],
)
def test_what_is_good_of_a_list_is_kept(
    read: check.Check, value: object, kept: tuple[str, ...] | None
) -> None:
    with pytest.raises(check.Bad, match="a list") as bad:
        read(value)
    assert bad.value.instead == kept

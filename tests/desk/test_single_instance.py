from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.desk import single_instance
from supple.desk.single_instance import (
    LONGEST,
    Door,
    NobodyHome,
    Wish,
    activation_token,
    decoded,
    encoded,
    hand_over,
)

WORDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=4)


@given(WORDS, st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_wish_arrives_as_it_was_said(words: list[str], token: str) -> None:
    wish = Wish(tuple(words), token)
    line = encoded(wish, "reply")
    assert line.count(b"\n") == 1
    assert decoded(line) == ("reply", wish)


def test_a_long_mark_of_a_click_is_left_out_rather_than_the_wish() -> None:
    line = encoded(Wish(("show",), "t" * LONGEST), "reply")
    assert decoded(line) == ("reply", Wish(("show",)))


def test_a_wish_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than 512"):
        encoded(Wish(("start", "x" * LONGEST)), "reply")


@given(st.binary(max_size=80))
def test_anything_else_is_no_wish(line: bytes) -> None:
    assert decoded(line) is None


@pytest.mark.parametrize("line", [b"[]", b'["r", "t"]', b'["r", "t", 3]', b'{"r": 1}', b"3"])
def test_what_only_looks_like_one_is_none(line: bytes) -> None:
    assert decoded(line) is None


@pytest.mark.parametrize(
    ("wayland", "x11", "token"), [("w", "x", "w"), ("", "x", "x"), (None, None, "")]
)
def test_the_mark_of_the_click_is_the_desktops(
    wayland: str | None, x11: str | None, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("XDG_ACTIVATION_TOKEN", wayland), ("DESKTOP_STARTUP_ID", x11)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert activation_token() == token


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_takes_no_pipe_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    door = Door(tmp_path / "file")
    assert "cannot be made" in door.open(lambda _: "")
    door.close()
    with pytest.raises(NobodyHome):
        hand_over(tmp_path / "file", Wish(("show",)))


@pytest.mark.usefixtures("qapp")
def test_the_self_test_opens_a_door() -> None:
    check = single_instance.check()
    assert (check.name, check.ok) == ("one window a profile", True)


def test_a_second_start_loads_neither_qt_nor_anything_of_a_network(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from supple.desk.single_instance import NobodyHome, Wish, hand_over
try:
    hand_over(Path({str(tmp_path)!r}), Wish(("show",)))
except NobodyHome:
    print({{m.split(".")[0] for m in sys.modules}} & {{"PySide6", "socket", "asyncio"}})
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

from __future__ import annotations

import io

import pytest

from supple.core.problem import UserError
from supple.shell.question import ALONE, agreed


class Terminal(io.StringIO):
    """Somebody who types this, and then closes the input."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("y\n", True), (" YES \n", True), ("n\n", False), ("\n", False), ("", False)],
)
def test_only_a_yes_is_one(monkeypatch: pytest.MonkeyPatch, typed: str, wanted: bool) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert agreed("Go on?", ALONE) is wanted


def test_who_breaks_off_does_not_agree(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_off(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", break_off)
    assert not agreed("Go on?", ALONE)
    assert capsys.readouterr().out == "\n"


@pytest.mark.parametrize("stdin", [None, io.StringIO("y\n")])
def test_where_nobody_can_be_asked_it_says_so(
    monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None
) -> None:
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(UserError, match="Nothing was changed"):
        agreed("Go on?", ALONE)

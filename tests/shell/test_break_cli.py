"""``supple break``: asks the Supple that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.shell import break_cli
from supple.shell.main import main


def test_what_is_answered_is_printed(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []

    def answer(paths: object, *words: str) -> str:
        asked.append(words)
        return "Next break in 12 min."

    monkeypatch.setattr(break_cli, "hand_over", answer)
    for action in ("now", "snooze", "skip", "status"):
        assert main(["--profile", str(profile), "break", action]) == 0
        assert capsys.readouterr().out == "Next break in 12 min.\n"
        assert asked[-1] == ("break", action)


def test_an_action_there_is_not_is_wrong_usage(profile: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--profile", str(profile), "break", "dance"])
    assert left.value.code == 2

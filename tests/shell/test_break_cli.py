"""``supple break``: asks the Supple that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.core.breaks.words import Wish, answer
from supple.shell import break_cli
from supple.shell.main import main
from supple.shell.options import FINE, MENDABLE


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


@pytest.mark.parametrize(
    ("wish", "code"), [(Wish.SNOOZE, MENDABLE), (Wish.SKIP, MENDABLE), (Wish.STATUS, FINE)]
)
def test_a_wish_that_was_not_carried_out_ends_with_one(
    wish: Wish, code: int, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = answer(wish, done=False, state="No breaks planned")
    monkeypatch.setattr(break_cli, "hand_over", lambda _paths, *_words: said)
    assert main(["--profile", str(profile), "break", wish.value]) == code


def test_an_action_there_is_not_is_wrong_usage(profile: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--profile", str(profile), "break", "dance"])
    assert left.value.code == 2

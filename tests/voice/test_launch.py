from __future__ import annotations

import pytest

from supple.voice.engine import WORDS_PER_MINUTE
from supple.voice.launch import words_per_minute, worker_command


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command("c", "en-gb")[-4:] == ["--cache", "c", "--voice", "en-gb"]
    assert "supple.voice.worker" in worker_command("c")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert worker_command("c")[1:] == ["voice-worker", "--cache", "c"]


@pytest.mark.parametrize(("speed", "part"), [(1.0, 1.0), (0.7, 0.7), (0.1, 0.7), (9.0, 1.3)])
def test_a_speed_is_a_rate_within_what_can_be_followed(speed: float, part: float) -> None:
    assert words_per_minute(speed) == round(WORDS_PER_MINUTE * part)


def test_the_usual_speed_needs_no_word() -> None:
    assert "--rate" not in worker_command("c")
    words = worker_command("c", speed=0.8)
    assert words[words.index("--rate") + 1] == str(words_per_minute(0.8))

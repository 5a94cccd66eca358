from __future__ import annotations

from pathlib import Path

import pytest

from supple.voice.engine import NOT_HERE, USUAL, Engine, NoEngine, first_able
from supple.voice.listing import VoiceEntry


class Fake:
    def __init__(self, name: str) -> None:
        self.name = name
        self.voice = "v"
        self.rate = 140

    def use(self, voice: str, rate: int) -> None: ...

    def voices(self) -> list[VoiceEntry]:
        return []

    def speak(self, text: str, path: Path) -> None:
        path.write_text(text)


def able(voice: str, rate: int) -> Engine:
    return Fake(f"{voice} {rate}")


def unable(voice: str, rate: int) -> Engine:
    raise NoEngine("No voice is installed.")


def test_the_first_that_can_is_taken() -> None:
    engine, reason = first_able([unable, able], "", 120)
    assert engine.name == " 120"
    assert reason == ""
    assert first_able([able], "v", 120)[1] == ""


def test_a_voice_that_cannot_be_had_is_told_with_the_reason() -> None:
    assert first_able([able], "w", 120)[1] == NOT_HERE
    assert first_able([unable, able], "w", 120)[1] == f"No voice is installed. {USUAL}"


def test_where_none_can_every_reason_is_given() -> None:
    with pytest.raises(NoEngine, match=r"No voice is installed\. No voice is installed\."):
        first_able([unable, unable], "", 140)
    with pytest.raises(NoEngine, match="No speech engine"):
        first_able([], "", 140)

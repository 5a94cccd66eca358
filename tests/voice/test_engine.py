from __future__ import annotations

from pathlib import Path

import pytest

from supple.voice.engine import Engine, NoEngine, first_able


class Fake:
    def __init__(self, name: str) -> None:
        self.name = name
        self.voice = "v"
        self.rate = 140

    def use(self, voice: str, rate: int) -> None: ...

    def voices(self) -> list[tuple[str, str]]:
        return []

    def speak(self, text: str, path: Path) -> None:
        path.write_text(text)


def able(voice: str, rate: int) -> Engine:
    return Fake(f"{voice} {rate}")


def unable(voice: str, rate: int) -> Engine:
    raise NoEngine("No voice is installed.")


def test_the_first_that_can_is_taken() -> None:
    assert first_able([unable, able], "en", 120).name == "en 120"


def test_where_none_can_every_reason_is_given() -> None:
    with pytest.raises(NoEngine, match=r"No voice is installed\. No voice is installed\."):
        first_able([unable, unable], "", 140)
    with pytest.raises(NoEngine, match="No speech engine"):
        first_able([], "", 140)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.speech_length import spoken_seconds

# Seconds the default voice really took, silence at both ends trimmed.
MEASURED = {
    "Left leg first.": 1.20,
    "Half way.": 0.80,
    "Ten seconds.": 0.99,
    "Switch to your right leg.": 1.54,
    "Keep your resting knee bent and the foot flat on the floor.": 3.70,
    "Kneel on your left knee, with the right foot in front.": 3.36,
    "Well done. You held for 6 minutes and 40 seconds.": 4.46,
}


@pytest.mark.parametrize(("text", "measured_s"), MEASURED.items())
def test_is_near_what_the_voice_takes_and_seldom_shorter(text: str, measured_s: float) -> None:
    assert measured_s - 0.15 <= spoken_seconds(text) <= measured_s * 1.2 + 0.4


@pytest.mark.parametrize("text", ["", "   ", "...", "—", "!?"])
def test_no_words_take_no_time(text: str) -> None:
    assert spoken_seconds(text) == 0.0


def test_a_number_lasts_as_long_as_its_words() -> None:
    assert spoken_seconds("Hold for 45 seconds.") == spoken_seconds("Hold for forty five seconds.")
    assert spoken_seconds("120") == spoken_seconds("one hundred twenty")


def test_a_silent_e_is_no_syllable() -> None:
    assert spoken_seconds("side") == pytest.approx(spoken_seconds("sidd"))


def test_commas_and_full_stops_take_a_breath() -> None:
    assert (
        spoken_seconds("Sit tall. Breathe.")
        > spoken_seconds("Sit tall, breathe.")
        > spoken_seconds("Sit tall breathe.")
    )


@given(st.text(max_size=200))
def test_any_text_has_a_length(text: str) -> None:
    assert 0.0 <= spoken_seconds(text) < 60.0 + len(text)


@given(st.text(max_size=80), st.text(alphabet="abcdefghij", min_size=1, max_size=10))
def test_one_more_word_never_makes_it_shorter(text: str, word: str) -> None:
    assert spoken_seconds(f"{text} {word}") >= spoken_seconds(text)

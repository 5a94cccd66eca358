"""Whether speech and sound work here, tried out, with the reason."""

from __future__ import annotations

from supple.voice import chime, message
from supple.voice.once import Finding, ask

SENTENCE = "Left leg first."
NO_WORKER = "The voice worker does not start, or does not answer."
NO_OUTPUT = "The sound output does not answer."


def speech_engine() -> Finding:
    """Lets the speech engine speak one sentence into a file. Takes up to ten seconds."""
    said = ask(message.SYNTH, text=SENTENCE)
    if said.get("kind") == message.SYNTHESISED:
        return True, f"{message.text(said, 'engine')}, voice {message.text(said, 'voice')}"
    return False, message.text(said, "reason") or NO_WORKER


def sound_output() -> Finding:
    """Opens the sound output and plays a chime with no volume. Takes up to ten seconds."""
    said = ask(message.PLAY, volume=0.0, chime=chime.HALF)
    if said.get("kind") == message.PLAYING:
        return True, message.text(said, "output")
    return False, message.text(said, "reason") or NO_OUTPUT

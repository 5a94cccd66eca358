"""Whether speech and sound work here, tried out, with the reason."""

from __future__ import annotations

from supple.voice import chime, message
from supple.voice.once import Finding, ask
from supple.voice.watch import away

SENTENCE = "Left leg first."
NO_WORKER = "The voice worker does not start, or does not answer."
NO_OUTPUT = "The sound output does not answer."


def speech_engine(voice: str = "") -> Finding:
    """Lets the speech engine speak one sentence into a file, with the ``voice`` that was chosen.

    Takes up to ten seconds. A voice that is not here and another one that speaks instead are
    told, and are no failure.
    """
    said = ask(message.SYNTH, voice=voice, text=SENTENCE)
    if said.get("kind") == message.SYNTHESISED:
        used = f"{message.text(said, 'engine')}, voice {message.text(said, 'voice')}"
        return True, _with_remark(used, message.text(said, "reason"))
    return False, message.text(said, "reason") or NO_WORKER


def sound_output(output: str = "") -> Finding:
    """Opens the sound ``output`` that was chosen and plays a chime with no volume.

    Takes up to ten seconds.
    """
    said = ask(message.PLAY, volume=0.0, output=output, chime=chime.HALF)
    if said.get("kind") == message.PLAYING:
        used = message.text(said, "output")
        if output and not said.get("away"):
            used = f"{used}, output {output}"
        return True, _with_remark(
            used, away(message.text(said, "name")) if said.get("away") else ""
        )
    return False, message.text(said, "reason") or NO_OUTPUT


def _with_remark(used: str, remark: str) -> str:
    return f"{used}. {remark}" if remark else used

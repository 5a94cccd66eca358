"""How much of what a session says a recogniser understands.

Run as ``./dev bench understood`` where PocketSphinx is installed (it tells how; nothing
else needs it). Every sentence of every built-in
routine that names a stretch, a side or a number is spoken by the default voice
as in a session; PocketSphinx then has to tell which it was of the sentences that
could be heard about then: those of the same step and of its neighbours. Words
its dictionary lacks are left out of its grammar.

``--session ID`` lets the real program guide through that routine, in real time
and on a sound server of its own, and has the recording recognised instead.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import _measure as measure

sys.path.insert(0, str(measure.ROOT / "app"))

RATE = 16_000
WIDE = {"beam": 1e-60, "wbeam": 1e-48, "pbeam": 1e-60}
"""Its own beams lose single words before their end."""
NOISE = 60
"""Of 32,767, 55 dB below full scale, as in a quiet room: PocketSphinx hears nothing, or single
words wrongly, in speech framed by digital zeros."""
MARGIN_S = 0.15
"""A line is cut out of a recording this long before it is due, until as long before the next."""
_FROM, _TO = (
    "2 3 4 5 8 10 12 15 20 30 40 50 60 90",
    "two three four five eight ten twelve fifteen twenty thirty forty fifty sixty ninety",
)
DIGITS = dict(zip(_FROM.split(), _TO.split(), strict=True))
DIGITS |= {"25": "twenty five", "45": "forty five"}
NUMBERS = set(" ".join(DIGITS.values()).split()) | {"one", "six", "seven", "nine", "eleven"}


def words(text: str) -> str:
    """Lower-case words only, numbers spelled."""
    spelled = re.sub(r"\d+", lambda m: DIGITS.get(m[0], m[0]), text.lower())
    return " ".join(re.findall(r"[a-z']+", spelled))


def facts(text: str, names: set[str]) -> set[str]:
    """What a listener has to get right: the stretch, the side, the numbers."""
    said = words(text)
    found = {name for name in names if re.search(rf"\b{re.escape(name)}\b", said)}
    return found | {word for word in said.split() if word in {"left", "right", *NUMBERS}}


def moments() -> tuple[list[tuple[list[str], list[str]]], set[str]]:
    """What is said in a step, each sentence once in a routine, with all that could be heard
    around then: the step's own and its neighbours' sentences; and the stretches' names."""
    from supple.core.timeline import build_timeline
    from supple.store.routine_files import load_library

    catalogue = load_library(measure.ROOT / "routines.json", None).catalogue
    found = []
    for routine in catalogue.routines.values():
        steps = build_timeline(routine, catalogue).steps
        said: set[str] = set()
        for number, step in enumerate(steps):
            new = [line.text for line in step.lines if line.text not in said]
            around = steps[max(0, number - 1) : number + 2]
            found.append((new, [line.text for near in around for line in near.lines]))
            said.update(new)
    return found, {words(stretch.name) for stretch in catalogue.stretches.values()}


def resampled(samples: array[int], rate: int, chance: Random) -> bytes:
    """At the recogniser's rate, with half a second of faint noise around it."""
    out = array("h", (chance.randint(-NOISE, NOISE) for _ in range(RATE // 2)))
    for i in range(int((len(samples) - 1) * RATE / rate)):
        at = i * rate / RATE
        low = samples[int(at)]
        value = low + (samples[int(at) + 1] - low) * (at - int(at))
        out.append(int(value) + chance.randint(-NOISE, NOISE))
    out.extend(chance.randint(-NOISE, NOISE) for _ in range(RATE // 2))
    return out.tobytes()


def grammar(decoder: Any, texts: list[str]) -> dict[str, str]:
    """Sets the possible sentences; what each of them is as the recogniser writes it."""
    known = {
        " ".join(w for w in words(text).split() if decoder.lookup_word(w)): text for text in texts
    }
    choices = " | ".join(phrase for phrase in known if phrase)
    jsgf = f"#JSGF V1.0;\ngrammar said;\npublic <said> = {choices};\n"
    decoder.add_jsgf_string("said", jsgf)
    decoder.activate_search("said")
    return known


@dataclass
class Score:
    """How many names, sides and numbers were right; ``names`` are those of the stretches."""

    names: set[str]
    right: int = 0
    total: int = 0
    sentences: int = 0
    misheard: dict[str, str] = field(default_factory=dict)

    def hear(self, decoder: Any, text: str, possible: list[str], sound: bytes) -> None:
        """Let ``text`` be told from what was ``possible``; ``sound`` is at ``RATE``."""
        if not (wanted := facts(text, self.names)):
            return
        known = grammar(decoder, possible)
        decoder.start_utt()
        decoder.process_raw(sound, False, True)
        decoder.end_utt()
        found = decoder.hyp()
        heard = known.get(found.hypstr, found.hypstr) if found else ""
        self.sentences += 1
        self.right += len(wanted & facts(heard, self.names))
        self.total += len(wanted)
        if not wanted <= facts(heard, self.names):
            self.misheard[text] = heard

    def report(self, what: str) -> None:
        share = 100 * self.right / self.total
        for text, heard in self.misheard.items():
            print(f"  {text!r} was heard as {heard!r}")
        told = f"{share:.1f} % of {self.total} in {self.sentences} sentences"
        measure.say(f"{what} understood", told, ">= 95 %", share >= 95)


def of_the_voice(decoder: Any, voice: str) -> None:
    """Every sentence of every routine, as the voice makes it."""
    from supple.voice.cache import Cache
    from supple.voice.engine import WORDS_PER_MINUTE
    from supple.voice.engine_pyttsx3 import open_pyttsx3
    from supple.voice.speech import Speech

    chance = Random(1)
    said, names = moments()
    score = Score(names=names)
    with tempfile.TemporaryDirectory() as folder:
        speech = Speech(open_pyttsx3(voice, WORDS_PER_MINUTE), Cache(Path(folder)))
        for texts, possible in said:
            for text in texts:
                if facts(text, names):
                    sound = resampled(*speech.samples(text), chance)
                    score.hear(decoder, text, possible, sound)
    score.report("names, sides and numbers")


def of_a_session(decoder: Any, id_: str) -> None:
    """What the real program said in one session, cut where the plan says each line is."""
    from _practice import practise

    # The sound server and the recorder are those of the end-to-end tests.
    sys.path.insert(0, str(measure.ROOT / "tests" / "e2e"))
    rig = import_module("conftest")
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        speakers = rig.Speakers(folder)
        try:
            plan = json.loads(supple(speakers.env, folder, "routines", "timeline", id_, "--json"))
            # Whoever is new to a stretch hears also what it is for, which the plan leaves out.
            known = dict.fromkeys(step["stretch"] for step in plan["steps"] if step["stretch"])
            practise(folder / "profile", days=1, stretches=tuple(known))
            print(f"{id_} takes {plan['total_s']:.0f} s", flush=True)
            supple(speakers.env, folder, "--start", id_, "--quit-when-done")
            sound = speakers.sound()
        finally:
            speakers.close()
    hear_session(decoder, plan, sound, rig.RATE).report(f"of a recording of {id_}")


def hear_session(decoder: Any, plan: dict[str, Any], sound: Any, rate: int) -> Score:
    """Have each line of the ``plan`` recognised in the ``sound`` of its session."""
    steps = plan["steps"]
    starts = [line["at_s"] for step in steps for line in step["lines"]]
    zero = beginning(starts, sound.onsets())
    every = [*starts, plan["total_s"]]
    chance = Random(1)
    score = Score(names=moments()[1])
    for number, step in enumerate(steps):
        around = steps[max(0, number - 1) : number + 2]
        possible = [line["text"] for near in around for line in near["lines"]]
        for line in step["lines"]:
            at = line["at_s"]
            until = min(then for then in every if then > at)
            first, last = ((zero + moment - MARGIN_S) * rate for moment in (at, until))
            part = sound.samples[int(first) : int(last)]
            score.hear(decoder, line["text"], possible, resampled(part, rate, chance))
    return score


def beginning(starts: list[float], onsets: list[float]) -> float:
    """When in the recording the session began: most lines are where the plan has them.

    The first is not to be trusted, as it comes while the program still gets ready.
    """
    rough = onsets[0] - starts[0]
    near = [min(onsets, key=lambda onset: abs(onset - rough - start)) for start in starts]
    return measure.median([onset - start for onset, start in zip(near, starts, strict=True)])


def supple(env: Mapping[str, str], profile: Path, *argv: str) -> str:
    command = [sys.executable, "-m", "supple", "--profile", str(profile / "profile"), *argv]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=env)
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "voice", nargs="?", default="", help="id of a voice; the default one if not"
    )
    parser.add_argument("--session", metavar="ID", help="recognise a recorded session of this id")
    options = parser.parse_args()
    try:
        from pocketsphinx import Decoder
    except ImportError:
        sys.exit(f"bench/understood.py needs: {sys.executable} -m pip install pocketsphinx")
    decoder = Decoder(loglevel="FATAL", samprate=float(RATE), cmn="batch", **WIDE)
    if options.session:
        of_a_session(decoder, options.session)
    else:
        of_the_voice(decoder, options.voice)


if __name__ == "__main__":
    main()

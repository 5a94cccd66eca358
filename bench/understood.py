"""How much of what a session says a recogniser understands.

Run as ``python bench/understood.py`` where PocketSphinx is installed (``pip
install pocketsphinx``; nothing else needs it). Every sentence of every built-in
routine that names a stretch, a side or a number is spoken by the default voice
as in a session; PocketSphinx then has to tell which it was of the sentences that
could be heard about then: those of the same step and of its neighbours. Words
its dictionary lacks are left out of its grammar.
"""

from __future__ import annotations

import re
import sys
import tempfile
from array import array
from pathlib import Path
from random import Random
from typing import Any

import _measure as measure

sys.path.insert(0, str(measure.ROOT / "app"))

RATE = 16_000
WIDE = {"beam": 1e-60, "wbeam": 1e-48, "pbeam": 1e-60}
"""Its own beams lose single words before their end."""
NOISE = 12
"""PocketSphinx hears nothing in speech framed by digital zeros."""
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


def main() -> None:
    try:
        from pocketsphinx import Decoder
    except ImportError:
        sys.exit("bench/understood.py needs: pip install pocketsphinx")
    from supple.voice.cache import Cache
    from supple.voice.engine import WORDS_PER_MINUTE
    from supple.voice.engine_pyttsx3 import open_pyttsx3
    from supple.voice.speech import Speech

    chance = Random(1)
    decoder = Decoder(loglevel="FATAL", samprate=float(RATE), cmn="batch", **WIDE)
    said, names = moments()
    right = total = sentences = 0
    misheard: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        voice = sys.argv[1] if len(sys.argv) > 1 else ""
        speech = Speech(open_pyttsx3(voice, WORDS_PER_MINUTE), Cache(Path(folder)))
        for texts, possible in said:
            known = grammar(decoder, possible)
            for text in texts:
                if not (wanted := facts(text, names)):
                    continue
                sentences += 1
                decoder.start_utt()
                decoder.process_raw(resampled(*speech.samples(text), chance), False, True)
                decoder.end_utt()
                found = decoder.hyp()
                heard = known.get(found.hypstr, found.hypstr) if found else ""
                right += len(wanted & facts(heard, names))
                total += len(wanted)
                if not wanted <= facts(heard, names):
                    misheard[text] = heard
    share = 100 * right / total
    for text, heard in misheard.items():
        print(f"  {text!r} was heard as {heard!r}")
    told = f"{share:.1f} % of {total} in {sentences} sentences"
    measure.say("names, sides and numbers understood", told, ">= 95 %", share >= 95)


if __name__ == "__main__":
    main()

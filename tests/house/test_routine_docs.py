"""What the page about the routine format says is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from supple.core.cues import FEEL_FROM_S
from supple.core.dose_format import COUNT, HOLD, PACE, PREPARE, REST, SETS, SWITCH
from supple.core.routine import Dose
from supple.core.routine_format import (
    CUE_LENGTH,
    MOST_ENTRIES,
    MOST_STEPS,
    NAME_LENGTH,
    parse_document,
)
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES, OCCASIONS
from supple.core.timeline import build_timeline
from supple.store.routine_files import check_file, load_library

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "routine-format.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "resources/schema/routines.schema.json").read_text(encoding="utf-8"))


def example() -> str:
    """The complete example of the page."""
    (block,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return str(block)


def test_the_example_is_a_good_file_and_makes_a_session(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    file = folder / "evening.json"
    file.write_text(example(), encoding="utf-8")
    library = load_library(ROOT / "routines.json", folder)
    assert check_file(file, library.catalogue) == ()
    assert library.broken == ()
    assert library.own == {"calf-wall", "evening-with-calves"}
    routine = library.catalogue.routines["evening-with-calves"]
    timeline = build_timeline(routine, library.catalogue)
    assert "Step your left foot straight back." in timeline.spoken
    assert "Bend your left knee, lean in." in timeline.spoken


def test_the_lines_of_the_example_keep_to_one_line_of_the_screen() -> None:
    (stretch,) = parse_document(json.loads(example())).catalogue.stretches.values()
    assert all(len(line) <= 38 for line in (*stretch.setup, stretch.hold_cue, stretch.switch_cue))


def test_every_key_is_on_the_page() -> None:
    keys = set(SCHEMA["properties"])
    for definition in SCHEMA["$defs"].values():
        keys |= set(definition.get("properties", ()))
    keys |= set(SCHEMA["$defs"]["source"]["items"]["properties"])
    missing = [key for key in sorted(keys) if f"`{key}`" not in PAGE]
    assert missing == []


@pytest.mark.parametrize("terms", [EQUIPMENT, MUSCLES, CONDITIONS, OCCASIONS])
def test_every_word_of_a_closed_list_is_on_the_page(terms: dict[str, str]) -> None:
    assert [word for word in terms if f"`{word}`" not in PAGE] == []


def test_the_ranges_and_defaults_are_those_of_the_program() -> None:
    def row(key: str) -> str:
        return next(line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |"))

    dose = Dose()
    for key, span in [
        ("hold_s", HOLD),
        ("sets", SETS),
        ("rest_s", REST),
        ("prepare_s", PREPARE),
        ("switch_s", SWITCH),
        ("count", COUNT),
        ("pace_s", PACE),
    ]:
        assert f"| {span.low:g} to {span.high:g}" in row(key)
    for key in ("sets", "rest_s", "prepare_s", "switch_s"):
        assert f"| {getattr(dose, key):g} |" in row(key)
    assert f"up to {MOST_ENTRIES}" in row("stretches")
    assert f"1 to {MOST_STEPS} steps" in row("steps")
    assert f"up to {NAME_LENGTH} characters" in row("name")
    assert f"up to {CUE_LENGTH}\ncharacters" in PAGE
    assert f"has {FEEL_FROM_S:g} s or more" in row("feel")


def test_the_problems_on_the_page_are_those_of_the_program(tmp_path: Path) -> None:
    document = json.loads(example())
    document["stretches"][0]["hold_ques"] = "x"
    document["stretches"][0]["dose"]["hold_s"] = "30"
    document["routines"][0]["steps"][1]["stretch"] = "wall-supin"
    file = tmp_path / "evening.json"
    file.write_text(json.dumps(document, indent=2), encoding="utf-8")
    known = load_library(ROOT / "routines.json", None).catalogue
    said = {f"{p.path}: {p.what} {p.mend}" for p in check_file(file, known)}
    (block,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    shown = {re.sub(r"^evening\.json:\d+:\d+: ", "", line) for line in str(block).splitlines()}
    assert shown <= said

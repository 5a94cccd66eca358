from __future__ import annotations

import pytest

from supple.core.draft_checks import Finding, findings, least_pace, outside_range, value_of
from supple.core.routine import Dose, Position, Reps, Sides, Stretch
from supple.core.routine_draft import Part, RoutineDraft

STRAP = Stretch(
    "strap", "Strap", Position.LYING, Sides.EACH, 1, ("Lie.",), Dose(30, hold_range_s=(15, 60))
)
PUMPS = Stretch(
    *("pumps", "Pumps", Position.LYING, Sides.EACH, 1, ("Lie.",)),
    Dose(reps=Reps(5, 2.0, ("point", "flex"))),
)
THERE = {"strap": STRAP, "pumps": PUMPS}
GOOD = RoutineDraft(name="Evening").added(["strap"])


def told(draft: RoutineDraft, total_s: float = 100.0) -> list[str]:
    return [finding.text for finding in findings(draft, THERE, total_s)]


def test_a_good_routine_has_nothing_to_tell() -> None:
    assert findings(GOOD, THERE, 100.0) == ()


def test_name_and_rows_are_needed() -> None:
    assert told(RoutineDraft(name="  ")) == ["Give it a name.", "Add at least one stretch."]


def test_what_is_too_long_says_how_long_it_is() -> None:
    assert "has 61 characters; 60" in told(GOOD.named("x" * 61))[0]
    assert "has 241 characters; 240" in told(GOOD.summed_up("x" * 241))[0]
    assert "101 stretches; 100" in told(GOOD.added(["strap"] * 100))[0]
    assert told(GOOD, 3 * 3600.0) == []
    assert told(GOOD, 3 * 3600.0 + 60) == ["It takes 3 h 1; 3 h is the most."]


def test_a_stretch_that_is_gone_is_to_be_taken_out() -> None:
    draft = GOOD.added(["gone"])
    assert findings(draft, THERE) == (
        Finding("“gone” is no longer in the library. Take it out.", 1),
    )


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        (Part.HOLD, 700, "The hold of “Strap” is 700; it goes from 1 to 600."),
        (Part.SETS, 21, "How many times of “Strap” is 21; it goes from 1 to 20."),
        (Part.REST, 601, "The rest of “Strap” is 601; it goes from 0 to 600."),
        (Part.PREPARE, 2, "The time to get ready of “Strap” is 2; it goes from 3 to 120."),
        (Part.SWITCH, 121, "The time to change legs of “Strap” is 121; it goes from 3 to 120."),
    ],
)
def test_numbers_stay_in_the_ranges_of_the_format(part: Part, value: float, says: str) -> None:
    draft = GOOD.with_part(0, part, value, STRAP)
    found = [f for f in findings(draft, THERE) if f.stops]
    assert [(f.text, f.key) for f in found] == [(says, 0)]


def test_a_hold_the_source_does_not_speak_of_is_told_and_allowed() -> None:
    draft = GOOD.with_part(0, Part.HOLD, 90, STRAP)
    (found,) = findings(draft, THERE)
    assert found.text == "Outside what the source speaks of (15 to 60 s)."
    assert not found.stops
    assert outside_range(Dose(30, hold_range_s=(15, 60))) == ""
    assert outside_range(Dose(90)) == ""


def test_what_stops_comes_first() -> None:
    draft = GOOD.with_part(0, Part.HOLD, 90, STRAP).added(["gone"])
    assert [f.stops for f in findings(draft, THERE)] == [True, False]


def test_words_need_their_time() -> None:
    draft = RoutineDraft(name="E").added(["pumps"]).with_part(0, Part.PACE, 0.6, PUMPS)
    assert told(draft) == ["“Pumps” needs a pace of 0.8 s for its words."]
    assert least_pace(Reps(5, 2.0)) == 0.5


def test_a_dose_has_only_the_numbers_it_has() -> None:
    assert value_of(PUMPS.dose, Part.HOLD) is None
    assert value_of(STRAP.dose, Part.REPS) is None
    assert (value_of(PUMPS.dose, Part.REPS), value_of(PUMPS.dose, Part.PACE)) == (5, 2.0)

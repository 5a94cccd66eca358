"""From a parsed routine file to stretches and routines, or to every problem at once."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.format_findings import path_text
from supple.core.routine import Catalogue, Dose, DoseChange, Position, Reps, Sides, Source
from supple.core.routine_format import Parsed, parse_document
from supple.core.timeline import build_timeline, routine_of
from supple.core.wording import for_side

SHIPPED = json.loads((Path(__file__).parents[2] / "routines.json").read_text(encoding="utf-8"))

Json = dict[str, Any]
Path_ = tuple[str | int, ...]


def stretch(id_: str = "heel", **changes: object) -> Json:
    """A stretch as it stands in a file; a change of ... leaves the key out."""
    value = {
        "id": id_,
        "name": "Heel out",
        "position": "seated",
        "sides": "each",
        "difficulty": 2,
        "setup": ["Your {side} heel out.", "Your {other} foot flat."],
        "dose": {"hold_s": 30},
        **changes,
    }
    return {k: v for k, v in value.items() if v is not ...}


def routine(*steps: Json, **changes: object) -> Json:
    value = {
        "id": "mine",
        "name": "Mine",
        "steps": list(steps) or [{"stretch": "heel"}],
        **changes,
    }
    return {k: v for k, v in value.items() if v is not ...}


def document(stretches: object = None, routines: object = None, **more: object) -> Json:
    value: Json = {"format": 1, "stretches": [stretch()], **more}
    if stretches is not None:
        value["stretches"] = stretches
    if routines is not None:
        value["routines"] = routines
    return value


def told(parsed: Parsed) -> list[str]:
    return [str(p) for p in parsed.problems]


def test_everything_in_a_stretch_is_read() -> None:
    full = stretch(
        equipment=["chair"],
        hold_cue="Lean over your {side} leg.",
        release_cue="Sit up slowly.",
        switch_cue="Now your {side} heel.",
        feel="Behind the thigh.",
        focus=["hamstrings", "calves"],
        mistakes=["Bouncing."],
        cautions=["A chair that stays put."],
        avoid_if=["leg-numbness"],
        variations=["Easier: a soft knee."],
        figure="heel",
        source=[{"document": "general practice", "says": "30 s"}],
        dose={
            "hold_s": 30,
            "hold_range_s": [15, 60],
            "sets": 2,
            "rest_s": 6,
            "prepare_s": 12,
            "switch_s": 7.5,
            "reps": {"count": 10, "pace_s": 4, "words": ["point", "flex"], "during_hold": True},
        },
    )
    parsed = parse_document(document([full]))
    assert told(parsed) == []
    read = parsed.catalogue.stretches["heel"]
    assert read.position is Position.SEATED
    assert read.sides is Sides.EACH
    assert read.setup == ("Your {side} heel out.", "Your {other} foot flat.")
    assert read.switch_cue == "Now your {side} heel."
    assert read.focus == ("hamstrings", "calves")
    assert read.source == (Source("general practice", "30 s"),)
    assert read.variations == ("Easier: a soft knee.",)
    assert read.dose == Dose(
        hold_s=30,
        hold_range_s=(15, 60),
        sets=2,
        rest_s=6,
        prepare_s=12,
        switch_s=7.5,
        reps=Reps(10, 4, ("point", "flex"), during_hold=True),
    )


def test_what_is_left_out_has_a_default() -> None:
    read = parse_document(document()).catalogue.stretches["heel"]
    assert read.dose == Dose(hold_s=30)
    assert (read.equipment, read.hold_cue, read.figure, read.source) == ((), "", "", ())


def test_a_step_changes_any_part_of_the_dose() -> None:
    steps = [
        {"stretch": "heel"},
        {
            "stretch": "heel",
            "hold_s": 20,
            "hold_range_s": [10, 20],
            "sets": 3,
            "rest_s": 0,
            "prepare_s": 5,
            "switch_s": 4,
            "reps": {"count": 5, "pace_s": 2},
        },
    ]
    parsed = parse_document(document(routines=[routine(*steps)]))
    assert told(parsed) == []
    first, second = parsed.catalogue.routines["mine"].steps
    assert first.change == DoseChange()
    assert second.change.over(Dose(hold_s=30)) == Dose(20, (10, 20), 3, 0, 5, 4, Reps(5, 2))


def test_repetitions_may_stand_alone() -> None:
    dose = {"reps": {"count": 12, "pace_s": 3, "words": ["forward", "back"]}}
    read = parse_document(document([stretch(dose=dose)])).catalogue.stretches["heel"]
    assert read.dose.hold_s is None
    assert read.dose.reps == Reps(12, 3, ("forward", "back"))


STRETCH_PROBLEMS = [
    (
        stretch(hold_ques="x"),
        'stretches[0].hold_ques: "hold_ques" is not a key of a stretch. Did you mean "hold_cue"?',
    ),
    (stretch(name=...), 'stretches[0]: "name" is missing in a stretch.'),
    (stretch(dose=...), 'stretches[0]: "dose" is missing in a stretch.'),
    (stretch(difficulty=True), "stretches[0].difficulty: This is true."),
    (stretch(difficulty=4), "stretches[0].difficulty: This is 4, out of range."),
    (
        stretch(position="laying"),
        'stretches[0].position: "laying" is not known here. Did you mean "lying"?',
    ),
    (
        stretch(sides="left"),
        'stretches[0].sides: "left" is not known here. Choose from: each, both.',
    ),
    (stretch(setup=[]), "stretches[0].setup: This list is empty."),
    (
        stretch(setup="Lie down."),
        'stretches[0].setup: This is the text "Lie down.". It needs to be a list',
    ),
    (
        stretch(setup=["Your {leg} leg"]),
        'stretches[0].setup[0]: "{leg}" cannot be used here. Use {side}',
    ),
    (stretch(sides="both"), 'stretches[0].setup[0]: "{side}" cannot be used here.'),
    (stretch(feel="Behind the {side} thigh"), 'stretches[0].feel: "{side}" cannot be used here.'),
    (stretch(equipment=["rope"]), 'stretches[0].equipment[0]: "rope" is not known here.'),
    (stretch(avoid_if=["slipped-disc"]), 'stretches[0].avoid_if[0]: "slipped-disc"'),
    (stretch(name="x" * 61), "stretches[0].name: This text has 61 characters; 60 is the most."),
    (stretch(dose={}), "stretches[0].dose: The dose has neither a hold nor repetitions."),
    (stretch(dose=[30]), "stretches[0].dose: This is a list in [ ]."),
    (stretch(dose={"hold_s": 0}), "stretches[0].dose.hold_s: This is 0, out of range."),
    (stretch(dose={"hold_s": float("nan")}), "stretches[0].dose.hold_s: This is NaN"),
    (stretch(dose={"hold_s": 30, "rest_s": -1}), "stretches[0].dose.rest_s: This is -1"),
    (stretch(dose={"hold_s": 30, "prepare_s": 2}), "stretches[0].dose.prepare_s: This is 2"),
    (stretch(dose={"hold_s": 30, "sets": 1.5}), "stretches[0].dose.sets: This is 1.5."),
    (
        stretch(dose={"hold_s": 30, "hold_range_s": [60, 15]}),
        "stretches[0].dose.hold_range_s: The range runs backwards, from 60 to 15. Write [15, 60].",
    ),
    (
        stretch(dose={"hold_s": 30, "hold_range_s": [15]}),
        "stretches[0].dose.hold_range_s: This is a list in [ ]. It needs to be two numbers",
    ),
    (
        stretch(dose={"hold_s": 90, "hold_range_s": [15, 60]}),
        "stretches[0].dose.hold_s: The hold of 90 s is outside its own range, 15 to 60 s.",
    ),
    (stretch(dose={"reps": {"count": 10}}), 'stretches[0].dose.reps: "pace_s" is missing'),
    (
        stretch(dose={"reps": {"count": 10, "pace_s": 0.5, "words": ["up", "down"]}}),
        "stretches[0].dose.reps.pace_s: 2 words in 0.5 s leave no time to say them.",
    ),
    (stretch(source=[{"says": "x"}]), 'stretches[0].source[0]: "document" is missing'),
    (stretch(figure="A b"), 'stretches[0].figure: "A b" cannot be an id.'),
]


@pytest.mark.parametrize(("value", "said"), STRETCH_PROBLEMS, ids=lambda v: str(v)[-40:])
def test_a_wrong_stretch_is_explained_and_left_out(value: Json, said: str) -> None:
    parsed = parse_document(document([value, stretch("good")]))
    assert len(parsed.problems) >= 1
    assert told(parsed)[0].startswith(said)
    assert list(parsed.catalogue.stretches) == ["good"]


ROUTINE_PROBLEMS = [
    (
        routine({"stretch": "heal"}),
        'routines[0].steps[0].stretch: There is no stretch "heal". Did you mean "heel"?',
    ),
    (routine({"stretch": "light-jog"}), "routines[0].steps[0].stretch: There is no stretch"),
    (routine({"hold_s": 3}), 'routines[0].steps[0]: "stretch" is missing in a step.'),
    (
        routine({"stretch": "heel", "hold": 3}),
        'routines[0].steps[0].hold: "hold" is not a key of a step. Did you mean "hold_s"?',
    ),
    (routine({"stretch": "heel", "hold_s": "30"}), "routines[0].steps[0].hold_s: This is the text"),
    (routine(steps=[]), "routines[0].steps: This list is empty."),
    (routine(steps=...), 'routines[0]: "steps" is missing in a routine.'),
    (routine(suits=["lunch"]), 'routines[0].suits[0]: "lunch" is not known here.'),
    (routine(id="Mine!"), 'routines[0].id: "Mine!" cannot be an id.'),
    (routine(id="heel"), 'routines[0].id: The id "heel" is used twice in this file.'),
    (
        routine(*[{"stretch": "heel", "hold_s": 600, "sets": 10}] * 2),
        "routines[0].steps: The routine takes about 6.8 hours; 3 hours is the most.",
    ),
    (routine(*[{"stretch": "heel"}] * 101), "routines[0].steps: This list has 101 entries"),
]


@pytest.mark.parametrize(("value", "said"), ROUTINE_PROBLEMS, ids=lambda v: str(v)[-40:])
def test_a_wrong_routine_is_explained_and_left_out(value: Json, said: str) -> None:
    parsed = parse_document(document(routines=[value, routine(id="good")]))
    assert told(parsed)[0].startswith(said)
    assert list(parsed.catalogue.routines) == ["good"]
    assert list(parsed.catalogue.stretches) == ["heel"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "The file is a list in [ ]."),
        (None, "The file is null."),
        ({"format": 1}, "The file holds no stretches and no routines."),
        ({"stretches": []}, '"format" is missing in a routine file. Add "format": 1.'),
        ({"format": 1, "stretches": {}}, "stretches: This is a group in { }."),
        ({"format": 1, "stretches": [3]}, "stretches[0]: This is 3."),
        ({"format": "1", "stretches": []}, 'format: This is the text "1"; only format 1 is known.'),
        ({"format": True, "stretches": []}, "format: This is true; only format 1 is known."),
        ({"format": 2, "new": 1}, "format: This is 2; only format 1 is known. A newer Supple"),
        (
            {"format": 1, "stretch": [], "routines": []},
            'stretch: "stretch" is not a key of a routine file. Did you mean "stretches"?',
        ),
    ],
)
def test_a_wrong_document_is_explained(value: object, said: str) -> None:
    parsed = parse_document(value)
    assert [t.startswith(said) for t in told(parsed)] == [True]
    assert parsed.catalogue == Catalogue({}, {})


def test_an_empty_list_of_entries_is_no_problem() -> None:
    assert told(parse_document({"format": 1, "stretches": [], "routines": []})) == []


def test_every_problem_is_found_at_once() -> None:
    bad = stretch(name=3, position="x", dose={"hold_s": "30", "sets": 0, "foo": 1}, feel="")
    parsed = parse_document(document([bad], [routine({"stretch": "nope", "sets": 99}, name="")]))
    assert {p.path for p in parsed.problems} == {
        "stretches[0].name",
        "stretches[0].position",
        "stretches[0].dose.hold_s",
        "stretches[0].dose.sets",
        "stretches[0].dose.foo",
        "stretches[0].feel",
        "routines[0].steps[0].stretch",
        "routines[0].steps[0].sets",
        "routines[0].name",
    }


def test_an_id_used_twice_keeps_the_first() -> None:
    parsed = parse_document(document([stretch(), stretch(name="Second")]))
    assert told(parsed) == [
        'stretches[1].id: The id "heel" is used twice in this file. Give this stretch another id.'
    ]
    assert parsed.catalogue.stretches["heel"].name == "Heel out"


def test_a_routine_may_use_what_is_known_elsewhere() -> None:
    known = parse_document(document([stretch("wall")])).catalogue
    mine = routine({"stretch": "wall"})
    assert told(parse_document({"format": 1, "routines": [mine]}, known)) == []


def test_a_known_stretch_may_be_replaced_but_not_by_a_routine() -> None:
    known = parse_document(document(routines=[routine()])).catalogue
    assert told(parse_document(document([stretch(name="Other")]), known)) == []
    assert told(parse_document(document([stretch("mine")]), known)) == [
        'stretches[0].id: The id "mine" already names a routine. Give this stretch another id.'
    ]


def test_an_id_of_another_file_of_the_person_is_refused_with_its_name() -> None:
    parsed = parse_document(document(), taken={"heel": "evening.json"})
    assert told(parsed) == [
        'stretches[0].id: The id "heel" is also used in evening.json. Give this stretch another id.'
    ]


def test_a_step_on_a_broken_stretch_points_at_the_stretch() -> None:
    parsed = parse_document(document([stretch(name=3)], [routine()]))
    assert "of this file has problems of its own" in told(parsed)[-1]


def test_a_spoiled_entry_is_left_out() -> None:
    parsed = parse_document(
        document([stretch("a"), stretch("b")]), spoiled={("stretches", 0, "dose", "hold_s")}
    )
    assert told(parsed) == []
    assert list(parsed.catalogue.stretches) == ["b"]


def test_problems_are_placed_by_the_locator() -> None:
    asked: list[tuple[object, bool]] = []

    def locate(path: Path_, at_key: bool) -> tuple[int, int]:
        asked.append((path, at_key))
        return 7, len(path)

    parsed = parse_document(document([stretch(nmae="x")]), locate=locate)
    assert asked == [(("stretches", 0, "nmae"), True)]
    assert [(p.line, p.column) for p in parsed.problems] == [(7, 3)]


def test_two_hundred_thousand_wrong_keys_are_told_in_one_page() -> None:
    bad = stretch(**{f"key{i}": i for i in range(200_000)})
    parsed = parse_document(document([bad]))
    assert len(parsed.problems) == 101
    assert parsed.problems[-1].what == "There are 199900 more problems."


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["", "heel", "{side}", "{x}", "\ud800", 10**400, -1, 1e308])
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def places(value: object, path: Path_ = ()) -> list[Path_]:
    """Every path of a document."""
    found = [path]
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        found += places(inner, (*path, key))
    return found


PLACES = places(SHIPPED)


def assert_usable(parsed: Parsed) -> None:
    """What is called good makes sessions, and every problem can be shown."""
    for problem in parsed.problems:
        assert problem.what.endswith(".")
        assert str(problem).encode("utf-8")
    catalogue = parsed.catalogue
    for each in catalogue.routines.values():
        assert build_timeline(each, catalogue).total_s > 0
    for stretch_ in catalogue.stretches.values():
        total = build_timeline(routine_of(stretch_), catalogue).total_s
        assert 0 < total < float("inf")
        for line in (*stretch_.setup, stretch_.hold_cue, stretch_.switch_cue):
            said = for_side(line, stretch_.sides.order[0])
            assert "{" not in said
            assert said.encode("utf-8") == said.encode("utf-8", "replace")


@given(values)
def test_any_value_is_read_or_explained(value: object) -> None:
    parsed = parse_document(value)
    assert parsed.problems
    assert_usable(parsed)


@given(st.lists(st.tuples(st.sampled_from(PLACES), values), min_size=1, max_size=4))
def test_any_change_of_the_shipped_file_is_read_or_explained(
    changes: list[tuple[Path_, object]],
) -> None:
    value: Any = copy.deepcopy(SHIPPED)
    for path, new in changes:
        value = put(value, path, new)
    parsed = parse_document(value)
    assert_usable(parsed)
    if not parsed.problems:
        assert len(parsed.catalogue.stretches) == len(value.get("stretches", ()))
        assert len(parsed.catalogue.routines) == len(value.get("routines", ()))


@given(st.sampled_from([p for p in PLACES if len(p) > 2 and p[0] == "stretches"]))
def test_a_wrong_type_anywhere_is_a_problem_at_that_very_place(path: Path_) -> None:
    # No key of a stretch holds a list of lists.
    parsed = parse_document(put(copy.deepcopy(SHIPPED), path, [[[]]]))
    here = path_text(path)
    assert any(p.path.startswith(here) for p in parsed.problems)
    index = path[1]
    assert isinstance(index, int)
    assert SHIPPED["stretches"][index]["id"] not in parsed.catalogue.stretches
    assert len(parsed.catalogue.stretches) == len(SHIPPED["stretches"]) - 1


def put(value: Any, path: Path_, new: object) -> Any:
    """``value`` with ``new`` at ``path``, unchanged where an earlier change removed the place."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(value, dict):
        if head in value:
            value[head] = put(value[head], rest, new)
    elif isinstance(value, list) and isinstance(head, int) and head < len(value):
        value[head] = put(value[head], rest, new)
    return value

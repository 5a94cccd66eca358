"""The reasons told with every stretch and routine that ships."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from supple.core import why
from supple.core.routine import Catalogue, Position, Reps, Routine, RoutineStep, Source, Stretch
from supple.core.routine_format import parse_document
from supple.core.terms import MUSCLES
from supple.core.why import Why, about_routine, about_stretch

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
PROMISES = re.compile(
    r"\b(cur(e|es|ed|ing)|fix(es|ed)?|heal(s|ed|ing)?|treat(s|ed|ment)?|should|must|relie(f|ve)\w*"
    r"|guarantee\w*|prove[ns]?|user)\b|!",
    re.IGNORECASE,
)
MakeStretch = Callable[..., Stretch]
_PLACES = tuple(why._PLACES.values())

each_stretch = pytest.mark.parametrize("stretch", SHIPPED.stretches.values(), ids=lambda s: s.id)
each_routine = pytest.mark.parametrize("routine", SHIPPED.routines.values(), ids=lambda r: r.id)


def told(about: Why) -> list[str]:
    says = [origin.says for origin in about.origins]
    return [part for part in (*about.does, about.dose, *says, *about.limits) if part]


@each_stretch
def test_every_stretch_has_reasons_a_dose_sources_and_limits(stretch: Stretch) -> None:
    about = about_stretch(stretch)
    assert about.does[0] == stretch.why
    assert len(about.does) >= 2
    assert about.dose.startswith("Here it is ")
    assert [o.says for o in about.origins] == [s.says for s in stretch.source]
    assert all(o.title and o.title != o.document for o in about.origins)
    assert about.limits


@each_routine
def test_every_routine_has_reasons_sources_and_limits(routine: Routine) -> None:
    about = about_routine(routine, SHIPPED)
    assert about.does
    assert about.origins
    assert about.limits


def test_nothing_is_promised_and_every_part_is_whole_sentences() -> None:
    every = [about_stretch(s) for s in SHIPPED.stretches.values()]
    every += [about_routine(r, SHIPPED) for r in SHIPPED.routines.values()]
    for text in (text for about in every for text in told(about)):
        assert not PROMISES.search(text), text
        assert text[0].isupper() or text[0].isdigit(), text
        assert text.endswith("."), text
        assert "{" not in text


@each_stretch
def test_the_link_to_the_back_is_told_where_the_back_of_the_thigh_is_held(stretch: Stretch) -> None:
    about = about_stretch(stretch)
    held = stretch.dose.hold_s is not None and stretch.focus[0] == "hamstrings"
    assert any("pelvis" in part and "low back rounds" in part for part in about.does) == held
    assert (why.TEST_FIRST in about.limits) == held


def test_the_limits_carry_the_figures_of_the_program() -> None:
    assert "80°" in why.TEST_FIRST
    assert "4 to 6 weeks" in why.TAKES_TIME
    assert "10 held minutes" in why.WARM_UP_ONLY
    assert "may help" in why.MAY_HELP


def test_a_moving_stretch_claims_no_length() -> None:
    about = about_stretch(SHIPPED.stretches["leg-swing"])
    assert why.MOVING in about.does
    assert about.limits == (why.WARM_UP_ONLY,)


def test_point_and_flex_lets_the_nerve_glide_and_other_repetitions_do_not(
    make_stretch: MakeStretch,
) -> None:
    def glides(reps: Reps | None) -> bool:
        return any(why.GLIDE in part for part in about_stretch(make_stretch(reps=reps)).does)

    assert glides(Reps(10, 4, ("point", "flex"), during_hold=True))
    assert not glides(Reps(10, 4, ("point", "flex")))
    assert not glides(Reps(10, 4, ("up", "down"), during_hold=True))
    assert not glides(None)


@pytest.mark.parametrize("position", list(Position))
def test_the_position_is_told_for_the_back_of_the_thigh_alone(
    make_stretch: MakeStretch, position: Position
) -> None:
    hamstrings = about_stretch(make_stretch(position=position)).does
    hip = about_stretch(make_stretch(position=position, focus=("hip-flexors",))).does
    assert len(hamstrings) == (1 if position is Position.HALF_KNEELING else 2)
    assert len(hip) == 1


@pytest.mark.parametrize(
    ("id_", "dose"),
    [
        (
            "wall-supine",
            (
                "Here it is 45 s. In Supple's routines the plan begins with 30 s and grows to "
                "45 s. Routines of your own keep their doses."
            ),
        ),
        ("two-chair", "Here it is 30 s, each side."),
        ("march", "Here it is 30 reps."),
    ],
)
def test_the_plan_never_leaves_the_range_of_the_source(id_: str, dose: str) -> None:
    assert about_stretch(SHIPPED.stretches[id_]).dose == dose


@each_stretch
def test_of_ones_own_only_what_is_known_is_told(stretch: Stretch) -> None:
    about = about_stretch(replace(stretch, why="", source=()), own=True)
    assert "begins with" not in about.dose
    assert about.dose.endswith(f"{why.OWN_DOSE} {why.NO_SOURCE}")
    assert about.limits[-1] == why.OWN
    general = {why.MAY_HELP, why.TAKES_TIME, why.TEST_FIRST, why.WARM_UP_ONLY}
    assert not general & {*about.does, *about.limits}
    assert not any(line and line in part for line in _PLACES for part in about.does)
    for text in told(about):
        assert not PROMISES.search(text), text


def test_a_copy_of_ones_own_keeps_the_reason_and_the_sources_it_names() -> None:
    strap = next(s for s in SHIPPED.stretches.values() if s.why and s.source)
    about = about_stretch(strap, own=True)
    assert about.does[0] == strap.why
    assert about.origins == about_stretch(strap).origins
    assert why.NO_SOURCE not in about.dose


def test_a_routine_of_ones_own_keeps_its_doses() -> None:
    about = about_routine(SHIPPED.routines["back-care-pair"], SHIPPED, own=True)
    assert (about.dose, about.limits) == (why.OWN_DOSES, (why.OWN,))
    bare = replace(SHIPPED.routines["back-care-pair"], source=())
    assert about_routine(bare, SHIPPED, own=True).dose == f"{why.OWN_DOSES} {why.NO_SOURCE}"
    moving = about_routine(SHIPPED.routines["up-and-moving"], SHIPPED, own=True)
    assert moving.limits == (why.UNCOUNTED, why.OWN)


def test_helping_muscles_are_named_after_the_main_one(make_stretch: MakeStretch) -> None:
    one = about_stretch(make_stretch(focus=("hamstrings", "chest")))
    assert one.does[-1] == "It also reaches the chest, which opens as the arms reach out."
    three = about_stretch(make_stretch(focus=("hamstrings", "calves", "lower-back", "glutes")))
    assert three.does[-1].count(";") == 2
    unknown = about_stretch(make_stretch(focus=("hamstrings", "a muscle of my own")))
    assert "also reaches" not in " ".join(unknown.does)


def test_a_stretch_of_ones_own_without_source_and_muscles_is_no_error(
    make_stretch: MakeStretch,
) -> None:
    about = about_stretch(make_stretch(focus=(), hold_s=None))
    assert about.does == (why.MOVING,)
    assert about.dose == ""
    assert about.origins == ()


def test_a_source_of_ones_own_keeps_its_name(make_stretch: MakeStretch) -> None:
    about = about_stretch(make_stretch(source=(Source("my physio"),)))
    assert [(o.document, o.title, o.says) for o in about.origins] == [
        ("my physio", "My physio", "")
    ]


def test_a_routine_tells_of_two_muscles_at_most(make_stretch: MakeStretch) -> None:
    parts = [make_stretch(muscle, focus=(muscle,)) for muscle in ("hamstrings", "calves", "glutes")]
    routine = Routine("r", "R", tuple(RoutineStep(part.id) for part in parts))
    assert len(about_routine(routine, Catalogue.of(parts, [routine])).does) == 2


def test_a_routine_tells_what_most_of_it_is_for() -> None:
    pair = about_routine(SHIPPED.routines["back-care-pair"], SHIPPED)
    assert len(pair.does) == 2
    hips = about_routine(SHIPPED.routines["hips-and-moving"], SHIPPED)
    assert hips.does[0].startswith("The hip flexors")
    assert why.TEST_FIRST not in hips.limits
    moving = about_routine(SHIPPED.routines["up-and-moving"], SHIPPED)
    assert moving.does == (why.MOVING,)
    assert moving.limits == (why.WARM_UP_ONLY,)


def test_a_routine_of_unknown_stretches_is_no_error() -> None:
    empty = Routine("mine", "Mine", (RoutineStep("gone"),))
    assert about_routine(empty, Catalogue({}, {})).does == ()
    assert about_routine(replace(empty, steps=()), SHIPPED).origins == ()


@pytest.mark.parametrize("muscle", sorted(MUSCLES))
def test_a_stretch_of_ones_own_is_told_about_whatever_it_is_for(muscle: str) -> None:
    own = replace(SHIPPED.stretches["seated-heel-out"], focus=(muscle,), why="")
    assert about_stretch(own).does

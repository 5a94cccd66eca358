from __future__ import annotations

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.problem import ProblemsFound
from supple.figure.decode import HANDS, MUSCLES, PROPS, decode
from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.hands import KINDS as HAND_KINDS
from supple.figure.props import KINDS as PROP_KINDS

RESOURCES = Path(__file__).parents[2] / "resources"
SCHEMA = json.loads((RESOURCES / "schema" / "figure.schema.json").read_text("utf-8"))
STRAP = json.loads((RESOURCES / "figures" / "supine-strap-bent-knee.json").read_text("utf-8"))
PARTNER = json.loads((RESOURCES / "figures" / "partner-raise.json").read_text("utf-8"))


def _problems(document: Any) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        decode(document)
    return [problem.path for problem in found.value.problems]


def _changed(base: Any, **changes: Any) -> Any:
    return {**copy.deepcopy(base), **changes}


def test_shipped_files_keep_the_schema(figure_id: str) -> None:
    path = RESOURCES / "figures" / f"{figure_id}.json"
    jsonschema.validate(json.loads(path.read_text("utf-8")), SCHEMA)


def test_everything_of_a_file_arrives() -> None:
    drawing = decode(STRAP)
    assert drawing.id == "supine-strap-bent-knee"
    assert drawing.view is ViewFrom.SIDE
    assert drawing.strap == "near"
    assert drawing.hands == ("grip", "grip")
    assert drawing.glow == "near.hamstring"
    assert drawing.props[0].kind == "mat"
    assert [frame.at for frame in drawing.cycle] == [0, 0.3, 0.5, 0.8]
    assert drawing.stretched.joints["near.hip"] == STRAP["poses"]["stretched"]["joints"]["near.hip"]
    assert drawing.trails[0].of == "near.heel"
    assert decode(PARTNER).partner is not None


def test_every_shipped_figure_has_words_for_those_who_do_not_see_it(
    drawings: dict[str, Drawing], figure_id: str
) -> None:
    words = drawings[figure_id].description
    assert words.endswith(".")
    assert 60 < len(words) < 260


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"format": 2}, "format"),
        ({"id": ""}, "id"),
        ({"description": None}, "description"),
        ({"view": "above"}, "view"),
        ({"box": [0, 0, 1]}, "box"),
        ({"box": [5, 0, 1, 1]}, "box"),
        ({"glow": "near.nose"}, "glow"),
        ({"hands": {"near": "paw"}}, "hands.near"),
        ({"props": [{"kind": "sofa"}]}, "props[0].kind"),
        ({"props": [{"kind": "mat", "from": 1}]}, "props[0].to"),
        ({"cycle": [{"at": 0, "pose": "lost"}]}, "cycle[0].pose"),
        ({"cycle": [{"at": 0.5, "pose": "start"}, {"at": 0.2, "pose": "start"}]}, "cycle[1].at"),
        ({"trails": [{"of": "tail"}]}, "trails[0].of"),
        ({"by": "nowhere"}, "by"),
        ({"poses": {"start": {}}}, "poses"),
        ({"partner": {"x": 1, "poses": {}}}, "partner.poses"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_field_is_named(changes: dict[str, Any], place: str) -> None:
    assert place in _problems(_changed(STRAP, **changes))


def test_all_problems_come_at_once_with_line_and_column() -> None:
    document = _changed(STRAP, glow="x", view="y")
    with pytest.raises(ProblemsFound) as found:
        decode(document, lambda path, _key: (len(path), 7))
    assert len(found.value.problems) == 2
    assert all((p.line, p.column) == (1, 7) for p in found.value.problems)


@pytest.mark.parametrize("document", [None, [], "x", 3])
def test_what_is_no_object_is_no_figure(document: Any) -> None:
    assert _problems(document) == [""]


def test_the_lists_of_names_are_those_of_the_painters() -> None:
    assert set(HANDS) == set(HAND_KINDS)
    assert set(PROPS) == set(PROP_KINDS)
    properties = SCHEMA["properties"]
    assert properties["glow"]["enum"] == list(MUSCLES)
    assert SCHEMA["$defs"]["hand"]["enum"] == list(HANDS)
    assert SCHEMA["$defs"]["prop"]["properties"]["kind"]["enum"] == list(PROPS)


JUNK = st.sampled_from(
    [None, True, -1, 0, 1e300, float("nan"), "", "near.hip", [], [1], {}, {"at": [1, 2]}, "x" * 300]
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        found += _places(inner, (*path, key)) if isinstance(inner, dict | list) else [(*path, key)]
    return found


@settings(max_examples=150)
@given(base=st.sampled_from([STRAP, PARTNER]), junk=JUNK, data=st.data())
def test_a_spoilt_file_gives_a_figure_or_problems_and_nothing_else(
    base: Any, junk: Any, data: st.DataObject
) -> None:
    document = copy.deepcopy(base)
    *way, last = data.draw(st.sampled_from(_places(document)))
    place = document
    for key in way:
        place = place[key]
    place[last] = junk
    with suppress(ProblemsFound):
        assert decode(document).id

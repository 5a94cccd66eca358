from __future__ import annotations

import pytest

from supple.shell.pose_shots import POSES
from supple.shell.studio import Studio
from supple.ui.pose.editor import PoseEditor


def editor_in(studio: Studio, name: str) -> PoseEditor:
    studio._open()
    studio.window.show()
    POSES[name](studio)
    studio.settle()
    (editor,) = studio.window.findChildren(PoseEditor)
    return editor


@pytest.mark.parametrize(
    ("name", "stretched", "said"),
    [
        ("13-pose-begun", False, "Drag the round handles."),
        ("13b-pose-calf", True, "Drag the round handles."),
        ("13c-pose-played", False, "Drag the round handles."),
        ("13d-pose-out-of-reach", True, "Start: the near hand does not reach the wall."),
        ("13e-pose-from-ours", True, "Drag the round handles."),
    ],
)
def test_each_state_is_shown(studio: Studio, name: str, stretched: bool, said: str) -> None:
    editor = editor_in(studio, name)
    assert editor.isVisible()
    assert editor.work.stretched is stretched
    assert editor.said.text().startswith(said)
    assert editor.canvas.handles["head"].isHidden() is (name == "13c-pose-played")
    studio._close()


def test_a_calf_stretch_stands_and_leans_on_the_wall(studio: Studio) -> None:
    editor = editor_in(studio, "13b-pose-calf")
    assert set(editor.work.posture.holds) == {"near.leg", "far.leg", "near.arm", "far.arm"}
    assert editor.work.draft.glow == "near.calf"
    studio._close()

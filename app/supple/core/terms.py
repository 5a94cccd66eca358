"""The closed lists of a routine file: each id with the words people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EQUIPMENT: Final[Mapping[str, str]] = {
    "strap": "Strap, towel or belt",
    "chair": "Sturdy chair",
    "two-chairs": "Two chairs",
    "office-chair": "Office chair",
    "wall": "Wall",
    "mat": "Mat",
    "partner": "A partner",
}

MUSCLES: Final[Mapping[str, str]] = {
    "hamstrings": "Hamstrings",
    "calves": "Calves",
    "lower-back": "Lower back",
    "hip-flexors": "Hip flexors",
    "glutes": "Glutes",
    "shoulders": "Shoulders",
    "chest": "Chest",
    "whole-body": "Whole body",
}

CONDITIONS: Final[Mapping[str, str]] = {
    "herniated-disc": "A slipped (herniated) disc",
    "spondylolisthesis": "A slipped vertebra (spondylolisthesis)",
    "spinal-instability": "An unstable spine",
    "back-injury": "A past back injury",
    "severe-pain": "Severe pain",
    "leg-numbness": "Numbness, tingling or weakness in a leg",
    "recent-surgery": "Recent surgery, a replaced joint or a broken bone",
    "osteoporosis": "Osteoporosis",
    "hamstring-injury": "A torn or strained hamstring",
    "knee-pain": "Knee pain",
    "poor-balance": "Poor balance",
    "dizziness": "Dizziness when bending or standing up",
    "late-pregnancy": "Pregnancy after the third month",
}

OCCASIONS: Final[Mapping[str, str]] = {
    "work-break": "Work break",
    "rising": "On rising",
    "bedtime": "Before bed",
    "full-session": "Full session",
    "warm-up": "Warm-up",
    "gentle": "Gentle",
    "tested-tight": "Tested tight",
    "not-tight": "Tested not tight",
}

"""The families of cues: which groups of terms say the same of a name, wherever they stand, and which say less of a shared name.

Plain data; the terms themselves are in `shared_rules/terms`. Read by `name_cues.py` and the rooms beside it, and by
`could_name.py`, which asks what a cue could make of a name before the NER has read.
"""

from __future__ import annotations

CHILD = ("student_record.child_known", "student_record.child_one")
"""Groups of words for a child that is told of."""
STAR_GROUPS = (
    "athlete", "musician", "actor", "politician", "author", "scientist_historic", "media", "character", "mononym",
)  # fmt: skip
FIGURES = tuple(f"public_figures.{group}" for group in STAR_GROUPS)
KNOWN_ALONE = ("public_figures.alone",)
"""Everyday first names and surnames by which one public figure is known without the rest."""
RECORD_FAMILIES = (
    "attendance", "discipline", "english_learner", "family", "grades", "health", "lunch_income", "special_education",
)  # fmt: skip
RECORD = tuple(f"student_record_{family}.words" for family in RECORD_FAMILIES)
RECORD_HINTS = (
    *(f"student_record_{family}.everyday" for family in RECORD_FAMILIES),
    *(f"student_record_discipline.{group}" for group in ("sanction", "conduct")),
    *(f"student_record_special_education.{group}" for group in ("service", "condition", "referral")),
    "student_record_family.agency", "student_record_lunch_income.aid", "student_record_english_learner.level",
    "student_record_health.medicine", "student_record_attendance.presence",
)  # fmt: skip
FAMILIES: dict[str, tuple[str, ...]] = {
    "strong": ("strong",),
    "praise": ("praise",),
    "team": ("team",),
    "family": ("student_record.own_family",),
    "young": ("young",),
    "child": CHILD,
    "record": RECORD,
    "hint": RECORD_HINTS,
    "teacher": ("teacher",),
    "home": ("home",),
    "private": ("private", "elsewhere"),
    "affection": ("affection",),
    "adult": ("adult", "student_record.other_adult"),
    "alumni": ("alumni",),
    "star": ("star",),
    "stage": ("star_context.star",),
    "figure": FIGURES,
}
"""Cue families by nearness, and the groups of terms that make them."""
SAID_OF_STAFF = ("strong", "weak", "praise", "team", "adult")
"""Families that say little, or something else, where an employee has the same name: school is full of employees."""
NAMESAKE = "full_of_star"
"""The cue of a pupil's full name that a public figure has as well."""
SAID_AT_HOME = ("family", "home", "private", "affection")
"""Families that say less where a pupil's whole name stands: a name in any form counts (policy IHB), at home as well."""
STUDIED = frozenset({"studied", "read_about"})
OF_THE_READING = frozenset({"placed", "of_class", "before", "after"})
"""Beside a name that a class reads about, these say where and when it is read."""
OF_A_CLASS = frozenset({"of_class", "placed", "grade_after"})
OPENING_A_ROW = frozenset({"word_opening", "spoken_to"})
"""Of the first of several names in a row, these say nothing: "Kindness: Joy, Mark and May"."""
OF_SCHOOL = ("strong", "weak", "praise", "team", "school_year")
OF_OTHERS = ("family", "home", "private", "affection", "alumni", "figure")
"""Families that speak for a pupil, and against one."""

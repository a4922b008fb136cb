"""What the role words, job titles and folders of exports say about a person: student, staff, or neither.

Called by the formats.
"""

from __future__ import annotations

import re

from secondlook.people.person import Role

_STAFF_WORDS = (
    "teacher aide administrator principal counselor districtadministrator siteadministrator systemadministrator staff "
    "faculty coach paraprofessional employee"
)
_STAFF = frozenset(_STAFF_WORDS.split())
PARENTS = frozenset(["parent", "guardian", "relative", "proctor", "contact"])
_STUDENT_FOLDER = re.compile(
    r"(?:[\w.]+[ _-])*(?:students?|pupils?|learners?|alun[oa]s?|alumn[oa]s|estudiantes?|estudantes?)(?:[ _-]*\d.*)?"
    r"|class ?of.*|(?:grades? ?)?(?:k|pk|\d\d?(?:st|nd|rd|th)?)(?: ?grade)?|(?:yog ?)?20[2-4]\d"
)
_STAFF_FOLDER = re.compile(
    r"staff|facult|teacher|employee|\badmin|personnel|principal|counsel|nurse|secretar|para(?:professional)?s?\b"
    r"|coach|custod|librar|technolog|district office|central office|adults?\b|profesor|professor|docente|funcion"
)


def read_role(word: str) -> Role:
    """The role that a OneRoster role word (or a common other word) stands for."""
    key = word.strip().casefold().removeprefix("ext:").replace(" ", "")
    if key in {"student", "students", "learner"}:
        return "student"
    return "staff" if key in _STAFF else "other"


def role_of_path(path: str) -> Role:
    """The role that a directory folder stands for ("/Students/2027", "/Staff/Student Support"): its first telling part."""
    for part in path.casefold().split("/"):
        role = role_of_words(part)
        if role != "unstated":
            return role
    return "unstated"


def role_of_words(words: str) -> Role:
    """The role that a folder, a department or a job title speaks of; `unstated` when it says nothing."""
    words = words.casefold()
    if _STUDENT_FOLDER.fullmatch(words.strip()):
        return "student"
    return "staff" if _STAFF_FOLDER.search(words) else "unstated"

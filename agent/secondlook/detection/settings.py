"""What detection may know beyond the text: the district's numbers, domains and school names, and who acts how.

Pure data.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondlook.contract import AccountKind


@dataclass(frozen=True)
class DetectionSettings:
    """Settings of one check.

    Attributes:
        school_phones: numbers that are public, in any way of writing.
        district_domains: e-mail domains of employees, such as "mps-edu.org".
        student_domains: e-mail domains of students; may equal a district domain.
        school_names: names of schools, also those that hold a person's name, such as "Francis J. Kane".
        account: the account that acts; unknown is treated as personal.
        message: whether it is a message, where a bare name is worth a remark and no warning (policy IHB, D-student-info).

    """

    school_phones: frozenset[str] = frozenset()
    district_domains: frozenset[str] = frozenset()
    student_domains: frozenset[str] = frozenset()
    school_names: tuple[str, ...] = ()
    account: AccountKind = "unknown"
    message: bool = False

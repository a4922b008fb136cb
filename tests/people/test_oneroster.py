"""Reading OneRoster exports, well-made and otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondlook.config import shipped
from secondlook.errors import BadRosterError
from secondlook.people.roster_files import read_roster, select
from secondlook.people.roster_files import read_roster as read_users

USERS_11 = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,"
    "identifier,email,sms,phone,agentSourcedIds,grades,password"
)


def row_11(given: str, family: str, role: str = "student", email: str = "") -> str:
    """One data row of a 1.1 users file with a password and a phone in it."""
    return f"x1,,,true,school,{role},u1,,{given},{family},,900,{email},5550100,5550101,,09,hunter2"


def write(folder: Path, *lines: str, name: str = "users.csv", encoding: str = "utf-8") -> Path:
    """Write a file of these lines."""
    path = folder / name
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def test_version_1_1_is_read(tmp_path: Path):
    """A 1.1 users file gives names, role, both halves of the e-mail address and the identifier."""
    path = write(tmp_path, USERS_11, row_11("João", '"Almeida, Filho"', email="JAlmeida@Students.invalid"))
    report = read_users(path)
    (person,) = report.people
    assert (person.given, person.family, person.role) == ("João", "Almeida, Filho", "student")
    assert (person.email_local, person.email_domain, person.ids) == ("jalmeida", "students.invalid", ("900", "x1"))
    assert (report.format, report.rows_read, report.problems) == ("OneRoster 1.1", 1, [])


def test_sensitive_columns_never_arrive(tmp_path: Path):
    """Nothing of a password or phone column is in what was read, nor a name in its repr."""
    report = read_users(write(tmp_path, USERS_11, row_11("Emma", "Rodrigues")))
    person = report.people[0]
    held = " ".join(str(getattr(person, field)) for field in type(person).__slots__)
    assert "hunter2" not in held
    assert "5550100" not in held
    assert "Emma" not in repr(report) + repr(person)


def test_version_1_2_takes_roles_from_the_file_beside(tmp_path: Path):
    """A 1.2 file has no role column: roles.csv says who is a student, and preferred names are read."""
    write(
        tmp_path,
        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
        "r1,,,a,primary,student,,,s", "r2,,,b,primary,teacher,,,s", "r3,,,b,secondary,guardian,,,s",
        "r4,,,c,primary,parent,,,s",
        name="roles.csv",
    )  # fmt: skip
    path = write(
        tmp_path,
        "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,preferredGivenName,pronouns",
        "a,,,true,u,Katherine,Doyle,Kit,she", "b,,,true,u,Dana,Whitfield,,", "c,,,true,u,Pat,Doyle,,",
        "d,,,true,u,Nobody,Knows,,",
    )  # fmt: skip
    report = read_users(path)
    assert report.format == "OneRoster 1.2"
    assert [(one.given, one.preferred_given, one.role) for one in report.people] == [
        ("Katherine", "Kit", "student"), ("Dana", "", "staff"), ("Pat", "", "other"), ("Nobody", "", "other"),
    ]  # fmt: skip
    assert [(problem.row, problem.column) for problem in report.problems] == [(5, "sourcedId")]


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        (("\ufeffgivenName,familyName,role", "José,Muñoz,student"), "utf-8"),
        (("familyName;givenName;role", "Muñoz;José;student"), "utf-8"),
        (("GIVENNAME\tRole\tfamilyname", "José\tSTUDENT\tMuñoz"), "utf-8"),
        (("givenName,familyName,role", " José , Muñoz ,Student"), "cp1252"),
        (("givenName,familyName,role", "José,Muñoz,student"), "utf-16"),
        (('"givenName","familyName","role"', "", '"José","Muñoz","student"'), "utf-8"),
    ],
    ids=["byte-order mark", "semicolons", "tabs and case", "windows-1252", "utf-16", "quotes and a blank line"],
)
def test_odd_files_are_read_all_the_same(tmp_path: Path, lines: tuple[str, ...], encoding: str):
    """Delimiter, encoding, case and order of columns do not matter."""
    (person,) = read_users(write(tmp_path, *lines, encoding=encoding)).people
    assert (person.given, person.family, person.role) == ("José", "Muñoz", "student")


def test_a_missing_column_is_named(tmp_path: Path):
    """Without a family name column there is no roster, and the sentence says which column and file."""
    with pytest.raises(BadRosterError, match=r"users\.csv: the column familyName is missing") as caught:
        read_roster(write(tmp_path, "sourcedId,givenName,role", "1,Emma,student"))
    assert caught.value.field == "familyName"


def test_bad_rows_are_reported_and_the_rest_is_kept(tmp_path: Path):
    """Each odd row is named by line and column, without its content; the good rows come through."""
    path = write(
        tmp_path, "sourcedId,givenName,familyName,role",
        "1,Emma,Rodrigues,student", "2", "3,,,student", "4,Camila,,student", "5,Pat,Doe,wizard", "6,Liam,O'Malley,student",
    )  # fmt: skip
    report = read_users(path)
    assert [person.given for person in select(report.people, "student")] == ["Emma", "Camila", "Liam"]
    assert [(problem.row, problem.column) for problem in report.problems] == [
        (3, ""), (4, "givenName"), (5, "familyName"), (6, "role"),
    ]  # fmt: skip
    assert not any(word in problem.reason for problem in report.problems for word in ("Pat", "wizard"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "empty"), (b"\r\n\r\n", "empty"), (b"PK\x03\x04\x00\x00", "not a text file"), (None, "cannot be opened")],
)
def test_no_roster_at_all(tmp_path: Path, content: bytes | None, sentence: str):
    """An empty, binary or absent file is refused with a sentence that says so."""
    path = tmp_path / "users.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadRosterError, match=sentence):
        read_roster(path)


def test_students_and_staff_are_told_apart(tmp_path: Path):
    """Parents are nobody's pupil; a file without roles is taken whole for whatever it was given as."""
    roles = ("student", "teacher", "aide", "administrator", "parent", "guardian", "ext:counselor")
    report = read_roster(write(tmp_path, USERS_11, *(row_11(f"N{n}", "X", role) for n, role in enumerate(roles))))
    assert [one.given for one in select(report.people, "student")] == ["N0"]
    assert [one.given for one in select(report.people, "staff")] == ["N1", "N2", "N3", "N6"]
    plain = read_roster(write(tmp_path, "First Name,Last Name", "Emma,Rodrigues", name="list.csv"))
    assert len(select(plain.people, "student")) == len(select(plain.people, "staff")) == 1


def test_a_plain_list_with_one_name_column(tmp_path: Path):
    """ "Last, First" and "First Last" in one column are both understood."""  # noqa: D210 - the quote comes first
    report = read_roster(write(tmp_path, "Name", '"Reyes Ortega, Camila"', "Liam O'Malley"))
    assert [(one.given, one.family) for one in report.people] == [("Camila", "Reyes Ortega"), ("Liam", "O'Malley")]


def test_people_who_left_are_left_out(tmp_path: Path):
    """A row marked tobedeleted is nobody's name any more."""
    path = write(tmp_path, "sourcedId,status,givenName,familyName,role", "1,tobedeleted,Emma,Rodrigues,student")
    assert read_users(path).people == []


def test_the_last_day_comes_from_the_sessions_beside(tmp_path: Path):
    """The roster ends with the latest academic session of the export."""
    write(
        tmp_path, "sourcedId,status,title,type,startDate,endDate",
        "1,,Q1,gradingPeriod,2026-08-31,2026-11-06", "2,,Year,schoolYear,2026-08-31,2027-06-16", "3,,?,term,,soon",
        name="academicSessions.csv",
    )  # fmt: skip
    assert read_users(write(tmp_path, USERS_11, row_11("Emma", "Rodrigues"))).ends == date(2027, 6, 16)


def test_the_invented_roster_that_ships():
    """The practice roster reads without a single problem and holds the people that the guides speak of."""
    pupils, adults = (read_roster(shipped("practice_roster") / name) for name in ("users.csv", "staff.csv"))
    assert (pupils.problems, adults.problems) == ([], [])
    names = {f"{one.given} {one.family}" for one in select(pupils.people, "student")}
    assert {"Emma Rodrigues", "Liam O'Malley", "João Pedro Almeida", "Camila Reyes Ortega"} <= names
    assert len(names) == 60
    assert ("Dana", "Whitfield") in {(one.given, one.family) for one in select(adults.people, "staff")}

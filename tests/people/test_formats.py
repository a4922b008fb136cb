"""Every export that is known: who comes out of it, and that nothing else does."""

from __future__ import annotations

import gc
import logging
from datetime import date
from pathlib import Path

import pytest

from people.conftest import KEY
from secondlook.errors import BadRosterError
from secondlook.people.delimited import open_table
from secondlook.people.formats.mapped import read_mapping
from secondlook.people.index_file import save_index
from secondlook.people.person import RosterReport
from secondlook.people.roster import build_index
from secondlook.people.roster_files import read_rosters

CANARY = "Xyzzycanary"
"""Stands in every cell that must never be read."""
C = CANARY

CLEVER = (
    "School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,Graduation_year,DOB,Race,"
    "Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status,Student_street,Student_city,Student_state,Student_zip,"
    "Student_email,Contact_relationship,Contact_type,Contact_email,Contact_sis_id,Username,Password\n"
    f"1,314159,,1040302010,Reyes Ortega,Luz,Camila,9,{C},2029,{C},{C},{C},{C},{C},{C},{C},{C},{C},{C},{C},"
    f"creyes@s.invalid,{C},{C},{C},{C},{C},{C}\n"
)
CLEVER_TEACHERS = (
    "School_id,Teacher_id,Teacher_number,State_teacher_id,Teacher_email,First_name,Middle_name,Last_name,Title,Password\n"
    f"1,70001,,,dwhitfield@d.invalid,Dana,,Whitfield,{C},{C}\n"
)
CLEVER_STAFF = (
    "School_id,Staff_id,Staff_email,First_name,Last_name,Department,Title,Username,Password,Role\n"
    f"1,80001,p@d.invalid,Pat,Nowak,{C},{C},{C},{C},School Tech Lead\n"
)
POWERSCHOOL = (
    "Student_Number\tState_StudentNumber\tLastFirst\tGrade_Level\tDOB\tHome_Room\tEthnicity\tLunchStatus\tHome_Phone\tEnroll_Status\n"
    f'314159\t1040302010\t"Reyes Ortega, Camila"\t9\t{C}\t{C}\t{C}\t{C}\t{C}\t0\n'
    f"271828\t\tGone, Gil\t12\t{C}\t{C}\t{C}\t{C}\t{C}\t2\n"
)
ASPEN = (
    "Name,LASID,SASID,YOG,Homeroom,DOB,Primary Phone,SPED Status\n"
    f'"Reyes Ortega, Camila",314159,1040302010,2029,{C},{C},{C},{C}\n"Gone, Gil",271828,,2024,{C},{C},{C},{C}\n'
)
SIMS = (
    "DOE001,DOE002,DOE003,DOE004,DOE005,DOE006,DOE009,DOE010,DOE019,DOE024,DOE025,DOE032,DOE034,DOE036,DOE038,DOE039\n"
    f"314159,1040302010,Camila,Luz,Reyes Ortega,{','.join([C] * 11)}\n"
)
GOOGLE = (
    "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function "
    "[UPLOAD ONLY],Org Unit Path [Required],Recovery Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],Home Address,"
    "Employee ID,Status [READ ONLY]\n"
    f"Camila,Reyes Ortega,creyes@s.invalid,{C},{C},/Students/2029,{C},{C},{C},314159,Active\n"
    f"Dana,Whitfield,dwhitfield@d.invalid,{C},{C},/Staff/Student Support,{C},{C},{C},70001,Active\n"
    f"Gil,Gone,g@s.invalid,{C},{C},/Students/2024,{C},{C},{C},,Suspended\n"
    f"Copy,Machine,copier@d.invalid,{C},{C},/Devices,{C},{C},{C},,Active\n"
)
ENTRA = (
    "userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled,"
    "streetAddress,postalCode,telephoneNumber,mobilePhone\n"
    f"creyes@s.invalid,Camila Reyes Ortega,Reyes Ortega,,Camila,x,Member,Student,,TRUE,{C},{C},{C},{C}\n"
    f'dw@d.invalid,"Whitfield, Dana",,dw@d.invalid,,x,Member,,Math Teachers,True,{C},{C},{C},{C}\n'
    f"g@s.invalid,Gil Gone,Gone,,Gil,x,Guest,Student,,TRUE,{C},{C},{C},{C}\n"
)
ONEROSTER = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,"
    "identifier,email,sms,phone,agentSourcedIds,grades,password\n"
    f"314159,,,true,s,student,{C},{{LDAP:{C}}},Camila,Reyes Ortega,Luz,1040302010,creyes@s.invalid,{C},{C},{C},09,{C}\n"
)
SDS = (
    "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\n"
    f"314159,creyes@s.invalid,Camila,Reyes Ortega,{C},{C},,{C},{C}\n"
    f"70001,dw@d.invalid,Dana,Whitfield,{C},{C},,{C},{C}\n"
)
SDS_ROLES = "userSourcedId,orgSourcedId,role,sessionSourcedId,grade\n314159,1,student,1,09\n70001,1,teacher,1,\n"

EXPORTS = {
    "Clever": {"students.csv": CLEVER, "teachers.csv": CLEVER_TEACHERS, "staff.csv": CLEVER_STAFF},
    "PowerSchool": {"student.export.text": POWERSCHOOL},
    "Aspen": {"students.csv": ASPEN},
    "SIMS": {"sims.csv": SIMS},
    "Google Workspace": {"User_Download.csv": GOOGLE},
    "Microsoft Entra": {"exportUsers.csv": ENTRA},
    "OneRoster 1.1": {"users.csv": ONEROSTER, "demographics.csv": f"sourcedId,birthDate,sex\n314159,{C},{C}\n"},
    "Microsoft SDS v2.1": {
        "users.csv": SDS,
        "roles.csv": SDS_ROLES,
        "userFlags.csv": f"userSourcedId,flag\n314159,{C}\n",
    },
}
TODAY = date(2026, 11, 22)


def read(folder: Path, files: dict[str, str]) -> list[RosterReport]:
    """Write an export and read it, a lone file by its own path."""
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return read_rosters(folder if len(files) > 1 else folder / next(iter(files)), today=TODAY)


@pytest.mark.parametrize("form", EXPORTS)
def test_each_export_is_known_by_its_header(tmp_path: Path, form: str):
    """The student comes out with name and ids, whatever system the file is from, and staff where the file has staff."""
    reports = read(tmp_path, EXPORTS[form])
    assert {report.format for report in reports} == {form}
    people = [person for report in reports for person in report.people]
    (pupil,) = [person for person in people if person.role in ("student", "unstated")]
    assert (pupil.given, pupil.family) == ("Camila", "Reyes Ortega")
    assert "314159" in pupil.ids or form == "Microsoft Entra"
    assert "Gone" not in {person.family for person in people}
    staff = {person.family for person in people if person.role == "staff"}
    assert staff >= (
        {"Whitfield"} if form in ("Clever", "Google Workspace", "Microsoft Entra", "Microsoft SDS v2.1") else set()
    )


@pytest.mark.parametrize("form", EXPORTS)
def test_what_must_not_be_read_is_nowhere(tmp_path: Path, form: str, caplog: pytest.LogCaptureFixture):
    """A canary in every password, birth date, SPED, lunch, race, phone and address cell is in no object, index, repr or log."""
    with caplog.at_level(logging.DEBUG):
        reports = read(tmp_path, EXPORTS[form])
        table = open_table(next(tmp_path.glob("*s*.*")))
        rows = [row for report in reports for row in report.people]
        index = build_index(rows, KEY)
        save_index(index, tmp_path / "made.index", KEY)
    held = [str(getattr(person, field)) for person in rows for field in type(person).__slots__]
    told = [problem.reason + problem.column for report in reports for problem in report.problems]
    shown = [repr(one) for one in (*reports, *rows, table, *table.rows(frozenset({"lastname", "name"})), index)]
    everything = " ".join((*held, *told, *shown, caplog.text))
    assert CANARY not in everything
    assert CANARY.lower() not in everything
    assert CANARY.encode() not in (tmp_path / "made.index").read_bytes()
    for name in ("Camila", "Ortega", "Whitfield"):
        assert name not in " ".join((*told, *shown, caplog.text))
    del table
    gc.collect()


@pytest.mark.parametrize(
    "column", ["password", "dob", "frlstatus", "iepstatus", "homephone", "race", "doe036", "birthdate"]
)
def test_nobody_can_ask_for_a_forbidden_column(tmp_path: Path, column: str):
    """The reader itself refuses to hand such a column out, even to a format of ours that asked by mistake."""
    (tmp_path / "a.csv").write_text(f"name,{column}\nEmma,{C}\n")
    with pytest.raises(ValueError, match="never read"):
        list(open_table(tmp_path / "a.csv").rows(frozenset({"name", column})))


def test_columns_of_the_districts_own(tmp_path: Path):
    """With --map, by heading, by number or from a JSON file, any header will do; middle words stay with the given name."""
    path = tmp_path / "list.csv"
    path.write_text('Pupil Label,Key,Leaves\n"Reyes Ortega, Camila Luz",314159,2029\n"Gone, Gil",271828,2024\n')
    (tmp_path / "map.json").write_text('{"Pupil Label": "last_first", "Key": "id", "Leaves": "year"}')
    said = ("Pupil Label=last_first,Key=id,Leaves=year", "1=last_first,2=id,3=year", str(tmp_path / "map.json"))
    for one in said:
        (report,) = read_rosters(path, read_mapping(one), TODAY)
        (pupil,) = report.people
        assert (pupil.given, pupil.family, pupil.ids, pupil.role) == (
            "Camila Luz",
            "Reyes Ortega",
            ("314159",),
            "student",
        )
        assert report.left == 1


def test_an_unknown_header_is_explained_without_showing_names(tmp_path: Path):
    """Headings that surely are headings are shown by number; others might be somebody's name and are not."""
    path = tmp_path / "list.csv"
    path.write_text(f"Camila Reyes,Homeroom,DOB\nLiam Malley,{C},{C}\n")
    with pytest.raises(BadRosterError) as caught:
        read_rosters(path)
    sentence = caught.value.sentence
    assert '2 "Homeroom"' in sentence
    assert "3 (never read)" in sentence
    assert "--map" in sentence
    assert "Camila" not in sentence


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Name=surname", "the fields are"),
        ("DOB=id", "never read"),
        ("nothing", "the fields are"),
        ("none.json", "mapping file"),
    ],
)
def test_a_mapping_that_cannot_be_used(said: str, sentence: str):
    """An unknown field, a forbidden column, no field at all, no file: each is refused with a sentence."""
    with pytest.raises(BadRosterError, match=sentence):
        read_mapping(said)


def test_a_forbidden_column_cannot_be_mapped_by_its_number(tmp_path: Path):
    """Counting columns does not open what naming them does not."""
    (tmp_path / "a.csv").write_text(f"Who,DOB\nEmma Rodrigues,{C}\n")
    with pytest.raises(BadRosterError, match="never read"):
        read_rosters(tmp_path / "a.csv", read_mapping("1=first_last,2=id"))

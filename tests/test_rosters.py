"""Taking rosters in: several schools, staff, the end date, a replacement while checks run, and a large district."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from people.invented_names import invented_people
from secondlook.config import Home
from secondlook.detection.fold import fold
from secondlook.errors import BadRosterError
from secondlook.keys import Keys
from secondlook.people.index_file import save_index
from secondlook.people.namebook import RosterNames
from secondlook.people.roster import RosterIndex, build_index
from secondlook.rosters import ImportOptions, import_files, nobody_excepted, rosters_of_home
from work_done import calls_of

HEADER = "givenName,familyName,role,identifier,email\n"
TODAY = date.today()  # noqa: DTZ011 - a school day, local
FUTURE = TODAY + timedelta(days=100)
KEY = bytes(range(32))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty home whose key lies in a file."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    return Home(tmp_path / "home")


def school(folder: Path, name: str, *rows: str) -> Path:
    """An export of one school."""
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    return path


def found(home: Home, text: str) -> list[frozenset[str]]:
    """Whose names a text has, as the rosters of the home say today."""
    rosters = rosters_of_home(home, Keys(home), nobody_excepted, TODAY)
    return [hit.sources for hit in rosters.names.find(text, fold(text)) if hit.form == "exact"]


def test_several_schools_and_staff_at_once(tmp_path: Path, home: Home):
    """Students of all files are one roster, employees of all files another, each until the same day."""
    files = [
        school(tmp_path, "high.csv", "Emma,Rodrigues,student,314159,", "Dana,Whitfield,teacher,,dw@d.invalid"),
        school(tmp_path, "middle.csv", "Liam,Malley,student,271828,", "Pat,Doyle,parent,,"),
    ]
    done = import_files(files, home, Keys(home), ImportOptions(ends=FUTURE))
    assert done.written == (("student", 0, 2), ("staff", 0, 1))
    assert done.ends == FUTURE
    text = "Emma Rodrigues, Liam Malley, Dana Whitfield, Pat Doyle"
    assert found(home, text) == [{"student"}, {"student"}, {"staff"}]
    assert rosters_of_home(home, Keys(home), nobody_excepted, TODAY).names.has_id("271828")
    assert rosters_of_home(home, Keys(home), nobody_excepted, FUTURE + timedelta(days=1)).state == "stale"


def test_one_bad_file_changes_nothing(tmp_path: Path, home: Home):
    """When one of several files cannot be used, or the end date has passed, the rosters stay as they were."""
    good = school(tmp_path, "good.csv", "Emma,Rodrigues,student,,")
    import_files([good], home, Keys(home))
    before = home.roster_file.read_bytes()
    other = school(tmp_path, "other.csv", "Liam,Malley,student,,")
    (tmp_path / "bad.csv").write_text("nothing,here\n1,2\n")
    for files, ends in (([other, tmp_path / "bad.csv"], None), ([other], date(2020, 6, 30))):
        with pytest.raises(BadRosterError):
            import_files(files, home, Keys(home), ImportOptions(ends=ends))
    assert home.roster_file.read_bytes() == before


def test_a_school_year_that_has_passed_is_told(home: Home, tmp_path: Path) -> None:
    """An export whose own last day lies behind us is taken until this year's end, and the report says so of the file."""
    write = (tmp_path / "academicSessions.csv").write_text
    write("sourcedId,status,title,type,startDate,endDate\n1,,Year,schoolYear,2024-08-28,2025-06-16\n")
    done = import_files([school(tmp_path, "users.csv", "Emma,Rodrigues,student,1,")], home, Keys(home), ImportOptions())
    assert done.ends >= TODAY
    (problem,) = done.reports[0].problems
    assert (problem.row, done.reports[0].file) == (0, "users.csv")
    assert "2025-06-16" in problem.reason


def test_staff_alone_leaves_the_students(tmp_path: Path, home: Home):
    """A staff list comes in by itself, and the students' roster stays."""
    import_files([school(tmp_path, "s.csv", "Emma,Rodrigues,student,,")], home, Keys(home))
    (tmp_path / "staff.csv").write_text("First Name,Last Name\nDana,Whitfield\n")
    done = import_files([tmp_path / "staff.csv"], home, Keys(home), ImportOptions(kind="staff"))
    assert done.written == (("staff", 0, 1),)
    assert found(home, "Emma Rodrigues and Dana Whitfield") == [{"student"}, {"staff"}]


def test_a_replacement_while_checks_run(tmp_path: Path, home: Home):
    """Checks on several threads during re-imports see the old roster or the new one, never half of either."""
    old = school(tmp_path, "old.csv", "Emma,Rodrigues,student,,", "Liam,Malley,student,,")
    new = school(tmp_path, "new.csv", "Camila,Ortega,student,,", "Beatriz,Ferraz,student,,")
    keys = Keys(home)
    import_files([old], home, keys)
    text = "Emma Rodrigues, Liam Malley, Camila Ortega, Beatriz Ferraz"
    ended, seen, wrong = threading.Event(), set(), []

    def check() -> None:
        while not ended.is_set():
            rosters = rosters_of_home(home, keys, nobody_excepted, TODAY)
            if rosters.problem:
                wrong.append(rosters.problem)
            seen.add(tuple(text[hit.start : hit.end] for hit in rosters.names.find(text, fold(text))))

    threads = [threading.Thread(target=check) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(30):
        import_files([(new, old)[turn % 2]], home, keys)
    ended.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert seen <= {("Emma Rodrigues", "Liam Malley"), ("Camila Ortega", "Beatriz Ferraz")}


def test_progress_counts_over_both_rosters(tmp_path: Path, home: Home):
    """The bar's numbers rise to at most the whole, over students and staff together."""
    rows = [f"Emma,Rodrigues,{role},," for role in ("student", "teacher") for _ in range(1_500)]
    told: list[tuple[int, int]] = []
    options = ImportOptions(progress=lambda done, total: told.append((done, total)))
    import_files([school(tmp_path, "big.csv", *rows)], home, Keys(home), options)
    assert told == [(1_000, 3_000), (2_500, 3_000)]


@pytest.fixture(scope="module")
def large() -> RosterIndex:
    """A hundred thousand invented students with addresses and two ids each, of 30,000 family names."""
    return build_index(invented_people(100_000, givens=6_000, families=30_000), KEY)


def test_a_large_district_stays_small(large: RosterIndex, tmp_path: Path):
    """The index of 100,000 students takes at most 12 MB."""
    save_index(large, tmp_path / "students.index", KEY)
    assert (tmp_path / "students.index").stat().st_size <= 12_000_000


def test_a_large_district_is_asked_with_no_more_work(large: RosterIndex):
    """A look-up among 100,000 students is about the work of one among 1,000: no search goes over the people."""
    small = build_index(invented_people(1_000), KEY)
    text = "The whole team was wonderful yesterday, and Kravando Zeniraton brought oranges for everybody who came. " * 4

    def work(index: RosterIndex) -> int:
        book, folded = RosterNames(index, None), fold(text)
        book.find(text, folded)
        return calls_of(lambda: book.find(text, folded))

    assert work(large) < 1.5 * work(small)

"""`secondlook policies` on the command line: printed or written, and what it refuses."""

from __future__ import annotations

import json

import pytest

from secondlook.cli import main


def test_without_a_folder_the_first_file_is_printed(capsys):
    """The one that can be read at once."""
    assert main(["policies", "--browser", "chromium", "--platform", "linux", "--set", "sites=instagram"]) == 0
    printed = capsys.readouterr()
    assert [*json.loads(printed.out)["3rdparty"]["extensions"].values()] == [{"sites": ["instagram"]}]
    assert "test key" in printed.err, "a policy for the test id should say so"


def test_windows_gets_its_four_files(tmp_path, capsys):
    """Each is written and each line says where it belongs."""
    assert main(["policies", "--browser", "edge", "--platform", "windows", "--out", str(tmp_path)]) == 0
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {
        "second-look-edge.reg", "second-look-edge-remove.reg", "SecondLook-edge.admx", "en-US/SecondLook-edge.adml",
    }  # fmt: skip
    assert len(capsys.readouterr().out.splitlines()) == len(written)


def test_settings_from_a_file(tmp_path, capsys):
    """A JSON object holds the same as --set, which comes before it."""
    (tmp_path / "s.json").write_text('{"whenAway": "policy", "sites": ["facebook"]}', encoding="utf-8")
    given = ["--settings-file", str(tmp_path / "s.json"), "--set", "whenAway=ask"]
    assert main(["policies", "--browser", "firefox", "--platform", "linux", *given]) == 0
    extensions = json.loads(capsys.readouterr().out)["policies"]["3rdparty"]["Extensions"]
    assert [*extensions.values()] == [{"whenAway": "ask", "sites": ["facebook"]}]


@pytest.mark.parametrize(
    "given",
    [
        ("--set", "helpDesk"), ("--set", "colour=blue"), ("--set", "whenAway=maybe"),
        ("--extension-url", "ftp://example.org/u.xml"), ("--extension-url", "https://example.org/a;b"), ("--extension-url", f"https://example.org/{'a' * 200}"),
        ("--settings-file", "absent.json"), ("--remove",),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_one_sentence(capsys, given):
    """Exit status 2, nothing printed but the sentence."""
    assert main(["policies", "--browser", "chrome", "--platform", "linux", *given]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1

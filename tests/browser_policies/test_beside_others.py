"""`secondlook policies --out` and `--remove` in a folder where somebody else has set policies: nothing of theirs is lost."""

from __future__ import annotations

import json

import pytest

from secondlook.cli import main
from secondlook.config import EXTENSION

OURS = EXTENSION["firefox_id"]
THEIRS = {
    "policies": {
        "DisableTelemetry": True,
        "ExtensionSettings": {"*": {"installation_mode": "blocked"}, "a@example.org": {"installation_mode": "allowed"}},
        "3rdparty": {"Extensions": {"a@example.org": {"colour": "blue"}}},
        "Preferences": {"browser.tabs.warnOnClose": {"Value": False}},
    }
}
SOMEBODY = {
    "ExtensionInstallForcelist": ["a;https://example.org/u.xml"],
    "PolicyListMultipleSourceMergeList": ["URLBlocklist"],
}


def policies(folder, browser, *more):
    return main(["policies", "--browser", browser, "--platform", "linux", "--out", str(folder), *more])


def put(folder, name, content):
    (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def held(folder, name="policies.json"):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_firefox_keeps_what_others_set(tmp_path):
    """Ours is added to the one file, again and again without change, and goes without a trace."""
    put(tmp_path, "policies.json", THEIRS)
    for _ in range(2):
        assert policies(tmp_path, "firefox", "--set", "whenAway=ask", "--unsigned") == 0
        now = held(tmp_path)["policies"]
        assert now["ExtensionSettings"].keys() == {"*", "a@example.org", OURS}
        assert now["3rdparty"]["Extensions"] == {"a@example.org": {"colour": "blue"}, OURS: {"whenAway": "ask"}}
        assert now["Preferences"].keys() == {"browser.tabs.warnOnClose", "xpinstall.signatures.required"}
    assert policies(tmp_path, "firefox", "--remove", "--unsigned") == 0
    assert held(tmp_path) == THEIRS


def test_a_setting_that_is_no_longer_wanted_goes(tmp_path):
    """The second call says all that is wanted; what only the first one said is gone."""
    policies(tmp_path, "firefox", "--set", "whenAway=ask")
    policies(tmp_path, "firefox")
    assert "3rdparty" not in held(tmp_path)["policies"]


@pytest.mark.parametrize(("browser", "name"), [("firefox", "policies.json"), ("chromium", "second-look.json")])
def test_an_upgrade_keeps_what_it_has_set(tmp_path, browser, name):
    """With --keep the settings stay that our entries carry already; one that is said anew comes before them."""
    policies(tmp_path, browser, "--set", "whenAway=ask", "--set", "helpDesk=https://help.example.org/")
    before = (tmp_path / name).read_text(encoding="utf-8")
    assert policies(tmp_path, browser, "--keep") == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == before
    assert policies(tmp_path, browser, "--keep", "--set", "whenAway=policy") == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == before.replace('"ask"', '"policy"')


def test_a_file_that_was_ours_alone_goes_whole(tmp_path):
    """No empty file is left behind."""
    for browser in ("firefox", "chromium"):
        policies(tmp_path, browser)
        assert list(tmp_path.iterdir()) != []
        assert policies(tmp_path, browser, "--remove") == 0
        assert policies(tmp_path, browser, "--remove") == 0
        assert list(tmp_path.iterdir()) == []


def test_extension_settings_as_text_are_read(tmp_path):
    """Firefox takes that table as JSON in a text; its entries are kept."""
    put(tmp_path, "policies.json", {"policies": {"ExtensionSettings": json.dumps({"a@example.org": {}})}})
    assert policies(tmp_path, "firefox") == 0
    assert held(tmp_path)["policies"]["ExtensionSettings"].keys() == {"a@example.org", OURS}


@pytest.mark.parametrize(
    "broken",
    [
        "{", "[]", '{"policies": 3}', '{"policies": {"ExtensionSettings": "{"}}',
        json.dumps({"policies": {"ExtensionSettings": {OURS: {"installation_mode": "blocked"}}}}),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_merged_is_left_as_it_is(tmp_path, capsys, broken):
    """One sentence with the file's name, exit status 2, not a byte changed."""
    put(tmp_path, "policies.json", broken)
    assert policies(tmp_path, "firefox") == 2
    assert "policies.json" in capsys.readouterr().err
    assert (tmp_path / "policies.json").read_text(encoding="utf-8") == broken
    assert [path.name for path in tmp_path.iterdir()] == ["policies.json"]


def test_chromium_carries_on_which_lists_others_add_up(tmp_path):
    """Our file has the last word, being last by name, so it repeats what an earlier one said."""
    put(tmp_path, "district.json", SOMEBODY)
    assert policies(tmp_path, "chromium") == 0
    assert "URLBlocklist" in held(tmp_path, "second-look.json")["PolicyListMultipleSourceMergeList"]
    assert held(tmp_path, "district.json") == SOMEBODY


def test_whoever_has_the_last_word_over_ours_is_named(tmp_path, capsys):
    """A later file that leaves our lists out would shadow them: said, with its name."""
    put(tmp_path, "zz.json", SOMEBODY)
    assert policies(tmp_path, "chrome") == 0
    assert "zz.json" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(tmp_path, capsys):
    """A file where the folder should be: one sentence, exit status 2."""
    put(tmp_path, "file", "")
    assert policies(tmp_path / "file", "firefox") == 2
    assert "cannot be written" in capsys.readouterr().err

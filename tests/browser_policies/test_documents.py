"""The files as browsers and fleet tools take them, from one source: ids, the extension's place, checked settings."""

from __future__ import annotations

import json
import plistlib
import re

import pytest

from secondlook.browser_policies.documents import documents
from secondlook.browser_policies.managed_settings import managed_settings, read_settings
from secondlook.browser_policies.wanted import PLATFORMS, Wanted, shipped_url
from secondlook.config import EXTENSION
from secondlook.errors import UsageError
from secondlook.install_host import BROWSERS

SETTINGS = {"helpDesk": "https://help.example.org/", "sites": "facebook,instagram", "whenAway": "ask"}
CHROMIUM_KIN = [browser for browser in BROWSERS if browser != "firefox"]


def wanted_of(browser, platform, settings=None):
    return Wanted(browser, platform, shipped_url(browser, platform), read_settings(settings or {}))


def reg_values(text):
    """Key -> values of a .reg file; a deleted key or value is None."""
    keys, current = {}, {}
    for line in text.split("\r\n")[1:]:
        if gone := re.fullmatch(r"\[-HKEY_LOCAL_MACHINE\\(.+)\]", line):
            keys[gone[1]] = None
        elif key := re.fullmatch(r"\[HKEY_LOCAL_MACHINE\\(.+)\]", line):
            current = keys[key[1]] = {}
        elif value := re.fullmatch(r'"(.+?)"=(?:"(.*)"|-)', line):
            current[value[1]] = value[2]
        else:
            assert line == "", line
    return keys


def reg(browser, settings=None, number=0):
    content = documents(wanted_of(browser, "windows", settings))[number].content
    assert content.startswith(b"\xff\xfe"), "regedit reads version 5 as UTF-16"
    return reg_values(content.decode("utf-16"))


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("browser", BROWSERS)
def test_every_browser_on_every_platform_is_told_of_the_extension(browser, platform):
    """Id and place of the extension stand in the first document; no document has two names."""
    made = documents(wanted_of(browser, platform))
    coding = "utf-16" if platform == "windows" else "utf-8"
    text = made[0].content.decode(coding)
    assert EXTENSION["firefox_id" if browser == "firefox" else "chromium_id"] in text
    assert shipped_url(browser, platform) in text
    assert len({document.name for document in made}) == len(made)
    assert documents(wanted_of(browser, platform)) == made, "the same wishes should give the same bytes"


@pytest.mark.parametrize("browser", CHROMIUM_KIN)
def test_lists_of_others_are_not_shadowed_on_linux(browser):
    """The lists we set are asked to add up with those of other files."""
    policy = json.loads(documents(wanted_of(browser, "linux"))[0].content)
    ours = {name for name, value in policy.items() if isinstance(value, list)} - {"PolicyListMultipleSourceMergeList"}
    assert set(policy["PolicyListMultipleSourceMergeList"]) == ours
    assert "3rdparty" not in policy, "no settings, no table"


@pytest.mark.parametrize("browser", CHROMIUM_KIN)
def test_the_reg_file_touches_nobody_elses_entry(browser):
    """In numbered lists, where everybody begins at 1, ours has its own number; what is emptied bears our id."""
    for key, values in reg(browser, SETTINGS).items():
        if EXTENSION["chromium_id"] not in key:
            assert list(values) == ["7301"]
        assert values is not None or key.endswith(EXTENSION["chromium_id"])


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_reg_file_that_removes_takes_all_of_it(browser):
    """Applied after the other, it leaves no value of ours, with or without settings, and no key of anybody else's goes."""
    for settings in ({}, SETTINGS):
        left = {key: dict(values) for key, values in reg(browser, settings).items() if values}
        for key, values in reg(browser, settings, number=1).items():
            if values is None:
                left = {path: held for path, held in left.items() if path != key and not path.startswith(f"{key}\\")}
            else:
                left[key] = {name: text for name, text in left[key].items() if name not in values}
        assert not any(left.values())


def test_a_list_is_numbered_from_one_in_a_key_of_its_own():
    """As Firefox reads lists, and Chrome too."""
    keys = reg("firefox", SETTINGS)
    sites = [values for key, values in keys.items() if key.endswith(r"\sites")]
    assert sites == [{"1": "facebook", "2": "instagram"}]


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_profile_is_whole(browser):
    """Every payload of the profile has what macOS asks of it, ids that differ, and the settings in the right domain."""
    profile = plistlib.loads(documents(wanted_of(browser, "macos", SETTINGS))[0].content)
    payloads = [profile, *profile["PayloadContent"]]
    for payload in payloads:
        assert payload["PayloadVersion"] == 1
        assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", payload["PayloadUUID"])
    assert profile["PayloadType"] == "Configuration"
    assert len({payload["PayloadUUID"] for payload in payloads}) == len(payloads)
    if browser == "firefox":
        managed = profile["PayloadContent"][0]["3rdparty"]["Extensions"][EXTENSION["firefox_id"]]
        assert profile["PayloadContent"][0]["EnterprisePoliciesEnabled"] is True
    else:
        managed = profile["PayloadContent"][1]
        assert managed["PayloadType"].endswith(f".extensions.{EXTENSION['chromium_id']}")
    assert managed["sites"] == ["facebook", "instagram"]


def test_a_setting_of_a_new_shape_is_not_dropped_in_silence():
    """When the extension's schema gains a kind that no format writes, making policies fails and says so."""
    with pytest.raises(ValueError, match="integer"):
        managed_settings({"properties": {"pause": {"type": "integer", "title": "t", "description": "d"}}})


@pytest.mark.parametrize(
    "settings",
    [
        {"helpDesk": "http://help.example.org"}, {"helpDesk": ""}, {"helpDesk": "https://a.example/\n[x]"},
        {"whenAway": "never"}, {"sites": "facebok"}, {"sites": []}, {"sites": 3}, {"helpdesk": "https://a.example/"},
    ],
)  # fmt: skip
def test_a_value_that_the_extension_could_not_use_is_refused(settings):
    """The browser would drop it without a word, so whoever writes the policy is told."""
    with pytest.raises(UsageError):
        read_settings(settings)


def test_quotes_and_backslashes_stay_one_value():
    """No value can end its own quotation in a .reg file."""
    text = documents(wanted_of("chrome", "windows", {"helpDesk": 'mailto:a"b\\c@example.org'}))[0].content
    assert '"helpDesk"="mailto:a\\"b\\\\c@example.org"' in text.decode("utf-16")

"""The administrative templates: their shape, their references, and what they would write, for every browser."""

from __future__ import annotations

import pytest

from browser_policies.template_check import problems
from secondlook.browser_policies.adml import adml
from secondlook.browser_policies.admx import admx
from secondlook.browser_policies.managed_settings import managed_settings
from secondlook.browser_policies.registry import registry_keys
from secondlook.browser_policies.wanted import Wanted, shipped_url
from secondlook.commands.policies import LONGEST_URL
from secondlook.install_host import BROWSERS


def wanted_of(browser, **more):
    return Wanted(browser, "windows", shipped_url(browser, "windows"), **more)


@pytest.mark.parametrize("browser", BROWSERS)
def test_template_and_words_fit(browser):
    """Nothing dangles between ADMX and ADML, and both have the shape of the schema."""
    assert problems(admx(wanted_of(browser)), adml(wanted_of(browser))) == []


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_template_offers_every_setting_and_writes_what_the_reg_file_writes(browser):
    """One source: each managed setting is a policy, each key of the installation appears, with its values."""
    template = admx(wanted_of(browser))
    for setting in managed_settings():
        assert f'name="{setting.name}" class="Machine"' in template
    for key in registry_keys(wanted_of(browser)):
        for name, value in key.values.items():
            assert f'defaultKey="{key.path}"' in template
            assert f'valueName="{name}"' in template
            assert f"<string>{value}</string>" in template


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('ref="SecondLook"', 'ref="Elsewhere"', "category is not there"),
        ('ref="Supported"', 'ref="Windows7"', "supported on is not there"),
        ('class="Machine"', 'class="Computer"', "no class Computer"),
        ("$(string.helpDesk)", "$(string.helpdesk)", "string helpdesk is missing"),
        ("$(presentation.sites)", "$(presentation.site)", "presentation site is missing"),
        ('<list id="sites"', '<list id="site"', "do not match"),
        (r'key="SOFTWARE\Policies\Google', r'key="SOFTWARE\Google', "stay behind"),
        ('valueName="whenAway" required', 'value="whenAway" required', "may not have"),
        ("<parentCategory", "<category", "may not hold"),
    ],
)
def test_the_check_sees_what_is_broken(old, new, says):
    """The check can fail: each kind of break in the template is named."""
    template = admx(wanted_of("chrome"))
    assert old in template
    assert any(says in problem for problem in problems(template.replace(old, new), adml(wanted_of("chrome"))))


def test_the_longest_address_fits_and_a_longer_value_is_seen():
    """The command takes addresses only so long that the template's value stays within the schema's 255 characters."""
    longest = Wanted("chrome", "windows", "https://" + "a" * (LONGEST_URL - len("https://")))
    assert problems(admx(longest), adml(longest)) == []
    longer = Wanted("chrome", "windows", longest.extension_url + "a" * 50)
    assert any("255" in problem for problem in problems(admx(longer), adml(longer)))


def test_the_check_sees_a_control_without_an_element():
    """A control for nothing, which Microsoft's own schema lets through."""
    words = adml(wanted_of("edge")).replace('listBox refId="sites"', 'listBox refId="places"')
    assert any("do not match" in problem for problem in problems(admx(wanted_of("edge")), words))

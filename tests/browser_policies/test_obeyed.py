"""What the command writes is installed and obeyed by the real browsers, beside policies that somebody else has set.

The whole way with a package, native messaging and a held post is the deployment test's; here it is each JSON file, in the
folder where it belongs, with an /etc that only the browser under test sees.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from playwright.sync_api import sync_playwright

from browser_policies.marionette import Firefox
from browser_policies.own_etc import browser_with, copy_etc
from e2e.chromium import CHROMIUM, INSTALL, build
from e2e.firefox.firefox import FIREFOX
from e2e.firefox.firefox import INSTALL as INSTALL_FIREFOX
from e2e.waiting import wait_for
from secondlook.cli import main
from secondlook.config import EXTENSION

BUILT = Path(__file__).resolve().parents[2] / "build" / "extension"
HELP = "https://help.example.org/"
ANOTHER = "a" * 32
SETTINGS = (
    "--set",
    f"helpDesk={HELP}",
    "--set",
    "sites=facebook,instagram",
    "--set",
    "whenAway=ask",
    "--set",
    "locked=whenAway",
)
READ_BACK = {"helpDesk": HELP, "sites": ["facebook", "instagram"], "whenAway": "ask", "locked": ["whenAway"]}


@pytest.fixture
def etc(tmp_path):
    """An /etc for the browser alone."""
    return copy_etc(tmp_path / "etc")


def packed(folder, monkeypatch):
    """The extension as a CRX with its update manifest, signed with a key made now, whose id the policies take over."""
    build("extension/build.mjs")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    digits = hashlib.sha256(public).hexdigest()[:32]
    identity = digits.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))
    monkeypatch.setitem(EXTENSION, "chromium_id", identity)
    shutil.copytree(BUILT / "chromium", folder / "extension")
    manifest = json.loads((folder / "extension" / "manifest.json").read_text(encoding="utf-8"))
    manifest["key"] = base64.b64encode(public).decode()
    (folder / "extension" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(pem)
    pack = [f"--pack-extension={folder / 'extension'}", f"--pack-extension-key={folder / 'key.pem'}"]
    quiet = ["--headless", "--no-sandbox", "--no-message-box", f"--user-data-dir={folder / 'packing'}"]
    subprocess.run([str(CHROMIUM), *quiet, *pack], capture_output=True, check=True, timeout=60)
    codebase = (folder / "extension.crx").as_uri()
    (folder / "update.xml").write_text(
        f"<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'><app appid='{identity}'>"
        f"<updatecheck codebase='{codebase}' version='{manifest['version']}'/></app></gupdate>",
        encoding="utf-8",
    )
    return (folder / "update.xml").as_uri()


def effective(page):
    """What chrome://policy says is in force: one text a policy, beginning with its name."""
    rows = page.evaluate(
        """() => {
          const within = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
            each.localName === "policy-row" ? [each.shadowRoot.textContent.trim()] : each.shadowRoot ? within(each.shadowRoot) : []);
          return within(document);
        }"""
    )
    return {row.split()[0]: row for row in rows if row}


def test_chromium_installs_it_and_keeps_what_others_force(tmp_path, etc, monkeypatch):
    """Our file beside another one: our extension runs with its settings, and both forced lists are in force."""
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    address = packed(tmp_path, monkeypatch)
    folder = etc / "chromium" / "policies" / "managed"
    folder.mkdir(parents=True, exist_ok=True)
    others = {
        "ExtensionInstallForcelist": [f"{ANOTHER};https://extensions.example.org/u.xml"],
        "DeveloperToolsAvailability": 1,  # lets the test look into a forced extension
    }
    (folder / "district.json").write_text(json.dumps(others), encoding="utf-8")
    given = ["--platform", "linux", "--extension-url", address, "--out", str(folder), *SETTINGS]
    assert main(["policies", "--browser", "chromium", *given]) == 0
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path=str(browser_with(etc, str(CHROMIUM), tmp_path / "chromium")),
            headless=True,
            chromium_sandbox=False,
            ignore_default_args=["--disable-extensions", "--disable-background-networking"],
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        page = context.pages[0]
        identity = EXTENSION["chromium_id"]
        ours = f"chrome-extension://{identity}/"
        wait_for(
            page,
            lambda: [it for it in context.service_workers if it.url.startswith(ours)],
            "our extension's worker",
            seconds=30,
        )
        page.goto("chrome://policy")
        now = wait_for(page, lambda: effective(page), "the table of policies")
        assert ANOTHER in now["ExtensionInstallForcelist"]
        assert identity in now["ExtensionInstallForcelist"]
        assert EXTENSION["native_host"] in now["NativeMessagingAllowlist"]
        page.goto(f"{ours}options.html")
        read = "() => chrome.storage.managed.get(null)"
        assert wait_for(page, lambda: page.evaluate(read), "the managed settings") == READ_BACK
        assert wait_for(page, lambda: page.locator(f'a[href="{HELP}"]').count(), "the help desk's link") == 1
        choices = page.locator("input[name=whenAway]")
        assert [choices.nth(at).is_disabled() for at in (0, 1)] == [True, True], "what the school has locked stays"
        assert page.locator("input[name=whenAway][value=ask]").is_checked()
        assert page.locator("#locked-whenAway").is_visible()
        assert page.locator("input[name=audienceReminder]").first.is_enabled()
        assert page.locator("#locked-audienceReminder").is_hidden()
        context.close()


def test_firefox_installs_it_and_keeps_what_others_set(tmp_path, etc):
    """Merged into a policies.json of somebody else's: theirs is in force, ours runs with its settings."""
    assert FIREFOX.exists(), f"Firefox ESR is missing. Install it with: {INSTALL_FIREFOX}"
    build("extension/build.mjs")
    xpi = Path(shutil.make_archive(str(tmp_path / "second-look"), "zip", BUILT / "firefox")).rename(tmp_path / "a.xpi")
    folder = etc / "firefox" / "policies"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "policies.json").write_text(json.dumps({"policies": {"DisableProfileImport": True}}), encoding="utf-8")
    given = ["--platform", "linux", "--extension-url", xpi.as_uri(), "--out", str(folder), "--unsigned", *SETTINGS]
    assert main(["policies", "--browser", "firefox", *given]) == 0
    identity = EXTENSION["firefox_id"]
    with Firefox(browser_with(etc, str(FIREFOX), tmp_path / "firefox"), tmp_path / "profile") as browser:
        assert browser.inside("return WebExtensionPolicy.getByID(arguments[0])?.active", identity)
        assert browser.inside("return Services.policies.getActivePolicies()")["DisableProfileImport"] is True
        # What the browser answers to storage.managed.get() is this very table.
        assert browser.inside("return Services.policies.getExtensionPolicy(arguments[0])", identity) == READ_BACK
        fixed = "return Services.policies.isAllowed(`uninstall-extension:${arguments[0]}`) ? '' : 'stays'"
        assert browser.inside(fixed, identity), "a forced extension should not be removable"

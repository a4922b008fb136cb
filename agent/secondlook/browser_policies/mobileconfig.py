"""A configuration profile for macOS, to be sent by an MDM: the browser's domain, and for Chromium's kin the extension's.

Two profiles that set the same list in the same domain do not add up: where another profile already force-installs
extensions, its list must take our line (the profile's description says so). Nothing here was run on a Mac. Pure.
Source: Apple's profile reference; Chrome's, Edge's and Mozilla's pages for macOS.
"""

from __future__ import annotations

import plistlib
import uuid
from typing import Any

from secondlook.browser_policies.chromium_json import FORCELIST, HOSTS
from secondlook.browser_policies.firefox_json import firefox_policy
from secondlook.browser_policies.wanted import Wanted

IDENTIFIER = "org.secondlook.policies"
DOMAINS = {
    "chromium": "org.chromium.Chromium",
    "chrome": "com.google.Chrome",
    "edge": "com.microsoft.Edge",
    "firefox": "org.mozilla.firefox",
}


def mobileconfig(wanted: Wanted) -> bytes:
    """The profile as XML. The same wishes give the same bytes, so that an MDM sees a change only where there is one."""
    name = f"{IDENTIFIER}.{wanted.browser}"
    profile = _payload("Configuration", name, f"Second Look for {wanted.browser_name}")
    profile |= {
        "PayloadContent": [
            _payload(domain, f"{name}.{number}", domain) | values
            for number, (domain, values) in enumerate(_domains(wanted).items(), 1)
        ],
        "PayloadDescription": (
            "Installs the Second Look extension and lets it reach its agent. Where another profile sets the same lists,"
            " add these entries to that profile instead: profiles do not add up."
        ),
        "PayloadScope": "System",
        "PayloadRemovalDisallowed": False,
    }
    return plistlib.dumps(profile, sort_keys=True)


def _domains(wanted: Wanted) -> dict[str, dict[str, Any]]:
    domain = DOMAINS[wanted.browser]
    if wanted.browser == "firefox":
        return {domain: {"EnterprisePoliciesEnabled": True, **firefox_policy(wanted)}}
    values: dict[str, dict[str, Any]] = {domain: {FORCELIST: [wanted.forcelist_entry], HOSTS: [wanted.host]}}
    if wanted.settings:
        values[f"{domain}.extensions.{wanted.extension_id}"] = dict(wanted.settings)
    return values


def _payload(kind: str, identifier: str, shown: str) -> dict[str, Any]:
    return {
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": identifier,
        "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_DNS, identifier)).upper(),
        "PayloadDisplayName": shown,
        "PayloadOrganization": "Second Look",
    }

"""Firefox's `policies.json`: one file for the whole browser, so it may hold other people's policies (see `merge.py`).

Pure. Source: Mozilla's policy templates, and the schema that Firefox ESR 153 carries.
"""

from __future__ import annotations

from typing import Any

from secondlook.browser_policies.wanted import Wanted

NAME = "policies.json"
FOLDER = "/etc/firefox/policies"
UNSIGNED = "xpinstall.signatures.required"


def firefox_policy(wanted: Wanted) -> dict[str, Any]:
    """What stands below `policies`."""
    policy: dict[str, Any] = {
        "ExtensionSettings": {
            wanted.extension_id: {"installation_mode": "force_installed", "install_url": wanted.extension_url}
        }
    }
    if wanted.settings:
        policy["3rdparty"] = {"Extensions": {wanted.extension_id: dict(wanted.settings)}}
    if wanted.unsigned:
        policy["Preferences"] = {UNSIGNED: {"Value": False, "Status": "locked"}}
    return policy

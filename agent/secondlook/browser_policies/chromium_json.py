"""The policy file of Chromium, Chrome and Edge on Linux: one JSON file of ours in a folder that belongs to everybody.

Of two files that set the same list, the browser takes the one whose name sorts last, and the other's entries are gone.
`PolicyListMultipleSourceMergeList` makes it take both (seen with Chromium 156); so ours asks for that. Pure.
"""

from __future__ import annotations

from typing import Any

from secondlook.browser_policies.wanted import Wanted

FORCELIST = "ExtensionInstallForcelist"
HOSTS = "NativeMessagingAllowlist"
MERGED_LISTS = "PolicyListMultipleSourceMergeList"
NAME = "second-look.json"
FOLDERS = {
    "chromium": "/etc/chromium/policies/managed",
    "chrome": "/etc/opt/chrome/policies/managed",
    "edge": "/etc/opt/edge/policies/managed",
}


def chromium_policy(wanted: Wanted) -> dict[str, Any]:
    """The policies as the browser names them. The host is allowed by name because some schools forbid all others."""
    policy: dict[str, Any] = {
        FORCELIST: [wanted.forcelist_entry],
        HOSTS: [wanted.host],
        MERGED_LISTS: [FORCELIST, HOSTS],
    }
    if wanted.settings:
        policy["3rdparty"] = {"extensions": {wanted.extension_id: dict(wanted.settings)}}
    return policy

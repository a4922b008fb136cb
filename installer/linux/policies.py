"""What Linux browsers are told: install the extension from the package's own files, and let it reach the host. Pure."""

from __future__ import annotations

from typing import Any

FORCELIST, HOSTS = "ExtensionInstallForcelist", "NativeMessagingAllowlist"


def chromium_policies(facts: dict[str, str], update_url: str) -> dict[str, Any]:
    """For Chromium, Chrome and Edge. A list in two policy files counts from one of them, unless it is said to be merged."""
    return {
        FORCELIST: [f"{facts['chromium_id']};{update_url}"],
        HOSTS: [facts["native_host"]],
        "PolicyListMultipleSourceMergeList": [FORCELIST, HOSTS],
    }


def firefox_policies(facts: dict[str, str], install_url: str) -> dict[str, Any]:
    """For Firefox, a whole `policies.json`."""
    own = {"installation_mode": "force_installed", "install_url": install_url}
    return {"policies": {"ExtensionSettings": {facts["firefox_id"]: own}}}


def host_manifest(browser: str, facts: dict[str, str], host: str) -> dict[str, Any]:
    """The native-messaging manifest for everybody on the machine."""
    allowed = (
        {"allowed_extensions": [facts["firefox_id"]]}
        if browser == "firefox"
        else {"allowed_origins": [f"chrome-extension://{facts['chromium_id']}/"]}
    )
    return {
        "name": facts["native_host"],
        "description": "Tells the Second Look extension where its agent is",
        "path": host,
        "type": "stdio",
        **allowed,
    }

"""One Firefox ESR with the extension and its host for all tests of this folder that want one, and the world around it."""

from __future__ import annotations

import shutil

import pytest

from e2e.chromium import build
from e2e.firefox.firefox import FIREFOX, INSTALL, Firefox, built_extension, host_folder
from e2e.firefox.world import World


@pytest.fixture(scope="package")
def firefox(sites, session_agent, tmp_path_factory):
    """Firefox with the shipped extension."""
    assert FIREFOX.exists(), f"Firefox ESR is missing. Install it with: {INSTALL}"
    home = tmp_path_factory.mktemp("firefox")
    session_agent.install_host(home, "firefox", host_folder(home))
    build("extension/build.mjs")
    extension = shutil.copytree(built_extension(), home / "extension")
    with Firefox(home, extension, sites.port) as browser:
        yield browser


@pytest.fixture
def world(agent, tmp_path):
    """What a scenario may ask to be done outside of the browser; as before when the test ends."""
    around = World(agent, tmp_path)
    yield around
    around.restore()

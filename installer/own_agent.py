"""The agent as a package carries it: installed from this checkout, with the package's own identity and version, the practice page and the index of its terms.

Called by the builders of the packages; knows no platform.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from installer.identity import ROOT, Identity
from installer.libraries import install


def lay_agent(folder: Path, identity: Identity, version: str, practice: Path) -> None:
    """Install our agent.

    Args:
        folder: of its libraries; what lies there is taken away first.
        identity: whose ids it serves.
        version: that it says of itself.
        practice: the built practice page.

    """
    shutil.rmtree(folder, ignore_errors=True)
    install(folder, "--no-build-isolation", "--python", sys.executable, str(ROOT))
    package = folder / "secondlook"
    (package / "extension.json").write_text(json.dumps(identity.facts, indent=2) + "\n", encoding="utf-8")
    stamped = package / "__init__.py"
    said, _, _ = stamped.read_text(encoding="utf-8").partition("__version__")
    stamped.write_text(f'{said}__version__ = "{version}"\n', encoding="utf-8")
    shutil.copytree(practice, package / "practice")
    makes = "import sys; sys.path.insert(0, sys.argv[1]); from secondlook.detection.term_lists import make; make()"
    subprocess.run([sys.executable, "-I", "-B", "-c", makes, str(folder)], check=True)

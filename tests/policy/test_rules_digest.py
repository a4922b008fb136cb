"""The extension's build and the agent give one digest to one folder of rules, however its files are spaced or end their lines."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from secondlook.config import shipped
from secondlook.policy.load import load_policy

SCRIPT = Path(__file__).resolve().parents[2] / "extension" / "rules-digest.mjs"


def of_the_build(folder: Path) -> str:
    """What the extension is built with."""
    code = f"import({SCRIPT.as_uri()!r}).then((it) => console.log(it.rulesDigest({str(folder)!r})))"
    done = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_agent_and_build_agree(tmp_path: Path, mark: bytes, end: bytes) -> None:
    """On the shipped rules, and the same whatever an editor or a checkout makes of a list of terms."""
    folder = tmp_path / "rules"
    shutil.copytree(shipped("shared_rules"), folder)
    terms = folder / "terms" / "private_phone.json"
    terms.write_bytes(mark + terms.read_bytes().replace(b"\n", end))
    digest = load_policy(folder).digest
    assert digest == load_policy(shipped("shared_rules")).digest
    assert of_the_build(folder) == digest

"""Starts the real agent and times its first answer: from the start of the process to a finding of the roster over HTTP.

The home is prepared before, as on a laptop where the roster has been imported. Called by `bench.py`.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import secondlook
from agent_link import PairedAgent
from e2e.agent_process import AgentProcess

STARTS = 5
READY_SECONDS = 60.0
POST = "So proud of Emma Rodrigues today"


@dataclass(frozen=True)
class ColdStart:
    """Attributes.

    first_answer_s: median over several starts, seconds from the start of the process to the first answer with a roster name in it.
    first_names: what that answer said of the name model.
    ready_s: median seconds until an answer said that the name model is there.
    rss_mb: resident memory of the agent then, after a hundred checks, largest of all starts; None where the system does not tell.
    """

    first_answer_s: float
    first_names: str
    ready_s: float
    rss_mb: float | None


def measure(texts: list[str]) -> ColdStart:
    """Several cold starts of one home."""
    compile_all()
    firsts, readies, memory, said = [], [], [], ""
    with tempfile.TemporaryDirectory() as folder:
        agent = AgentProcess(Path(folder))
        agent.import_roster(("Wilhelmina", "Oakes"))
        for _ in range(STARTS):
            begun = time.perf_counter()
            agent.start()
            try:
                client = PairedAgent(agent.home)
                answer = client.check(POST)
                firsts.append(time.perf_counter() - begun)
                assert [it["kind"] for it in answer["findings"]] == ["STUDENT_NAME"], answer
                said = answer["checked"]["names"]
                ask_until_ready(client)
                readies.append(time.perf_counter() - begun)
                for text in texts:
                    client.check(text)
                memory.append(resident_mb(agent))
            finally:
                agent.stop()
    known = [size for size in memory if size is not None]
    return ColdStart(statistics.median(firsts), said, statistics.median(readies), max(known, default=None))


def ask_until_ready(client: PairedAgent) -> None:
    """Checks, one after the other as somebody typing would, until the name model is there."""
    deadline = time.monotonic() + READY_SECONDS
    while client.check(POST)["checked"]["names"] != "ready":
        assert time.monotonic() < deadline, "the name model never came"


def compile_all() -> None:
    """Compiles the sources to byte code, and the term lists to their index, as an installer leaves them on a laptop."""
    packages = sysconfig.get_path("purelib")
    command = [sys.executable, "-m", "compileall", "-q", packages, str(Path(secondlook.__file__).parent)]
    subprocess.run(command, check=False, capture_output=True)
    subprocess.run([sys.executable, "-m", "secondlook.detection.term_lists"], check=True)


def resident_mb(agent: AgentProcess) -> float | None:
    """Resident memory of the running agent in megabytes, where the system tells it in /proc."""
    status = Path(f"/proc/{agent.link['pid']}/status")
    if not status.is_file():
        return None
    found = re.search(r"^VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
    return int(found[1]) * 1024 / 1e6 if found else None

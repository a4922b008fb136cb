"""Starts the real agent and times its first answer: from the start of the process to a finding of the roster over HTTP.

The home is prepared before, as on a laptop where the roster has been imported. Called by `bench.py`.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from agent_link import PairedAgent
from e2e.agent_process import AgentProcess
from e2e.waiting import wait_until

STARTS = 5
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
                wait_until(lambda: client.check(POST)["checked"]["names"] == "ready", "the name model")
                readies.append(time.perf_counter() - begun)
                for text in texts:
                    client.check(text)
                memory.append(resident_mb(agent))
            finally:
                agent.stop()
    known = [size for size in memory if size is not None]
    return ColdStart(statistics.median(firsts), said, statistics.median(readies), max(known, default=None))


def resident_mb(agent: AgentProcess) -> float | None:
    """Resident memory of the running agent in megabytes, where the system tells it in /proc."""
    status = Path(f"/proc/{agent.link['pid']}/status")
    if not status.is_file():
        return None
    found = re.search(r"^VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
    return int(found[1]) * 1024 / 1e6 if found else None

"""What a scenario of Firefox has done to the world outside of the browser: the agent's life, its settings, its answers, its files.

A scenario asks by the name of a method (`around.world("stop_agent")`). Everything is put back by `restore`. Called by firefox.py.
"""

from __future__ import annotations

import json
import shutil
from base64 import b64decode
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from agent_link import PairedAgent
from e2e.agent_process import ROOT, AgentProcess, free_port
from e2e.changed_agent import Answer, ChangedAgent, held_in_its_start
from e2e.squatter import Squatter
from e2e.test_bad_answers import ANSWERS
from e2e.work_day import ALWAYS, work_always
from secondlook.config import Home


class World:
    """The world of one test."""

    def __init__(self, agent: AgentProcess, folder: Path) -> None:
        """`agent` runs; `folder` is the test's own."""
        self._agent = agent
        self._folder = folder
        self._before = ExitStack()
        self._how = ""
        self._changed: ChangedAgent | None = None
        self._squatter: Squatter | None = None
        self._starting = ExitStack()

    def restore(self) -> None:
        """Put everything back; the agent runs afterwards, as it did."""
        self._before.close()
        if not self._agent.running:
            self._agent.start_whole()

    def stop_agent(self) -> None:
        """The agent goes away."""
        self._agent.stop()

    def start_agent(self) -> None:
        """It comes back with a new token, on its old port."""
        self._agent.start_whole()

    def start_agent_elsewhere(self) -> None:
        """It comes back on another port."""
        self._agent.restart(free_port())

    def settings(self, kept: dict[str, Any]) -> None:
        """The person's settings file says this; the agent is begun anew."""
        file = self._agent.home / "settings.json"
        file.write_text(json.dumps(kept), encoding="utf-8")
        self._before.callback(self._agent.restart)
        self._before.callback(file.unlink, missing_ok=True)
        self._agent.restart()

    def broken_answers(self) -> list[str]:
        """The names of the answers of test_bad_answers.py."""
        return list(ANSWERS)

    def break_agent(self, how: str) -> None:
        """One of them in place of the agent's own from now on."""
        self._how = how
        if self._changed is None:
            self._changed = ChangedAgent(Home(self._agent.home), answer=self._broken)
            self._agent.stop()
            self._before.enter_context(self._changed)
        self._changed.asked.clear()

    def _broken(self, path: str) -> Answer:
        return ANSWERS[self._how](path)

    def hold_in_its_start(self, draft: str) -> None:
        """The agent is as while its name model loads, and stays so; it has checked this draft."""
        self._changed = held_in_its_start(self._agent, draft)
        self._agent.stop()
        self._starting = self._before.enter_context(ExitStack())
        self._starting.enter_context(self._changed)

    def let_it_go_on(self) -> None:
        """The agent itself again."""
        self._starting.close()
        self._agent.start_whole()

    def was_asked(self) -> bool:
        """Whether the broken agent has been asked for a check since."""
        assert self._changed is not None
        return "/v1/checks" in self._changed.asked

    def agreed(self) -> None:
        """Luciana has agreed to be tagged in pictures of the science fair."""
        self._agent.stop()
        event = ("--for", "event", "--label", "Science fair")
        self._agent.say("consent", "add", "Luciana Prado", "--handle", "luciana.prado", *event)
        self._agent.start_whole()

    def squat(self) -> None:
        """The agent dies, its link file stays, and another program takes its port and says yes to everything."""
        self._agent.die()
        self._squatter = self._before.enter_context(Squatter(self._agent.port))

    def squatter_heard(self) -> str:
        """All that it was told."""
        assert self._squatter is not None
        return "\n".join(self._squatter.heard)

    def pause(self, length: str) -> None:
        """The person pauses in the tray, or ends a pause ("over")."""
        link = PairedAgent(self._agent.home)
        assert link.post("/v1/pause", {"length": length})[0] == 204
        if length != "over":
            self._before.callback(link.post, "/v1/pause", {"length": "over"})

    def work_always(self, more: dict[str, Any]) -> None:
        """The person works around the clock; `more` is in their settings besides, or in place of it."""
        person, district = work_always(self._agent)
        person.write_text(json.dumps(ALWAYS | more), encoding="utf-8")
        self._before.push(self._as_usual)
        for file in (person, district):
            self._before.callback(file.unlink, missing_ok=True)
        self._agent.restart()

    def file(self, name: str, base64: str) -> str:
        """Write a file of this name and give its path."""
        path = self._folder / name
        path.write_bytes(b64decode(base64))
        return str(path)

    def serve_facebook(self, change: dict[str, Any]) -> None:
        """The school's folder has another description of Facebook: each place ("anchors/dialog") has this value, or one more in its list."""
        rules = self._folder / "rules"
        shutil.copytree(ROOT / "shared_rules", rules, dirs_exist_ok=True)
        file = rules / "sites" / "facebook.json"
        site = json.loads(file.read_text(encoding="utf-8"))
        for path, value in change.items():
            *way, last = path.split("/")
            place = site
            for step in way:
                place = place[step]
            place[last] = [*place[last], value] if isinstance(place[last], list) else value
        file.write_text(json.dumps(site), encoding="utf-8")
        self._agent.more_arguments = ("--policy", str(rules))
        self._before.push(self._as_usual)
        self._agent.restart()

    def _as_usual(self, *_: object) -> None:
        self._agent.more_arguments = ()
        self._agent.more_environment = {}
        self._agent.restart()

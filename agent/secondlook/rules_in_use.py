"""The rules an agent goes by: a policy folder and what lies over it, read again when a file of them changes.

A change that cannot be used changes nothing: the last good rules go on, and `problem` says what is wrong. Called by
`app.py`; knows no checker and no engine.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from secondlook.errors import BadRuleError
from secondlook.policy.load import load_policy, term_folders
from secondlook.policy.policy import Policy
from secondlook.policy.site_changes import read_site_changes

Stamp = frozenset[tuple[str, int, int]]


class RulesInUse:
    """One policy folder with one overlay, which need not be there, and a district's changes to its site labels.

    Attributes:
        overlay: what lies over the folder; may be set, and counts from the next look on.
        sites: a folder of site changes, or None; likewise.
        problem: one sentence when the files that lie there now cannot be used, else None.

    """

    def __init__(self, folder: Path, overlay: Path) -> None:
        self._folder = folder
        self.overlay = overlay
        self.sites: Path | None = None
        self._policy: Policy | None = None
        self._stamp: Stamp = frozenset()
        self.term_folders = term_folders(folder)
        self.problem: str | None = None

    @property
    def policy(self) -> Policy:
        """The rules of the moment.

        Raises:
            RuntimeError: nothing has been loaded yet.

        """
        if self._policy is None:
            raise RuntimeError("no rules have been loaded")
        return self._policy

    def load(self, *, sound_terms: bool = False) -> None:
        """Read everything; an overlay or site changes that are broken are left aside, as there are no older rules to go on with.

        Args:
            sound_terms: the folder's term lists are known to be in order.

        Raises:
            BadRuleError: the policy folder itself cannot be used.

        """
        self._stamp = self._look()
        try:
            self._use(self.overlay if self.overlay.is_dir() else None, self.sites, sound_terms=sound_terms)
        except BadRuleError as error:
            self._use(None, None, sound_terms=sound_terms)
            self.problem = error.sentence

    def refresh(self) -> bool:
        """Read again if a file has changed; True when the rules of the moment are others than before."""
        stamp = self._look()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        try:
            self._use(self.overlay if self.overlay.is_dir() else None, self.sites)
        except BadRuleError as error:
            self.problem = error.sentence
            return False
        return True

    def _use(self, overlay: Path | None, changed: Path | None, *, sound_terms: bool = False) -> None:
        # Without the term lists: they have been checked, and the recognizers read the files for themselves.
        policy = load_policy(self._folder, overlay, sound_terms=sound_terms)
        sites = read_site_changes(changed, policy.sites).sites if changed else policy.sites
        self._policy = replace(policy, terms={}, sites=sites)
        self.term_folders = term_folders(self._folder, overlay)
        self.problem = None

    def _look(self) -> Stamp:
        found: set[tuple[str, int, int]] = set()
        for folder in filter(None, (self._folder, self.overlay, self.sites)):
            with contextlib.suppress(OSError):  # a file or folder that goes while we look is seen at the next look
                for path in folder.rglob("*.json"):
                    state = path.stat()
                    found.add((str(path), state.st_mtime_ns, state.st_size))
        return frozenset(found)

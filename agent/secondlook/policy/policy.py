"""A whole policy in memory: what `load.py` makes, `decide.py` reads and nobody changes. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from secondlook.policy.rule import Clause, Rule
from secondlook.policy.site import Site, VisitSite
from secondlook.policy.terms import TermList


@dataclass(frozen=True)
class Policy:
    """One policy folder.

    Attributes:
        title: the policy's own name, such as its district, letters and date.
        rules: in the order of their ids, which never matters to a decision.
        clauses: by key, in the policy's order.
        terms: by file name without its ending; none where they were not looked into.
        sites: by site id.
        visit_only: sites of which only the visit counts.
        platforms: where staff may write to students.
        origin: rule id -> where an overlay made or changed it; a rule of the folder itself is not in it.
        digest: `sha256:` and 64 hex digits over the folder's content, blind to spacing and the order of fields but for term lists.

    """

    rules: tuple[Rule, ...]
    clauses: Mapping[str, Clause]
    terms: Mapping[str, TermList] = field(default_factory=dict)
    sites: Mapping[str, Site] = field(default_factory=dict)
    visit_only: tuple[VisitSite, ...] = ()
    platforms: tuple[str, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    title: str = ""

    @cached_property
    def _by_action(self) -> dict[str, tuple[Rule, ...]]:
        return {}

    def rules_about(self, action: str) -> tuple[Rule, ...]:
        """The rules that can hold for this action: those that ask for it or for none."""
        known = self._by_action.get(action)
        if known is None:
            known = tuple(rule for rule in self.rules if not rule.when.action or action in rule.when.action)
            self._by_action[action] = known
        return known

    @property
    def listed_sites(self) -> frozenset[str]:
        """Every site whose visit counts as social media or video streaming."""
        return frozenset(self.sites) | frozenset(one.site for one in self.visit_only)

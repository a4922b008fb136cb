"""A district's changes to site labels: `sites/<site>.json`, laid over the shipped ones. A renamed button is a change of data.

A label or anchor that is named replaces the shipped one; all others stay, so that nothing falls silent. Hosts cannot be
changed: which pages are looked at is settled when the extension is built. Called by the district folder and `rules_in_use.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from secondlook.contract import Wire
from secondlook.errors import BadRuleError
from secondlook.policy.problem import Problem, shape_problems
from secondlook.policy.selector import selector_fault
from secondlook.policy.site import AnchorName, KnownPage, Label, LabelName, Site, SiteId
from secondlook.policy.strict_json import UnreadableError, read_json

FIXED = ("name", "hosts", "page_hosts")
"""What a file may repeat, so that a copy of the shipped one will do, and may not change."""


class SiteChange(Wire):
    """`sites/<site>.json` of a district: a whole site file, or only what is other than shipped."""

    site: SiteId
    name: str | None = None
    hosts: list[str] | None = None
    page_hosts: list[str] | None = None
    pages: list[KnownPage] | None = None
    labels: dict[LabelName, Label] = {}
    anchors: dict[AnchorName, Annotated[str, Field(min_length=1, max_length=200)]] = {}
    reserved_paths: list[Annotated[str, Field(max_length=80)]] | None = None


@dataclass(frozen=True)
class SiteChanges:
    """The sites with the changes, and what they change, one sentence a site."""

    sites: Mapping[str, Site]
    effects: tuple[str, ...]


def read_site_changes(folder: Path, shipped: Mapping[str, Site]) -> SiteChanges:
    """Read the folder and lay it over the shipped sites.

    Raises:
        BadRuleError: naming file, place and reason of the first problem, and how many more there are.

    """
    made = SiteChanges(dict(shipped), ())
    problems: list[Problem] = []
    for file in sorted(folder.iterdir()):
        name = f"{folder.name}/{file.name}"
        if file.suffix != ".json" or file.stem not in shipped:
            known = ", ".join(f"{site}.json" for site in sorted(shipped))
            problems.append(Problem(name, "", f"nothing reads this; known here are {known}"))
            continue
        try:
            change = SiteChange.model_validate(read_json(file))
        except UnreadableError as error:
            problems.append(Problem(name, "", str(error)))
        except ValidationError as error:
            problems.extend(shape_problems(name, error))
        else:
            problems.extend(_fixed(name, change, shipped[file.stem]))
            faults = ((anchor, selector_fault(text)) for anchor, text in change.anchors.items())
            problems.extend(Problem(name, f"anchors.{anchor}", fault) for anchor, fault in faults if fault)
            made = _with(made, file.stem, change)
    if problems:
        more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
        raise BadRuleError(problems[0].sentence + more)
    return made


def _fixed(file: str, change: SiteChange, below: Site) -> list[Problem]:
    problems = []
    if change.site != below.site:
        problems.append(Problem(file, "site", f"the file of this name is about {below.site}"))
    for field in FIXED:
        given = getattr(change, field)
        if given is not None and given != getattr(below, field):
            problems.append(Problem(file, field, "this is settled when the extension is built; leave it out"))
    return problems


def _with(made: SiteChanges, name: str, change: SiteChange) -> SiteChanges:
    below = made.sites[name]
    changed = [key for key, label in change.labels.items() if below.labels.get(key) != label]
    turned = [key for key, anchor in change.anchors.items() if below.anchors.get(key) != anchor]
    site = below.model_copy(
        update={
            "labels": {**below.labels, **change.labels},
            "anchors": {**below.anchors, **change.anchors},
            "pages": below.pages if change.pages is None else change.pages,
            "reserved_paths": below.reserved_paths if change.reserved_paths is None else change.reserved_paths,
        }
    )
    says = f"{name}: {_listed('label', changed)}, {_listed('anchor', turned)} other than shipped."
    return replace(made, sites={**made.sites, name: site}, effects=(*made.effects, says))


def _listed(what: str, names: list[LabelName] | list[AnchorName]) -> str:
    which = f" ({', '.join(sorted(names))})" if names else ""
    return f"{len(names)} {what}{'' if len(names) == 1 else 's'}{which}"

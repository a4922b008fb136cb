"""The shape of what is known about a site: hosts, button and box labels per language, anchors that need no language.

Data only. `shared_rules/sites/*.json` follow these models; the extension is built from the same files, so that a site's
change of wording is a change of data. Read by `load.py` and by the generator of the extension's types; `GET /v1/sites` hands
them on, so that a change need not wait for a new extension.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from secondlook.contract import Language, Wire

LabelName = Literal[
    "post_prompt", "post_dialog", "post_submit", "post_next", "post_settings",
    "story_box", "story_submit", "bio_box", "bio_submit", "reel_box", "reel_submit", "share_box", "share_submit",
    "comment_box", "reply_box", "comment_submit",
    "message_box", "message_submit", "market_send", "thread_with", "thread_titled", "thread_info", "thread_members",
    "close_chat", "join_group", "invite", "invite_dialog",
    "friend_request", "cancel_request", "accept_request", "refuse_request", "follow", "message_open", "tag_people",
    "aside_box",
    "audience_public", "audience_friends", "audience_only_me", "your_profile", "switch_to", "own_avatar", "wall_prompt",
]  # fmt: skip
"""A meaning, the same on every site: `post_prompt` is the box a post is written in, whatever the site calls it.

`aside_box` is a box that nobody writes to anybody in, such as a search field."""

AnchorName = Literal[
    "editor", "textarea", "dialog", "main", "feed", "article", "banner", "profile_heading", "profile_link", "form",
    "button", "comment_submit_area", "message_log", "open_thread", "post_owner", "mention_list", "group_composer",
    "hidden_decoy", "bio_box", "thread_header", "own_profile",
]  # fmt: skip
"""A CSS selector that reads the same in every language."""

Host = Annotated[str, StringConstraints(pattern=r"^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$")]
"""A host as in a browser's match pattern: exact, or `*.` for a domain and all below it."""

SiteId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_+.-]{1,40}$")]
Shown = Annotated[str, Field(min_length=1, max_length=80)]


class Label(Wire):
    """What a control is called. Read all languages at once: a page's declared language is not to be trusted.

    Both sides are normalised by the reader before comparing: NFC, case, "…" and "...", apostrophes, no-break spaces.

    Attributes:
        match: `exact` = the whole label; `starts` = whole words at its start, and what follows is a person's name.
        assumed: languages whose words nobody has seen on the live site.

    """

    match: Literal["exact", "starts"] = "exact"
    en: Annotated[list[Shown], Field(min_length=1)]
    es: list[Shown]
    pt: list[Shown]
    assumed: list[Language] = []


class KnownPage(Wire):
    """A page on which at least one of these is always seen; where none is, the site has changed and the person is told.

    Attributes:
        at: host and path; a `*` at the end stands for anything.
        shows: labels or anchors.

    """

    at: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+\.)+[a-z]{2,}/[^*\s]*\*?$", max_length=120)]
    shows: Annotated[list[LabelName | AnchorName], Field(min_length=1)]


class Site(Wire):
    """A site whose posts and actions are checked.

    Attributes:
        page_hosts: hosts on which one always acts as a Page.
        labels: by meaning; a missing one is a surface this site does not have.
        anchors: CSS selectors.
        reserved_paths: first parts of a path that are never somebody's handle.
        pages: pages that tell whether the site still looks as known here, to somebody who is logged in.

    """

    site: SiteId
    name: Annotated[str, Field(min_length=1, max_length=40)]
    hosts: Annotated[list[Host], Field(min_length=1)]
    page_hosts: list[Host] = []
    labels: dict[LabelName, Label]
    anchors: dict[AnchorName, Annotated[str, Field(min_length=1, max_length=200)]]
    reserved_paths: list[str] = []
    pages: list[KnownPage] = []


class Sites(Wire):
    """What the extension is to go by on each checked site: the shipped labels, with the district's in their place.

    Attributes:
        digest: `sha256:` and 64 hex digits over all sites; the same as long as nothing has changed.

    """

    digest: str
    sites: list[Site]


def sites_in_force(sites: Iterable[Site]) -> Sites:
    """The sites of a policy as they go to the extension, in the order of their ids."""
    ordered = sorted(sites, key=lambda one: one.site)
    content = [one.model_dump(mode="json") for one in ordered]
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return Sites(digest=f"sha256:{hashlib.sha256(canonical.encode('ascii')).hexdigest()}", sites=ordered)


class VisitSite(Wire):
    """A site of which only the visit is looked at, never what is on it."""

    site: SiteId
    name: Annotated[str, Field(min_length=1, max_length=40)]
    offers: Literal["social", "video"]
    hosts: Annotated[list[Host], Field(min_length=1)]


class VisitOnly(Wire):
    """`sites/visit_only.json`."""

    about: Annotated[str, Field(min_length=10)]
    sites: Annotated[list[VisitSite], Field(min_length=1)]

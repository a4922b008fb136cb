"""Site files: the surfaces of the first road have their labels in every language, and the visit-only list is whole."""

from __future__ import annotations

import pytest

from policy.cases import shipped_policy

FIRST_ROAD = {
    "facebook": [
        "post_prompt", "post_dialog", "post_submit", "post_next", "post_settings", "comment_box", "reply_box",
        "comment_submit", "friend_request", "accept_request", "refuse_request", "follow", "message_open", "message_box",
    ],
    "instagram": ["post_prompt", "post_submit", "comment_box", "comment_submit", "follow", "message_box"],
}  # fmt: skip
VISIT_ONLY = ["youtube", "tiktok", "snapchat", "linkedin", "x", "reddit", "netflix", "hulu", "disney+", "twitch"]
SITES = shipped_policy().sites


@pytest.mark.parametrize(("site", "label"), [(site, label) for site, labels in FIRST_ROAD.items() for label in labels])
def test_label_speaks_three_languages(site, label):
    """Every surface of the first road is named in English, Spanish and Portuguese."""
    shown = SITES[site].labels[label]
    assert shown.en
    assert shown.es
    assert shown.pt


@pytest.mark.parametrize("site", SITES)
def test_labels_are_written_once(site):
    """No label lists the same words twice, and none ends in an ellipsis that a reader would have to know."""
    for label in SITES[site].labels.values():
        for words in (label.en, label.es, label.pt):
            assert len({entry.casefold() for entry in words}) == len(words)
            assert not [entry for entry in words if entry.endswith(("…", "...")) or entry != entry.strip()]


def test_visit_only_sites():
    """The sites of which only the visit counts, none of them a checked site, no host named twice."""
    visits = shipped_policy().visit_only
    assert [visit.site for visit in visits] == VISIT_ONLY
    hosts = [host for entry in (*SITES.values(), *visits) for host in entry.hosts]
    assert len(set(hosts)) == len(hosts)


def test_page_hosts_are_hosts():
    """A host on which one acts as a Page is one of the site's hosts."""
    for site in SITES.values():
        assert set(site.page_hosts) <= set(site.hosts)

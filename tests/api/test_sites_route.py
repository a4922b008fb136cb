"""GET /v1/sites: what the extension is to go by on each site, through the real server and guard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api_doorway import Doorway
from secondlook.policy.site import Site, sites_in_force

SITES = Path(__file__).resolve().parents[2] / "shared_rules" / "sites"


def test_the_sites_in_force_are_answered(doorway: Doorway) -> None:
    """Every label and anchor of the files that ship, whole, under a digest."""
    answer = doorway.ask("GET", "/v1/sites")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    answered = {one["site"]: one for one in answer.json["sites"]}
    assert set(answered) == {"facebook", "instagram"}
    for name, given in answered.items():
        assert Site.model_validate(given) == _site(name)
    assert answer.json["digest"].startswith("sha256:")
    assert len(answer.json["digest"]) == len("sha256:") + 64


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Authorization": None}, 401),
        ({"Authorization": "Bearer " + "0" * 64}, 401),
        ({"Authorization": None, "Origin": None}, 401),
        ({"Origin": "https://www.facebook.com"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Host": "evil.example:1"}, 403),
    ],
)
def test_only_the_paired_extension_learns_them(doorway: Doorway, changed: dict[str, str | None], status: int) -> None:
    """No token, a wrong one, another origin or another host: refused as everywhere."""
    answer = doorway.ask("GET", "/v1/sites", **changed)
    assert answer.status == status
    assert b"labels" not in answer.body


def test_nothing_can_be_posted_to_it(doorway: Doorway) -> None:
    """The labels come from the administrator's folder alone."""
    assert doorway.post({}, "/v1/sites").status == 405


def test_the_digest_is_of_the_content() -> None:
    """Another order of sites changes nothing; one other word does."""
    sites = [_site("instagram"), _site("facebook")]
    digest = sites_in_force(sites).digest
    assert sites_in_force(reversed(sites)).digest == digest
    label = sites[1].labels["post_submit"].model_copy(update={"en": ["Share now"]})
    renamed = sites[1].model_copy(update={"labels": {**sites[1].labels, "post_submit": label}})
    assert sites_in_force([sites[0], renamed]).digest != digest


def _site(name: str) -> Site:
    content = json.loads((SITES / f"{name}.json").read_text(encoding="utf-8"))
    content.pop("$schema")
    return Site.model_validate(content)

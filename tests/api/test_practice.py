"""The practice page: what it serves, and that its check route is no oracle for the real roster."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api_doorway import EXTENSION_ORIGIN, Answer, Doorway

ATTEMPT = {"action": "post", "site": "facebook", "text": "hello"}


def page(doorway: Doorway, path: str = "/practice", **headers: str | None) -> Answer:
    return doorway.ask("GET", path, Origin=None, Authorization=None, X_Second_Look=None, **headers)


def token_of(answer: Answer) -> str:
    found = re.search(rb'name="second-look-practice-token" content="([0-9a-f]{32})"', answer.body)
    assert found
    return found.group(1).decode()


def practise(doorway: Doorway, token: str, **changed: str | None) -> Answer:
    headers = {
        "Origin": f"http://{doorway.host}",
        "Authorization": None,
        "X_Second_Look": None,
        "Sec_Fetch_Site": "same-origin",
    }
    return doorway.post(ATTEMPT, "/practice/checks", **(headers | {"X_Second_Look_Practice": token} | changed))


def test_the_composer_is_in_the_served_html(doorway: Doorway) -> None:
    """Without any script there are a post composer and a comment form, in the site's own roles."""
    text = page(doorway).body.decode()
    for piece in (
        'role="dialog" aria-label="Create post"',
        'contenteditable="true" role="textbox"',
        'aria-placeholder="What\'s on your mind?"',
        'role="button" tabindex="0" aria-label="Post"',
        '<form role="presentation"',
        'aria-label="Comment as Dana Whitfield"',
        'id="focused-state-composer-submit"',
        "data-second-look-practice",
    ):
        assert piece in text, piece
    assert "{{" not in text
    assert "<script>" not in text
    assert " style=" not in text
    assert " on" not in re.findall(r"<[a-z]+( on[a-z]+=)", text)


def test_names_to_try_are_escaped(doorway: Doorway) -> None:
    """65: a name is text, never markup."""
    text = page(doorway).body.decode()
    assert "Liam O&#x27;Malley &lt;b&gt;" in text


@pytest.mark.parametrize(
    ("header", "word"),
    [("en", "a place to practise"), ("es-MX", "un lugar para practicar"), ("pt-BR", "um lugar para praticar")],
)
def test_it_speaks_three_languages(doorway: Doorway, header: str, word: str) -> None:
    """By Accept-Language, or by the links on the page."""
    assert word in page(doorway, Accept_Language=header).body.decode()
    assert word in page(doorway, f"/practice?lang={header[:2]}").body.decode()


def test_the_page_is_under_a_strict_policy(doorway: Doorway) -> None:
    """No inline code, no other host, no frame around it."""
    policy = page(doorway).headers["content-security-policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ):
        assert part in policy
    assert "unsafe" not in policy


def test_without_its_script_the_page_says_so(doorway: Doorway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page that checks nothing must not look as if it did."""
    monkeypatch.setattr("secondlook.api.practice.shipped", lambda _: tmp_path)
    text = page(doorway).body.decode()
    assert "nothing on this page is checked" in text
    assert "<script" not in text
    (tmp_path / "practice.js").write_text("export {};\n", encoding="utf-8")
    text = page(doorway).body.decode()
    assert "nothing on this page is checked" not in text
    assert "/practice/practice.js" in text
    assert page(doorway, "/practice/practice.js").headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("name", ["practice.html", "secret.txt", ".hidden.js", "a.js.map", "Practice.js", "a_b.js"])
def test_only_script_and_style_files_are_served(doorway: Doorway, name: str) -> None:
    """Anything else under the page's path is closed, or not there."""
    assert page(doorway, f"/practice/{name}").status in (401, 404)


def test_the_page_can_check_with_its_own_token(doorway: Doorway) -> None:
    """The page's road: own Origin, own token, and the invented roster only."""
    assert practise(doorway, token_of(page(doorway))).status == 200
    assert [roster for roster, _, _ in doorway.agent.seen] == ["invented"]


def test_by_the_name_localhost_it_works_too(doorway: Doorway) -> None:
    """Origin and Host must agree, whichever of the two names was used."""
    named = f"localhost:{doorway.server.port}"
    token = token_of(page(doorway, Host=named))
    assert practise(doorway, token, Host=named, Origin=f"http://{named}").status == 200
    assert practise(doorway, token, Host=named).status == 403


@pytest.mark.parametrize(
    "origin", [None, "null", "https://www.facebook.com", EXTENSION_ORIGIN, "http://127.0.0.1", "http://127.0.0.1:1"]
)
def test_nobody_else_can_use_its_check_route(doorway: Doorway, origin: str | None) -> None:
    """Only the page's own Origin; not even the extension's."""
    assert practise(doorway, token_of(page(doorway)), Origin=origin).status == 403
    assert doorway.agent.seen == []


@pytest.mark.parametrize("token", ["", "0" * 32, "\xe9" * 32])
def test_a_wrong_page_token_is_refused(doorway: Doorway, token: str) -> None:
    """Each page has a token of its own that only the page can read."""
    page(doorway)
    assert practise(doorway, token).status == 401


def test_the_page_token_opens_nothing_else(doorway: Doorway) -> None:
    """The page's token is not the session's."""
    token = token_of(page(doorway))
    assert doorway.post(ATTEMPT, Origin=None, Authorization=f"Bearer {token}").status == 401
    assert doorway.post(ATTEMPT, Origin=f"http://{doorway.host}", Authorization=f"Bearer {token}").status == 403


def test_two_pages_live_side_by_side(doorway: Doorway) -> None:
    """A second tab does not end the first."""
    first, second = token_of(page(doorway)), token_of(page(doorway))
    assert first != second
    assert practise(doorway, first).status == practise(doorway, second).status == 200

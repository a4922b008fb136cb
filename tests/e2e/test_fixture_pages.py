"""The fixture sites by themselves: without the extension they take text and send it as the real sites do."""

from __future__ import annotations

from e2e.surfaces import facebook_comment, facebook_post, instagram_comment


def test_a_post_goes_out_by_its_button_alone(plain_page):
    """Enter in the post composer breaks the line; only the trusted click on Post sends."""
    surface = facebook_post(plain_page)
    surface.type("Bake sale 🎉")
    plain_page.keyboard.press("Enter")
    plain_page.keyboard.type("on Saturday")
    assert surface.posted == []
    surface.submit.click()
    sent = {"surface": "post", "text": "Bake sale 🎉\non Saturday", "isTrusted": True, "how": "click", "count": 1}
    assert surface.posted == [sent]


def test_a_comment_goes_out_by_enter_and_the_box_is_empty_at_once(plain_page):
    """A bare Enter sends a comment, Shift+Enter does not, and a bubble listener would see the text already gone."""
    surface = facebook_comment(plain_page)
    plain_page.evaluate("() => addEventListener('keydown', (e) => { window.__late = e.target.innerText.trim() })")
    surface.type("one")
    plain_page.keyboard.press("Shift+Enter")
    plain_page.keyboard.type("two")
    plain_page.keyboard.press("Enter")
    assert [entry["text"] for entry in surface.posted] == ["one\ntwo"]
    assert plain_page.evaluate("() => window.__late") == ""


def test_the_instagram_box_is_drawn_anew_on_first_focus(plain_page):
    """A reference taken before the first focus goes stale, as on the site, and the comment still goes out."""
    surface = instagram_comment(plain_page)
    stale = surface.box.element_handle()
    surface.type("Nice!")
    assert stale.evaluate("box => box.isConnected") is False
    surface.submit.click()
    assert [entry["how"] for entry in surface.posted] == ["click"]


def test_the_pages_keep_their_own_strict_policy(plain_page):
    """React and Lexical run under the fixture's Content-Security-Policy with Trusted Types, without one violation."""
    surface = facebook_post(plain_page, draft="Restored\ntext", composer="two-step")
    assert surface.value == "Restored\n\ntext"
    assert plain_page.evaluate("() => window.__violations") == []
    refused = "() => { try { document.body.innerHTML = '<b>x</b>'; return false } catch { return true } }"
    assert plain_page.evaluate(refused), "the policy must be in force, or this proves nothing"


def test_the_mention_list_takes_enter(plain_page):
    """After "@no" Enter picks the name and sends nothing; the next Enter sends."""
    surface = facebook_comment(plain_page)
    surface.type("Thanks @no")
    plain_page.get_by_role("option", name="Nora Pike").wait_for()
    plain_page.keyboard.press("Enter")
    assert surface.posted == []
    plain_page.keyboard.press("Enter")
    assert [entry["text"] for entry in surface.posted] == ["Thanks Nora Pike"]

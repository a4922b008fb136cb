"""The other boxes of both sites: stories, reels, shares, bios, captions, direct messages, story replies."""

from __future__ import annotations

import pytest

from e2e.surfaces import one_box

NAME = "Emma Rodrigues"
BOXES = [
    ("facebook", "/stories/create", "Share to story", "story", "Share anyway"),
    ("facebook", "/reels/create", "Publish", "reel", "Post anyway"),
    ("facebook", "/share", "Share now", "share", "Post anyway"),
    ("facebook", "/bio", "Save", "bio", "Save anyway"),
    ("instagram", "/create/style", "Share", "post", "Post anyway"),
    ("instagram", "/accounts/edit/", "Submit", "bio", "Save anyway"),
]


@pytest.mark.parametrize("case", BOXES, ids=[f"{b[0]} {b[3]}" for b in BOXES])
def test_a_students_name_is_held_and_goes_out_once(page, ui, case):
    """The name is marked while typing, the button is held, and "anyway" sends the text once."""
    site, path, submit, surface, anyway = case
    box = one_box(page, site, path, submit)
    box.type(f"Proud of {NAME}")
    ui.wait_marked(NAME)
    box.submit.click()
    ui.button(anyway)
    assert box.posted == []
    ui.click(anyway)
    assert [(entry["surface"], entry["text"]) for entry in box.wait_posted()] == [(surface, f"Proud of {NAME}")]
    assert len(box.posted) == 1


LOCAL = [
    ("es", "facebook", "/stories/create", "Compartir en historia", "Share anyway"),
    ("pt-BR", "facebook", "/stories/create", "Compartilhar no story", "Share anyway"),
    ("es", "facebook", "/reels/create", "Publicar", "Post anyway"),
    ("pt-BR", "facebook", "/reels/create", "Publicar", "Post anyway"),
    ("es", "facebook", "/share", "Compartir ahora", "Post anyway"),
    ("pt-BR", "facebook", "/share", "Compartilhar agora", "Post anyway"),
    ("es", "facebook", "/bio", "Guardar", "Save anyway"),
    ("pt-BR", "facebook", "/bio", "Salvar", "Save anyway"),
    ("es", "instagram", "/create/style", "Compartir", "Post anyway"),
    ("pt-BR", "instagram", "/create/style", "Compartilhar", "Post anyway"),
]


@pytest.mark.parametrize("case", LOCAL, ids=[f"{b[0]} {b[2]}" for b in LOCAL])
def test_the_other_languages_are_held_too(page, ui, case):
    """The same boxes under their Spanish and Portuguese labels."""
    lang, site, path, submit, anyway = case
    box = one_box(page, site, path, submit, lang=lang)
    box.type(f"Parabéns {NAME}")
    ui.wait_marked(NAME)
    box.submit.click()
    ui.button(anyway)
    assert box.posted == []


@pytest.mark.parametrize("lang", ["en", "es", "pt-BR"])
def test_a_direct_message_to_a_student_is_held(page, ui, lang):
    """On Instagram the thread's header names the person, by handle and by name."""
    box = one_box(page, "instagram", "/direct/t/1/", "Send", user="zz.top.1", name=NAME, lang=lang)
    box.type("Hello")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert box.posted == []
    ui.click("Send anyway")
    assert [entry["text"] for entry in box.wait_posted()] == ["Hello"]


def test_a_direct_message_to_somebody_else_goes_out(page, ui):
    """The person's own Enter, trusted, once."""
    box = one_box(page, "instagram", "/direct/t/1/", "Send", user="otis.greer")
    box.type("Lunch?")
    ui.wait_quiet("Lunch?")
    page.keyboard.press("Enter")
    assert [entry["isTrusted"] for entry in box.wait_posted()] == [True]


def test_a_member_of_a_group_is_seen_in_its_panel(page, ui):
    """The open details panel lists the handles of a group."""
    box = one_box(page, "instagram", "/direct/t/1/", "Send", group="otis.greer,emma.rodrigues")
    box.type("Hello all")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert box.posted == []


def test_a_story_reply_goes_to_its_owner(page, ui):
    """Replying to a student's story is a message to them."""
    box = one_box(page, "instagram", "/stories/emma.rodrigues/1/", "Send")
    box.type("Great!")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert box.posted == []


def test_business_suite_acts_as_a_page(page, ui):
    """On Business Suite a post is held as well; the account is a professional one without any switch."""
    page.goto("https://business.facebook.com/latest/reels_composer")
    page.get_by_role("textbox").click()
    page.keyboard.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    page.get_by_role("button", name="Publish").click()
    ui.button("Post anyway")

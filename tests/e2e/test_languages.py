"""Spanish and Brazilian Portuguese pages: the labels are found whatever the browser's own language."""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_comment, facebook_post, instagram_comment

LANGUAGES = pytest.mark.parametrize("lang", ["es", "pt-BR"])
NAME = "João Pedro Almeida"


@LANGUAGES
def test_a_post_is_held(page, ui, lang):
    """The composer is known by its label in that language, and the post is held."""
    surface = facebook_post(page, lang)
    surface.type(f"Parabéns {NAME}!")
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


@LANGUAGES
@pytest.mark.parametrize("open_comment", [facebook_comment, instagram_comment])
def test_a_comment_is_held(page, ui, lang, open_comment):
    """The comment box too, on both sites."""
    surface = open_comment(page, lang)
    surface.type(f"Parabéns {NAME}!")
    ui.wait_marked(NAME)
    page.keyboard.press("Enter")
    ui.button("Comment anyway")
    assert surface.posted == []


def test_the_older_composer_with_the_prompt_as_label_is_known(page, ui):
    """Some accounts carry the prompt in aria-label instead of aria-placeholder alone."""
    surface = facebook_post(page, composer="label")
    surface.type("Go Emma Rodrigues")
    ui.wait_underlined("Emma Rodrigues")

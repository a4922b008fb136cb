"""The boxes of the fixture sites that a person writes in.

For each: how to get there, the box, its submit button, and what went out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

from e2e.waiting import PATIENCE_MS

PROMPTS = {"en": "What’s on your mind", "es": "¿Qué estás pensando", "pt-BR": "No que você está pensando"}
DIALOGS = {"en": "Create post", "es": "Crear publicación", "pt-BR": "Criar post"}
POSTS = {"en": "Post", "es": "Publicar", "pt-BR": "Postar"}
INSTAGRAM_POSTS = {"en": "Post", "es": "Publicar", "pt-BR": "Publicar"}


@dataclass(frozen=True)
class Surface:
    """One text box on a page, with its submit button."""

    page: Page
    box: Locator
    submit: Locator

    def type(self, text: str) -> None:
        """Click into the box and type, key by key."""
        self.box.click()
        self.page.keyboard.type(text)

    @property
    def value(self) -> str:
        """The text in the box now."""
        return self.box.evaluate("box => 'value' in box ? box.value : box.innerText.replace(/\\n$/, '')")

    @property
    def posted(self) -> list[dict[str, Any]]:
        """What went out so far, as the fixture recorded it."""
        return self.page.evaluate("() => window.__posted")

    def wait_posted(self, count: int = 1) -> list[dict[str, Any]]:
        """Wait until `count` things went out, and give them."""
        self.page.wait_for_function("count => window.__posted.length >= count", arg=count, timeout=PATIENCE_MS)
        return self.posted


def _address(site: str, path: str, query: dict[str, str], sub: str = "www") -> str:
    return f"https://{sub}.{site}.com{path}" + (f"?{urlencode(query)}" if query else "")


def facebook_post(page: Page, lang: str = "en", **query: str) -> Surface:
    """The feed with the "Create post" dialog open."""
    page.goto(_address("facebook", "/", {"lang": lang, **query}))
    dialog = page.get_by_role("dialog", name=DIALOGS[lang])
    if "draft" not in query:
        page.get_by_role("button", name=PROMPTS[lang]).click()
    return Surface(page, dialog.get_by_role("textbox"), dialog.get_by_role("button", name=POSTS[lang], exact=True))


def facebook_comment(page: Page, lang: str = "en", **query: str) -> Surface:
    """A post opened as a modal, with its comment box."""
    page.goto(_address("facebook", "/", {"lang": lang, "post": "dialog", **query}))
    form = page.get_by_role("dialog").locator("form[role=presentation]")
    return Surface(page, form.get_by_role("textbox"), form.locator("#focused-state-composer-submit [role=button]"))


def facebook_chat(page: Page, name: str) -> Surface:
    """The feed with a Messenger pop-up."""
    page.goto(_address("facebook", "/", {"chat": name}))
    return Surface(page, page.get_by_role("textbox", name="Write to"), page.get_by_role("button", name="Send"))


def instagram_comment(page: Page, lang: str = "en", **query: str) -> Surface:
    """A post's page on Instagram, with its comment textarea."""
    page.goto(_address("instagram", "/p/Cx1/", {"lang": lang, **query}))
    form = page.locator("form.comment-form")
    submit = form.get_by_role("button", name=INSTAGRAM_POSTS[lang], exact=True)
    return Surface(page, form.get_by_role("textbox"), submit)


@dataclass(frozen=True)
class Thread:
    """Where a conversation is: the site, its sub-domain and the path."""

    site: str = "facebook"
    path: str = "/messages/t/1"
    sub: str = "www"


def messenger(page: Page, where: Thread, **query: str) -> Surface:
    """Messenger's full page, with its Send button."""
    page.goto(_address(where.site, where.path, query, where.sub))
    box = page.get_by_role("main").get_by_role("textbox")
    return Surface(page, box, page.get_by_role("main").get_by_role("button").last)


def one_box(page: Page, site: str, path: str, submit: str, **query: str) -> Surface:
    """A page with one text box and a button that sends it."""
    page.goto(_address(site, path, query))
    main = page.get_by_role("main")
    return Surface(page, main.get_by_role("textbox"), main.get_by_role("button", name=submit, exact=True))

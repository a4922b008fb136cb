"""The home page itself: a shell in one of three languages, its scripts, styles and words. Holds nothing of the person.

What it shows comes from the routes beside this file, once the page has signed in. The files lie in `page/` and are served
as they are in the repository: no build stands between what is read there and what runs.
"""

from __future__ import annotations

import html
import json
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, request

from secondlook.api.answers import language
from secondlook.api.guard import HOME_FILES
from secondlook.api.practice import CONTENT_SECURITY_POLICY
from secondlook.contract import Language

_FILES = Path(__file__).resolve().parent / "page"
_LANGUAGES: tuple[Language, ...] = ("en", "es", "pt")
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_HEADERS = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Cross-Origin-Opener-Policy": "same-origin"}


def page_routes() -> Blueprint:
    """GET /home and its files."""
    routes = Blueprint("home_page", __name__, url_prefix="/home")

    @routes.get("")
    def page() -> Response:
        asked = request.args.get("lang", "")
        chosen = next((one for one in _LANGUAGES if one == asked), language())
        headers = {**_HEADERS, "Content-Language": "pt-BR" if chosen == "pt" else chosen}
        return Response(render(chosen), headers=headers, content_type="text/html; charset=utf-8")

    @routes.get("/<name>")
    def file(name: str) -> Response:
        path = _FILES / name
        if not HOME_FILES.fullmatch(f"/home/{name}") or not path.is_file():
            abort(404)
        return Response(path.read_bytes(), content_type=_TYPES[path.suffix])

    return routes


@cache
def render(chosen: Language) -> str:
    """The shell in one language; every word is escaped."""
    words = json.loads((_FILES / f"words-{chosen}.json").read_text(encoding="utf-8"))
    text = (_FILES / "home.html").read_text(encoding="utf-8").replace("{{language}}", chosen)
    for key in ("title", "skip", "no_script", "opening", "away_lead", "language_label"):
        text = text.replace("{{" + key + "}}", html.escape(words[key]))
    return text

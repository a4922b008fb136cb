"""The practice page: a Facebook-like composer served by the agent, with the same inline warnings as the extension's.

Its check route knows the invented roster only, so the page is no oracle for the real one. HTML is `practice.html` beside
this file; the scripts are built from the extension's own modules, and when they are missing the page says so.
"""

from __future__ import annotations

import html
import secrets
from pathlib import Path

from flask import Blueprint, Response, abort, request

from secondlook.api.answers import answer, language, read
from secondlook.api.budget import Budget
from secondlook.api.guard import PRACTICE_FILES, Door
from secondlook.api.practice_words import WORDS
from secondlook.api.service import Service
from secondlook.config import shipped
from secondlook.contract import Attempt, Language

_HERE = Path(__file__).resolve().parent
_OURS = {"page.css": "practice.css", "icon.svg": "practice.svg"}
"""Files of the page's own, beside this module; everything else comes from the extension's build."""
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def practice_routes(service: Service, door: Door, budget: Budget) -> Blueprint:
    """GET /practice, its files, and POST /practice/checks."""
    routes = Blueprint("practice", __name__, url_prefix="/practice")

    @routes.get("")
    def page() -> Response:
        asked = request.args.get("lang", "")
        chosen: Language = asked if asked in WORDS else language()
        token = secrets.token_hex(16)
        door.pages.add(token)
        text = render(chosen, token, service.practice_names())
        headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Content-Language": chosen}
        return Response(text, headers=headers, content_type="text/html; charset=utf-8")

    @routes.get("/<name>")
    def file(name: str) -> Response:
        if not PRACTICE_FILES.fullmatch(f"/practice/{name}"):
            abort(404)
        path = _HERE / _OURS[name] if name in _OURS else shipped("practice") / name
        if not path.is_file():
            abort(404)
        return Response(path.read_bytes(), content_type=_TYPES[path.suffix])

    @routes.post("/checks")
    def checks() -> Response:
        attempt, chosen = read(Attempt), language()
        return answer(budget.run(lambda: service.practise(attempt, chosen)))

    return routes


def render(language: Language, token: str, names: list[str]) -> str:
    """The page in one language, with its own token; every word is escaped."""
    words = WORDS[language]
    built = shipped("practice")
    assets = ""
    if (built / "practice.css").is_file():
        assets += '<link rel="stylesheet" href="/practice/practice.css">'
    notice = f"<noscript><p class=notice>{html.escape(words['no_script'])}</p></noscript>"
    if (built / "practice.js").is_file():
        assets += '<script type="module" src="/practice/practice.js"></script>'
    else:
        notice = f'<p class="notice" role="status">{html.escape(words["missing"])}</p>'
    ideas = "".join(f"<li>{html.escape(words[key])}</li>" for key in ("idea_1", "idea_2", "idea_3"))
    parts = {key: html.escape(value) for key, value in words.items()} | {
        "language": language,
        "token": token,
        "assets": assets,
        "notice": notice,
        "names": "".join(f"<li>{html.escape(name)}</li>" for name in names),
        "ideas": ideas,
    }
    text = (_HERE / "practice.html").read_text(encoding="utf-8")
    for key, value in parts.items():
        text = text.replace("{{" + key + "}}", value)
    return text
